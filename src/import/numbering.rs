//! Numbers that run on, and numbers that do not count on as they should.

use super::heading::Kind;
use super::section::Section;
use crate::message;
use crate::message::Message;

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
