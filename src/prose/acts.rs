//! Sums behind parts that tell the same act of several: 市本级受理32件，县区受理186件，全市共受理218件.

use super::closing::CLOSINGS;
use super::relation::{Operation, Relation};
use super::unsure::is_compared;
use super::{Prose, is_counted};
use crate::model::Verdict;

/// Bytes of what may stand before them: 市县两级.
const LONGEST_SCOPE: usize = 12;
/// Characters of an act.
const ACT: usize = 2;
/// Words that make of an act another one, or of the parts no parts.
const OTHER: [&str; 10] = ["其中", "其余", "每", "各", "均", "累计", "以来", "未", "不", "另"];
/// Words behind a sum that bring others into it.
const MORE: [&str; 6] = ["含", "包括", "另", "还有", "其他", "其余"];

/// Adds the sums of one act, of which nothing is told yet.
pub(super) fn add(prose: &Prose, found: &mut Vec<Relation>) {
    for sentence in prose.sentences.iter().filter(|sentence| sentence.mentions.len() > 2) {
        for stated in sentence.mentions.clone().skip(2) {
            let Some(act) = act(prose, stated) else { continue };
            let is_told = |sum: &Relation| sum.operation == Operation::Sum && sum.stated == stated;
            if !found.iter().any(is_told) {
                found.extend(sum(prose, sentence.mentions.start, stated, act));
            }
        }
    }
}

/// What a sum says was done: 受理行政复议案件 of 全市共受理行政复议案件.
fn act<'t>(prose: &Prose<'t>, stated: usize) -> Option<&'t str> {
    let words = prose.text[prose.mentions[stated].before.clone()].trim_start_matches(['，', '；', ' ']);
    // Most quantities are no sum.
    if !words.contains(['共', '计']) {
        return None;
    }
    let closing = |word: &&str| words.find(*word).map(|at| (at, at + word.len()));
    let (at, end) = CLOSINGS.iter().find_map(closing)?;
    let act = words[end..].trim();
    let is_scope = at <= LONGEST_SCOPE && !words[..at].contains(['，', '；', '、']);
    (is_scope && act.chars().count() >= ACT).then_some(act)
}

/// What the parts in front of a sum come to, where each of them is of its act.
fn sum(prose: &Prose, start: usize, stated: usize, act: &str) -> Option<Relation> {
    let mention = |index: usize| &prose.mentions[index];
    let is_like = |index: &usize| prose.is_like(mention(*index), mention(stated));
    let parts: Vec<usize> = (start..stated).filter(is_like).collect();
    let region = &prose.text[mention(*parts.first()?).before.start..mention(stated).range.end];
    let behind = &prose.text[mention(stated).range.end..prose.sentences[mention(stated).sentence].range.end];
    let is_plain = parts.len() > 1
        && is_counted(&mention(stated).quantity.unit)
        && prose.clause(mention(stated)).depth == 0
        && !OTHER.iter().any(|word| region.contains(word))
        && !MORE.iter().any(|word| behind.contains(word));
    let (at, _) = act.char_indices().nth(ACT).unwrap_or((act.len(), ' '));
    let (verb, object) = act.split_at(at);
    let scope = |index: &usize| {
        let words = prose.before(mention(*index));
        let (scope, own) = words.rsplit_once(verb)?;
        let is_it = object.starts_with(own) || own.starts_with(object);
        (is_it && !scope.is_empty() && !is_compared(prose, mention(*index))).then_some(scope)
    };
    let scopes: Vec<&str> = if is_plain { parts.iter().map(scope).collect::<Option<_>>()? } else { return None };
    let are_apart = scopes.iter().enumerate().all(|(order, scope)| !scopes[..order].contains(scope));
    let is_more = parts.iter().all(|part| mention(*part).exact() < mention(stated).exact());
    let sum = Relation::counted(prose, stated, parts);
    sum.filter(|sum| sum.verdict == Verdict::Holds || are_apart && is_more)
}
