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
mod punctuation;
mod range;
mod repetition;
mod scan;
mod series;

use crate::document::passage::{Kind as PassageKind, Passage};

pub use fault::{Fault, Kind};
use pairing::Pairing;
use series::Series;

/// The faults of the passages of one edition, each with the index of its passage, passage by passage. What an earlier
/// edition says at the same place is read for what it opens and counts, and not judged again.
pub fn faults(passages: &[Passage]) -> Vec<(usize, Fault)> {
    let (mut found, mut pairing, mut series) = (Vec::new(), Pairing::default(), Series::default());
    for (index, passage) in passages.iter().enumerate() {
        let text = passage.plain.text.as_str();
        pairing.enter(index, text);
        series.enter(index, passage.section);
        let mut faults = Vec::new();
        let reading = scan::Reading { is_prose: passage.is_prose(), is_known: passage.is_repeated() };
        scan::scan(&passage.plain, reading, &mut pairing, &mut series, &mut faults);
        if !passage.is_repeated() {
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
            found.extend(faults.into_iter().map(|fault| (index, fault)));
        }
    }
    let across = pairing.finish().into_iter().chain(series.finish());
    found.extend(across.filter(|(index, _)| !passages[*index].is_repeated()));
    found.sort_by_key(|(index, fault)| (*index, fault.range.start, fault.range.end));
    settle(&mut found);
    found
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
