//! Which stretches of a typed text are words: not placeholders, code, marks of pictures, link targets and addresses.

use std::ops::Range;

use super::picture::{html, markdown, target};
use crate::characters::leads::Leads;

/// The stretches of words, in order. Linear in the length of the text.
pub fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(opening) = OPENINGS.next(text, at)
        && let Some(c) = text[opening..].chars().next()
    {
        at = opening + c.len_utf8();
        if let Some(end) = skipped(text, opening, c) {
            stretches.push(start..opening);
            (start, at) = (end, end);
        }
    }
    stretches.push(start..text.len());
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

/// Whether a character belongs to Chinese text: ideographs, kana, full-width forms, Chinese marks.
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
        || "“”‘’…—·".contains(c)
}

/// How far a search for the end of a placeholder, code or target looks: longer ones are none.
const REACH: usize = 600;

/// What no word begins with.
const OPENINGS: Leads = Leads::of(&['$', '￥', '＄', '¥', '`', ']', '!', '<', 'h', 'w']);

/// The end of what starts at `at` and is no word.
fn skipped(text: &str, at: usize, c: char) -> Option<usize> {
    let rest = || &text[at..text.floor_char_boundary((at + REACH).min(text.len()))];
    let closed = |opening: &str, closing: char| {
        let inside = rest().strip_prefix(opening)?;
        inside.find(closing).map(|length| at + opening.len() + length + closing.len_utf8())
    };
    match c {
        '$' | '￥' | '＄' | '¥' => {
            let inside = rest()[c.len_utf8()..].strip_prefix(['{', '｛'])?;
            let (length, closing) = inside.char_indices().find(|(_, c)| matches!(c, '}' | '｝'))?;
            Some(at + (rest().len() - inside.len()) + length + closing.len_utf8())
        }
        '`' => closed("`", '`'),
        ']' => {
            let inside = rest().strip_prefix("](")?;
            target(inside).map(|length| at + "](".len() + length + 1)
        }
        '!' => markdown(rest()).map(|_| at + c.len_utf8()),
        '<' => closed("<http", '>').or_else(|| closed("<mailto:", '>')).or_else(|| Some(at + html(rest())?)),
        'h' | 'w' if ["http://", "https://", "www."].iter().any(|scheme| text[at..].starts_with(scheme)) => {
            let rest = rest();
            let length = rest.find(|c: char| c.is_whitespace() || is_wide(c)).unwrap_or(rest.len());
            Some(at + length)
        }
        _ => None,
    }
}
