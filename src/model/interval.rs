//! Intervals: what a rounded or approximate quantity may stand for.

use rust_decimal::Decimal;

/// The values a quantity may stand for, from `lower` up to `upper`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub lower: Decimal,
    pub upper: Decimal,
    /// Whether `upper` itself is one of them.
    pub closed: bool,
}

/// What comparing two quantities says. Only `Fails` is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 相符: whatever was computed is what is stated.
    Holds,
    /// 不符: no values they may stand for agree.
    Fails,
    /// 无法判断: some values agree and some do not, or a part is not known.
    CannotTell,
}

impl Interval {
    /// One value.
    pub const fn exact(value: Decimal) -> Self {
        Self { lower: value, upper: value, closed: true }
    }

    /// Whether it is one value.
    pub fn is_exact(&self) -> bool {
        self.lower == self.upper
    }

    /// Whether `value` is one of them.
    pub fn contains(&self, value: Decimal) -> bool {
        self.lower <= value && (value < self.upper || self.closed && value == self.upper)
    }

    /// Whether some value is in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        let reaches = |one: &Self, other: &Self| one.upper > other.lower || one.closed && one.upper == other.lower;
        reaches(self, other) && reaches(other, self)
    }

    /// Whether every value of it is above every value of `other`.
    pub fn exceeds(&self, other: &Self) -> bool {
        self.lower > other.upper || !other.closed && self.lower == other.upper
    }

    /// Whether no value of it is below any value of `other`.
    pub fn reaches(&self, other: &Self) -> bool {
        self.lower >= other.upper
    }

    /// The sums of a value of each.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            lower: self.lower.saturating_add(other.lower),
            upper: self.upper.saturating_add(other.upper),
            closed: self.closed && other.closed,
        }
    }

    /// The differences of a value of each. Its upper end counts as in it when both could be reached.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self {
            lower: self.lower.saturating_sub(other.upper),
            upper: self.upper.saturating_sub(other.lower),
            closed: self.closed,
        }
    }

    /// With what is so much below and so much above; its ends are in it.
    #[must_use]
    pub fn widened(&self, reach: Decimal) -> Self {
        Self { lower: self.lower.saturating_sub(reach), upper: self.upper.saturating_add(reach), closed: true }
    }

    /// The products of a value of each; `None` below 0. Its ends count as in it.
    pub fn times(&self, other: &Self) -> Option<Self> {
        if self.lower < Decimal::ZERO || other.lower < Decimal::ZERO {
            return None;
        }
        let lower = self.lower.checked_mul(other.lower)?;
        let upper = self.upper.checked_mul(other.upper)?;
        Some(Self { lower, upper, closed: true })
    }

    /// The quotients of a value of each; `None` when the divisor may be 0 or less. Its ends count as in it.
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        if divisor.lower <= Decimal::ZERO || self.lower < Decimal::ZERO {
            return None;
        }
        let lower = self.lower.checked_div(divisor.upper)?;
        let upper = self.upper.checked_div(divisor.lower)?;
        Some(Self { lower, upper, closed: true })
    }

    /// Whether every value of `other` is one of its own.
    pub fn covers(&self, other: &Self) -> bool {
        self.lower <= other.lower
            && (other.upper < self.upper || other.upper == self.upper && (self.closed || !other.closed))
    }

    /// Compares what is stated with what was computed: 98.60% holds for 2259/2291, 3200余 for 3245.
    pub fn verdict(&self, computed: &Self) -> Verdict {
        if self.covers(computed) {
            Verdict::Holds
        } else if self.overlaps(computed) {
            Verdict::CannotTell
        } else {
            Verdict::Fails
        }
    }
}
