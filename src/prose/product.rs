//! Products that a sentence states whole: 377个村每村3名，共1131名.

use super::closing::CLOSINGS;
use super::digits::one_slip_makes;
use super::{Mention, Prose, mean, only};
use crate::model::Quantity;
use crate::model::interval::Interval;

/// So many, so much each, so much in all.
#[derive(Clone, Debug)]
pub struct Product<'p> {
    pub count: &'p Mention,
    pub each: &'p Mention,
    pub total: &'p Mention,
    /// What `count` times `each` may be.
    pub computed: Interval,
    /// More than these may be in the total.
    pub is_doubtful: bool,
}

/// The products of a text, those that hold too.
pub fn products<'p>(prose: &'p Prose) -> Vec<Product<'p>> {
    if !prose.text.contains(['每', '均']) {
        return Vec::new();
    }
    let with_each = |sentence: &&super::Sentence| prose.text[sentence.range.clone()].matches('每').count() == 1;
    let mut sentences = prose.sentences.iter().filter(|sentence| sentence.mentions.len() > 2);
    let found = sentences.by_ref().filter(with_each).filter_map(|sentence| {
        let at = sentence.range.start + prose.text[sentence.range.clone()].find('每')?;
        product(prose, &prose.mentions[sentence.mentions.clone()], at)
    });
    found.chain(mean::means(prose)).collect()
}

/// The product around a 每 at `at`.
fn product<'p>(prose: &'p Prose, mentions: &'p [Mention], at: usize) -> Option<Product<'p>> {
    let behind = mentions.partition_point(|mention| mention.range.start < at);
    let (before, after) = mentions.split_at(behind);
    let each = after.first()?;
    // 每村培养 of 每村培养3名.
    let words = prose.text.get(at + '每'.len_utf8()..each.range.start)?;
    let is_one_clause = prose.clause(each).range.start <= at;
    let apart = |mention: &Mention| UNCERTAIN.iter().any(|word| prose.after(mention).starts_with(word));
    if !is_one_clause || UNCERTAIN.iter().any(|word| words.contains(word)) || apart(each) {
        return None;
    }
    if prose.text[..at].ends_with("平均") {
        return None;
    }
    let count = only(before.iter().filter(|count| is_counted(prose, count, words)))?;
    let total = total(prose, each, &after[1..])?;
    let between = &prose.text[count.range.end..total.range.start];
    if OTHERS.iter().any(|word| between.contains(word)) {
        return None;
    }
    let product = |count: &Quantity, each: &Quantity| count.interval().times(&each.interval());
    let computed = product(&count.quantity, &each.quantity)?;
    let own = &prose.text[prose.clause(total).range.start.max(each.range.end)..total.range.start];
    let is_doubtful = TIMES.iter().chain(&["累计"]).any(|word| own.contains(word));
    // What no wrong digit explains has others in it.
    let makes = |count: &Quantity, each: &Quantity, total: &Quantity| {
        product(count, each).is_some_and(|computed| computed.overlaps(&total.interval()))
    };
    let (one, every, all) = (&count.quantity, &each.quantity, &total.quantity);
    let is_explained = || makes(one, every, all) || one_slip_makes([one, every, all], makes);
    (!is_doubtful || is_explained()).then_some(Product { count, each, total, computed, is_doubtful })
}

/// Words that make of a number no number for each one.
const UNCERTAIN: [&str; 14] = [
    "至少",
    "不少于",
    "不低于",
    "以上",
    "平均",
    "最多",
    "不超过",
    "原则上",
    "左右",
    "以内",
    "以下",
    "或",
    "至",
    "不等",
];

/// Words of the time of a total.
const TIMES: [&str; 6] = ["全年", "今年", "本年度", "本年", "年内", "年度"];

/// Words that bring others into a total, or leave some out.
const OTHERS: [&str; 8] = ["其中", "另", "其他", "其余", "加上", "此外", "除", "部分"];

/// Whether 每村 is each of what is counted: by its unit (期, 户) or by the word behind it (个行政村).
pub(super) fn is_counted(prose: &Prose, count: &Mention, words: &str) -> bool {
    let words = words.strip_prefix('一').unwrap_or(words);
    let unit = count.quantity.unit.as_str();
    if unit.is_empty() || count.quantity.is_rate() {
        return false;
    }
    let noun = prose.after(count);
    let noun = &noun[..noun.find(['（', '(', '、', '和', '每']).unwrap_or(noun.len())];
    if unit == "个" {
        let words = words.strip_prefix('个').unwrap_or(words);
        return (1..=LONGEST).any(|length| ending(noun, length).is_some_and(|ending| words.starts_with(ending)));
    }
    words.starts_with(unit)
}

/// Characters of a noun that 每 may take: 村 of 行政村, 乡镇.
const LONGEST: usize = 4;

/// The last characters of a word, where it has as many.
fn ending(word: &str, length: usize) -> Option<&str> {
    let (at, _) = word.char_indices().rev().nth(length - 1)?;
    Some(&word[at..])
}

/// The number in all: of the next two clauses, opened by 共.
fn total<'p>(prose: &'p Prose, each: &Mention, after: &'p [Mention]) -> Option<&'p Mention> {
    let total = after.first().filter(|total| total.clause.abs_diff(each.clause) <= 2)?;
    let start = prose.clause(total).range.start.max(each.range.end);
    let words = prose.text.get(start..total.range.start)?.trim();
    let persons = |mention: &Mention| matches!(prose.unit(mention), "人" | "名" | "人次");
    let is_like = prose.is_like(each, total) || persons(each) && persons(total);
    let words = TIMES.iter().find_map(|time| words.strip_prefix(time)).unwrap_or(words);
    let is_named = CLOSINGS.iter().chain(&["累计"]).any(|word| words.starts_with(word));
    (is_like && is_named).then_some(total)
}
