//! What the standards on marks (GB/T 15834—2011) and on numbers (GB/T 15835—2011) ask of a text, and slips of the pen
//! that have nothing to do with its subject: all found in one pass over each passage.
//!
//! Published texts are often half-width throughout: every mark is understood in both widths.

mod approximation;
mod citation;
mod day;
mod fault;
mod number;
mod pairing;
pub(crate) mod picture;
mod punctuation;
mod range;
mod repetition;
mod scan;
mod series;
pub(crate) mod stretches;

use crate::document::passage::{self, Kind as PassageKind, Passage};

pub use fault::{Fault, Kind};
use pairing::Leftover;
use scan::Thread;
use series::Series;

/// The faults of the passages of every edition, each with the index of its passage, passage by passage. What an earlier
/// edition says at the same place counts for those around it, and is not judged again.
pub fn faults(editions: &[Vec<Passage>]) -> Vec<Vec<(usize, Fault)>> {
    let judged = passage::read_each(editions, judge);
    let of_edition = |(passages, judged): (&Vec<Passage>, &Vec<Judged>)| {
        let new = judged.iter().enumerate().filter(|(index, _)| !passages[*index].is_repeated());
        let own = new.flat_map(|(index, judged)| judged.faults.iter().map(move |fault| (index, fault.clone())));
        let mut faults: Vec<(usize, Fault)> = own.chain(across(passages, judged)).collect();
        faults.sort_by_key(|(index, fault)| (*index, fault.range.start, fault.range.end));
        settle(&mut faults);
        faults
    };
    editions.iter().zip(&judged).map(of_edition).collect()
}

/// What a passage is by itself.
#[derive(Clone, Debug)]
struct Judged {
    faults: Vec<Fault>,
    /// What the passages around it are judged by.
    thread: Thread,
}

fn judge(passage: &Passage) -> Judged {
    let text = passage.plain.text.as_str();
    let mut faults = Vec::new();
    let has_words = passage.is_prose() || matches!(passage.kind, PassageKind::Title | PassageKind::Heading);
    let thread = scan::scan(&passage.plain, has_words, &mut faults);
    if matches!(passage.kind, PassageKind::Paragraph(_)) {
        punctuation::check_end(text, &mut faults);
    }
    scan::keep_words(text, &mut faults);
    // The report's own number and date have rules of their own.
    faults.retain(|fault| match passage.kind {
        PassageKind::Number => fault.kind != Kind::NumberBrackets,
        PassageKind::Date => fault.kind != Kind::ImpossibleDate,
        _ => true,
    });
    Judged { faults, thread }
}

/// The faults that only show beside other passages: marks and series that go on, or do not.
fn across(passages: &[Passage], judged: &[Judged]) -> impl Iterator<Item = (usize, Fault)> {
    let mut series = Series::default();
    for (index, (passage, judged)) in passages.iter().zip(judged).enumerate() {
        series.read(index, passage.section, &passage.plain.text, &judged.thread.labels);
    }
    let leftovers = judged.iter().zip(passages).enumerate().map(|(passage, (judged, of))| Leftover {
        passage,
        text: &of.plain.text,
        unpaired: &judged.thread.unpaired,
    });
    let found = pairing::unpaired(leftovers).into_iter().chain(series.finish());
    found.filter(|(index, _)| !passages[*index].is_repeated())
}

/// Of two replacements that overlap the first is made; the other waits for the next run.
fn settle(found: &mut [(usize, Fault)]) {
    let mut last = (usize::MAX, 0);
    for (index, fault) in found.iter_mut().filter(|(_, fault)| fault.is_safe) {
        if last.0 == *index && fault.range.start < last.1 {
            fault.is_safe = false;
        } else {
            last = (*index, fault.range.end);
        }
    }
}
