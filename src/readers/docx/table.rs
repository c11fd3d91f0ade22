//! A table of a Word file, cell by cell.

use crate::document::block::Alignment;
use crate::document::{Block, Inline, Table, plain};
use crate::readers::{Hint, run};

/// The longest cell of a table that holds data; a longer one shows that the table only lays the page out.
const LONGEST_CELL: usize = 200;
/// The largest table that is kept as one.
const MOST_ROWS: usize = 2_000;
const MOST_COLUMNS: usize = 200;

/// A table while it is read: rows of cells of blocks.
#[derive(Default)]
pub(super) struct OpenTable {
    pub rows: Vec<Vec<Vec<(Block, Hint)>>>,
    pub has_tables: bool,
    /// Cells the one being read spans.
    pub span: usize,
}

impl OpenTable {
    /// Begins a cell; the one before is followed by empty ones where it spans several columns.
    pub fn open_cell(&mut self) {
        let missing = self.span.saturating_sub(1);
        self.span = 1;
        let Some(row) = self.rows.last_mut() else { return };
        if !row.is_empty() {
            row.extend((0..missing).map(|_| Vec::new()));
        }
        row.push(Vec::new());
    }

    /// Whether it is a table of data, none that only lays the page out.
    pub fn holds_data(&self) -> bool {
        let is_short = |cell: &Vec<(Block, Hint)>| {
            cell.iter().map(|(block, _)| text_of(block).chars().count()).sum::<usize>() <= LONGEST_CELL
        };
        let has_text = |cell: &&Vec<(Block, Hint)>| cell.iter().any(|(block, _)| !text_of(block).trim().is_empty());
        // Where no row has two cells with text, the table moves a signature to the right.
        let has_pairs = || self.rows.iter().any(|row| row.iter().filter(has_text).nth(1).is_some());
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        (2..=MOST_ROWS).contains(&self.rows.len())
            && (2..=MOST_COLUMNS).contains(&columns)
            && !self.has_tables
            && self.rows.iter().flatten().all(is_short)
            && has_pairs()
    }

    /// The table: its first row is the head.
    pub fn finish(self) -> Table {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let row = |cells: Vec<Vec<(Block, Hint)>>| {
            let mut cells: Vec<Vec<Inline>> = cells.into_iter().map(cell).collect();
            cells.resize(columns, Vec::new());
            cells
        };
        let mut rows = self.rows.into_iter().map(row);
        let head = rows.next().unwrap_or_default();
        let alignments = vec![Alignment::None; columns];
        Table { alignments, head, rows: rows.collect(), ..Table::default() }
    }
}

/// The paragraphs of a cell as one line.
fn cell(blocks: Vec<(Block, Hint)>) -> Vec<Inline> {
    let mut content = Vec::new();
    for (block, _) in blocks {
        if !content.is_empty() {
            content.push(run(" "));
        }
        match block {
            Block::Paragraph(paragraph) => content.extend(paragraph.content),
            Block::Heading(heading) => content.extend(heading.content),
            _ => {}
        }
    }
    content
}

fn text_of(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        Block::Heading(heading) => plain(&heading.content),
        _ => String::new(),
    }
}
