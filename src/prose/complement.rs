//! What is and what is not, side by side: 收到96件，已受理84件，未受理12件.

use rust_decimal::Decimal;

use super::digits::one_digit_mends;
use super::relation::{Operation, Relation};
use super::unsure::is_compared;
use super::{Mention, Prose, is_counted};
use crate::model::Verdict;

/// Words that make of what is what is not, each with the words that stand there of what is.
const NOT: [(&str, &[&str]); 5] =
    [("未", &["已", ""]), ("不予", &["予以", "决定", ""]), ("不", &[""]), ("无", &["有"]), ("非", &[""])];

/// Quantities in front of the two that may be what they divide.
const TRIED: usize = 4;

/// Adds the wholes that what is and what is not should make, where no other reading makes them.
pub(super) fn add(prose: &Prose, found: &mut Vec<Relation>) {
    for sentence in prose.sentences.iter().filter(|sentence| sentence.mentions.len() > 2) {
        for second in sentence.mentions.clone().skip(2) {
            if !may_be_not(prose, second) && !may_be_not(prose, second - 1) {
                continue;
            }
            if let Some(relation) = divided(prose, sentence.mentions.start, second, found) {
                found.push(relation);
            }
        }
    }
}

/// Whether the words in front of a quantity may begin with one of what is not; most do not.
fn may_be_not(prose: &Prose, index: usize) -> bool {
    let words = prose.text[prose.mentions[index].before.clone()].trim_start_matches(['，', '、', ' ']);
    words.starts_with(['未', '不', '无', '非', '其', '和'])
}

/// The whole that a quantity and the one in front of it divide, where they do not add up to it.
fn divided(prose: &Prose, start: usize, second: usize, found: &[Relation]) -> Option<Relation> {
    let first = second - 1;
    let mention = |index: usize| &prose.mentions[index];
    let is_like =
        |index: usize| prose.is_like(mention(index), mention(second)) && is_counted(&mention(index).quantity.unit);
    if !is_like(first) || !are_opposite(prose, mention(first), mention(second)) {
        return None;
    }
    // A part of a list that adds up is the whole of nothing here.
    let is_part = |index: usize| {
        let sums = found.iter().filter(|sum| sum.operation == Operation::Sum && sum.verdict == Verdict::Holds);
        sums.into_iter().any(|sum| sum.terms.contains(&index))
    };
    let can_be = |index: &usize| is_like(*index) && !is_part(*index) && !is_compared(prose, mention(*index));
    let wholes: Vec<usize> = (start..first).rev().filter(can_be).take(TRIED).collect();
    let is_told = |index: usize| found.iter().any(|other| other.stated == index && other.operation == Operation::Sum);
    let (one, other) = (mention(first).exact()?, mention(second).exact()?);
    let sum = one.checked_add(other)?;
    let totals: Vec<i64> = wholes.iter().filter_map(|whole| mention(*whole).exact()).collect();
    let makes = |parts: i64| totals.contains(&parts);
    // A third may stand beside them: 采纳70条，未采纳3条，部分采纳2条.
    let beside = [second + 1, first.wrapping_sub(1)];
    let third = |index: &usize| prose.mentions.get(*index).and_then(Mention::exact);
    if makes(sum) || beside.iter().filter_map(third).any(|third| makes(sum.saturating_add(third))) {
        return None;
    }
    let &whole = wholes.first().filter(|whole| !is_told(**whole))?;
    let total = mention(whole).exact().filter(|total| *total > 0)?;
    let off = (total - sum).saturating_abs().saturating_mul(100) / total;
    (off <= FAR && one_digit_mends(total, &[one, other]))
        .then(|| Relation::sum(whole, vec![first, second], Decimal::from(sum), Verdict::CannotTell))
}

/// How far, in hundredths of the whole, the two may be off.
const FAR: i64 = 30;

/// Whether one of two quantities is of what the other is not of.
fn are_opposite(prose: &Prose, one: &Mention, other: &Mention) -> bool {
    let (one, other) = (prose.name(one), prose.name(other));
    is_not(one, other) || is_not(other, one)
}

/// Whether a name says that what another names is not: 未受理 and 已受理.
fn is_not(not: &str, is: &str) -> bool {
    NOT.iter().any(|(word, opposites)| {
        let Some(core) = not.strip_prefix(word).filter(|core| core.chars().nth(1).is_some()) else { return false };
        opposites.iter().any(|opposite| is.strip_prefix(opposite).is_some_and(|rest| rest == core))
    })
}
