//! From the events of CommonMark to blocks.

use std::ops::Range;

use indexmap::IndexSet;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Parsed;
use super::neutral::Neutral;
use super::pieces::{Pieces, push_merged};
use super::table::{alignment, take_caption};
use crate::document::{Block, Inline, Note, Paragraph, Picture, Role, Table};
use crate::place::Place;

/// How deep bold, italics and links may lie in one another; deeper marks are text. Bounds the stack on hostile texts.
pub(super) const MAX_DEPTH: usize = 8;

/// An event and where it stands in the neutral text.
pub(super) type Placed<'e> = (Event<'e>, Range<usize>);

/// The labels of notes that are both marked and defined, lower case, in the order of their first marks. A mark inside
/// a note does not count: notes have no notes.
fn note_labels(events: &[Placed]) -> IndexSet<String> {
    let defined: IndexSet<String> = events
        .windows(2)
        .filter_map(|pair| match (&pair[0].0, &pair[1].0) {
            // A note that says nothing is none.
            (_, Event::End(TagEnd::FootnoteDefinition)) => None,
            (Event::Start(Tag::FootnoteDefinition(label)), _) => Some(label.to_lowercase()),
            _ => None,
        })
        .collect();
    let mut depth = 0_usize;
    let mut marked = IndexSet::new();
    for (event, _) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => depth += 1,
            Event::End(TagEnd::FootnoteDefinition) => depth -= 1,
            Event::FootnoteReference(label) if depth == 0 && defined.contains(&label.to_lowercase()) => {
                marked.insert(label.to_lowercase());
            }
            _ => {}
        }
    }
    marked
}

/// Puts events together to blocks.
pub(super) struct Assembly<'e> {
    pub(super) events: &'e [Placed<'e>],
    pub(super) at: usize,
    pub(super) neutral: &'e Neutral,
    pub(super) pieces: &'e Pieces<'e>,
    pub(super) place: Place,
    pub(super) first_note: usize,
    pub(super) labels: IndexSet<String>,
    pub(super) notes: Vec<Option<Vec<Block>>>,
    pub(super) in_note: bool,
    /// The last character printed in the paragraph at hand.
    pub(super) last: Option<char>,
}

impl<'e> Assembly<'e> {
    /// Of a text at a place that defines notes from `first_note` on.
    pub(super) fn new(
        events: &'e [Placed<'e>],
        neutral: &'e Neutral,
        pieces: &'e Pieces<'e>,
        place: Place,
        first_note: usize,
    ) -> Self {
        let labels = note_labels(events);
        let notes = vec![None; labels.len()];
        Self { events, at: 0, neutral, pieces, place, first_note, labels, notes, in_note: false, last: None }
    }

    /// The blocks of the whole text, and its notes.
    pub(super) fn parsed(mut self) -> Parsed {
        let blocks = self.blocks(0);
        let notes = self.notes.into_iter().map(|body| Note { body: body.unwrap_or_default() }).collect();
        Parsed { blocks, notes }
    }

    pub(super) fn next(&mut self) -> Option<&'e Placed<'e>> {
        let event = self.events.get(self.at);
        self.at += usize::from(event.is_some());
        event
    }

    /// Blocks up to the end of the container they are in, which is taken too.
    pub(super) fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.next() {
            self.last = None;
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph) => match if depth == 0 { self.picture() } else { None } {
                    Some(picture) => blocks.push(Block::Picture(picture)),
                    None => {
                        let content = self.inlines(0);
                        self.paragraph(content, &mut blocks);
                    }
                },
                Event::Start(Tag::List(start)) if depth < 4 * MAX_DEPTH => self.list(*start, depth, &mut blocks),
                Event::Start(Tag::FootnoteDefinition(label)) if !self.in_note => {
                    self.definition(label, range, depth, &mut blocks);
                }
                Event::Start(Tag::Table(alignments)) => {
                    let alignments = alignments.iter().copied().map(alignment).collect();
                    let caption = take_caption(&mut blocks);
                    blocks.push(Block::Table(Table { caption, ..self.table(alignments) }));
                }
                event if is_inline(event) => {
                    // The text of a tight list item has no paragraph around it.
                    self.at -= 1;
                    let content = self.inlines(0);
                    self.paragraph(content, &mut blocks);
                }
                event => {
                    let content = self.as_typed(event, range);
                    self.paragraph(content, &mut blocks);
                }
            }
        }
        blocks
    }

    pub(super) fn paragraph(&self, content: Vec<Inline>, blocks: &mut Vec<Block>) {
        if !content.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { role: Role::Text, heading: None, content, place: self.place }));
        }
    }

    /// The picture that the paragraph just begun is, its end taken; `None` where it is none, with nothing taken. One with
    /// a title, or with a path that is not filled, is none.
    fn picture(&mut self) -> Option<Picture> {
        let (Event::Start(Tag::Image { link_type: LinkType::Inline, dest_url, title, .. }), range) =
            self.events.get(self.at)?
        else {
            return None;
        };
        let inside = &self.events[self.at + 1..];
        let length = inside.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Image)))?;
        let (words, behind) = inside.split_at(length);
        let is_alone = matches!(behind.get(1), Some((Event::End(TagEnd::Paragraph), _)));
        let is_nested = words.iter().any(|(event, _)| matches!(event, Event::Start(Tag::Image { .. })));
        if !is_alone || is_nested || !title.is_empty() {
            return None;
        }
        let words_end = words.iter().map(|(_, range)| range.end).max().unwrap_or(range.start + "![".len());
        let path = self.href(dest_url, words_end..range.end)?.trim().to_owned();
        if path.is_empty() {
            return None;
        }
        let mut typed = Vec::new();
        self.source(range.clone(), &mut typed);
        self.last = None;
        self.at += 1;
        let caption = self.inlines(1);
        self.at += 1;
        Some(Picture { caption, path, typed, place: self.place, image: None })
    }

    /// What stands in the source for an event that is no markup of ours, and for all inside it.
    pub(super) fn as_typed(&mut self, event: &Event, range: &Range<usize>) -> Vec<Inline> {
        if matches!(event, Event::Start(_)) {
            self.skip();
        }
        let mut content = Vec::new();
        self.source(range.clone(), &mut content);
        content
    }

    /// Goes on behind the end that matches a start already taken.
    fn skip(&mut self) {
        let mut open = 1_usize;
        while open > 0
            && let Some((event, _)) = self.next()
        {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
    }

    /// Appends the source of a range as typed, its lines joined.
    pub(super) fn source(&mut self, range: Range<usize>, content: &mut Vec<Inline>) {
        for original in self.neutral.original(range) {
            self.pieces.push_lines(original, content, &mut self.last);
        }
    }

    /// Appends the source of a range within a line as it is, blanks too.
    pub(super) fn verbatim(&mut self, range: Range<usize>, content: &mut Vec<Inline>) {
        for original in self.neutral.original(range) {
            self.pieces.push(original, content, &mut self.last);
        }
    }

    /// Appends blocks that a mark stands before which is only text.
    pub(super) fn prefixed(&mut self, mark: Range<usize>, mut following: Vec<Block>, blocks: &mut Vec<Block>) {
        let mut content = Vec::new();
        self.verbatim(mark, &mut content);
        if let Some(Block::Paragraph(paragraph)) = following.first_mut() {
            let rest = std::mem::take(&mut paragraph.content);
            rest.into_iter().for_each(|inline| push_merged(inline, &mut content));
            paragraph.content = content;
        } else {
            self.paragraph(content, blocks);
        }
        blocks.append(&mut following);
    }

    fn definition(&mut self, label: &str, range: &Range<usize>, depth: usize, blocks: &mut Vec<Block>) {
        self.in_note = true;
        let body = self.blocks(depth + 1);
        self.in_note = false;
        let index = self.labels.get_index_of(&label.to_lowercase());
        match index.map(|index| &mut self.notes[index]) {
            Some(note @ None) => *note = Some(body),
            // Without a mark, or defined before: nothing of it may vanish.
            _ => {
                let text = &self.neutral.text[range.clone()];
                let length = text.find("]:").map_or(0, |at| at + 2);
                let blank = usize::from(text[length..].starts_with(' '));
                self.prefixed(range.start..range.start + length + blank, body, blocks);
            }
        }
    }
}

pub(super) fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => is_inline_tag(tag),
        Event::Text(_) | Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_) => true,
        Event::Code(_) | Event::InlineHtml(_) | Event::InlineMath(_) | Event::DisplayMath(_) => true,
        _ => false,
    }
}

pub(super) fn is_inline_tag(tag: &Tag) -> bool {
    matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. })
}
