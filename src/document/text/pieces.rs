//! A text with its placeholders folded to one character each, so that no value can be markup.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::characters::pairs;
use crate::document::{Inline, Origin, Run};
use crate::figures::placeholder::{Expansion, Piece};
use crate::place::Place;

/// Stands for a value while Markdown is read. It counts as a letter there, as most values begin and end with one.
/// A text may hold it itself: positions, not the character, tell which one is a value.
pub(super) const STAND_IN: char = '\u{E000}';

/// The text of an expansion, a character for every value, and the way back to its pieces.
pub(super) struct Pieces<'a> {
    pub text: String,
    pieces: &'a [Piece],
    /// Where each piece starts in `text`.
    starts: Vec<usize>,
    place: Place,
}

impl<'a> Pieces<'a> {
    /// The pieces of an expansion typed at `place`.
    pub fn new(expansion: &'a Expansion, place: Place) -> Self {
        let length =
            |piece: &Piece| if let Piece::Typed { text, .. } = piece { text.len() } else { STAND_IN.len_utf8() };
        let mut text = String::with_capacity(expansion.pieces.iter().map(length).sum());
        let mut starts = Vec::with_capacity(expansion.pieces.len());
        for piece in &expansion.pieces {
            starts.push(text.len());
            match piece {
                Piece::Typed { text: typed, .. } => text.push_str(typed),
                Piece::Value { .. } | Piece::Unfilled { .. } => text.push(STAND_IN),
            }
        }
        Self { text, pieces: &expansion.pieces, starts, place }
    }

    /// The piece at an offset of `text`, and where it starts.
    fn piece(&self, at: usize) -> Option<(&'a Piece, usize)> {
        let index = self.starts.partition_point(|&start| start <= at).checked_sub(1)?;
        Some((&self.pieces[index], self.starts[index]))
    }

    /// What the character at an offset of `text` prints, where it stands for a value.
    pub fn value(&self, at: usize) -> Option<&'a Piece> {
        self.piece(at).map(|(piece, _)| piece).filter(|piece| !matches!(piece, Piece::Typed { .. }))
    }

    /// The first character printed at an offset of `text`.
    pub fn char_at(&self, at: usize) -> Option<char> {
        match self.value(at) {
            Some(Piece::Value { text, .. }) => text.chars().next(),
            Some(_) => Some('【'),
            None => self.text[at..].chars().next(),
        }
    }

    /// Appends what a range of `text` prints, as typed; `last` follows the last character printed.
    pub fn push(&self, range: Range<usize>, content: &mut Vec<Inline>, last: &mut Option<char>) {
        let mut at = range.start;
        while at < range.end {
            let Some((piece, start)) = self.piece(at) else { return };
            let end = match piece {
                Piece::Typed { text, .. } => (start + text.len()).min(range.end),
                Piece::Value { .. } | Piece::Unfilled { .. } => start + STAND_IN.len_utf8(),
            };
            if end <= at {
                // An empty piece shares its start with the next one, which `piece` prefers; nothing is left here.
                return;
            }
            let (inline, last_char) = self.inline(piece, at..end, at - start);
            *last = last_char.or(*last);
            push_merged(inline, content);
            at = end;
        }
    }

    /// What a range of `text` inside one piece prints; the range starts `skipped` bytes into the piece.
    fn inline(&self, piece: &Piece, within: Range<usize>, skipped: usize) -> (Inline, Option<char>) {
        let place = self.place;
        match piece {
            Piece::Typed { range, .. } => {
                let text = self.text[within].to_owned();
                let start = range.start + skipped;
                let (last, range) = (text.chars().next_back(), start..start + text.len());
                (Inline::Text(Run { text, origin: Origin::Typed { place, range } }), last)
            }
            Piece::Value { text, range } => {
                let origin = Origin::Value { place, range: range.clone() };
                (Inline::Text(Run { text: text.clone(), origin }), text.chars().next_back())
            }
            Piece::Unfilled { name, .. } => (Inline::Unfilled { name: name.clone(), place }, Some('】')),
        }
    }

    /// Appends a range of `text` that may go over several lines, joined as the lines of a paragraph are.
    pub fn push_lines(&self, range: Range<usize>, content: &mut Vec<Inline>, last: &mut Option<char>) {
        let mut start = range.start;
        for (index, line) in lines(&self.text[range]).enumerate() {
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                let at = start + (line.len() - line.trim_start().len());
                if index > 0 {
                    self.join(self.char_at(at), content, last);
                }
                self.push(at..at + trimmed.len(), content, last);
            }
            start += line.len() + 1;
        }
    }

    /// Appends what the end of a line between `last` and `next` prints: a blank, or nothing beside a wide character,
    /// since Chinese is written without blanks.
    pub fn join(&self, next: Option<char>, content: &mut Vec<Inline>, last: &mut Option<char>) {
        if let (Some(before), Some(after)) = (*last, next)
            && !joins_closely(before, after)
        {
            content.push(Inline::composed(" ", self.place));
            *last = Some(' ');
        }
    }
}

/// What stands between line feeds and carriage returns. Most texts are one long line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let is_break = |byte: u8| (byte == b'\n') | (byte == b'\r');
    let has_breaks = pairs::any(text, |byte, _| is_break(byte));
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let rest = &text[next?..];
        let end = if has_breaks { rest.bytes().position(is_break) } else { None };
        next = end.map(|end| text.len() - rest.len() + end + 1);
        Some(&rest[..end.unwrap_or(rest.len())])
    })
}

/// Whether two characters on either side of a line end stand together without a blank.
fn joins_closely(before: char, after: char) -> bool {
    let wide = |c: char| c.width() == Some(2);
    // “”‘’—… are as wide as their surroundings.
    let maybe_wide = |c: char| c.width_cjk() == Some(2);
    wide(before) || wide(after) || (maybe_wide(before) && maybe_wide(after))
}

/// Appends an inline; a typed run that goes on where the last one ends becomes part of it.
pub(super) fn push_merged(inline: Inline, content: &mut Vec<Inline>) {
    if let Inline::Text(Run { text, origin: Origin::Typed { place, range } }) = &inline
        && let Some(Inline::Text(Run { text: before, origin: Origin::Typed { place: there, range: extent } })) =
            content.last_mut()
        && place == there
        && extent.end == range.start
    {
        before.push_str(text);
        extent.end = range.end;
        return;
    }
    content.push(inline);
}
