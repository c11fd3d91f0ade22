//! Numbers that run on, and numbers that do not count on as they should.

use super::heading::Kind;
use super::section::Section;
use super::tree::DEEPEST;
use crate::message;
use crate::message::Message;
use crate::outline::count::{Count, Step};
use crate::outline::numbering::leading_mark;

/// A heading whose number in the source does not follow the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misnumbered {
    /// Which section, from the outermost in, counted from 0.
    pub path: Vec<usize>,
    /// The level that has such marks: 2 for （一）.
    pub level: u8,
    pub number: usize,
    /// The number of the heading before it.
    pub last: usize,
}

/// Settles how numbers count: marks the sections inside which 1. 2. 3. run on, tells of numbers that will change, and
/// says whether they run on through the whole report.
pub fn settle(sections: &mut [Section], notes: &mut Vec<Message>) -> bool {
    let runs_through = runs_on(&sections.iter().collect::<Vec<_>>());
    for section in &mut *sections {
        section.is_continuous = !runs_through && runs_on(&[section]);
    }
    let mut running = 0;
    tell(sections, 1, runs_through, &mut running, notes);
    runs_through
}

/// Whether the numbers of the third level go on from one section of the second to the next.
fn runs_on(outer: &[&Section]) -> bool {
    let mut last = 0;
    let mut goes_on = 0;
    for section in outer.iter().flat_map(|section| &section.sections) {
        let numbers: Vec<usize> = section.sections.iter().map(|inner| inner.number).collect();
        let Some((&first, &end)) = numbers.first().zip(numbers.last()) else { continue };
        match () {
            () if last > 0 && first == last + 1 => goes_on += 1,
            () if last > 0 => return false,
            () => {}
        }
        last = end;
    }
    goes_on > 0
}

/// Tells of sections whose number in the source is not the one their position gives.
fn tell(sections: &[Section], level: u8, is_continuous: bool, running: &mut usize, notes: &mut Vec<Message>) {
    for (position, section) in sections.iter().enumerate() {
        let is_running = level == 3 && is_continuous;
        let expected = if is_running { *running + 1 } else { position + 1 };
        *running += usize::from(is_running);
        let has_number = section.number > 0 && section.kind.is_some_and(|kind| kind != Kind::Bare);
        if has_number && section.number != expected {
            notes.push(message!("import.renumbered", heading = &section.heading, from = section.number, to = expected));
        }
        let mut own = 0;
        let running = if section.is_continuous { &mut own } else { &mut *running };
        tell(&section.sections, level + 1, is_continuous || section.is_continuous, running, notes);
    }
}

/// The headings whose numbers come twice or leave one out. Series that start anew are none of them, nor is a number that
/// stands in the text between.
pub fn misnumbered(sections: &[Section]) -> Vec<Misnumbered> {
    let mut found = Vec::new();
    gather(sections, &mut Vec::new(), &mut found);
    found
}

fn gather(sections: &[Section], path: &mut Vec<usize>, found: &mut Vec<Misnumbered>) {
    let mut before: Option<(&Section, Count)> = None;
    for (index, section) in sections.iter().enumerate() {
        path.push(index);
        let series = before.filter(|(last, _)| last.kind == section.kind);
        before = is_numbered(section).then(|| (section, Count::from(section.number)));
        if let Some(((last, mut count), (_, now))) = series.zip(before.as_mut()) {
            let step = count.step(section.number);
            *now = count;
            let is_fault = match step {
                Step::On => false,
                Step::Twice => !holds_outer(last),
                Step::Gap => !(last.number + 1..section.number).any(|missing| holds(last, section.kind, missing)),
            };
            if is_fault {
                let level = section.kind.map_or(0, level);
                found.push(Misnumbered { path: path.clone(), level, number: section.number, last: last.number });
            }
        }
        if path.len() < DEEPEST {
            gather(&section.sections, path, found);
        }
        path.pop();
    }
}

/// The level that has marks of a kind: 2 for （一）.
const fn level(kind: Kind) -> u8 {
    match kind {
        Kind::Part | Kind::Bare | Kind::Under => 0,
        Kind::Han | Kind::HanAgain => 1,
        Kind::HanParenthesis => 2,
        Kind::Arabic => 3,
        Kind::ArabicParenthesis => 4,
        Kind::Circled | Kind::Ordinal => 5,
    }
}

fn is_numbered(section: &Section) -> bool {
    let is_counted = |kind| matches!(kind, Kind::Han | Kind::HanParenthesis | Kind::Arabic | Kind::ArabicParenthesis);
    section.number > 0 && section.kind.is_some_and(is_counted)
}

/// Every text of a section, its headings too.
fn any_text(section: &Section, holds: &impl Fn(&str) -> bool) -> bool {
    let texts = [&section.text, &section.after].into_iter().flatten().map(String::as_str);
    let measures = section.measures.iter().map(|measure| measure.text.as_str());
    texts.chain(measures).chain([section.heading.as_str()]).any(holds)
        || section.sections.iter().any(|inner| any_text(inner, holds))
}

/// Whether a number stands somewhere in the text of a section, where it was not taken for a heading.
fn holds(section: &Section, kind: Option<Kind>, number: usize) -> bool {
    any_text(section, &|text: &str| {
        let text = text.replace('\\', "");
        text.char_indices().any(|(at, _)| {
            let near = &text[at..text.floor_char_boundary((at + REACH).min(text.len()))];
            leading_mark(near).is_some_and(|mark| mark.number == number && Kind::of(mark.kind) == kind)
        })
    })
}

/// Whether a line of a section starts with the mark of an outer heading, under which numbers start anew.
fn holds_outer(section: &Section) -> bool {
    any_text(section, &|text: &str| {
        text.lines().any(|line| {
            let line = line.replace('\\', "");
            let near = &line[..line.floor_char_boundary(REACH.min(line.len()))];
            leading_mark(near).is_some_and(|mark| Kind::of(mark.kind) < section.kind)
        })
    })
}

/// The longest mark, in bytes.
const REACH: usize = 32;
