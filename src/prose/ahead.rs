//! Rates told ahead of what makes them: 办结率98.5%，受理400件，办结394件.

use rust_decimal::Decimal;

use super::base::{Base, NARROWING, STILL_OPEN, words_of};
use super::near::makes;
use super::rate::{Form, relation};
use super::relation::Relation;
use super::share::{self, GOALS};
use super::tables::{self, RateName};
use super::unsure::{OTHER_TIMES, is_compared};
use super::{Mention, Prose, is_counted};
use crate::model::Verdict;
use crate::model::quantity::Approximation;

/// Words of what was not done, or should have been.
const NOT_DONE: [char; 3] = ['应', '未', '不'];
/// Points a rate may be off: a wrong digit in front makes more than one behind.
const FAR: Decimal = Decimal::from_parts(30, 0, 0, false, 0);
/// Quantities of a sentence that may make the rate.
const TRIED: usize = 24;

/// A rate that the quantities behind it do not make, its base at times in front of it: a question at most, since
/// another scope may be meant.
pub(super) fn failing(prose: &Prose, form: &Form, stated: usize) -> Option<Relation> {
    let Form::Rate(stem) = form else { return None };
    let mention = &prose.mentions[stated];
    let is_open =
        mention.quantity.approximation == Approximation::Exact && mention.quantity.number < Decimal::ONE_HUNDRED;
    let behind = if is_open { counts_behind(prose, stated) } else { return None };
    let &first = behind.first()?;
    let (rate, prefix) = tables::rates().iter().find_map(|rate| Some((rate, rate.before(stem)?)))?;
    if rate.unsettled || rate.rest {
        return None;
    }
    let front = stated.checked_sub(1).filter(|front| is_beside(prose, &prose.mentions[*front], mention, 1));
    // What it is of was told already.
    let is_told = |front: &usize| has(&words_of(prose, *front), &rate.counted);
    if front.as_ref().is_some_and(is_told) {
        return None;
    }
    let second = behind.get(1).map(|second| [(first, *second), (*second, first)]);
    let pairs = second.into_iter().flatten().chain(front.map(|front| (front, first)));
    // 调解成功率98.9%，其中村级调委会调解2130件: a rate of all, and counts of some.
    let is_of_all = |base: usize| base < stated || is_all(&words_of(prose, base), &rate.of, prefix);
    let is_it = |(base, counted): &(usize, usize)| is_pair(prose, rate, prefix, *base, *counted) && is_of_all(*base);
    let (base, counted) = pairs.into_iter().find(is_it)?;
    let region =
        prose.clause(&prose.mentions[base.min(stated)]).range.start..prose.mentions[base.max(counted)].range.end;
    let words = &prose.text[region];
    let sentence = prose.sentences[mention.sentence].range.clone();
    let is_unsure = words.contains(['；', ';'])
        || words.contains("其中")
        || STILL_OPEN.iter().any(|word| prose.text[sentence.clone()].contains(word))
        || GOALS.iter().chain(&OTHER_TIMES).any(|word| words.contains(word));
    if is_unsure || is_made(prose, stated) {
        return None;
    }
    let told = share::failing(prose, stated, counted, Base { is_doubtful: true, ..Base::sure(base) });
    let is_near = |relation: &Relation| (relation.computed - mention.quantity.value()).abs() <= FAR;
    told.filter(is_near).or_else(|| beyond(prose, stated, counted, base).filter(|_| !rate.carried))
}

/// A count above its base, where one digit of the two makes the rate.
fn beyond(prose: &Prose, stated: usize, counted: usize, base: usize) -> Option<Relation> {
    let (one, other) = (prose.mentions[counted].exact()?, prose.mentions[base].exact()?);
    let rate = prose.mentions[stated].quantity.interval();
    let is_it = other > 0 && one > other && share::mends(&rate, one, other);
    is_it.then(|| relation(prose, stated, counted, base, Verdict::CannotTell).doubted())
}

/// The counts right behind a rate, up to the next rate.
fn counts_behind(prose: &Prose, stated: usize) -> Vec<usize> {
    let end = prose.sentences[prose.mentions[stated].sentence].mentions.end;
    let mut last = &prose.mentions[stated];
    let mut found = Vec::new();
    for index in stated + 1..end {
        let mention = &prose.mentions[index];
        // 办结率98.5%，居全市前列，受理400件
        if !is_beside(prose, mention, last, if found.is_empty() { 2 } else { 1 }) {
            break;
        }
        found.push(index);
        last = mention;
    }
    found
}

/// Whether a count stands at most so many clauses from another quantity, on the level of it.
fn is_beside(prose: &Prose, count: &Mention, other: &Mention, clauses: usize) -> bool {
    let (own, near) = (prose.clause(count), prose.clause(other));
    is_counted(&count.quantity.unit)
        && (own.depth, own.anchor) == (near.depth, near.anchor)
        && count.clause.abs_diff(other.clause) <= clauses
        && !is_compared(prose, count)
}

/// Whether words make of two counts those of a rate.
fn is_pair(prose: &Prose, rate: &RateName, prefix: &str, base: usize, counted: usize) -> bool {
    let (of, label) = (words_of(prose, base), words_of(prose, counted));
    let is_narrowed = NARROWING.iter().any(|word| prefix.contains(word) != label.contains(word));
    let is_done = has(&label, &rate.counted)
        && !label.contains(NOT_DONE)
        && scope(&label, &rate.counted).chars().count() <= LONGEST_ACT
        && is_object(&label, &rate.counted, prefix);
    let is_base = has(&of, &rate.of) && (of.contains('应') || !has(&of, &rate.counted));
    prose.is_like(&prose.mentions[base], &prose.mentions[counted]) && is_done && is_base && !is_narrowed
}

fn has(label: &str, words: &[String]) -> bool {
    words.iter().any(|word| label.contains(word.as_str()))
}

/// Words in front of an act that are of all there is.
const ALL: [&str; 12] =
    ["全年", "今年", "本年度", "本年", "年内", "全市", "全县", "全区", "全省", "共计", "共", "依法"];
/// Characters in front of what was done: 调解 of 调解成功.
const LONGEST_ACT: usize = 2;

/// What stands in front of the first of some words, without words that are of all there is.
fn scope<'l>(label: &'l str, words: &[String]) -> &'l str {
    let at = words.iter().filter_map(|word| label.find(word.as_str())).min();
    let mut scope = &label[..at.unwrap_or(0)];
    while let Some(rest) = ALL.iter().find_map(|word| scope.strip_prefix(word)) {
        scope = rest;
    }
    scope
}

/// Whether a base is of all the rate is of: no words narrow it that do not narrow the rate.
fn is_all(label: &str, of: &[String], prefix: &str) -> bool {
    prefix.contains(scope(label, of)) && is_object(label, of, prefix)
}

/// Words of what acts are done to, and of who is counted, that narrow nothing.
const OBJECTS: [&str; 17] = [
    "各类", "案件", "矛盾", "纠纷", "争议", "人员", "人数", "考试", "问题", "意见", "建议", "事项", "申请", "案卷",
    "协议", "各种", "总数",
];

/// Whether what follows an act says no more than the rate does: not 受理一审案件, where the rate is of all cases.
fn is_object(label: &str, words: &[String], prefix: &str) -> bool {
    let ends = words.iter().filter_map(|word| label.find(word.as_str()).map(|at| at + word.len()));
    let object = &label[ends.max().unwrap_or(0)..];
    let mut rest = object;
    while let Some(shorter) = OBJECTS.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest.is_empty() || prefix.contains(object)
}

/// Whether any two counts of its sentence make the rate.
fn is_made(prose: &Prose, stated: usize) -> bool {
    let rate = &prose.mentions[stated];
    let own = prose.sentences[rate.sentence].mentions.clone();
    let counts: Vec<usize> =
        own.filter(|index| is_counted(&prose.mentions[*index].quantity.unit)).take(TRIED).collect();
    let interval = rate.quantity.interval();
    let is_of = |one: usize, other: usize| one != other && makes(prose, &interval, rate, one, other);
    counts.iter().any(|one| counts.iter().any(|other| is_of(*one, *other)))
}
