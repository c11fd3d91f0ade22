//! What makes it unsure what the parts of a list come to: other years, counts in words, remainders told apart.

use super::list::{Lead, List};
use super::{Mention, Prose};
use crate::model::{numeral, unit};

/// Words that say that a list is a choice.
const CHOICE: [&str; 10] = ["主要", "重点", "例如", "比如", "仅", "尤其", "特别是", "较多", "居前", "集中在"];
/// Words of what is left over, or stands beside.
const REMAINDER: [&str; 10] = ["其余", "余下", "剩余", "另有", "另外", "还有", "尚有", "除此", "不含", "不包括"];
/// Words of another time than that of the whole.
pub(super) const OTHER_TIMES: [&str; 14] = [
    "上年",
    "去年",
    "往年",
    "历年",
    "同期",
    "同比",
    "结转",
    "近年",
    "年来",
    "以来",
    "月份",
    "季度",
    "上半年",
    "下半年",
];
/// Words of a count that stands for each of several.
const EACH: [&str; 6] = ["各", "每", "人均", "平均", "均", "户均"];

/// Words of a step from another value to this one.
const STEPS: [&str; 8] = ["增加", "减少", "增长", "下降", "上升", "提高", "降低", "增至"];

/// Whether a quantity is one that others are compared with, or the difference: 较上年的952件增加334件.
pub(super) fn is_compared(prose: &Prose, mention: &Mention) -> bool {
    let words = &prose.text[mention.before.clone()];
    let is_step = || STEPS.iter().any(|word| words.trim_end_matches('了').ends_with(word));
    ["同期", "上年", "去年", "同比", "较"].iter().any(|word| words.contains(word))
        || words.contains('比') && has_year(words)
        || is_step()
}

/// Whether something about a list makes it unsure what its parts come to.
pub(super) fn is_list_unsure(prose: &Prose, list: &List, whole: usize, parts: &[usize], is_short: bool) -> bool {
    let text = prose.text;
    let all = || parts.iter().chain([&whole]).map(|index| &prose.mentions[*index]);
    let first = &prose.mentions[*parts.first().unwrap_or(&whole)];
    let last = &prose.mentions[*parts.last().unwrap_or(&whole)];
    let sentence = &prose.sentences[last.sentence];
    let (from, to) = (first.before.start.min(prose.mentions[whole].range.start), last.range.end);
    let region = &text[list.at.min(from)..to];
    let is_each = |mention: &Mention| {
        let words = text[mention.before.clone()].trim_end();
        EACH.iter().any(|word| words.ends_with(word)) || prose.after(mention).starts_with("以上")
    };
    let other_time = |mention: &Mention| {
        let words = &text[mention.before.clone()];
        // 结转下年 is told of the whole's own time.
        OTHER_TIMES.iter().any(|word| *word != "结转" && words.contains(word)) || has_year(words)
    };
    let is_nameless = |mention: &Mention| prose.before(mention).is_empty() && prose.after(mention).is_empty();
    if all().any(is_each)
        || !closes_years(prose, list, whole) && parts.iter().any(|part| other_time(&prose.mentions[*part]))
        || list.lead != Lead::Closing && parts.iter().any(|part| is_nameless(&prose.mentions[*part - list.column]))
        || has_han_count(region, prose.unit(first))
        || two_in_one_item(prose, parts)
        || has_other_unit(prose, list, parts)
    {
        return true;
    }
    // 受理83件（不含…）
    let behind = &text[prose.mentions[whole].range.end..sentence.range.end.max(prose.mentions[whole].range.end)];
    if behind.starts_with(['（', '('])
        && ["（不含", "(不含", "（含", "(含", "（包括", "(包括"].iter().any(|word| behind.starts_with(word))
    {
        return true;
    }
    if !is_short {
        return false;
    }
    // What was tried without success is told by a rate only.
    if parts.iter().any(|part| prose.name(&prose.mentions[*part]).ends_with("成功")) {
        return true;
    }
    let rest = &text[last.range.end..sentence.range.end.max(last.range.end)];
    let next = prose.sentences.get(last.sentence + 1).map_or("", |next| &text[next.range.clone()]);
    let clause = &text[prose.clause(first).range.start..first.range.start.max(prose.clause(first).range.start)];
    rest.trim_start_matches(['）', ')']).starts_with('等')
        || CHOICE.iter().any(|word| clause.contains(word) || text[from..first.range.start.max(from)].contains(word))
        || REMAINDER.iter().any(|word| rest.contains(word) || next.trim_start().starts_with(word))
}

/// Whether a sum is of as many years as it has parts: 2022、2023、2024年分别办理86件、94件、112件，三年共计292件.
fn closes_years(prose: &Prose, list: &List, whole: usize) -> bool {
    let words = prose.text[prose.mentions[whole].before.clone()].trim_start_matches(['，', ' ']);
    let count = words.find('年').and_then(|at| numeral::han(&words[..at]));
    list.lead == Lead::Closing && count == u64::try_from(list.parts.len()).ok()
}

/// Whether a year is named: 2020年.
pub(super) fn has_year(words: &str) -> bool {
    !crate::model::year::named(words).is_empty()
}

/// Whether a count in Han numerals stands there: 两件, 十余件, 数件.
fn has_han_count(text: &str, unit: &str) -> bool {
    let is_numeral = |c: char| numeral::han_digit(c).is_some() || "十百千几数多".contains(c);
    !unit.is_empty()
        && text.match_indices(unit).any(|(at, _)| {
            text[..at].ends_with(is_numeral)
                || text[..at].ends_with("余") && text[..at].trim_end_matches('余').ends_with(is_numeral)
        })
}

/// Whether something counted in another way stands among the parts: 个 and 名 in one list.
fn has_other_unit(prose: &Prose, list: &List, parts: &[usize]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let others = list.parts.iter().filter(|other| !parts.contains(other));
    others
        .filter(|other| (first..last).contains(other))
        .any(|other| prose.mentions[*other].quantity.unit != unit::MONEY)
}

/// Whether two parts stand in one item without a mark between: 接到申请410件化解394件.
fn two_in_one_item(prose: &Prose, parts: &[usize]) -> bool {
    parts.windows(2).any(|pair| {
        let (one, other) = (&prose.mentions[pair[0]], &prose.mentions[pair[1]]);
        let between = &prose.text[one.range.end..other.range.start.max(one.range.end)];
        one.clause == other.clause && !between.contains(['、', '和', '及', '与', '（', '('])
    })
}
