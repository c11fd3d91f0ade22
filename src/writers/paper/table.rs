//! How the columns of a table share the width of the text.

use std::ops::Range;

use super::{Chars, chars};
use crate::document::{Table, plain};

/// Word opens no table with more columns; a wider one is set in several.
pub(in crate::writers) const MOST_COLUMNS: usize = 63;

/// How many columns a table has.
pub(in crate::writers) fn columns(table: &Table) -> usize {
    table.rows.iter().map(Vec::len).chain([table.head.len()]).max().unwrap_or_default()
}

/// The columns share a room by their longest cells; none starves beside a very long one: where not all have what they
/// want, the widest give way first.
pub(in crate::writers) fn weights(table: &Table, columns: Range<usize>, room: Chars) -> Vec<Chars> {
    let weights: Vec<Chars> = columns.map(|column| weight(table, column)).collect();
    let cap = cap(&weights, room);
    weights.into_iter().map(|weight| weight.min(cap)).collect()
}

/// The width above which columns give way, so that together they fit.
fn cap(weights: &[Chars], room: Chars) -> Chars {
    let mut sorted = weights.to_vec();
    sorted.sort_unstable();
    let mut left = room;
    for (index, weight) in sorted.iter().enumerate() {
        let share = left / Chars::try_from(sorted.len() - index).unwrap_or(Chars::MAX);
        if *weight > share {
            return share.max(1);
        }
        left -= weight;
    }
    Chars::MAX
}

fn weight(table: &Table, column: usize) -> Chars {
    let cells = table.rows.iter().chain([&table.head]).filter_map(|row| row.get(column));
    let longest = cells.map(|cell| chars(&plain(cell))).max().unwrap_or_default();
    (longest + EDGES).clamp(NARROWEST, WIDEST)
}

/// The room at the edges of a cell, for digits that some fonts set wider than half a character too.
const EDGES: Chars = 80;

/// Of a column, its edges included.
const NARROWEST: Chars = 300;
const WIDEST: Chars = 2000;
