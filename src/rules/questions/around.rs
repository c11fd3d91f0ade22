//! The words around a place of a text: by them a rule tells what was meant.

use std::ops::Range;

/// How far the ends of a sentence are looked for, in bytes.
const REACH: usize = 300;

/// The sentence around a range, as far as it is near.
pub fn sentence<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    between(text, range, &['。', '！', '？', '\n'])
}

/// The clause around a range, as far as it is near.
pub fn clause<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    between(text, range, &['。', '！', '？', '\n', '，', '；', '：', ',', ';', ':'])
}

/// What stands around a range between the nearest of these marks.
fn between<'t>(text: &'t str, range: &Range<usize>, ends: &[char]) -> &'t str {
    let before = before(text, range.start);
    let start = before.rfind(ends).map_or(range.start - before.len(), |at| range.start - before.len() + at);
    let end = text.floor_char_boundary(range.end.saturating_add(REACH).min(text.len()));
    &text[start..text[range.end..end].find(ends).map_or(end, |at| range.end + at)]
}

/// What stands before a place, as far as it is near.
pub fn before(text: &str, at: usize) -> &str {
    &text[text.ceil_char_boundary(at.saturating_sub(REACH))..at]
}

/// Whether a text has one of these words.
pub fn has_any<W: AsRef<str>>(text: &str, words: &[W]) -> bool {
    words.iter().any(|word| text.contains(word.as_ref()))
}
