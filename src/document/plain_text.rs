//! A paragraph as plain text, with the way back from every byte of it to what was typed.

use std::ops::Range;

use super::{Inline, Origin, Paragraph};
use crate::characters::leads::Leads;
use crate::place::{Place, Where};

/// Text without markup, and where each stretch of it comes from.
///
/// A break is a line feed, a note mark nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlainText {
    pub text: String,
    /// Ranges of `text` one after the other, each with its origin.
    pub pieces: Vec<(Range<usize>, Origin)>,
}

/// Bytes that most run-in headings take.
const RUN_IN: usize = 96;

const ENDS: Leads = Leads::of(&['。', '！', '？', '\n']);

impl PlainText {
    /// The text of a line.
    pub fn of(content: &[Inline]) -> Self {
        let mut plain = Self::with_room(content);
        plain.push(content);
        plain
    }

    /// Empty, with room for a content without markup, as most is.
    fn with_room(content: &[Inline]) -> Self {
        Self { text: super::with_room(content), pieces: Vec::with_capacity(content.len()) }
    }

    /// The text of a paragraph: number and heading where they are run in, then the content.
    pub fn of_paragraph(paragraph: &Paragraph) -> Self {
        let Some(heading) = &paragraph.heading else { return Self::of(&paragraph.content) };
        let composed = Origin::Composed { place: heading.place };
        let mut plain = Self::with_room(&paragraph.content);
        plain.text.reserve(RUN_IN);
        plain.push_piece(&heading.number, composed.clone());
        plain.push(&heading.content);
        if !plain.text.ends_with(['。', '！', '？', '：', '；']) {
            plain.push_piece("。", composed);
        }
        plain.push(&paragraph.content);
        plain
    }

    fn push(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.push_piece(&run.text, run.origin.clone()),
                Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => {
                    self.push(content);
                }
                Inline::Break => self.push_piece("\n", Origin::default()),
                Inline::Unfilled { place, .. } => {
                    self.push_piece(&super::plain(std::slice::from_ref(inline)), Origin::Composed { place: *place });
                }
                Inline::Note { .. } => {}
            }
        }
    }

    fn push_piece(&mut self, text: &str, origin: Origin) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push((start..self.text.len(), origin));
    }

    /// Where a range of the text was typed: exact where it was typed in one value, the placeholder where it is a
    /// value, the whole value where the program supplied it.
    pub fn locate(&self, range: Range<usize>) -> Where {
        let touched = || self.pieces.iter().filter(|(piece, _)| piece.start < range.end && range.start < piece.end);
        let mut found: Option<(Place, Range<usize>)> = None;
        for (piece, origin) in touched() {
            let (place, typed) = match origin {
                Origin::Typed { place, range: typed } => {
                    let at = |offset: usize| typed.start + (offset - piece.start);
                    (*place, at(range.start.max(piece.start))..at(range.end.min(piece.end)))
                }
                Origin::Value { place, range } => (*place, range.clone()),
                Origin::Composed { .. } => continue,
            };
            match &mut found {
                None => found = Some((place, typed)),
                Some((first, extent)) if *first == place => extent.end = extent.end.max(typed.end),
                Some(_) => break,
            }
        }
        match (found, touched().next()) {
            (Some((place, range)), _) => Where::Range(place, range),
            (None, Some((_, Origin::Composed { place }))) => Where::Value(*place),
            _ => Where::Value(Place::default()),
        }
    }

    /// Whether something in it is not filled in yet.
    pub fn is_open(&self) -> bool {
        self.text.contains("【待填")
    }

    /// The ranges of the sentences, each with its last mark and the quotes that close after it.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = &self.text[start..];
            if rest.is_empty() {
                return None;
            }
            let mark = ENDS.each(rest).find(|(_, c)| matches!(c, '。' | '！' | '？' | '\n'));
            let end = mark.map_or(rest.len(), |(at, c)| {
                let mark = at + c.len_utf8();
                let closing = rest[mark..].trim_start_matches(['”', '’', '）', '》', '」', '』']);
                rest.len() - closing.len()
            });
            let sentence = start..start + end;
            start = sentence.end;
            Some(sentence)
        })
    }
}
