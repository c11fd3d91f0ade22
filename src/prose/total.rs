//! Wholes and their parts: 其中, 包括, 分为, a list behind a whole or in front of a sum.
//!
//! A list need not be complete, so parts that come to less than the whole prove nothing by themselves. They do where
//! nothing can be left over: a remainder (其他), a division (分为), categories that are known to be all there are; and
//! where chance does not make a difference as small or as round as the one found.

mod mismatch;
mod sets;

pub(super) use sets::Sets;

use std::cell::LazyCell;
use std::ops::Range;

use mismatch::failing;
use rust_decimal::Decimal;

use super::Prose;
use super::evidence::Evidence;
use super::list::{Lead, List};
use super::relation::Relation;
use crate::model::{Interval, Verdict};

/// How a list can be read so that it adds up.
enum Reading {
    Holds(Relation),
    /// Only some of its parts do, or to another whole than the nearest, though it looks complete.
    InPart,
    None,
}

/// Finds the wholes of a text with their parts.
pub(super) fn totals(prose: &Prose, lists: &[List]) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    let mut open = Vec::new();
    let mut sets: Option<Sets> = None;
    for list in lists.iter().filter(|list| list.parts.len() > 1 || list.lead == Lead::Among) {
        let sentence = prose.mentions[list.parts[0]].sentence;
        let sets = match &sets {
            Some(known) if known.sentence == sentence => known,
            _ => sets.insert(Sets::of(prose, sentence)),
        };
        match holding(prose, list, sets) {
            Reading::Holds(relation)
                if found.iter().any(|other| other.stated == relation.stated && other.terms == relation.terms) => {}
            Reading::Holds(relation) => found.push(relation),
            Reading::InPart => {
                open.extend(failing(prose, list, sets).map(|(relation, sure)| (relation.doubted(), sure)))
            }
            Reading::None => open.extend(failing(prose, list, sets)),
        }
    }
    let holding = found.len();
    for (relation, is_complete) in open {
        // What holds in one reading is not accused in another; the whole of one complete list is that of the next too.
        let shares_terms = |other: &Relation| relation.terms.iter().any(|term| other.terms.contains(term));
        let is_told = |other: &Relation| {
            other.stated == relation.stated && is_beside(other, &relation) && (!is_complete || shares_terms(other))
                || relation.terms.iter().all(|term| other.terms.contains(term))
        };
        if !found[..holding].iter().any(is_told)
            && !found[holding..].iter().any(|other| other.stated == relation.stated)
        {
            found.push(relation);
        }
    }
    found
}

/// Whether the parts of two sums stand on one side of their whole: a sum behind its parts may be divided anew.
fn is_beside(one: &Relation, other: &Relation) -> bool {
    let is_in_front = |relation: &Relation| relation.terms.first().is_some_and(|term| *term < relation.stated);
    is_in_front(one) == is_in_front(other)
}

/// A reading of the list that adds up.
fn holding(prose: &Prose, list: &List, sets: &Sets) -> Reading {
    // A complete list adds up as a whole or not at all.
    let evidence = LazyCell::new(|| Evidence::of(prose, list, sets));
    let least = LazyCell::new(|| evidence.least(list));
    let mut holds_in_part = false;
    for &whole in &list.wholes {
        let stated = prose.mentions[whole].quantity.interval();
        let like =
            |part: &usize| list.is_of_documents(prose) || prose.is_like(&prose.mentions[whole], &prose.mentions[*part]);
        let alike: Vec<usize> = list.parts.iter().copied().filter(like).collect();
        // 个 and 名 in one list are added too: 奖状379个、奖章1462名.
        for parts in [&alike, &list.parts] {
            for (run, sum) in runs(prose, list.lead, &stated, parts) {
                let is_complete = least.is_none_or(|count| run.start == 0 && run.end >= count)
                    || evidence.is_whole_alone(prose, &parts[run.clone()]);
                let is_nearest = || Evidence::nearest(prose, list).is_none_or(|nearest| nearest == whole);
                if is_complete && (!evidence.is_soft() || is_nearest()) {
                    return Reading::Holds(Relation::sum(whole, parts[run].to_vec(), sum, Verdict::Holds));
                }
                holds_in_part |= evidence.is_soft();
            }
            if list.lead == Lead::Plain || alike.len() == list.parts.len() || alike.is_empty() {
                break;
            }
        }
    }
    if holds_in_part { Reading::InPart } else { Reading::None }
}

/// The runs of two parts or more that add up to the whole, and what they come to: of a plain list only those from
/// its first part on, of one that closes with its whole only those up to its last.
fn runs(prose: &Prose, lead: Lead, stated: &Interval, parts: &[usize]) -> Vec<(Range<usize>, Decimal)> {
    let is_plain = lead == Lead::Plain;
    let starts = if is_plain { 1.min(parts.len()) } else { parts.len() };
    let mut found = Vec::new();
    for start in 0..starts {
        let mut sum = Interval::exact(Decimal::ZERO);
        for end in start..parts.len() {
            sum = sum.plus(&prose.mentions[parts[end]].quantity.interval());
            let is_closed = lead != Lead::Closing || end + 1 == parts.len();
            let holds = match stated.is_exact() && sum.is_exact() {
                true => *stated == sum,
                false => !is_plain && stated.overlaps(&sum),
            };
            if end > start && is_closed && holds {
                found.push((start..end + 1, sum.lower));
            }
            if sum.lower > stated.upper {
                break;
            }
        }
    }
    found
}
