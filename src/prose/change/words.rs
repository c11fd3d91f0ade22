//! The words of a change: its verb with the direction, and what it is said of.

use crate::model::numeral;
use crate::prose::unsure::has_year;
use crate::prose::{Mention, Prose};

/// Verbs of a rise and of a fall, longer before shorter.
pub const VERBS: [(&str, bool); 21] = [
    ("同比增", true),
    ("增长", true),
    ("增加", true),
    ("增幅", true),
    ("提高", true),
    ("提升", true),
    ("上升", true),
    ("上涨", true),
    ("多", true),
    ("下降", false),
    ("减少", false),
    ("降低", false),
    ("下跌", false),
    ("降幅", false),
    ("回落", false),
    ("压缩", false),
    ("压减", false),
    ("缩短", false),
    ("精简", false),
    ("缩减", false),
    ("少", false),
];
/// Words of last year in front of its value.
pub const LAST: [&str; 8] = ["上年同期", "去年同期", "上年度", "上年末", "去年末", "上年", "去年", "上一年"];
/// Words that make a change one of several years, or of something else.
const OTHER: [&str; 8] = ["年均", "月均", "分别", "累计", "平均", "环比", "增速", "预计"];

/// The direction of the verb right in front of a change; `None` where none stands there.
pub fn direction(prose: &Prose, mention: &Mention) -> Option<bool> {
    let words = &prose.text[mention.before.clone()];
    let rises = ends_with_verb(words).map(|(rises, _)| rises).or_else(|| rises_by_act(words))?;
    (!OTHER.iter().any(|word| words.contains(word))).then_some(rises)
}

/// Whether words end with the verb of a rise or of a fall, and what stands before it.
pub fn ends_with_verb(words: &str) -> Option<(bool, &str)> {
    let words = words.trim_end_matches([' ', '了', '约', '近', '超']);
    let words = words.strip_suffix(['达', '为']).filter(|words| words.ends_with('幅')).unwrap_or(words);
    VERBS.iter().find_map(|(verb, rises)| Some((*rises, words.strip_suffix(verb)?)))
}

/// Whether words end with last year and an act that makes more or less of it: 比上年新增, 较去年少办.
fn rises_by_act(words: &str) -> Option<bool> {
    let words = words.trim_end_matches([' ', '了']);
    if words.len() < "较上年多".len()
        || !words.contains('年')
        || !words.chars().rev().take(LONGEST_ACT).any(|c| "多少增减".contains(c))
    {
        return None;
    }
    let is_short = |act: &&str| !act.is_empty() && act.chars().count() <= LONGEST_ACT;
    let act = LAST.iter().find_map(|last| Some(words.rsplit_once(last)?.1)).filter(is_short)?;
    let is_compared = words.contains(['比', '较']);
    let acts = [("新增", true), ("净增", true), ("多", true), ("净减", false), ("少", false)];
    acts.iter().find(|(verb, _)| is_compared && act.starts_with(verb)).map(|(_, rises)| *rises)
}

/// Characters of 多受理.
const LONGEST_ACT: usize = 3;

/// Words in front of the verb of a change that name nothing.
const EMPTY: [&str; 16] = [
    "同比",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "比上年同期",
    "较上年同期",
    "比去年同期",
    "较去年同期",
    "与上年相比",
    "与去年相比",
    "同期",
    "共",
    "净",
    "实现",
    "上年",
];

/// What a change is said of, where its own clause says it: 胜诉率 of 胜诉率提高3个百分点.
pub fn subject<'t>(prose: &Prose<'t>, mention: &Mention) -> &'t str {
    let words = prose.text[mention.before.clone()].trim_matches([' ', '了', '约', '近', '超', '、', '，', ',']);
    if rises_by_act(words).is_some() || matches!(words, "新增" | "净增" | "增幅达" | "降幅达" | "增幅为" | "降幅为")
    {
        return "";
    }
    let verb = VERBS.iter().find(|(verb, _)| words.ends_with(verb)).map_or("", |(verb, _)| verb);
    let mut subject = words.strip_suffix(verb).unwrap_or(words);
    while let Some(rest) =
        EMPTY.iter().find_map(|word| subject.strip_suffix(word).or_else(|| subject.strip_prefix(word)))
    {
        subject = rest.trim_matches([' ', '，', ',', '、']);
    }
    // 两年增长2倍 between two years.
    let is_span = subject.strip_suffix(['年', '间', '内', '来']).is_some_and(|span| {
        let span = span.trim_end_matches('年');
        !span.is_empty() && span.chars().all(|c| numeral::han_digit(c).is_some() || c.is_ascii_digit())
    });
    // 较2022年下降 names the year it is compared with.
    let is_year = subject.starts_with(['较', '比']) && subject.ends_with('年') && has_year(subject);
    if is_span || is_year { "" } else { subject }
}
