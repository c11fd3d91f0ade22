//! Changed numbers: which number of the new text stands where a placeholder printed.

use std::ops::Range;

use super::hunk::is_of_number;

/// Whether a text has a number in digits.
pub(super) fn has(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a text may speak of a number, in digits or in words.
pub(super) fn may_speak_of(text: &str) -> bool {
    text.contains(|c: char| c.is_numeric() || "〇零一二两三四五六七八九十百千万亿半几".contains(c))
}

/// Where the new values stand, one for each that was printed; `None` where that is not certain.
pub(super) fn places(printed: &[String], text: &str) -> Option<Vec<Range<usize>>> {
    let mut found = Vec::new();
    let mut at = 0;
    for value in printed {
        let range = match text[at..].find(value.as_str()).filter(|_| !value.is_empty()) {
            Some(offset) => at + offset..at + offset + value.len(),
            None if has(value) => next(value, text, at)?,
            None => return None,
        };
        at = range.end;
        found.push(range);
    }
    // A number more than were printed could be any of them.
    let rest = found.iter().rev().fold(text.to_owned(), |mut rest, range| {
        rest.replace_range(range.clone(), "");
        rest
    });
    (!has(&rest)).then_some(found)
}

/// The next number of a text with as much of the value's unit as follows it.
fn next(value: &str, text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(|c: char| c.is_ascii_digit())?;
    let digits = |text: &str| text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    let mut end = start + digits(&text[start..]);
    let number = value.find(|c: char| c.is_ascii_digit())?;
    let unit = &value[number + digits(&value[number..])..];
    let tails = unit.char_indices().map(|(at, _)| &unit[at..]);
    let kept = tails.filter(|tail| text[end..].starts_with(tail)).map(str::len).max();
    end += kept.unwrap_or_default();
    // Words before the number belong to the value where it has them: 增加24件.
    let words = &value[..number];
    let start = if !words.is_empty() && text[..start].ends_with(words) { start - words.len() } else { start };
    (start >= from).then_some(start..end)
}
