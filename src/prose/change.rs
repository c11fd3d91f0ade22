//! Changes with the two values they lie between: 由20件增加到25件，增长25%; 25件，比上年的20件增长25%; 25件，增加5件，
//! 增长25%.

mod words;

pub(super) use words::{LAST, direction, ends_with_verb};

use rust_decimal::Decimal;
use words::{VERBS, subject};

use super::known::{self, Known, known};
use super::relation::{Operation, Relation, is_cut};
use super::{Mention, Prose, is_amount, is_counted};
use crate::model::quantity::Approximation;
use crate::model::{Interval, Verdict, unit};

/// A change against last year whose last value the text does not tell: 受理83件，同比增长12%.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The indices of the change and of the value it is said of.
    pub stated: usize,
    pub now: usize,
    pub rises: bool,
}

/// Finds the changes of a text whose two values stand beside them.
pub(super) fn changes(prose: &Prose) -> Vec<Relation> {
    let mut found = Vec::new();
    for (stated, mention) in prose.mentions.iter().enumerate() {
        let is_change =
            ["%", unit::POINTS, "倍"].contains(&&*mention.quantity.unit) || is_amount(&mention.quantity.unit);
        let verb = is_change.then(|| direction(prose, mention)).flatten();
        let is_new = is_change && verb.is_none() && known::is_new_of_two(prose, stated);
        let Some(rises) = verb.or(is_new.then_some(true)) else { continue };
        let Some(known) = known(prose, stated) else { continue };
        if is_amount(&mention.quantity.unit) && !prose.is_like(mention, &prose.mentions[known.now()]) {
            continue;
        }
        let (subject, own) = (subject(prose, mention), &prose.mentions[known.now()]);
        // 由91%提高到97%，胜诉率提高3个百分点 is said of something else.
        let is_own = own.clause == mention.clause || subject.is_empty() || prose.sentence_before(own).contains(subject);
        if is_own {
            // Others may have gone while new ones came.
            let doubt = |relation: Relation| match relation.verdict {
                Verdict::Fails if is_new => relation.doubted(),
                _ => relation,
            };
            found.extend(judge(prose, stated, rises, &known).map(doubt));
        }
    }
    found
}

/// Finds the changes against last year that stand right behind their value.
pub(super) fn comparisons(prose: &Prose) -> Vec<Comparison> {
    let of = |(stated, mention): (usize, &Mention)| {
        let now = stated.checked_sub(1)?;
        let value = prose.mentions.get(now)?;
        let is_rate = value.quantity.is_rate();
        let suits = match mention.quantity.unit.as_str() {
            "%" => !is_rate && is_counted(&value.quantity.unit),
            unit::POINTS => is_rate,
            _ => false,
        };
        let words = &prose.text[mention.before.clone()];
        let is_yearly = || words.contains("同比") || LAST.iter().any(|word| words.contains(word));
        let is_next = value.sentence == mention.sentence && mention.clause.abs_diff(value.clause) <= 1;
        let rises = if suits && is_next && is_yearly() { direction(prose, mention)? } else { return None };
        let is_plain = direction(prose, value).is_none() && subject(prose, mention).is_empty();
        is_plain.then_some(Comparison { stated, now, rises })
    };
    prose.mentions.iter().enumerate().filter_map(of).collect()
}

/// The change between two values, beside what is told of it.
pub(super) fn judge(prose: &Prose, stated: usize, rises: bool, known: &Known) -> Option<Relation> {
    let (operation, terms, computed) = between(prose, stated, rises, known)?;
    let relation = Relation { rises, ..Relation::of(operation, stated, terms, computed, Verdict::Holds) };
    if fits(prose, &relation) {
        return Some(relation);
    }
    // The verb speaks of the other direction: the two values are not those that were meant, where it is not theirs too.
    let is_other_way = computed <= Decimal::ZERO && !is_of_both(prose, known, rises);
    if !may_fail(prose, &relation) || is_other_way {
        return None;
    }
    let failing = match known {
        Known::Any { .. } => relation.doubted(),
        _ => Relation { verdict: Verdict::Fails, ..relation },
    };
    Some(failing.cut_if(is_cut(computed, &prose.mentions[stated].quantity)))
}

/// What is computed of two values for a change told in this unit: from which of them, and what it comes to.
fn between(prose: &Prose, stated: usize, rises: bool, known: &Known) -> Option<(Operation, Vec<usize>, Decimal)> {
    let mention = &prose.mentions[stated];
    let value = |index: usize| prose.mentions[index].quantity.value();
    let is_points = mention.quantity.unit == unit::POINTS;
    let sign = if rises { Decimal::ONE } else { Decimal::NEGATIVE_ONE };
    match *known {
        Known::Both { last, now } | Known::Any { last, now } => {
            let difference = value(now).checked_sub(value(last))?.checked_mul(sign)?;
            let is_difference = match is_points {
                true if !prose.mentions[now].quantity.is_rate() => return None,
                true => true,
                false => is_amount(&mention.quantity.unit),
            };
            Some(match is_difference {
                true => (Operation::Difference, vec![now, last], difference),
                false => (Operation::Growth, vec![now, last], share(difference, value(last), mention)?),
            })
        }
        Known::Step { .. } if is_points => None,
        Known::Step { now, step } => {
            let last = value(now).checked_sub(value(step).checked_mul(sign)?)?;
            Some((Operation::GrowthBy, vec![now, step], share(value(step), last, mention)?))
        }
    }
}

/// Whether a change that its values do not make can be wrong: all of them are exact, and no rate grows by percent.
fn may_fail(prose: &Prose, relation: &Relation) -> bool {
    let quantity = |index: usize| &prose.mentions[index].quantity;
    let is_exact = |index: &usize| {
        let quantity = quantity(*index);
        quantity.approximation == Approximation::Exact
            && (quantity.is_rate() || quantity.interval().lower >= Decimal::ZERO)
    };
    let is_counted_growth =
        relation.operation == Operation::Difference || relation.terms.iter().all(|term| !quantity(*term).is_rate());
    quantity(relation.stated).approximation == Approximation::Exact
        && relation.terms.iter().all(is_exact)
        && is_counted_growth
}

/// Whether the values themselves are told with a verb of that direction: 由95%提高到87%.
fn is_of_both(prose: &Prose, known: &Known, rises: bool) -> bool {
    let Known::Both { last, now } = *known else { return false };
    let words = |index: usize| &prose.text[prose.mentions[index].before.clone()];
    let agrees = |(verb, up): &(&str, bool)| *up == rises && verb.len() > "多".len() && words(now).contains(verb);
    words(last).contains(['由', '从']) && VERBS.iter().any(agrees)
}

/// So many percent, or so many times.
fn share(part: Decimal, base: Decimal, stated: &Mention) -> Option<Decimal> {
    if base <= Decimal::ZERO {
        return None;
    }
    let unit = if stated.quantity.unit == "倍" { Decimal::ONE } else { Decimal::ONE_HUNDRED };
    part.checked_mul(unit)?.checked_div(base)
}

/// Whether the computed change is the stated one, roundings and approximations allowed for.
fn fits(prose: &Prose, relation: &Relation) -> bool {
    let quantity = &prose.mentions[relation.stated].quantity;
    let interval = |index: usize| prose.mentions[index].quantity.interval();
    let stated = quantity.interval();
    let (first, second) = (interval(relation.terms[0]), interval(relation.terms[1]));
    let numbers = relation.terms.iter().chain([&relation.stated]);
    let is_rough = numbers.into_iter().any(|at| prose.mentions[*at].quantity.approximation != Approximation::Exact);
    let reach = match relation.operation {
        Operation::Difference => half_width(&first).saturating_add(half_width(&second)),
        _ if is_rough => relation.computed.abs().checked_div(Decimal::TEN).unwrap_or_default(),
        _ if first.is_exact() && second.is_exact() => Decimal::ZERO,
        _ => {
            let unit = if quantity.unit == "倍" { Decimal::ONE } else { Decimal::ONE_HUNDRED };
            growth_reach(&first, &second, unit).unwrap_or(relation.computed.abs())
        }
    };
    let computed = Interval::exact(relation.computed).widened(reach);
    // 增长3倍 is said of three times as much too.
    let times = computed.plus(&Interval::exact(Decimal::ONE));
    stated.overlaps(&computed) || quantity.unit == "倍" && stated.overlaps(&times)
}

/// Half of what an interval spans.
fn half_width(interval: &Interval) -> Decimal {
    interval.upper.saturating_sub(interval.lower) / Decimal::TWO
}

/// How far a growth may be off by the roundings of its two values, in points or in times.
fn growth_reach(now: &Interval, last: &Interval, unit: Decimal) -> Option<Decimal> {
    let ratio = |one: Decimal, other: Decimal| one.checked_mul(unit)?.checked_div(other);
    let width = ratio(now.upper, last.lower)?.checked_sub(ratio(now.lower, last.upper)?)?;
    (last.lower > Decimal::ZERO).then_some(width / Decimal::TWO)
}
