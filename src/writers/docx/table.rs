//! Tables: as wide as the text, the head row on every page, no row torn over two.

use super::format::Format;
use super::measure::chars;
use super::part::{Face, Part};
use super::style;
use crate::document::block::Alignment;
use crate::document::{Inline, Table};
use crate::writers::paper::{Chars, MOST_COLUMNS, columns, weights};

/// Writes a table; `keep_last` holds its last row on the page of what follows.
pub(super) fn write(part: &mut Part, table: &Table, keep_last: bool) {
    if part.ends_with_table {
        write_spacer(part);
    }
    if !table.caption.is_empty() {
        part.line(&Format::of(style::CAPTION), &table.caption);
    }
    let columns = columns(table);
    let mut from = 0;
    while from < columns {
        let to = columns.min(from + MOST_COLUMNS);
        if part.ends_with_table {
            write_spacer(part);
        }
        Columns { table, from, to, keep_last }.write(part);
        part.ends_with_table = true;
        from = to;
    }
}

/// A paragraph without height: Word wants one between two tables and at the end of a text.
pub(super) fn write_spacer(part: &mut Part) {
    part.paragraph(&Format::of(style::SPACER), |_| {});
}

/// The columns of a table that are written side by side: all, but in the widest tables.
struct Columns<'a> {
    table: &'a Table,
    from: usize,
    to: usize,
    keep_last: bool,
}

impl Columns<'_> {
    fn write(&self, part: &mut Part) {
        let width = part.house.width;
        let widths = self.widths(width);
        part.xml.open("w:tbl", &[]);
        part.xml.raw(STYLE);
        part.xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        part.xml.raw(LAYOUT);
        self.write_look(part);
        part.xml.close("w:tblPr");
        part.xml.open("w:tblGrid", &[]);
        for width in &widths {
            part.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        part.xml.close("w:tblGrid");
        if self.has_head() {
            self.write_row(part, &self.table.head, &widths, Row::Head);
        }
        for (index, row) in self.table.rows.iter().enumerate() {
            let keep_next = self.keep_last && index + 1 == self.table.rows.len();
            self.write_row(part, row, &widths, Row::Body { keep_next });
        }
        part.xml.close("w:tbl");
    }

    fn has_head(&self) -> bool {
        self.table.head.iter().any(|cell| !cell.is_empty())
    }

    /// Which cells name others: readers for the blind go by it.
    fn write_look(&self, part: &mut Part) {
        let names_rows = self.table.names_rows && self.from == 0;
        let (row, column) = (u16::from(self.has_head()), u16::from(names_rows));
        let sum = format!("{:04X}", NO_BANDS + row * FIRST_ROW + column * FIRST_COLUMN);
        part.xml.empty(
            "w:tblLook",
            &[
                ("w:val", &sum),
                ("w:firstRow", &row.to_string()),
                ("w:lastRow", "0"),
                ("w:firstColumn", &column.to_string()),
                ("w:lastColumn", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ],
        );
    }

    fn write_row(&self, part: &mut Part, cells: &[Vec<Inline>], widths: &[u32], row: Row) {
        part.xml.open("w:tr", &[]);
        part.xml.raw(match row {
            Row::Head => HEAD_ROW,
            Row::Body { .. } => BODY_ROW,
        });
        for (column, width) in (self.from..self.to).zip(widths) {
            part.xml.open("w:tc", &[]);
            part.xml.open("w:tcPr", &[]);
            part.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            part.xml.raw(r#"<w:vAlign w:val="center"/>"#);
            part.xml.close("w:tcPr");
            let content = cells.get(column).map(Vec::as_slice).unwrap_or_default();
            part.paragraph(&self.format(column, row), |part| part.inlines(content, Face::default()));
            part.xml.close("w:tc");
        }
        part.xml.close("w:tr");
    }

    fn format(&self, column: usize, row: Row) -> Format {
        let justification = match self.table.alignments.get(column).copied().unwrap_or_default() {
            Alignment::None => None,
            Alignment::Left => Some("left"),
            Alignment::Center => Some("center"),
            Alignment::Right => Some("right"),
        };
        match row {
            Row::Head => Format::of(style::TABLE_HEAD),
            Row::Body { keep_next } => Format { justification, keep_next, ..Format::of(style::TABLE_TEXT) },
        }
    }

    /// The columns share the width of the text by their longest cells; none starves beside a very long one.
    fn widths(&self, width: u32) -> Vec<u32> {
        let weights = weights(self.table, self.from..self.to, chars(width));
        let sum = weights.iter().sum::<Chars>().max(1);
        let mut given = 0;
        let mut passed = 0;
        let mut widths = Vec::with_capacity(weights.len());
        for weight in weights {
            passed += weight;
            let edge = width * passed / sum;
            widths.push(edge - given);
            given = edge;
        }
        widths
    }
}

/// What kind of row is written.
#[derive(Clone, Copy)]
enum Row {
    Head,
    Body { keep_next: bool },
}

const STYLE: &str = r#"<w:tblPr><w:tblStyle w:val="TableGrid"/>"#;
const LAYOUT: &str = r#"<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>"#;
/// The bits of `w:tblLook`.
const FIRST_ROW: u16 = 0x20;
const FIRST_COLUMN: u16 = 0x80;
const NO_BANDS: u16 = 0x600;

const HEAD_ROW: &str = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
const BODY_ROW: &str = "<w:trPr><w:cantSplit/></w:trPr>";
