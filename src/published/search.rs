//! Finds the paragraphs of a report in the text it was read from.
//!
//! The import loses nothing and keeps the order, so a paragraph is the first of its like after the one before; then
//! each is moved as near to the next as it stands there too, since what is said twice at the top of a page (its summary
//! and the text) was read where the text is.

use std::ops::Range;

use crate::outline::numbering::leading_mark;
use crate::place::Place;
use crate::readers::Visible;

/// A line or a cell of a value.
pub struct Unit {
    pub place: Place,
    /// Where it starts in the value.
    offset: usize,
    seen: Visible,
    /// It may stand elsewhere than in order: a note.
    is_apart: bool,
    /// Where it stands in what is seen of the source.
    pub found: Option<Range<usize>>,
}

/// The fewest bytes by which a unit is searched for on its own: five characters. Shorter ones are looked for between
/// their neighbours.
const TELLING: usize = 15;

/// How many units may be looked for in vain through the whole text: of a text that is not there at all, all would be.
const IN_VAIN: usize = 64;

/// The lines and cells of a value.
pub fn units(place: Place, value: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut offset = 0;
    for line in value.split_inclusive('\n') {
        let is_row = line.starts_with('|');
        let mut at = offset;
        for cell in line.split_inclusive(|c| is_row && c == '|') {
            push(&mut units, place, at, cell);
            at += cell.len();
        }
        offset += line.len();
    }
    units
}

fn push(units: &mut Vec<Unit>, place: Place, offset: usize, text: &str) {
    let seen = Visible::markdown(text);
    if !seen.text().is_empty() {
        units.push(Unit { place, offset, seen, is_apart: text.starts_with("[^"), found: None });
    }
}

impl Unit {
    fn text(&self) -> &str {
        self.seen.text()
    }

    /// Its characters: stretches of the value beside those of the source.
    pub fn characters<'a>(
        &'a self,
        source: &'a Visible,
        found: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + 'a {
        // Of a unit found without its number, the end was found.
        let start = self.text().len() - found.len();
        let inside = self.seen.stretches(start..self.text().len());
        inside.map(|own| own.start + self.offset..own.end + self.offset).zip(source.stretches(found))
    }
}

/// Finds the units, which are in the order of `text`.
pub fn find(units: &mut [Unit], text: &str) {
    let mut in_vain = 0;
    let mut look = |needle: &str, range: Range<usize>| {
        let found = if in_vain < IN_VAIN { text[range.clone()].find(needle) } else { None };
        in_vain += usize::from(found.is_none());
        found.map(|at| range.start + at..range.start + at + needle.len())
    };
    let mut from = 0;
    for unit in units.iter_mut().filter(|unit| unit.text().len() >= TELLING && !unit.is_apart) {
        unit.found = look(unit.text(), from..text.len());
        from = unit.found.as_ref().map_or(from, |found| found.end);
    }
    fill_gaps(units, text);
    tighten(units, text);
    for unit in units.iter_mut().filter(|unit| unit.found.is_none() && unit.text().len() >= TELLING) {
        unit.found = look(unit.text(), 0..text.len());
    }
}

/// Looks for those left between their neighbours, with and without the number that a list gives them.
fn fill_gaps(units: &mut [Unit], text: &str) {
    let mut next = text.len();
    let limits: Vec<usize> = units
        .iter()
        .rev()
        .map(|unit| {
            let limit = next;
            next = unit.found.as_ref().map_or(next, |found| found.start);
            limit
        })
        .collect();
    let mut from = 0;
    for (unit, &limit) in units.iter_mut().zip(limits.iter().rev()) {
        if unit.found.is_none() && !unit.is_apart && from <= limit {
            let gap = &text[from..limit];
            let whole = unit.text();
            let bare = leading_mark(whole).map_or(whole, |mark| &whole[mark.length..]);
            let is_there = |needle: &str| Some((gap.find(needle).filter(|_| !needle.is_empty())?, needle.len()));
            let found = is_there(whole).or_else(|| is_there(bare));
            unit.found = found.map(|(at, length)| from + at..from + at + length);
        }
        from = unit.found.as_ref().map_or(from, |found| found.end);
    }
}

/// Moves each unit to the last of its like before the next unit.
fn tighten(units: &mut [Unit], text: &str) {
    let mut next = text.len();
    for unit in units.iter_mut().rev() {
        let Some(found) = &mut unit.found else { continue };
        let needle = text[found.clone()].to_owned();
        if let Some(at) = text[found.start..next].rfind(&needle) {
            *found = found.start + at..found.start + at + needle.len();
        }
        next = found.start;
    }
}

/// From the first unit found to the end of the last, in a text of `length` bytes.
pub fn extent(units: &[Unit], length: usize) -> Range<usize> {
    let found = || units.iter().filter(|unit| !unit.is_apart).filter_map(|unit| unit.found.as_ref());
    found().next().map_or(0, |first| first.start)..found().map(|found| found.end).max().unwrap_or(length)
}
