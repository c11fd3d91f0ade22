//! The rate of what was done among all there was: 上年结转35件，新收612件，结案598件，未结49件，结案率92.4%.

use rust_decimal::Decimal;

use super::Prose;
use super::relation::{Operation, Relation, is_cut};
use super::share::is_slip_of;
use crate::model::quantity::Approximation;
use crate::model::{Verdict, unit};

/// Adds the rate behind a balance that holds, in place of doubts about it.
pub(super) fn add(prose: &Prose, balance: &Relation, relations: &mut Vec<Relation>) {
    let is_doubt = |relation: &Relation| relation.verdict != Verdict::Holds;
    relations.retain(|relation| !is_doubt(relation) || !is_rate_of(prose, balance, relation.stated));
    relations.extend(rate(prose, balance, relations));
}

/// The rate of what was done among all there was, behind a balance that holds: 结案率.
fn rate(prose: &Prose, balance: &Relation, relations: &[Relation]) -> Option<Relation> {
    let [brought, came, done] = balance.terms[..] else { return None };
    // Behind what was done, or behind what is left.
    let end = prose.mentions.len().min(done.max(balance.stated) + 3);
    let stated = (done + 1..end).find(|index| is_rate_of(prose, balance, *index))?;
    let value = |index: usize| prose.mentions[index].exact();
    let rate = &prose.mentions[stated].quantity;
    let all = value(brought)? + value(came)?;
    let computed = Decimal::from(value(done)?).saturating_mul(Decimal::ONE_HUNDRED).checked_div(Decimal::from(all))?;
    let is_told = relations.iter().any(|relation| relation.stated == stated);
    let holds = rate.interval().contains(computed);
    let is_slip = rate.approximation == Approximation::Exact && rate.number.scale() > 0 && is_slip_of(rate, computed);
    let verdict = if holds { Verdict::Holds } else { Verdict::Fails };
    (!is_told && (holds || is_slip)).then(|| {
        let relation = Relation::of(Operation::Share, stated, vec![done, brought, came], computed, verdict);
        relation.cut_if(!holds && is_cut(computed, rate))
    })
}

/// Whether a quantity is the rate of what a balance says was done.
fn is_rate_of(prose: &Prose, balance: &Relation, index: usize) -> bool {
    let (rate, left) = (&prose.mentions[index], &prose.mentions[balance.stated]);
    let name = prose.name(rate);
    rate.quantity.unit == unit::PERCENT
        && rate.sentence == left.sentence
        && ["结案率", "办结率", "审结率"].contains(&name)
}
