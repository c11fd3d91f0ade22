//! Units: the lines of a page, a table cell each, as they can be compared with those of a Word file.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::{Block, Document, Inline, Line, Origin, PlainText, Role};
use crate::place::Place;
use crate::readers::{Manuscript, is_blank, kept};

/// A character, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub c: char,
    pub at: At,
}

/// Where a character comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// Typed at this range of the value.
    Typed(Place, Range<usize>),
    /// Printed by the placeholder at this range of the value.
    Value(Place, Range<usize>),
    /// Supplied by the program.
    Supplied,
}

impl At {
    /// The value it was typed in, and where.
    pub fn typed(&self) -> Option<(Place, &Range<usize>)> {
        match self {
            Self::Typed(place, range) | Self::Value(place, range) => Some((*place, range)),
            Self::Supplied => None,
        }
    }
}

/// What a unit is in the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    Heading,
    /// A paragraph of a text.
    Paragraph,
    /// A measure in a paragraph of its own.
    Measure,
    /// A line of the frame, a cell of a table, an item of a list.
    #[default]
    Other,
}

/// A line of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Unit {
    pub text: String,
    pub glyphs: Vec<Glyph>,
    pub kind: Kind,
}

impl Unit {
    /// A line of which nothing is known but its text.
    fn bare(text: &str) -> Self {
        let glyphs = text.trim_matches(is_blank).chars().filter_map(kept).map(|c| Glyph { c, at: At::Supplied });
        Self::of(glyphs.collect(), Kind::Other)
    }

    fn of(mut glyphs: Vec<Glyph>, kind: Kind) -> Self {
        let trimmed = glyphs.iter().rev().take_while(|glyph| is_blank(glyph.c)).count();
        glyphs.truncate(glyphs.len() - trimmed);
        let lead = glyphs.iter().take_while(|glyph| is_blank(glyph.c)).count();
        glyphs.drain(..lead);
        Self { text: glyphs.iter().map(|glyph| glyph.c).collect(), glyphs, kind }
    }

    /// This line with what `known` says of its characters, where they are the same but for line ends: a long title is
    /// broken where it is printed.
    pub fn known_by(&self, known: &Self) -> Option<Self> {
        let mut glyphs = Vec::with_capacity(self.glyphs.len());
        let mut rest = known.glyphs.iter().filter(|glyph| glyph.c != '\n');
        for glyph in &self.glyphs {
            glyphs.push(match glyph.c {
                '\n' => glyph.clone(),
                c => rest.next().filter(|known| known.c == c)?.clone(),
            });
        }
        rest.next().is_none().then(|| Self { text: self.text.clone(), glyphs, kind: known.kind })
    }

    /// The only value typed in the unit, where there is only one.
    pub fn place(&self) -> Option<Place> {
        let mut places = self.glyphs.iter().filter_map(|glyph| glyph.at.typed()).map(|(place, _)| place);
        let first = places.next()?;
        places.all(|place| place == first).then_some(first)
    }
}

/// The lines of a document, and the places whose texts know no markup.
#[derive(Default)]
pub(super) struct Page {
    pub units: Vec<Unit>,
    pub without_markup: BTreeSet<Place>,
}

impl Page {
    /// The lines of a document as a Word file prints them.
    pub fn of(document: &Document) -> Self {
        let mut page = Self::default();
        page.title(&document.title);
        page.lines(&document.stage, "（", "）");
        page.lines(&document.number, "", "");
        page.lines(&document.occasion, "——", "");
        page.lines(&document.speaker, "", "");
        page.lines(&document.addressee, "", "：");
        page.blocks(&document.body);
        document.signature.iter().for_each(|line| page.line("", line, ""));
        page.lines(&document.date, "", "");
        page.lines(&document.postscript, "（", "）");
        for annex in &document.annexes {
            page.line("", &annex.title, "");
            page.blocks(&annex.body);
        }
        document.notes.iter().for_each(|note| page.blocks(&note.body));
        page
    }

    /// The title is one paragraph, however many lines it has.
    fn title(&mut self, lines: &[Line]) {
        let mut glyphs = Vec::new();
        for line in lines {
            if !glyphs.is_empty() {
                glyphs.extend(supplied("\n"));
            }
            glyphs.extend(self::glyphs(&PlainText::of(&line.content)));
        }
        self.plain(&glyphs);
        self.push(glyphs, Kind::Other);
    }

    fn lines(&mut self, line: &Option<Line>, before: &str, after: &str) {
        line.iter().for_each(|line| self.line(before, line, after));
    }

    fn line(&mut self, before: &str, line: &Line, after: &str) {
        let mut glyphs = supplied(before);
        glyphs.extend(self::glyphs(&PlainText::of(&line.content)));
        glyphs.extend(supplied(after));
        self.plain(&glyphs);
        self.push(glyphs, Kind::Other);
    }

    /// Notes that the texts of these characters know no markup.
    fn plain(&mut self, glyphs: &[Glyph]) {
        self.without_markup.extend(glyphs.iter().filter_map(|glyph| glyph.at.typed()).map(|(place, _)| place));
    }

    fn push(&mut self, glyphs: Vec<Glyph>, kind: Kind) {
        let unit = Unit::of(glyphs, kind);
        if !unit.text.is_empty() {
            self.units.push(unit);
        }
    }

    fn cell(&mut self, content: &[Inline]) {
        self.push(glyphs(&PlainText::of(content)), Kind::Other);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let content = glyphs(&PlainText::of(&heading.content));
                    self.plain(&content);
                    self.push(supplied(&heading.number).into_iter().chain(content).collect(), Kind::Heading);
                }
                Block::Paragraph(paragraph) => {
                    if let Some(heading) = &paragraph.heading {
                        self.plain(&glyphs(&PlainText::of(&heading.content)));
                    }
                    let kind = if paragraph.role == Role::Measure { Kind::Measure } else { Kind::Paragraph };
                    self.push(glyphs(&PlainText::of_paragraph(paragraph)), kind);
                }
                Block::List(list) => {
                    for (index, item) in list.items.iter().enumerate() {
                        let mark = list
                            .start
                            .map_or("• ".to_owned(), |start| format!("{}. ", start.saturating_add(index as u64)));
                        let first = self.units.len();
                        self.blocks(item);
                        let Some(unit) = self.units.get_mut(first) else { continue };
                        *unit =
                            Unit::of(supplied(&mark).into_iter().chain(unit.glyphs.drain(..)).collect(), Kind::Other);
                    }
                }
                Block::Table(table) => {
                    self.cell(&table.caption);
                    table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| self.cell(cell));
                }
                Block::Picture(picture) => self.cell(&picture.caption),
            }
        }
    }
}

fn supplied(text: &str) -> Vec<Glyph> {
    text.chars().map(|c| Glyph { c, at: At::Supplied }).collect()
}

fn glyphs(plain: &PlainText) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    for (piece, origin) in &plain.pieces {
        for (offset, c) in plain.text[piece.clone()].char_indices() {
            let Some(kept) = kept(c) else { continue };
            let at = match origin {
                Origin::Typed { place, range } => {
                    let start = range.start + offset;
                    At::Typed(*place, start..start + c.len_utf8())
                }
                Origin::Value { place, range } => At::Value(*place, range.clone()),
                Origin::Composed { .. } => At::Supplied,
            };
            glyphs.push(Glyph { c: kept, at });
        }
    }
    glyphs
}

/// The lines of a text that was read.
pub(super) fn of_manuscript(manuscript: &Manuscript) -> Vec<Unit> {
    let mut units = Vec::new();
    push_blocks(&manuscript.document.body, &mut units);
    manuscript.document.notes.iter().for_each(|note| push_blocks(&note.body, &mut units));
    units
}

fn push_blocks(blocks: &[Block], units: &mut Vec<Unit>) {
    let mut push = |content: &[Inline], kind| {
        let unit = Unit { kind, ..Unit::bare(&crate::document::plain(content)) };
        if !unit.text.is_empty() {
            units.push(unit);
        }
    };
    for block in blocks {
        match block {
            Block::Heading(heading) => push(&heading.content, Kind::Heading),
            Block::Paragraph(paragraph) => push(&paragraph.content, Kind::Paragraph),
            Block::Table(table) => {
                push(&table.caption, Kind::Other);
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| push(cell, Kind::Other));
            }
            Block::List(_) | Block::Picture(_) => {}
        }
    }
}
