//! How a figure moved against last year, in the words of the desk.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::quantity::Approximation;
use crate::model::{Quantity, unit};

/// A way of saying it: this year's value, last year's, and the verbs asked for.
pub(super) type Say = fn(&Quantity, &Quantity, Option<Verbs>) -> String;

/// The verb of a rise and that of a fall.
#[derive(Clone, Copy)]
pub(super) struct Verbs {
    rise: &'static str,
    fall: &'static str,
}

impl Verbs {
    const COUNT: Self = Self { rise: "增长", fall: "下降" };
    const RATE: Self = Self { rise: "提高", fall: "下降" };
    const ABSOLUTE: Self = Self { rise: "增加", fall: "减少" };
    const KNOWN: [Self; 6] = [
        Self::COUNT,
        Self { rise: "上升", fall: "下降" },
        Self::ABSOLUTE,
        Self { rise: "提高", fall: "降低" },
        Self { rise: "提升", fall: "下降" },
        Self { rise: "上涨", fall: "下跌" },
    ];

    /// The pair one of whose verbs this is.
    pub fn named(verb: &str) -> Option<Self> {
        Self::KNOWN.into_iter().find(|pair| pair.rise == verb || pair.fall == verb)
    }

    const fn of(self, rises: bool) -> &'static str {
        if rises { self.rise } else { self.fall }
    }
}

/// What stands for no change.
const LEVEL: &str = "与上年持平";

/// 增加24件, 减少3件, 提高2.1个百分点, 与上年持平.
pub(super) fn difference(current: &Quantity, last: &Quantity, verbs: Option<Verbs>) -> String {
    let difference = current.value().saturating_sub(last.value());
    if difference.is_zero() {
        return LEVEL.to_owned();
    }
    let verbs = verbs.unwrap_or(if current.is_rate() { Verbs::RATE } else { Verbs::ABSOLUTE });
    let unit = if current.is_rate() { unit::POINTS } else { &current.unit };
    let number = difference.abs().checked_div(current.scale).unwrap_or_default().normalize();
    let amount = Quantity::computed(number, current.scale, unit, approximation(current, last));
    format!("{}{}", verbs.of(difference > Decimal::ZERO), amount.written)
}

/// 同比增长29.17%, 同比下降5%, 同比提高2.1个百分点, 同比增加3件, 同比增长1.2倍, 与上年持平 (domain: the desk).
pub(super) fn change(current: &Quantity, last: &Quantity, verbs: Option<Verbs>) -> String {
    let (now, before) = (current.value(), last.value());
    if now == before {
        return LEVEL.to_owned();
    }
    // Of a small number a percentage says too much, of 0 nothing.
    if current.is_rate() || before < Decimal::TEN {
        return format!("同比{}", difference(current, last, verbs.filter(|_| current.is_rate())));
    }
    let Some(growth) = now.saturating_sub(before).checked_div(before) else {
        return format!("同比{}", difference(current, last, None));
    };
    let verb = verbs.unwrap_or(Verbs::COUNT).of(growth > Decimal::ZERO);
    let approximation = approximation(current, last);
    let amount = if growth >= Decimal::ONE {
        let times = growth.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize();
        Quantity::computed(times, Decimal::ONE, "倍", approximation)
    } else {
        let percent = Quantity::rounded(growth.abs().saturating_mul(Decimal::ONE_HUNDRED), 2, unit::PERCENT);
        Quantity::computed(percent, Decimal::ONE, unit::PERCENT, approximation)
    };
    format!("同比{verb}{}", amount.written)
}

/// What comes of two numbers one of which is approximate is approximate.
fn approximation(one: &Quantity, other: &Quantity) -> Approximation {
    let exact = |quantity: &Quantity| quantity.approximation == Approximation::Exact;
    if exact(one) && exact(other) { Approximation::Exact } else { Approximation::About }
}
