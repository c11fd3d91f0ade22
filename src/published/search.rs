//! Finds the paragraphs of a report in the text it was read from.
//!
//! The import loses nothing and keeps the order, so a paragraph is the first of its like after the one before; then
//! each is moved as near to the next as it stands there too, since what is said twice at the top of a page (its summary
//! and the text) was read where the text is.

use std::ops::Range;

use crate::outline::numbering::leading_mark;
use crate::place::Place;
use crate::readers::Visible;

/// A line, a cell or a sentence of a value.
pub struct Unit<'a> {
    pub place: Place,
    /// As the value has it.
    written: &'a str,
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
/// From then on they are looked for near where they should be.
const IN_VAIN: usize = 64;
const NEAR: usize = 16 * 1024;

/// How many units may be looked for in vain between their neighbours.
const GAPS: usize = 4096;

/// The lines and cells of a value.
pub fn units(place: Place, value: &str) -> Vec<Unit<'_>> {
    let mut units = Vec::new();
    let mut offset = 0;
    for line in value.split_inclusive('\n') {
        let is_row = line.starts_with('|');
        push(&mut units, place, offset, line.split_inclusive(|c| is_row && c == '|'));
        offset += line.len();
    }
    units
}

/// Adds the pieces of a value that stand one after the other from an offset on.
fn push<'a>(units: &mut Vec<Unit<'a>>, place: Place, mut offset: usize, pieces: impl Iterator<Item = &'a str>) {
    for written in pieces {
        let seen = Visible::markdown(written);
        if !seen.text().is_empty() {
            units.push(Unit { place, written, offset, seen, is_apart: written.starts_with("[^"), found: None });
        }
        offset += written.len();
    }
}

impl Unit<'_> {
    fn text(&self) -> &str {
        self.seen.text()
    }

    fn is_telling(&self) -> bool {
        self.text().len() >= TELLING
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

/// Finds the units, which are in the order of `text`. Those that are not there whole are found sentence by sentence.
pub fn find(units: &mut Vec<Unit>, text: &str) {
    let mut in_vain = 0;
    let mut look = |needle: &str, range: Range<usize>| {
        // Mostly it follows at once.
        if text[range.clone()].starts_with(needle) {
            return Some(range.start..range.start + needle.len());
        }
        let near = if in_vain < IN_VAIN { range.end } else { range.end.min(range.start + NEAR) };
        let found = first(&text[range.start..text.floor_char_boundary(near)], needle);
        in_vain += usize::from(found.is_none());
        found.map(|at| range.start + at..range.start + at + needle.len())
    };
    let mut from = 0;
    for unit in units.iter_mut().filter(|unit| unit.is_telling() && !unit.is_apart) {
        unit.found = look(unit.text(), from..text.len());
        from = unit.found.as_ref().map_or(from, |found| found.end);
    }
    fill_gaps(units, text);
    if units.iter().any(|unit| unit.found.is_none() && !unit.is_apart) {
        *units = split(std::mem::take(units));
        fill_gaps(units, text);
    }
    tighten(units, text);
    for unit in units.iter_mut().filter(|unit| unit.found.is_none() && unit.is_telling()) {
        unit.found = look(unit.text(), 0..text.len());
    }
}

/// Where a text has the needle first. A search prepares the whole needle, paragraph after paragraph: that its beginning
/// stands somewhere is found sooner.
fn first(text: &str, needle: &str) -> Option<usize> {
    /// Bytes of a beginning, and how many that do not go on are looked at.
    const BEGINNING: usize = 24;
    const TRIES: usize = 16;
    let beginning = &needle[..needle.floor_char_boundary(BEGINNING)];
    let mut from = 0;
    for _ in 0..TRIES {
        let at = from + text[from..].find(beginning)?;
        if text[at..].starts_with(needle) {
            return Some(at);
        }
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
    }
    text[from..].find(needle).map(|at| from + at)
}

/// Parts the units that were not found into their clauses.
fn split(units: Vec<Unit>) -> Vec<Unit> {
    let mut parted = Vec::with_capacity(units.len());
    for unit in units {
        match unit.found.is_none() && !unit.is_apart {
            true => {
                let clauses = unit.written.split_inclusive(['，', '。', '；', '：', ',', ';']);
                push(&mut parted, unit.place, unit.offset, clauses);
            }
            false => parted.push(unit),
        }
    }
    parted
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
    let (mut from, mut in_vain) = (0, 0);
    for (unit, &limit) in units.iter_mut().zip(limits.iter().rev()) {
        if unit.found.is_none() && !unit.is_apart && from <= limit && in_vain < GAPS {
            let gap = &text[from..text.floor_char_boundary(limit.min(from + NEAR))];
            let whole = unit.text();
            let bare = leading_mark(whole).map_or(whole, |mark| &whole[mark.length..]);
            let is_there = |needle: &str| Some((gap.find(needle).filter(|_| !needle.is_empty())?, needle.len()));
            let found = is_there(whole).or_else(|| is_there(bare));
            in_vain += usize::from(found.is_none());
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
        let needle = &text[found.clone()];
        // Mostly there is no other.
        let second = found.start + needle.chars().next().map_or(0, char::len_utf8);
        if text.get(second..next).is_some_and(|rest| first(rest, needle).is_some())
            && let Some(at) = text[found.start..next].rfind(needle)
        {
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
