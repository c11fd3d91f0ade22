//! How sure it is that a rate which its quantities do not make is wrong.

use rust_decimal::Decimal;

use super::Prose;
use super::base::Base;
use super::change::direction;
use super::digits::{LARGEST, differ_in_one, integer, is_share, one_slip_makes, slips_of};
use super::rate::relation;
use super::relation::{Operation, Relation, is_cut};
use super::unsure::{OTHER_TIMES, is_compared};
use crate::model::quantity::Approximation;
use crate::model::{Interval, Quantity, Verdict};

/// Words of what is to be reached yet, or was asked for.
pub(super) const GOALS: [&str; 11] =
    ["力争", "确保", "目标", "要求", "计划", "争取", "达标", "规定", "不低于", "不少于", "不高于"];

/// Points a rate may be off and still be meant to be that of the quantities words bind it to.
const FAR: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// A rate that its quantities do not make.
pub(super) fn failing(prose: &Prose, stated: usize, counted: usize, base: Base) -> Option<Relation> {
    let count = |index: usize| prose.mentions[index].exact();
    let (Some(one), Some(other)) = (count(counted), count(base.index)) else {
        return rounded(prose, stated, counted, base);
    };
    if other <= 0 || one < 0 {
        return None;
    }
    if base.is_of_rest {
        return left_over(prose, stated, counted, base.index);
    }
    let relation = relation(prose, stated, counted, base.index, Verdict::Fails);
    let rate = &prose.mentions[stated].quantity;
    let case = Case { rate, one, other, computed: relation.computed };
    let is_proved = case.is_proved(&base) && !base.is_doubtful;
    let sentence = |index: usize| prose.mentions[index].sentence;
    let is_told_together = [counted, base.index].iter().all(|index| sentence(*index) == sentence(stated));
    let is_named = is_told_together && !base.is_whole && !base.is_doubtful;
    let looks_wrong = case.looks_slipped() || is_named && case.looks_off();
    // 应当出庭46件，出庭86件，出庭率100%
    let is_of_all = case.is_all() && (case.is_large() || is_named && !base.may_exceed);
    if !is_proved && (one > other && !is_of_all || !looks_wrong) {
        return None;
    }
    let is_cut = !case.is_all() && is_cut(relation.computed, rate);
    let relation = if is_proved { relation } else { relation.doubted() };
    Some(relation.cut_if(is_cut))
}

/// A rate beside the share that one count is of another.
struct Case<'p> {
    rate: &'p Quantity,
    one: i64,
    other: i64,
    /// The share, in percent.
    computed: Decimal,
}

impl Case<'_> {
    fn is_all(&self) -> bool {
        self.rate.value() == Decimal::ONE_HUNDRED
    }

    /// Whether both counts are long: what differs in one digit is no chance then.
    fn is_large(&self) -> bool {
        self.one >= LONG && self.other >= LONG
    }

    /// Whether one digit of a count makes the rate.
    fn is_mended(&self) -> bool {
        mends(&self.rate.interval(), self.one, self.other)
    }

    /// Whether one digit of any of the three explains it.
    fn is_explained(&self) -> bool {
        self.is_mended() || is_slip_of(self.rate, self.computed)
    }

    /// A slip of one digit is told from chance by a fine rate, or by long numbers that should be equal.
    fn is_slip(&self) -> bool {
        match self.is_all() {
            true => self.is_large() && differ_in_one(self.one, self.other),
            false => self.rate.number.scale() >= 2 && self.is_explained(),
        }
    }

    /// How far the rate is off, in points.
    fn off(&self) -> Decimal {
        (self.computed - self.rate.value()).abs()
    }

    /// Whether the rate is certainly wrong, as far as it is of this base.
    fn is_proved(&self, base: &Base) -> bool {
        let is_low = self.rate.value() < self.computed;
        if self.rate.value() > Decimal::ONE_HUNDRED && self.one <= self.other {
            true
        } else if self.is_all() {
            self.is_slip() && !self.rate.interval().contains(self.computed)
        } else if self.one > self.other {
            self.is_slip() || self.is_large() && self.is_mended()
        } else if base.is_whole && self.off() > Decimal::TEN {
            self.is_slip() || (self.is_large() || base.is_shared) && self.is_explained()
        } else if base.is_settled && !is_low {
            self.is_slip() || self.is_explained()
        } else {
            self.is_slip() || is_low && !base.may_fall_short || !is_low && !base.may_exceed
        }
    }

    fn looks_slipped(&self) -> bool {
        let is_off = self.rate.number.scale() > 0 && self.one <= self.other && is_slip_of(self.rate, self.computed);
        is_off || differ_in_one(self.one, self.other) || self.is_mended()
    }

    /// Whether it is off by more than a rounding and by less than another base would make it.
    fn looks_off(&self) -> bool {
        self.one <= self.other && self.off() >= Decimal::ONE && self.off() <= FAR
    }
}

/// Counts from here on are long.
const LONG: i64 = 1000;

/// A rate of rounded counts that no values they may stand for make: 12.4万件 of 12.6万件.
fn rounded(prose: &Prose, stated: usize, counted: usize, base: Base) -> Option<Relation> {
    let [rate, one, other] = [stated, counted, base.index].map(|index| &prose.mentions[index].quantity);
    let is_exact = [rate, one, other].iter().all(|quantity| quantity.approximation == Approximation::Exact);
    let share = |one: &Quantity, other: &Quantity| {
        one.interval().times(&Interval::exact(Decimal::ONE_HUNDRED)).and_then(|one| one.over(&other.interval()))
    };
    let makes = |rate: &Quantity, one: &Quantity, other: &Quantity| {
        share(one, other).is_none_or(|share| share.overlaps(&rate.interval()))
    };
    if !is_exact || base.is_of_rest || makes(rate, one, other) {
        return None;
    }
    let mends = one_slip_makes([rate, one, other], makes);
    let relation = relation(prose, stated, counted, base.index, Verdict::Fails);
    let is_low = rate.value() < relation.computed;
    let is_proved = !base.is_doubtful && if is_low { !base.may_fall_short } else { !base.may_exceed };
    mends.then(|| if is_proved { relation } else { relation.doubted() })
}

/// A rate of what is not counted, which it is not: 起诉22件 of 审结250件 and a rate of 98.2%.
fn left_over(prose: &Prose, stated: usize, counted: usize, base: usize) -> Option<Relation> {
    let value = |index: usize| integer(prose.mentions[index].quantity.value());
    let (one, other) = (value(counted)?, value(base)?);
    let rate = &prose.mentions[stated].quantity;
    let looks_slipped = one <= other && rate.number.scale() > 0 && mends(&rate.interval(), other - one, other);
    let done = relation(prose, stated, counted, base, Verdict::CannotTell);
    let computed = Decimal::ONE_HUNDRED.saturating_sub(done.computed);
    let is_wrong = looks_slipped && !is_cut(computed, rate) && !rate.interval().contains(computed);
    is_wrong.then_some(Relation { operation: Operation::Rest, computed, ..done })
}

/// Whether the rate would be the computed one if one of its digits were another.
pub(super) fn is_slip_of(rate: &Quantity, computed: Decimal) -> bool {
    let Ok(mantissa) = i64::try_from(rate.number.mantissa()) else { return false };
    if mantissa >= LARGEST {
        return false;
    }
    slips_of(mantissa).any(|slip| {
        let number = Decimal::new(slip, rate.number.scale());
        Quantity { number, ..rate.clone() }.interval().contains(computed)
    })
}

/// Whether the rate would be right if one digit of one of the counts were another.
pub(super) fn mends(rate: &Interval, one: i64, other: i64) -> bool {
    slips_of(one).any(|one| one <= other && is_share(rate, one, other))
        || slips_of(other).any(|other| one <= other && is_share(rate, one, other))
}

/// Whether the words of a rate, of what it counts, or of what lies between them, are of another time: 863件，较上年795件增长
/// 8.6%，其中…412件，占47.7% only tells what the base was.
fn is_of_other_time(prose: &Prose, stated: usize, counted: usize, base: usize) -> bool {
    let is_compared = |index: usize| {
        let mention = &prose.mentions[index];
        let behind = prose.mentions.get(index + 1).is_some_and(|next| direction(prose, next).is_some());
        // 同比下降20%（上年120个）
        let is_of_change =
            prose.clause(mention).anchor.is_some_and(|of| direction(prose, &prose.mentions[of]).is_some());
        direction(prose, mention).is_some() || (behind || is_of_change) && is_compared(prose, mention)
    };
    let between = (base.min(counted) + 1..=stated).filter(|index| ![base, counted, stated].contains(index));
    let is_left_out =
        |clause: &usize| between.clone().any(|index| prose.mentions[index].clause == *clause && is_compared(index));
    let clauses = prose.mentions[base.min(counted)].clause..=prose.mentions[stated].clause;
    clauses.filter(|clause| !is_left_out(clause)).any(|clause| {
        let words = &prose.text[prose.clauses[clause].range.clone()];
        OTHER_TIMES.iter().any(|word| words.contains(word))
    })
}

/// Whether something makes it unsure what the rate is of.
pub(super) fn is_unsure(prose: &Prose, stated: usize, counted: usize, base: usize) -> bool {
    let rate = &prose.mentions[stated];
    let first = base.min(counted);
    let sentence = &prose.text[prose.clause(&prose.mentions[first]).range.start..rate.range.end];
    let between = &prose.text[prose.mentions[counted].range.start..rate.range.end];
    rate.quantity.approximation != Approximation::Exact
        || prose.text[rate.before.clone()].contains(['约', '近', '超'])
        || GOALS.iter().any(|word| sentence.contains(word))
        || OTHER_TIMES.iter().any(|word| sentence.contains(word)) && is_of_other_time(prose, stated, counted, base)
        || ["各", "每"].iter().any(|word| prose.text[prose.mentions[counted].before.clone()].ends_with(word))
        || between.contains(['；', ';'])
        || prose.after(rate).starts_with("以")
}
