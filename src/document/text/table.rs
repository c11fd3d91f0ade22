//! Tables, and the paragraph before one that is its caption.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::assembly::Assembly;
use crate::document::block::Alignment;
use crate::document::{Block, Inline, Table, plain};

impl Assembly<'_> {
    pub(super) fn table(&mut self, alignments: Vec<Alignment>) -> Table {
        let mut table = Table { alignments, place: self.place, ..Table::default() };
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => table.head = self.row(range, table.alignments.len()),
                Event::Start(Tag::TableRow) => {
                    let row = self.row(range, table.alignments.len());
                    table.rows.push(row);
                }
                _ => break,
            }
        }
        table
    }

    /// The cells of a row, as many as the table has columns; what is typed beyond them stays in the last.
    fn row(&mut self, range: &Range<usize>, columns: usize) -> Vec<Vec<Inline>> {
        let mut cells = Vec::with_capacity(columns);
        let mut end = range.start;
        while let Some((Event::Start(Tag::TableCell), cell)) = self.next() {
            self.last = None;
            cells.push(self.inlines(0));
            end = end.max(cell.end);
        }
        let rest = &self.neutral.text[end.min(range.end)..range.end];
        let extra = rest.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if !extra.is_empty()
            && let Some(last) = cells.last_mut()
        {
            let start = end + (rest.len() - rest.trim_start_matches(|c: char| c == '|' || c.is_whitespace()).len());
            last.push(Inline::composed(" ", self.place));
            self.source(start..start + extra.len(), last);
        }
        cells.resize(columns, Vec::new());
        cells
    }
}

/// The caption of a table that follows: a short paragraph such as 表1 or 附表二, which is taken from the blocks.
pub(super) fn take_caption(blocks: &mut Vec<Block>) -> Vec<Inline> {
    match blocks.pop() {
        Some(Block::Paragraph(paragraph)) if is_caption(&plain(&paragraph.content)) => paragraph.content,
        before => {
            blocks.extend(before);
            Vec::new()
        }
    }
}

/// Whether a text is the caption of a table: it starts with 表 and a number or a colon, and is no sentence.
fn is_caption(text: &str) -> bool {
    const LENGTH: usize = 50;
    let number = |c: char| c.is_numeric() || "一二三四五六七八九十：: 　".contains(c);
    let rest = text.strip_prefix('附').unwrap_or(text).strip_prefix('表');
    rest.is_some_and(|rest| rest.starts_with(number))
        && !text.contains(['。', '；', '\n'])
        && text.chars().count() <= LENGTH
}

pub(super) fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
