//! Where the text ends, counted line by line: a Word file has no pages before it is opened.
//!
//! The count is that of GB/T 9704—2012, 22 lines of 28 characters; programs differ from it by a line or two, for they
//! hang and squeeze marks each in its own way. So the end is told with the doubt it is known with.

use super::weights;
use super::{
    ABOVE, Chars, DEEPEST, MOST_COLUMNS, Mark, Room, Twips, chars, chars_in, columns, printed_size, row_height, sheets,
    title_breaks,
};
use crate::document::chart::Chart;
use crate::document::{Block, Document, Inline, List, Note, Paragraph, Picture, Table, plain};

/// Where the last line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::writers) struct End {
    /// Counted from 1.
    pub page: u32,
    /// How much of the page is taken.
    pub used: Twips,
    /// How much less and how much more it may be.
    pub less: Twips,
    pub more: Twips,
    /// Notes stand at the foot of the page, or may.
    pub noted: bool,
}

/// Where a document's text ends: body, signature, annexes, charts.
pub(in crate::writers) fn end(document: &Document, room: Room) -> End {
    let mut column = Column { document, room, page: 1, used: 0, lines: 0, noted: 0 };
    column.head();
    let (last, before) = match document.body.split_last() {
        Some((last, before)) => (std::slice::from_ref(last), before),
        None => (&[][..], &[][..]),
    };
    column.blocks(before, 0);
    column.signed(last);
    for annex in &document.annexes {
        column.new_page();
        let title = title_breaks(&annex.title).len() as u32 + 1;
        column.whole((title + 3) * room.line, 0);
        column.blocks(&annex.body, 0);
    }
    column.charts(&document.charts);
    let Column { page, used, lines, noted, .. } = column;
    let doubt = |each: u32| room.line * (1 + lines / each);
    End { page, used, less: doubt(LINES_TOO_MANY), more: doubt(LINES_TOO_FEW), noted: noted > 0 && noted + 1 >= page }
}

/// In how many lines of a text one is counted that is not there, or one is not that is.
const LINES_TOO_MANY: u32 = 100;
const LINES_TOO_FEW: u32 = 30;

/// The sizes of text in a table and in a note, and how high their lines are.
const TABLE: (u32, Twips) = (12, 400);
const NOTE: (u32, Twips) = (10, 320);

/// The edges of a cell, left and right.
const CELL_EDGES: Twips = 216;

/// 3号, the size characters are counted in.
const BODY: u32 = 16;

/// The text as it runs down the pages.
struct Column<'a> {
    document: &'a Document,
    room: Room,
    page: u32,
    used: Twips,
    /// All lines so far, of any height.
    lines: u32,
    /// The last page with a note.
    noted: u32,
}

impl Column<'_> {
    fn new_page(&mut self) {
        self.page += 1;
        self.used = 0;
    }

    /// Lines that may stand on different pages.
    fn lines(&mut self, lines: u32, height: Twips) {
        for _ in 0..lines {
            self.whole(height, 0);
        }
    }

    /// What is not torn, with so much of what follows on its page.
    fn whole(&mut self, height: Twips, next: Twips) {
        if self.used > 0 && self.used + height + next > self.room.height {
            self.new_page();
        }
        self.used += height;
        self.lines += height / self.room.line;
    }

    /// From the red head to the addressee.
    fn head(&mut self) {
        let document = self.document;
        let mark = Mark::of(document, self.room);
        self.whole(mark.map_or(0, |mark| mark.height + mark.below), 0);
        self.whole(super::front::lines(document) * self.room.line, 0);
        if let Some(addressee) = &document.addressee {
            self.text(&addressee.plain(), 0, 0);
        }
    }

    /// A text of the body, its first line and the others so far in.
    fn text(&mut self, text: &str, first: Chars, others: Chars) {
        let lines = count(text, self.room.measure(), first, others);
        self.lines(lines, self.room.line);
    }

    fn blocks(&mut self, blocks: &[Block], depth: u32) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let text = heading.number.clone() + &plain(&heading.content);
                    let lines = count(&text, self.room.measure(), 200, 0);
                    self.whole(lines * self.room.line, self.room.line);
                }
                Block::Paragraph(paragraph) => self.paragraph(paragraph, "", depth),
                Block::List(list) => self.list(list, depth),
                Block::Table(table) => self.table(table),
                Block::Picture(picture) => self.picture(picture),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, mark: &str, depth: u32) {
        let left = depth.min(DEEPEST) * 200;
        self.text(&(mark.to_owned() + &text_of(paragraph)), left + 200, left);
        self.notes(&paragraph.content);
    }

    fn list(&mut self, list: &List, depth: u32) {
        for item in &list.items {
            let (first, rest) = item.split_at(item.len().min(1));
            match first {
                [Block::Paragraph(paragraph)] => self.paragraph(paragraph, "1. ", depth),
                others => self.blocks(others, depth),
            }
            self.blocks(rest, depth + 1);
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.whole(self.room.line, TABLE.1);
        }
        let all = columns(table);
        for from in (0..all).step_by(MOST_COLUMNS) {
            let widths = weights(table, from..all.min(from + MOST_COLUMNS), self.room.measure());
            let sum = widths.iter().sum::<Chars>().max(1);
            for row in [&table.head].into_iter().chain(&table.rows) {
                let cells = row.get(from..).unwrap_or_default().iter().zip(&widths);
                let lines = cells.map(|(cell, width)| {
                    let width = (self.room.width * width / sum).saturating_sub(CELL_EDGES);
                    count(&plain(cell), chars_in(width) * BODY / TABLE.0, 0, 0)
                });
                self.whole(lines.max().unwrap_or(1) * TABLE.1, 0);
            }
        }
    }

    /// A picture with its words on its page.
    fn picture(&mut self, picture: &Picture) {
        let words = if picture.caption.is_empty() {
            0
        } else {
            count(&picture.words(), self.room.measure() * BODY / TABLE.0, 0, 0)
        };
        let height = picture.image.as_ref().map_or(0, |image| ABOVE + printed_size(image, self.room).1);
        self.whole(height + words * TABLE.1, 0);
        self.notes(&picture.caption);
    }

    /// The notes a text marks, at the foot of its page.
    fn notes(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Note { index } => {
                    let blocks = self.document.notes.get(*index).map(|Note { body }| body.as_slice());
                    let text: String = blocks.unwrap_or_default().iter().map(block_text).collect();
                    self.whole(count(&text, self.room.measure() * BODY / NOTE.0, 0, 0) * NOTE.1, 0);
                    self.noted = self.page;
                }
                Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => {
                    self.notes(content);
                }
                _ => {}
            }
        }
    }

    /// The last block and what is signed, which stands on the page of its last lines.
    fn signed(&mut self, last: &[Block]) {
        let (document, line) = (self.document, self.room.line);
        let list: u32 =
            document.annexes.iter().map(|annex| count(&annex.title.plain(), self.room.measure(), 500, 600)).sum();
        let list = list + u32::from(list > 0);
        let organs = document.signature.len() as u32;
        let is_sealed = document.letterhead.as_ref().is_some_and(|letterhead| letterhead.seal);
        let organs = organs * if is_sealed { 4 } else { 1 } + u32::from(organs > 0 && !is_sealed);
        let date = u32::from(document.date.is_some()) + u32::from(document.date.is_some() && organs == 0);
        let tail = (list + organs + date) * line;
        self.blocks(last, 0);
        if tail > 0 && self.used + tail > self.room.height {
            self.new_page();
            self.used = 2 * line;
        }
        self.whole(tail, 0);
        if let Some(postscript) = &document.postscript {
            self.text(&format!("（{}）", postscript.plain()), 200, 0);
        }
    }

    fn charts(&mut self, charts: &[Chart]) {
        if charts.is_empty() {
            return;
        }
        self.new_page();
        self.whole(2 * self.room.line, 0);
        for sheet in charts.iter().flat_map(sheets) {
            let rows = sheet.chart.rows.len() as u32;
            let height = (rows * row_height(&sheet.chart) + CHART_EDGES) * MILLIMETRE;
            self.whole(self.room.line + height, 0);
        }
    }
}

/// Above and below the bars of a chart, with the names of its series, in millimetres.
const CHART_EDGES: u32 = 14;
const MILLIMETRE: Twips = 57;

/// A paragraph as it is printed.
fn text_of(paragraph: &Paragraph) -> String {
    let heading = paragraph.heading.as_ref();
    let heading = heading.map(|heading| heading.number.clone() + &plain(&heading.content) + "。");
    heading.unwrap_or_default() + &plain(&paragraph.content)
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => text_of(paragraph),
        _ => String::new(),
    }
}

/// How many lines a text takes: at least one. Words and numbers are not torn, no line ends with an opening mark, a closing
/// one hangs at the end.
pub(in crate::writers) fn count(text: &str, measure: Chars, first: Chars, others: Chars) -> u32 {
    let full = measure.saturating_sub(others).max(1);
    let (mut lines, mut at) = (1, first);
    let mut held = String::new();
    for character in text.chars() {
        if character == '\n' {
            (lines, at) = (lines + 1, others);
            continue;
        }
        held.push(character);
        if is_of_word(character) || OPENING.contains(character) {
            continue;
        }
        // A word goes before the character that ends it.
        let (word, mark) = held.split_at(held.len() - character.len_utf8());
        let hangs = CLOSING.contains(character);
        let pieces = if word.ends_with(is_of_word) && !hangs { [word, mark] } else { ["", held.as_str()] };
        for piece in pieces {
            let width = chars(piece);
            let needed = if hangs { width.saturating_sub(100) } else { width };
            if at + needed > measure && at > others {
                (lines, at) = (lines + 1, others);
            }
            at += width;
            if needed > full {
                lines += (needed - 1) / full;
                at = others + (needed - 1) % full + 1;
            }
        }
        held.clear();
    }
    lines + u32::from(!held.is_empty() && at + chars(&held) > measure)
}

fn is_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '%' | '-' | '/' | ':')
}

/// Marks no line ends with.
const OPENING: &str = "（《〈“‘「『【〔";

/// Marks no line begins with.
const CLOSING: &str = "，。、；：！？）》〉”’」』】〕…";
