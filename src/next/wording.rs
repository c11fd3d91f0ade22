//! Wording of the old year in the texts that were kept: told, never rewritten.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::Span;
use jiff::civil::Date;

use crate::message;
use crate::message::Message;
use crate::model::{Report, Text};
use crate::place::Places;
use crate::source::SourceFile;
use crate::wording::{self, Law, Meeting, Timeliness};

/// The texts of a report with the lines they start at.
struct Lines<'a> {
    texts: Vec<&'a Text>,
    source: &'a SourceFile,
    places: &'a Places,
}

impl Lines<'_> {
    /// The lines on which a word stands, unless its sentence has one of the words that make it right.
    fn of(&self, word: &str, unless: &[&str]) -> Vec<usize> {
        let mut lines = BTreeSet::new();
        for text in self.texts.iter().filter(|text| text.contains(word)) {
            let mut start = 0;
            for sentence in text.split_inclusive(['。', '\n']) {
                let mut found = sentence.match_indices(word).peekable();
                if found.peek().is_some() && !unless.iter().any(|right| sentence.contains(right)) {
                    lines.extend(found.map(|(at, _)| self.line_of(text, start + at..start + at + word.len())));
                }
                start += sentence.len();
            }
        }
        lines.into_iter().collect()
    }

    fn line_of(&self, text: &Text, range: Range<usize>) -> usize {
        self.source.line_number(self.places.range(text.place, range).start)
    }
}

/// What the texts say that a report on `year` would not.
pub(super) fn outdated(report: &Report, source: &SourceFile, places: &Places, year: i16) -> Vec<Message> {
    let lines = Lines { texts: report.body(), source, places };
    let mut notes = Vec::new();
    for topic in wording::topics().iter().filter(|topic| topic.timeliness(year) == Timeliness::Past) {
        tell(&mut notes, &lines, &topic.words, &topic.unless, topic.now);
    }
    for name in wording::old_names().iter().filter(|name| name.is_old(year)) {
        tell(&mut notes, &lines, &name.words, &name.unless, Some(name.now));
    }
    notes.extend(wording::laws().iter().filter_map(|law| renewed(&lines, law, year)));
    notes.extend(superseded(&lines, year));
    notes
}

fn tell(notes: &mut Vec<Message>, lines: &Lines, words: &[&str], unless: &[&str], now: Option<&str>) {
    // One word may be part of another: 法制办 of 法制办公室.
    let mut told: Vec<usize> = Vec::new();
    for word in words {
        let found: Vec<usize> = lines.of(word, unless).into_iter().filter(|line| !told.contains(line)).collect();
        if found.is_empty() {
            continue;
        }
        let message = match now {
            Some(now) => message!("next.wording.now", now = now),
            None => message!("next.wording.past"),
        };
        notes.push(message.with("word", *word).with("lines", found.clone()));
        told.extend(found);
    }
}

/// A law the texts cite that came into force, or into a new version, in the new year.
fn renewed(lines: &Lines, law: &Law, year: i16) -> Option<Message> {
    if law.in_force.year() != year || law.edition.is_empty() {
        return None;
    }
    let cited = lines.of(law.name, &[law.edition]);
    (!cited.is_empty()).then(|| {
        let message = message!("next.wording.law", law = law.name, edition = law.edition);
        message.with("day", law.in_force).with("lines", cited)
    })
}

/// The newest meeting the texts cite, where the new year has seen a newer one.
fn superseded(lines: &Lines, year: i16) -> Option<Message> {
    let end = Date::new(year, 12, 31).ok()?;
    let cited = |meeting: &&Meeting| meeting.names.iter().any(|name| !lines.of(name, &[]).is_empty());
    let last = wording::meetings().iter().rev().find(cited)?;
    let newer = wording::meetings().iter().rev().find(|meeting| meeting.is_over(end))?;
    let (word, now) = (last.names.first()?, newer.names.first()?);
    let message = message!("next.wording.meeting", word = *word, now = *now, lines = lines.of(word, &[]));
    // Texts that cite a congress do not name the session that elects, held the day after.
    let apart = last.last.checked_add(Span::new().days(7)).ok()?;
    (newer.first > apart).then_some(message)
}
