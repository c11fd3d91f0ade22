//! A table of data, cell by cell.

use crate::document::block::Alignment;
use crate::document::{Inline, Table};

/// A table whose cells are being read.
#[derive(Default)]
pub(super) struct OpenTable {
    pub caption: Vec<Inline>,
    rows: Vec<Vec<Vec<Inline>>>,
    /// Rows that a cell further up still covers, by column.
    spans: Vec<usize>,
}

impl OpenTable {
    /// Begins a row.
    pub fn open_row(&mut self) {
        self.rows.push(Vec::new());
        self.fill();
    }

    /// Leaves the columns empty that a cell further up covers.
    fn fill(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some(span) = self.spans.get_mut(row.len()).filter(|span| **span > 0) {
            *span -= 1;
            row.push(Vec::new());
        }
    }

    /// Adds a cell that covers so many columns and rows.
    pub fn add_cell(&mut self, content: Vec<Inline>, columns: usize, rows: usize) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let mut content = Some(content);
        for _ in 0..columns {
            let Some(row) = self.rows.last_mut() else { return };
            let column = row.len();
            row.push(content.take().unwrap_or_default());
            if self.spans.len() <= column {
                self.spans.resize(column + 1, 0);
            }
            self.spans[column] = rows - 1;
        }
        self.fill();
    }

    /// The table: its first row is the head.
    pub fn finish(mut self) -> Table {
        self.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        self.rows.iter_mut().for_each(|row| row.resize(columns, Vec::new()));
        let mut rows = self.rows.into_iter();
        let head = rows.next().unwrap_or_default();
        Table {
            caption: self.caption,
            alignments: vec![Alignment::None; columns],
            head,
            rows: rows.collect(),
            ..Table::default()
        }
    }
}
