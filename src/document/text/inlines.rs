//! What stands in a line: words, bold and italics, links, marks of notes.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::assembly::{Assembly, MAX_DEPTH, is_inline, is_inline_tag};
use super::pieces::{STAND_IN, push_merged};
use crate::document::{Inline, link};
use crate::figures::placeholder::Piece;

impl Assembly<'_> {
    /// Inlines up to the end of what they are in, which is taken, or up to a block, which is not.
    pub(super) fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut content = Vec::new();
        // Ranges of bold and italics too deep to be kept: their marks are text.
        let mut flattened: Vec<Range<usize>> = Vec::new();
        while let Some((event, range)) = self.events.get(self.at) {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(_) if !is_inline(event) => break,
                _ => {}
            }
            self.at += 1;
            match event {
                Event::End(end) => match flattened.pop() {
                    Some(range) => self.verbatim(range.end - mark_length(end)..range.end, &mut content),
                    None => break,
                },
                Event::Text(_) => self.verbatim(range.clone(), &mut content),
                Event::SoftBreak => self.soft_break(&mut content),
                Event::HardBreak if self.neutral.text[range.clone()].starts_with('\\') => {
                    content.push(Inline::Break);
                    self.last = None;
                }
                Event::HardBreak => self.soft_break(&mut content),
                Event::FootnoteReference(label) => self.note_mark(label, range, &mut content),
                Event::Start(tag @ (Tag::Strong | Tag::Emphasis)) if depth >= MAX_DEPTH => {
                    self.verbatim(range.start..range.start + mark_length(&tag.to_end()), &mut content);
                    flattened.push(range.clone());
                }
                Event::Start(Tag::Strong) => content.push(Inline::Strong { content: self.inlines(depth + 1) }),
                Event::Start(Tag::Emphasis) => content.push(Inline::Emphasis { content: self.inlines(depth + 1) }),
                Event::Start(Tag::Link { dest_url, .. }) => self.link(dest_url, range, depth, &mut content),
                event => content.extend(self.as_typed(event, range)),
            }
        }
        content
    }

    fn soft_break(&mut self, content: &mut Vec<Inline>) {
        let next = self.next_char();
        self.pieces.join(next, content, &mut self.last);
    }

    /// The next character of the paragraph that will be printed.
    fn next_char(&self) -> Option<char> {
        for (event, range) in &self.events[self.at..] {
            match event {
                Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. })
                | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => {}
                Event::Start(tag) if !is_inline_tag(tag) => return None,
                Event::End(_) | Event::FootnoteReference(_) => return None,
                _ => {
                    let original = self.neutral.original(range.clone()).next()?;
                    return self.pieces.char_at(original.start);
                }
            }
        }
        None
    }

    fn note_mark(&mut self, label: &str, range: &Range<usize>, content: &mut Vec<Inline>) {
        match self.labels.get_index_of(&label.to_lowercase()) {
            Some(index) if !self.in_note => content.push(Inline::Note { index: self.first_note + index }),
            _ => self.verbatim(range.clone(), content),
        }
    }

    fn link(&mut self, target: &str, range: &Range<usize>, depth: usize, content: &mut Vec<Inline>) {
        let mut inner = Vec::new();
        let first = self.at;
        // A link that may not be one keeps its brackets: they are printed before what is inside.
        self.verbatim(range.start..range.start + 1, &mut inner);
        let opening = inner.len();
        inner.extend(self.inlines(depth + 1));
        let inside = &self.events[first..self.at.saturating_sub(1).max(first)];
        let inner_end = inside.iter().map(|(_, range)| range.end).max().unwrap_or(range.start + 1);
        let rest = inner_end..range.end;
        // Without words nothing of a link would be printed: it shows as typed.
        let is_blank = |inline: &Inline| matches!(inline, Inline::Text(run) if run.text.trim().is_empty());
        let has_words = !inner[opening..].iter().all(is_blank);
        match self.href(target, rest.clone()).filter(|href| has_words && link::is_allowed(href)) {
            Some(href) => {
                inner.drain(..opening);
                content.push(Inline::Link { href, content: inner });
            }
            None => {
                inner.into_iter().for_each(|inline| push_merged(inline, content));
                self.source(rest, content);
            }
        }
    }

    /// The target of a link with its placeholders filled in; none while one of them is unfilled.
    pub(super) fn href(&self, target: &str, rest: Range<usize>) -> Option<String> {
        let mut stand_ins = self.neutral.original(rest).flat_map(|original| {
            let text = &self.pieces.text[original.clone()];
            text.match_indices(STAND_IN).map(move |(offset, _)| original.start + offset).collect::<Vec<_>>()
        });
        let mut href = String::with_capacity(target.len());
        for c in target.chars() {
            match (c == STAND_IN).then(|| stand_ins.next()).flatten().and_then(|at| self.pieces.value(at)) {
                Some(Piece::Value { text, .. }) => href.push_str(text),
                Some(_) => return None,
                None => href.push(c),
            }
        }
        Some(href)
    }
}

/// The bytes of the mark on either side of bold or italics.
fn mark_length(end: &TagEnd) -> usize {
    match end {
        TagEnd::Strong => 2,
        _ => 1,
    }
}
