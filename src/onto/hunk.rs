//! What changed inside a line: stretches of the old line, each with what stands there now.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::unit::{At, Unit};

/// A stretch of a line that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    /// Characters of the old line; empty where text was put in.
    pub old: Range<usize>,
    pub new: String,
}

/// Lines with more words than this are compared only at their ends: what is between counts as changed.
const MOST_WORDS: usize = 5_000;

/// What changed from a line to what it became.
pub(super) fn hunks(old: &Unit, new: &str) -> Vec<Hunk> {
    let values = values(old);
    let old_text: Vec<char> = old.glyphs.iter().map(|glyph| glyph.c).collect();
    let new_text: Vec<char> = new.chars().collect();
    let old_words = words(&old_text, &values, Some(old));
    let new_words = words(&new_text, &values, None);
    let text = |text: &[char], words: &[Range<usize>]| -> Vec<String> {
        words.iter().map(|word| text[word.clone()].iter().collect()).collect()
    };
    let (before, after) = (text(&old_text, &old_words), text(&new_text, &new_words));
    let mut found: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in changes(&before, &after) {
        let (a, b) = (op.old_range(), op.new_range());
        match found.last_mut() {
            // A single character that stayed between two changes stayed by chance.
            Some((last, last_new)) if a.start - last.end <= 1 && is_chance(&before[last.end..a.start]) => {
                (last.end, last_new.end) = (a.end, b.end);
            }
            _ => found.push((a, b)),
        }
    }
    let extent = |words: &[Range<usize>], range: Range<usize>, end: usize| {
        let start = words.get(range.start).map_or(end, |word| word.start);
        let stop = range.end.checked_sub(1).filter(|_| !range.is_empty()).map_or(start, |last| words[last].end);
        start..stop
    };
    let hunk = |(a, b): (Range<usize>, Range<usize>)| Hunk {
        old: extent(&old_words, a, old_text.len()),
        new: new_text[extent(&new_words, b, new_text.len())].iter().collect(),
    };
    found.into_iter().map(hunk).collect()
}

fn changes(before: &[String], after: &[String]) -> Vec<DiffOp> {
    if before.len().max(after.len()) > MOST_WORDS {
        let lead = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let (a, b) = (&before[lead..], &after[lead..]);
        let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
        let (old_len, new_len) = (a.len() - tail, b.len() - tail);
        return vec![DiffOp::Replace { old_index: lead, old_len, new_index: lead, new_len }];
    }
    let mut ops = capture_diff_slices(Algorithm::Myers, before, after);
    ops.retain(|op| !matches!(op, DiffOp::Equal { .. }));
    ops
}

/// Whether words between two changes say nothing by themselves.
fn is_chance(words: &[String]) -> bool {
    words.iter().all(|word| {
        let mut characters = word.chars();
        let first = characters.next();
        first.is_some_and(|c| c.is_alphabetic()) && characters.next().is_none()
    })
}

/// What the placeholders of a line print, the longest first.
fn values(unit: &Unit) -> Vec<Vec<char>> {
    let mut values: Vec<Vec<char>> = Vec::new();
    for word in value_ranges(unit) {
        values.push(unit.glyphs[word].iter().map(|glyph| glyph.c).collect());
    }
    values.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    values.dedup();
    values
}

/// Where the placeholders of a line print, each a range of characters.
pub(super) fn value_ranges(unit: &Unit) -> Vec<Range<usize>> {
    let mut ranges: Vec<(At, Range<usize>)> = Vec::new();
    for (index, glyph) in unit.glyphs.iter().enumerate() {
        match (&glyph.at, ranges.last_mut()) {
            (At::Value(..), Some((at, range))) if *at == glyph.at && range.end == index => range.end = index + 1,
            (At::Value(..), _) => ranges.push((glyph.at.clone(), index..index + 1)),
            _ => {}
        }
    }
    ranges.into_iter().map(|(_, range)| range).collect()
}

/// The words of a text: values and numbers whole, words of Latin letters whole, else a character each.
fn words(text: &[char], values: &[Vec<char>], unit: Option<&Unit>) -> Vec<Range<usize>> {
    let mut printed = unit.map(value_ranges).unwrap_or_default().into_iter().peekable();
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = match printed.next_if(|range| range.start == at) {
            Some(range) => range.end,
            None => {
                let stop = printed.peek().map_or(text.len(), |range| range.start);
                at + value_at(text, at, stop, values).unwrap_or_else(|| word_at(&text[at..stop]))
            }
        };
        words.push(at..end);
        at = end;
    }
    words
}

/// The length of a value that stands at a place by itself, not inside a longer number.
fn value_at(text: &[char], at: usize, stop: usize, values: &[Vec<char>]) -> Option<usize> {
    let inside_number = at.checked_sub(1).is_some_and(|before| is_of_number(text[before]));
    let fits = |value: &&Vec<char>| {
        text[at..stop].starts_with(value)
            && !(inside_number && value.first().is_some_and(|&c| is_of_number(c)))
            && !(value.last().is_some_and(|&c| is_of_number(c))
                && text.get(at + value.len()).is_some_and(|&c| is_of_number(c)))
    };
    values.iter().find(fits).map(Vec::len)
}

fn word_at(rest: &[char]) -> usize {
    let run = |is_part: fn(char) -> bool| rest.iter().take_while(|&&c| is_part(c)).count();
    match rest.first() {
        Some(c) if c.is_ascii_digit() => run(is_of_number),
        Some(c) if c.is_ascii_alphabetic() => run(|c| c.is_ascii_alphabetic()),
        _ => 1,
    }
}

/// Whether a character may stand inside a number.
pub(super) fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}
