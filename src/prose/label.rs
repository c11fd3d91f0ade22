//! What a clause counts, when it counts one thing and says all of it: 全县行政执法人员1658名.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Mention, Prose};
use crate::model::unit;
use crate::outline::Source;
use crate::outline::numbering::leading_mark;
use crate::yaml::plain;

/// Nouns that name one quantity of a report.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantities {
    pub source: Source,
    pub nouns: Vec<String>,
    /// Those that do so where the clause names the region.
    pub with_scope: Vec<String>,
}

static QUANTITIES: LazyLock<Quantities> =
    LazyLock::new(|| plain::parse(include_str!("../../templates/prose/quantities.yaml")).expect("a test reads it"));

/// The table.
pub fn quantities() -> &'static Quantities {
    &QUANTITIES
}

/// The clause of a mention without the number and without words that change nothing of what is counted, where that
/// names one quantity of the report in `year`; `None` where anything says that it may be a part, another year, another
/// organ or a change.
pub fn label(prose: &Prose, mention: &Mention, year: Option<i16>) -> Option<String> {
    let clause = prose.clause(mention);
    if clause.depth > 0 || clause.opened == Some('：') {
        return None;
    }
    let (before, after) =
        (&prose.text[clause.range.start..mention.range.start], &prose.text[mention.range.end..clause.range.end]);
    // Any other number in the clause narrows what is counted.
    let is_alone = mention.before.start <= clause.range.start && mention.after.end == clause.range.end;
    let is_rate = mention.quantity.is_rate();
    let is_counted = !mention.quantity.unit.is_empty() && ![unit::POINTS, "倍"].contains(&&*mention.quantity.unit);
    if !is_alone || !is_counted || before.chars().count() + after.chars().count() > LONGEST {
        return None;
    }
    let whole = without_opening(before, year);
    let (scope, own) = without_scope(whole);
    let (own, after) = (stripped(own), after.trim());
    let is_noun = |noun: &String| if after.is_empty() { own.ends_with(noun) } else { after == noun };
    let Quantities { nouns, with_scope, .. } = quantities();
    let is_named = || nouns.iter().any(is_noun) || !scope.is_empty() && with_scope.iter().any(is_noun);
    let names = if is_rate { is_named_rate(own, after) } else { is_named() };
    if !names || own.contains(['、', '“', '《', '（', '(']) || has_year(whole) || has_year(after) {
        return None;
    }
    // What the sentence said so far is of another scope, or a time.
    let lead = &prose.text[prose.sentences[mention.sentence].range.start..clause.range.start];
    let all = &prose.text[clause.range.clone()];
    let is_limited = !without_opening(lead, year).is_empty() || LIMITING.iter().any(|word| all.contains(word));
    (!is_limited).then(|| format!("{scope}{own}#{after}"))
}

/// Characters that the words of a clause have at most.
const LONGEST: usize = 30;

/// Words that make of a number one of a part, another time, an aim or a change.
const LIMITING: [&str; 52] = [
    "其中",
    "上年",
    "去年",
    "同期",
    "累计",
    "以来",
    "截至",
    "截止",
    "月",
    "季度",
    "半年",
    "往年",
    "历年",
    "计划",
    "力争",
    "目标",
    "预计",
    "拟",
    "将",
    "新增",
    "增加",
    "减少",
    "增长",
    "下降",
    "上升",
    "提高",
    "原有",
    "分别",
    "较",
    "比",
    "另",
    "其余",
    "其他",
    "本级",
    "各",
    "每",
    "平均",
    "涉及",
    "涉企",
    "首批",
    "第一批",
    "前",
    "第",
    "由",
    "从",
    "至",
    "达成",
    "余",
    "部分",
    "试点",
    "重点",
    "先后",
];

/// Words that open a clause and change nothing of what it counts.
const OPENING: [&str; 18] = [
    "全年",
    "今年",
    "本年",
    "年内",
    "本年度",
    "一年来",
    "目前",
    "现",
    "已",
    "共",
    "共计",
    "总计",
    "合计",
    "我县",
    "我市",
    "我区",
    "依法",
    "同时",
];

/// What those begin with: most clauses begin otherwise.
const OPENING_CHARACTERS: [char; 14] =
    ['全', '今', '本', '年', '一', '目', '现', '已', '共', '总', '合', '我', '依', '同'];

/// Words between a name and its number.
const LINKING: [&str; 10] = ["共计", "合计", "总计", "达到", "达", "均为", "为", "有", "共", "了"];

/// A text without the mark, the year and the words that it opens with.
fn without_opening(text: &str, year: Option<i16>) -> &str {
    let mut rest = text.trim_matches(EDGES);
    if let Some(mark) = leading_mark(rest) {
        rest = &rest[mark.length..];
    }
    loop {
        let shorter = without_year(rest, year).or_else(|| {
            let opens = rest.starts_with(OPENING_CHARACTERS);
            let opening = OPENING.iter().filter(|word| opens && rest.starts_with(**word));
            rest.strip_prefix(*opening.max_by_key(|word| word.len())?)
        });
        match shorter {
            Some(shorter) => rest = shorter.trim_start_matches(EDGES),
            None => return rest,
        }
    }
}

/// A text without the year it opens with, where it is this one: 2023年.
fn without_year(text: &str, year: Option<i16>) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    rest.strip_prefix('年').filter(|_| year.is_some_and(|year| number.parse() == Ok(year)))
}

const EDGES: &[char] = &['，', ',', '；', ';', '：', ':', ' ', '\u{3000}', '\n', '。'];

/// 全县 and what follows it without 共有, 现有.
fn without_scope(words: &str) -> (&str, &str) {
    let is_scope = words.starts_with('全') || words.starts_with('我');
    let length = words.char_indices().nth(2).map_or(words.len(), |(at, _)| at);
    let (scope, rest) = words.split_at(if is_scope { length } else { 0 });
    let opening = ["共有", "现有", "共", "现", "有"].iter().find_map(|word| rest.strip_prefix(word));
    (scope, opening.filter(|_| is_scope).unwrap_or(rest))
}

/// A name without the words that link it to its number.
fn stripped(words: &str) -> &str {
    let mut words = words.trim_end();
    while let Some(shorter) = LINKING.iter().find_map(|word| words.strip_suffix(word)) {
        words = shorter;
    }
    words
}

/// Whether a rate is named whole: 行政机关负责人出庭应诉率.
fn is_named_rate(own: &str, after: &str) -> bool {
    after.is_empty() && own.ends_with('率') && own.chars().count() > 6
}

/// Whether a year stands in a text.
fn has_year(text: &str) -> bool {
    text.match_indices('年').any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit()))
}
