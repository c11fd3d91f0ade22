//! Quantities: exact decimal, 万 or 亿, unit, and 余/多/近/约/超, printed as written.

mod read;
mod scan;

use rust_decimal::{Decimal, RoundingStrategy};

use self::read::{Head, Setting, head};
pub use self::scan::{has_digits, scan};
use super::interval::Interval;
use super::unit;

/// How exact a quantity claims to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Approximation {
    #[default]
    Exact,
    /// 约, 左右, 大约
    About,
    /// 近: a little below
    Nearly,
    /// 余, 多, 超: a little above
    Over,
}

impl Approximation {
    /// What two marks on one number mean together: 近2.2万余 says both, so neither.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Exact, mark) | (mark, Self::Exact) => mark,
            (one, other) if one == other => one,
            _ => Self::About,
        }
    }
}

/// A quantity as written: 83件, 1,234件, 3.2万人次, 98.50%, 近400家, 3200余人次.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number in units of `scale`, with the decimals it was written with.
    pub number: Decimal,
    /// 1, 10^4 for 万, 10^8 for 亿.
    pub scale: Decimal,
    /// 件, 人次, 万元 is 元 with scale 万; `%` and 个百分点 are units; empty when there is none.
    pub unit: String,
    pub approximation: Approximation,
    /// As typed, to be printed.
    pub written: String,
}

/// Why a text is no quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuantityFault {
    /// There is no digit in it.
    NoNumber,
    /// Text besides one number and its unit.
    Extra(String),
    /// A separator that does not stand between groups of three: 1,23.
    Separator,
    /// More digits than any figure has.
    TooLong,
}

impl Quantity {
    /// Reads a whole text as one quantity. 无 is none of them: 0.
    ///
    /// ```
    /// use fazhi::model::Quantity;
    /// let quantity = Quantity::parse("3.2万余人次").unwrap();
    /// assert_eq!(quantity.value(), 32_000.into());
    /// assert_eq!(quantity.unit, "人次");
    /// assert_eq!(quantity.written, "3.2万余人次");
    /// assert!(Quantity::parse("1,23件").is_err());
    /// ```
    ///
    /// # Errors
    /// Says what in it is no part of a quantity.
    pub fn parse(text: &str) -> Result<Self, QuantityFault> {
        let text = text.trim();
        if text == "无" {
            return Ok(Self::of(Decimal::ZERO, Decimal::ONE, "", Approximation::Exact, text));
        }
        let head = head(text, Setting::Value)?;
        match text[head.end..].trim_start() {
            "" => Ok(Self::from_head(text, &head)),
            rest => Err(QuantityFault::Extra(rest.to_owned())),
        }
    }

    /// A quantity that was computed, written the way the desk writes it: `34件`, `约98.60%`, `2.2万人次`.
    ///
    /// A scale that has no word is multiplied out.
    pub fn computed(number: Decimal, scale: Decimal, unit: &str, approximation: Approximation) -> Self {
        let word = unit::scale_word(scale);
        let (number, scale) = match word {
            "" => (number.saturating_mul(scale), Decimal::ONE),
            _ => (number, scale),
        };
        let written = match approximation {
            Approximation::Exact => format!("{number}{word}{unit}"),
            Approximation::About => format!("约{number}{word}{unit}"),
            Approximation::Nearly => format!("近{number}{word}{unit}"),
            Approximation::Over => format!("{number}{word}余{unit}"),
        };
        Self::of(number, scale, unit, approximation, &written)
    }

    fn of(number: Decimal, scale: Decimal, unit: &str, approximation: Approximation, written: &str) -> Self {
        Self { number, scale, unit: unit::canonical(unit).to_owned(), approximation, written: written.to_owned() }
    }

    fn from_head(written: &str, head: &Head) -> Self {
        Self::of(head.number, head.scale, &head.unit, head.approximation, written)
    }

    /// The value with 万 and 亿 multiplied out.
    pub fn value(&self) -> Decimal {
        self.number.saturating_mul(self.scale)
    }

    /// Whether it is a rate: its unit is `%`.
    pub fn is_rate(&self) -> bool {
        self.unit == unit::PERCENT
    }

    /// As written, without the unit: `3.2万`, `98.50`, `近400`, `1,234`. 万 and 亿 belong to the number.
    pub fn without_unit(&self) -> String {
        match head(&self.written, Setting::Value) {
            Ok(head) if !head.unit_range.is_empty() => {
                let (before, after) = (&self.written[..head.unit_range.start], &self.written[head.unit_range.end..]);
                format!("{}{after}", before.trim_end())
            }
            _ => self.written.clone(),
        }
    }

    /// The values it may stand for: a count is exact, a rounded number is half a last digit wide on both sides, and a
    /// mark of approximation widens it by one step of its last digit that is not 0.
    ///
    /// ```
    /// use fazhi::model::Quantity;
    /// let interval = Quantity::parse("2.2万件").unwrap().interval();
    /// assert_eq!((interval.lower, interval.upper), (21_500.into(), 22_500.into()));
    /// assert!(!interval.contains(22_500.into()));
    /// ```
    pub fn interval(&self) -> Interval {
        let step = self.step();
        let below = if is_power_of_ten(self.number) { step / Decimal::TWO } else { step };
        let (lower, upper, closed) = match self.approximation {
            Approximation::Exact => match self.precision() {
                None => return Interval::exact(self.value()),
                Some(half) => (self.number.saturating_sub(half), self.number.saturating_add(half), false),
            },
            Approximation::About => (self.number.saturating_sub(below), self.number.saturating_add(step), true),
            Approximation::Nearly => (self.number.saturating_sub(below), self.number, true),
            Approximation::Over => (self.number, self.number.saturating_add(step), false),
        };
        Interval { lower: lower.saturating_mul(self.scale), upper: upper.saturating_mul(self.scale), closed }
    }

    /// Half of the last digit, where the number can be a rounded one: it has decimals, a scale, or is a rate.
    fn precision(&self) -> Option<Decimal> {
        let rounded = self.number.scale() > 0
            || self.scale > Decimal::ONE
            || ["%", "‰", unit::POINTS, "倍"].contains(&&*self.unit);
        rounded.then(|| Decimal::new(5, (self.number.scale() + 1).min(28)))
    }

    /// One in the place of the last digit that is not 0: 100 for 3200, 0.1 for 2.2; 1 for 0.
    fn step(&self) -> Decimal {
        let normal = self.number.normalize();
        let mut mantissa = normal.mantissa().unsigned_abs();
        let mut step = Decimal::new(1, normal.scale());
        while mantissa != 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            step = step.saturating_mul(Decimal::TEN);
        }
        step
    }

    /// The number rounded half up to `decimals`, an all-zero tail dropped; a rate becomes 100% or 0% only when it is
    /// exactly that (domain: the desk).
    pub fn rounded(number: Decimal, decimals: u32, unit: &str) -> Decimal {
        let decimals = decimals.min(20);
        // What a quotient leaves in the last places is no difference: 1/3 + 2/3 is 1.
        let exact = number.round_dp(20);
        let mut rounded = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        if unit == unit::PERCENT && rounded != exact && (rounded == Decimal::ONE_HUNDRED || rounded.is_zero()) {
            let last = Decimal::new(1, decimals);
            rounded = if exact < rounded { rounded - last } else { rounded + last };
        }
        if rounded.fract().is_zero() {
            return rounded.trunc();
        }
        rounded.rescale(decimals);
        rounded
    }
}

/// Whether a number is 1, 10, 100, … or 0.1, 0.01, …
fn is_power_of_ten(number: Decimal) -> bool {
    let mut mantissa = number.mantissa();
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
    }
    mantissa == 1
}
