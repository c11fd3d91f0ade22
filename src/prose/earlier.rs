//! Shares of a whole that the sentence before tells: 受理50件。其中，维持19件，占38%.

use super::Prose;
use super::base::Base;
use super::list::{Lead, List};
use super::near::is_next;
use super::rate::{ALL, Form};
use super::relation::Relation;
use super::unsure::is_compared;

/// The whole of a share, in the sentence before the list that its count is in.
///
/// It is sure where another share of the list is of it too: 维持 may be of what was decided, not of what came in.
pub(super) fn whole_before(
    prose: &Prose,
    lists: &[List],
    holding: &[Relation],
    form: &Form,
    stated: usize,
    counted: usize,
) -> Option<Base> {
    let is_plain = matches!(form, Form::Share(base) if ALL.contains(base)) || matches!(form, Form::Proportion(""));
    // 占5.5%的新增比例
    let is_of_more = prose.text[prose.mentions[stated].after.clone()].starts_with('的');
    if !is_plain || is_of_more || !is_next(prose, stated, counted) {
        return None;
    }
    let list = lists.iter().find(|list| list.is_two_sentences && list.parts.contains(&counted))?;
    let is_like = |whole: &usize| {
        let whole = &prose.mentions[*whole];
        prose.is_like(whole, &prose.mentions[counted]) && !is_compared(prose, whole)
    };
    let wholes: Vec<usize> = list.wholes.iter().copied().filter(is_like).collect();
    let value = |index: usize| prose.mentions[index].quantity.value();
    let is_shared = |whole: &usize| {
        holding.iter().any(|other| {
            list.parts.contains(&other.terms[0])
                && is_next(prose, other.stated, other.terms[0])
                && other.terms.get(1).is_some_and(|base| value(*base) == value(*whole))
        })
    };
    if let Some(whole) = wholes.iter().copied().find(is_shared) {
        return Some(Base { is_doubtful: list.lead == Lead::Plain, is_shared: true, ..Base::whole(whole) });
    }
    let &first = wholes.first()?;
    let is_one = wholes.iter().all(|whole| value(*whole) == value(first));
    is_one.then_some(Base { is_doubtful: true, ..Base::whole(first) })
}
