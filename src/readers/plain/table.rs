//! A table drawn in plain text: a head, a rule of dashes for each column, rows aligned under it.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::Line;
use crate::document::block::Alignment;
use crate::document::{Inline, Table};
use crate::readers::run;

/// The table whose head is the line at `head`, and the number of its lines.
pub fn at(lines: &[Line], head: usize) -> Option<(Table, usize)> {
    let rule = lines.get(head + 1).filter(|rule| !rule.is_apart)?;
    let columns = columns(rule)?;
    let below = lines[head + 2..].iter().take_while(|line| !line.is_apart);
    // Text that follows without a blank line is no row.
    let rows = below.enumerate().filter(|(_, line)| is_row(line, &columns)).last().map_or(0, |(last, _)| last + 1);
    let mut all = lines[head..head + 2 + rows].iter().enumerate().filter(|&(index, _)| index != 1);
    let mut row = || all.next().map(|(_, line)| cells(line, &columns));
    let head = row()?;
    let rows: Vec<_> = std::iter::from_fn(row).collect();
    let length = rows.len() + 2;
    Some((Table { alignments: vec![Alignment::None; columns.len()], head, rows, ..Table::default() }, length))
}

/// The columns that a rule of dashes marks: each up to the next.
fn columns(rule: &Line) -> Option<Vec<Range<usize>>> {
    let is_rule = rule.text.chars().all(|c| matches!(c, '-' | ' ')) && rule.text.contains("  ");
    let dashes = rule.text.bytes().chain([b' ']).enumerate().scan(b' ', |last, (at, byte)| {
        let starts = byte == b'-' && *last == b' ';
        *last = byte;
        Some(starts.then_some(rule.indent + at))
    });
    let starts: Vec<usize> = dashes.flatten().collect();
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    is_rule.then(|| starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect())
}

/// Whether a line stands in several columns and runs over the start of none.
fn is_row(line: &Line, columns: &[Range<usize>]) -> bool {
    let (mut at, mut before) = (line.indent, ' ');
    let mut filled = vec![false; columns.len()];
    for c in line.text.chars() {
        let end = at + c.width().unwrap_or(0);
        let is_over = |column: &Range<usize>| {
            let start = column.start;
            at < start && start < end || at == start && before != ' ' && c != ' '
        };
        if columns.iter().skip(1).any(is_over) {
            return false;
        }
        let column = columns.iter().rposition(|column| column.start <= at).unwrap_or(0);
        filled[column] |= c != ' ';
        (at, before) = (end, c);
    }
    filled.iter().filter(|is_filled| **is_filled).count() > 1
}

/// The cells of a row: what stands in the columns, by display width.
fn cells(line: &Line, columns: &[Range<usize>]) -> Vec<Vec<Inline>> {
    let mut cells = vec![String::new(); columns.len()];
    let mut at = line.indent;
    for c in line.text.chars() {
        let column = columns.iter().rposition(|column| column.start <= at).unwrap_or(0);
        cells[column].push(c);
        at += c.width().unwrap_or(0);
    }
    let cell = |text: String| match text.trim() {
        "" => Vec::new(),
        text => vec![run(text)],
    };
    cells.into_iter().map(cell).collect()
}
