//! 目录 and the headings it lists, which come again where they belong.

use super::piece::Piece;
use crate::readers::is_blank;

/// Sets aside a table of contents: it is no part of the text, and its headings would open sections without text.
pub fn set_aside(pieces: &mut [Piece]) {
    /// 目录 with blanks between, in bytes.
    const WIDEST: usize = 40;
    let is_label = |piece: &Piece| piece.text().len() <= WIDEST && letters(piece.text()) == "目录";
    let Some(start) = pieces.iter().position(is_label) else { return };
    let comes_again = |at: usize| {
        let entry = listed(pieces[at].text());
        let is_entry = (4..=64 * 3).contains(&entry.len()) && !pieces[at].text().contains('。');
        is_entry && pieces[at + 1..].iter().any(|later| begins_with(later.text(), &entry))
    };
    /// No table of contents of a report has more entries.
    const MOST: usize = 200;
    let end = (start + 1..pieces.len()).take(MOST).find(|&at| !comes_again(at)).unwrap_or(start + 1);
    if end > start + 2 {
        pieces[start..end].iter_mut().for_each(|piece| piece.hint.is_outside = true);
    }
}

/// A text without blanks.
fn letters(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).collect()
}

/// An entry without what leads to its page: 一、主要举措……3.
fn listed(text: &str) -> String {
    let is_leader = |c: char| c.is_ascii_digit() || "….·-—－（）()".contains(c);
    letters(text).trim_end_matches(is_leader).to_owned()
}

/// Whether a text begins with an entry, blanks aside.
fn begins_with(text: &str, entry: &str) -> bool {
    let mut letters = text.chars().filter(|&c| !is_blank(c));
    entry.chars().all(|own| letters.next() == Some(own))
}
