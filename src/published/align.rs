//! Lays the characters of a value beside those of its source.

use std::ops::Range;

use crate::place::Alignment;
use crate::source::Span;

/// The stretch of the source that a value covers, and how its characters lie in it, from the characters that both have
/// in common, in the order of the value. `None` where there is none.
///
/// What only the value has (the marks of Markdown) takes no room in the source; what only the source has (line ends,
/// tags) belongs to the blanks of the value that stand there.
pub fn align(
    value: &str,
    source: &str,
    common: impl Iterator<Item = (Range<usize>, Range<usize>)>,
) -> Option<(Span, Alignment)> {
    let mut common = common.peekable();
    let (first, start) = common.peek().cloned()?;
    let mut extent = Span::new(start.start, start.end);
    let mut pieces = Pieces { value, pairs: Vec::new(), reached: 0..start.start };
    if first.start == 0 {
        pieces.pair(0, start.start);
    }
    for (own, theirs) in common {
        let (before, between) = (pieces.reached.start..own.start, pieces.reached.end..theirs.start);
        let is_next = before.is_empty() && between.is_empty();
        if !is_next && value.get(before) != source.get(between) {
            pieces.skip_to(own.start);
            pieces.pair(own.start, theirs.start);
        }
        if own.len() != theirs.len() {
            pieces.pair(own.start, theirs.start);
            pieces.pair(own.end, theirs.end);
        }
        pieces.reached = own.end..theirs.end;
        extent = Span::new(extent.start.min(theirs.start), extent.end.max(theirs.end));
    }
    pieces.skip_to(value.len());
    pieces.pair(value.len(), pieces.reached.end);
    Some((extent, Alignment::Pieces(pieces.pairs)))
}

/// Pairs of [`Alignment::Pieces`] under construction.
struct Pieces<'a> {
    value: &'a str,
    pairs: Vec<(u32, u32)>,
    /// The offsets in value and source up to which all is said.
    reached: Range<usize>,
}

impl Pieces<'_> {
    fn pair(&mut self, value: usize, source: usize) {
        let pair = (value as u32, source as u32);
        if self.pairs.last() != Some(&pair) {
            self.pairs.push(pair);
        }
    }

    /// The characters of the value up to `end` are in no place of the source: they stand behind what was reached.
    fn skip_to(&mut self, end: usize) {
        let Range { start, end: at } = self.reached;
        self.pair(start, at);
        let skipped = self.value.get(start..end).unwrap_or_default();
        skipped.char_indices().skip(1).for_each(|(offset, _)| self.pair(start + offset, at));
    }
}
