//! The year and month a text says a meeting was held in: 2024年7月召开的党的二十届三中全会.

use std::ops::Range;

use crate::model::day::Day;

/// A year, and a month where one is told, with the words that tell them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub year: i16,
    pub month: Option<i8>,
    pub range: Range<usize>,
}

/// What stands between a day and the meeting held on it.
const BEFORE: [&str; 6] = ["召开的", "举行的", "闭幕的", "胜利", "隆重", "党的"];
/// How the verb of a meeting begins, behind its name.
const VERBS: [&str; 6] = ["胜利召开", "隆重召开", "召开", "举行", "胜利闭幕", "闭幕"];
/// Bytes of a day at most.
const REACH: usize = 40;

/// When the text says that the meeting at a range was held: 2022年10月召开的党的二十大, 2022年10月，党的二十大胜利召开,
/// 党的二十大于2022年10月召开.
pub fn held(text: &str, meeting: &Range<usize>) -> Option<Held> {
    // 召开后 and 召开一周年 speak of another day.
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['。', '，', '；', '、', ',', ';', '）', '\n']);
    let is_held = |words: &str| VERBS.iter().any(|verb| words.strip_prefix(verb).is_some_and(ends));
    let behind = &text[meeting.end..];
    if let Some(rest) = behind.strip_prefix(['于', '在']) {
        let start = text.len() - rest.len();
        let end = start + rest.find(|c: char| !c.is_ascii_digit() && !"年月日至".contains(c)).unwrap_or(rest.len());
        return is_held(&text[end..]).then(|| read(text, start..end)).flatten();
    }
    let mut before = text[..meeting.start].trim_end_matches(['“', '第']);
    let mut said = is_held(behind);
    while let Some(word) = BEFORE.iter().find(|word| before.ends_with(**word)) {
        said |= word.ends_with('的') && *word != "党的";
        before = &before[..before.len() - word.len()];
    }
    let before = before.trim_end_matches(['，', ',']);
    let near = before.ceil_char_boundary(before.len().saturating_sub(REACH));
    let is_day = |c: char| c.is_ascii_digit() || "年月日至".contains(c);
    let start = before[near..].char_indices().rev().take_while(|(_, c)| is_day(*c)).last()?.0 + near;
    said.then(|| read(text, start..before.len())).flatten()
}

/// 2022年10月16日: its year and its month.
fn read(text: &str, range: Range<usize>) -> Option<Held> {
    let Day { year, month, range: told, .. } = Day::starting(text, range.start)?;
    // 2022年至10月 is no month.
    (month.is_some() || told == range).then_some(Held { year: year?, month, range })
}
