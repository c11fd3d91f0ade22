//! The whole of a list, and the base that several rates share.

use super::closing::is_joined_closing;
use super::list::{Lead, List};
use super::near::is_next;
use super::rate::{ALL, Form};
use super::relation::Relation;
use super::unsure::is_compared;
use super::{Prose, base};

/// The whole of the list that a quantity is in.
pub(super) fn whole_of(prose: &Prose, lists: &[List], counted: usize) -> Option<usize> {
    let within = || {
        // 全县187个村中仍有23个没有配备.
        let before = counted.checked_sub(1)?;
        let (one, other) = (&prose.mentions[before], &prose.mentions[counted]);
        let words = &prose.text[one.after.clone()];
        (one.clause == other.clause && words.contains('中') && prose.is_like(one, other)).then_some(before)
    };
    if let Some(whole) = within() {
        return Some(whole);
    }
    let list = lists.iter().find(|list| {
        matches!(list.lead, Lead::Among | Lead::Parentheses | Lead::Colon | Lead::Divided)
            && !list.is_two_sentences
            && list.parts.contains(&counted)
    })?;
    let is_like = |whole: &&usize| {
        let whole = &prose.mentions[**whole];
        prose.is_like(whole, &prose.mentions[counted]) && !is_compared(prose, whole)
    };
    let mut wholes = list.wholes.iter().filter(is_like);
    let whole = *wholes.next()?;
    let value = |index: usize| prose.mentions[index].quantity.value();
    // 建议73件，提案128件，共201件，其中…: the sum is meant, not what it is of.
    if is_sum(prose, whole, counted) {
        return Some(whole);
    }
    wholes.all(|other| value(*other) == value(whole)).then_some(whole)
}

/// Whether a quantity says that it is what those in front of it come to.
pub(super) fn is_sum(prose: &Prose, index: usize, counted: usize) -> bool {
    let mention = &prose.mentions[index];
    is_joined_closing(prose.text[mention.before.clone()].trim_matches(['，', ' ']))
        && prose.is_like(mention, &prose.mentions[counted])
        && index
            .checked_sub(1)
            .is_some_and(|before| prose.is_like(&prose.mentions[before], mention) && is_next(prose, before, index))
}

/// The base that two other rates of the sentence share, each with the quantity right in front of it.
pub(super) fn sibling_base(
    prose: &Prose,
    holding: &[Relation],
    form: &Form,
    stated: usize,
    counted: usize,
) -> Option<usize> {
    let label = base::words_of(prose, counted);
    let is_own = match form {
        Form::Rate(stem) => label.contains(*stem),
        Form::Proportion(stem) => label.contains(*stem),
        Form::Share(base) => ALL.contains(base),
        Form::ShareOf(_) => false,
    };
    if !is_own || !is_next(prose, stated, counted) {
        return None;
    }
    let sentence = prose.mentions[stated].sentence;
    let fine = |index: usize| prose.mentions[index].quantity.number.scale() >= 1;
    let siblings: Vec<&Relation> = holding
        .iter()
        .filter(|sibling| prose.mentions[sibling.stated].sentence == sentence && fine(sibling.stated))
        .filter(|sibling| is_next(prose, sibling.stated, sibling.terms[0]) && sibling.terms[0] < sibling.stated)
        .collect();
    let base = siblings.first()?.terms[1];
    let value = |index: usize| prose.mentions[index].quantity.value();
    let is_shared = siblings.len() > 1 && siblings.iter().all(|sibling| value(sibling.terms[1]) == value(base));
    (is_shared && prose.is_like(&prose.mentions[base], &prose.mentions[counted])).then_some(base)
}
