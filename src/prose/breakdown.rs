//! Several rates of one base that is not told, or told wrong.

use rust_decimal::Decimal;

use super::Prose;
use super::digits::{integer, is_share, slips_of};
use super::near::{Near, is_next};
use super::rate::{Form, relation};
use super::relation::{Relation, is_cut};
use crate::model::Verdict;
use crate::model::quantity::Approximation;

/// Decimals that rates of one base have together, so that chance does not make them all.
const SHARED_DECIMALS: u32 = 4;
/// Rates of one sentence; of more nothing is said.
const MOST: usize = 16;

/// A rate that nothing near it makes, with what stands right in front of it.
struct Lone {
    stated: usize,
    counted: usize,
    count: i64,
}

/// Adds what is wrong of the rates that no base was found for.
pub(super) fn add(prose: &Prose, open: &[(usize, Form, Near)], found: &mut Vec<Relation>) {
    let lone = |(stated, form, near): &(usize, Form, Near)| {
        let rate = &prose.mentions[*stated].quantity;
        let is_told = found.iter().any(|relation| relation.stated == *stated);
        let counted = near.counted(prose, *stated, form).filter(|counted| is_next(prose, *stated, *counted))?;
        let count = integer(prose.mentions[counted].quantity.value())?;
        let is_fine = rate.approximation == Approximation::Exact && rate.number != Decimal::ONE_HUNDRED;
        (is_fine && !is_told).then_some(Lone { stated: *stated, counted, count })
    };
    let alone: Vec<Lone> = open.iter().filter_map(lone).collect();
    let sentence = |lone: &Lone| prose.mentions[lone.stated].sentence;
    let mut more = Vec::new();
    for group in alone.chunk_by(|one, other| sentence(one) == sentence(other)) {
        if (2..=MOST).contains(&group.len()) {
            more.extend(of_their_sum(prose, group).map_or_else(|| of_one_base(prose, group), |wrong| vec![wrong]));
        }
    }
    found.extend(more);
}

/// Shares of what they come to, all but one of which are right, or would be if one digit of what it counts were another.
fn of_their_sum(prose: &Prose, group: &[Lone]) -> Option<Relation> {
    let sum = group.iter().try_fold(0_i64, |sum, lone| sum.checked_add(lone.count))?;
    let stated = |lone: &Lone| prose.mentions[lone.stated].quantity.interval();
    let holds = |lone: &Lone, count: i64, sum: i64| is_share(&stated(lone), count, sum);
    let is_alike =
        group.windows(2).all(|pair| prose.is_like(&prose.mentions[pair[0].counted], &prose.mentions[pair[1].counted]));
    if !is_alike || group.len() < LEAST || sum <= 0 {
        return None;
    }
    let rate = |lone: &Lone| prose.mentions[lone.stated].quantity.number;
    let share = |lone: &Lone| Decimal::from(lone.count * 100).checked_div(Decimal::from(sum)).unwrap_or_default();
    let is_cut = |lone: &&Lone| is_cut(share(lone), &prose.mentions[lone.stated].quantity);
    let wrong: Vec<&Lone> = group.iter().filter(|lone| !holds(lone, lone.count, sum)).collect();
    let count = |other: &Lone, lone: &Lone, slip: i64| if other.counted == lone.counted { slip } else { other.count };
    let mends = |lone: &Lone, slip: i64| {
        let sum = sum - lone.count + slip;
        sum > 0 && group.iter().all(|other| holds(other, count(other, lone, slip), sum))
    };
    // Shares that come to 100% were rounded so that they do.
    let is_close = |lone: &&Lone| (share(lone) - rate(lone)).abs() <= Decimal::new(1, rate(lone).scale());
    if group.iter().map(rate).sum::<Decimal>() == Decimal::ONE_HUNDRED && wrong.iter().all(is_close) {
        return None;
    }
    // What is right of all the others is no chance.
    let told = match wrong[..] {
        [] => return None,
        [lone] => lone,
        _ if wrong.iter().all(is_cut) => return None,
        _ => group.iter().find(|lone| slips_of(lone.count).any(|slip| mends(lone, slip)))?,
    };
    let terms = std::iter::once(told.counted).chain(group.iter().map(|lone| lone.counted)).collect();
    let relation = relation(prose, told.stated, told.counted, told.counted, Verdict::Fails);
    Some(Relation { terms, computed: share(told), ..relation }.cut_if(wrong.len() == 1 && is_cut(&told)))
}

/// Shares that tell one another's whole.
const LEAST: usize = 3;

/// Rates that are all right if one digit of one quantity near them were another: that may be their base.
fn of_one_base(prose: &Prose, group: &[Lone]) -> Vec<Relation> {
    let value = |index: usize| integer(prose.mentions[index].quantity.value());
    let scale = |lone: &Lone| prose.mentions[lone.stated].quantity.number.scale();
    let makes = |base: i64| {
        group.iter().all(|lone| is_share(&prose.mentions[lone.stated].quantity.interval(), lone.count, base))
    };
    let sum = group.iter().fold(0_i64, |sum, lone| sum.saturating_add(lone.count));
    // They are of what they come to, or of what is told elsewhere.
    let has_base =
        || makes(sum) || prose.mentions.iter().any(|other| integer(other.quantity.value()).is_some_and(makes));
    if group.iter().map(scale).sum::<u32>() < SHARED_DECIMALS || has_base() {
        return Vec::new();
    }
    let is_like = |base: &usize| prose.is_like(&prose.mentions[*base], &prose.mentions[group[0].counted]);
    let slipped = |base: &usize| value(*base).is_some_and(|base| slips_of(base).any(makes));
    let near = Near::of(prose, group[0].stated);
    let base = near.all().find(|base| is_like(base) && *base != group[0].counted && slipped(base));
    let doubt = |lone: &Lone, base: usize| relation(prose, lone.stated, lone.counted, base, Verdict::CannotTell);
    base.map_or_else(Vec::new, |base| group.iter().map(|lone| doubt(lone, base)).collect())
}
