//! Word comes back: what was changed in a Word file is carried into the report file it was printed from.
//!
//! The edition is printed once more and compared with the edited file, line by line and word by word; every character
//! of the page knows where it was typed, so each change is made there. Placeholders whose value still stands stay.
//! What cannot be placed for certain is told, with its text: nothing is lost.

mod align;
mod hunk;
mod number;
mod plan;
mod planner;
mod settle;
mod unit;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::{Composed, DATA_ANNEX_TITLE, compose, with_charts, with_data_annex};
use crate::document::{Document, chart};
use crate::figures::Table;
use crate::message;
use crate::message::Message;
use crate::project::Project;
use crate::readers::{self, Word};
use crate::source::SourceFile;
use crate::writers::{self, Output};
use crate::yaml::describe::rule_name;
use crate::yaml::rewrite::Rewriter;
use crate::yaml::{self, Reading};
use align::{Pair, align};
use plan::{Plan, Remark};
use planner::Planner;
use unit::{At, Page, Unit};

/// More lines than any report has.
const MOST_LINES: usize = 20_000;

/// Texts of which less stayed, of 100, are not one text edited: the wrong file was named.
const LEAST_KEPT: usize = 25;

/// A report file with the changes of a Word file in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    pub yaml: String,
    /// How many places of the file were changed.
    pub made: usize,
    /// What could not be placed, what to ask, and what reviewers wrote beside the text.
    pub remarks: Vec<Message>,
}

/// Carries the changes of a Word file into the report it was printed from; `edition` is the one that was printed,
/// without it the one that is nearest to the file.
///
/// # Errors
/// The report has no such edition or cannot be read to its end, or the Word file is longer than any report.
pub fn carry(project: &Project, edition: Option<&str>, word: &Word) -> Result<Carried, Message> {
    let new = unit::of_manuscript(&word.manuscript);
    let extras = Extras::of(&new);
    let composed = match edition {
        None => nearest(project, &new, &extras)?,
        Some(_) => project.find_edition(edition)?,
    };
    let named = edition.is_some();
    let edition = Some(composed.document.edition.as_str()).filter(|_| project.editions.len() > 1);
    if project.reading.slips.iter().any(|slip| matches!(rule_name(&slip.kind), "syntax-error" | "refused-yaml")) {
        return Err(message!("onto.faulty"));
    }
    let document = extras.added_to(&composed.document, &project.table);
    let page = Page::of(&document);
    let old = printed(&document, &page)?;
    if new.len().max(old.len()) > MOST_LINES {
        return Err(message!("onto.too_long", limit = MOST_LINES));
    }
    let pairs = align(&texts(&old), &texts(&new));
    if align::kept(&texts(&old), &texts(&new), &pairs) < LEAST_KEPT {
        return Err(message!("onto.other_text"));
    }
    let places = &project.reading.places;
    let rewriter = Rewriter::new(&project.source, places);
    let mut plan = Planner::new(&project.reading.report, &page, &old, &new, &pairs, &rewriter).plan();
    let settled = settle::settle(&project.source, &project.reading, &rewriter, &old, &mut plan);
    let again = recompose(project, edition, &settled.yaml, &extras);
    let again = printed(&again, &Page::of(&again))?;
    let lines = Lines { old: &old, new: &new, pairs: &pairs };
    lines.verify(&again, &mut plan);
    let tell = |remark: &Remark| told(remark, project, &rewriter);
    let comments =
        word.comments.iter().map(|comment| message!("onto.comment", author = &comment.author, text = &comment.text));
    // What nobody named is said, where it is not what goes without saying.
    let is_first = std::ptr::eq(composed, &raw const project.editions[0]);
    let taken = (!is_first && !named).then(|| message!("onto.edition", edition = project.edition_name(composed)));
    let remarks = taken.into_iter().chain(plan.remarks.iter().map(tell)).chain(comments).collect();
    Ok(Carried { yaml: settled.yaml, made: settled.made, remarks })
}

/// The edition that a Word file was printed from, as far as its lines tell: the one the fewest of them differ from, the
/// first of several. Lines that stand in one edition only would be carried into all.
fn nearest<'p>(project: &'p Project, new: &[Unit], extras: &Extras) -> Result<&'p Composed, Message> {
    let first = project.find_edition(None)?;
    if project.editions.len() < 2 || new.len() > MOST_LINES {
        return Ok(first);
    }
    let new = texts(new);
    let mut nearest = (first, usize::MAX);
    for composed in &project.editions {
        let document = extras.added_to(&composed.document, &project.table);
        let old = printed(&document, &Page::of(&document))?;
        let pairs = align(&texts(&old), &new);
        let differing = pairs.iter().filter(|pair| !matches!(pair, Pair::Same(..))).count();
        if differing < nearest.1 {
            nearest = (composed, differing);
        }
    }
    Ok(nearest.0)
}

fn texts(units: &[Unit]) -> Vec<&str> {
    units.iter().map(|unit| unit.text.as_str()).collect()
}

/// The lines of the Word file that is printed from a document, each with what the document knows of it.
fn printed(document: &Document, page: &Page) -> Result<Vec<Unit>, Message> {
    let output = writers::docx::write(document, &writers::Options::default())?;
    let bytes = match output {
        Output::Bytes(bytes) => bytes,
        Output::Text(text) => text.into_bytes(),
    };
    let printed = readers::read_word("", &bytes, readers::Changes::Accept)?;
    let mut units = unit::of_manuscript(&printed.manuscript);
    let pairs = align(&texts(&units), &texts(&page.units));
    for pair in pairs {
        match pair {
            Pair::Same(line, known) => units[line] = page.units[known].clone(),
            Pair::Changed(line, known) => {
                if let Some(unit) = units[line].known_by(&page.units[known]) {
                    units[line] = unit;
                }
            }
            _ => {}
        }
    }
    Ok(units)
}

/// What is printed on request, and was printed in the Word file.
struct Extras {
    data_annex: bool,
    charts: bool,
}

impl Extras {
    fn of(new: &[Unit]) -> Self {
        let has = |title: &str| new.iter().any(|unit| unit.text == title);
        Self { data_annex: has(DATA_ANNEX_TITLE), charts: has(chart::TITLE) }
    }

    /// The edition with them; an annex of that name typed in the file is its own.
    fn added_to(&self, document: &Document, table: &Table) -> Document {
        let is_typed = document.annexes.iter().any(|annex| annex.title.plain() == DATA_ANNEX_TITLE);
        let mut document = document.clone();
        if self.data_annex && !is_typed {
            document = with_data_annex(&document, table);
        }
        if self.charts {
            document = with_charts(&document, table);
        }
        document
    }
}

/// The edition composed from the changed file.
fn recompose(project: &Project, edition: Option<&str>, yaml: &str, extras: &Extras) -> Document {
    let source = SourceFile::new(project.source.name(), yaml);
    let reading = yaml::read(&source);
    let table = Table::new(&reading.report, project.previous.as_ref());
    let composed = compose(&reading.report, &project.outline, &table, &project.album, edition);
    extras.added_to(&composed.document, &table)
}

/// The slips of a file, counted by their rules.
fn slips(reading: &Reading) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    reading.slips.iter().for_each(|slip| *counts.entry(rule_name(&slip.kind)).or_default() += 1);
    counts
}

/// The lines before and in Word, paired.
struct Lines<'a> {
    old: &'a [Unit],
    new: &'a [Unit],
    pairs: &'a [Pair],
}

impl Lines<'_> {
    /// Tells where the changed file still prints otherwise than Word, unless something is said of that line already.
    /// Numbers and marks the program supplies follow from the rest.
    fn verify(&self, again: &[Unit], plan: &mut Plan) {
        let partner: BTreeMap<usize, usize> = self
            .pairs
            .iter()
            .filter_map(|pair| match *pair {
                Pair::Same(old, new) | Pair::Changed(old, new) => Some((new, old)),
                _ => None,
            })
            .collect();
        let same: BTreeSet<&Pair> = self.pairs.iter().filter(|pair| matches!(pair, Pair::Same(..))).collect();
        let known: Vec<&str> = plan.told_old.iter().map(|&line| self.old[line].text.as_str()).collect();
        let mut remarks = Vec::new();
        for pair in align(&texts(again), &texts(self.new)) {
            match pair {
                Pair::Changed(now, new) if !plan.told_new.contains(&new) => {
                    let stayed = partner.get(&new).is_some_and(|&old| {
                        same.contains(&Pair::Same(old, new))
                            && without_supplied(&self.old[old]) == without_supplied(&again[now])
                    });
                    if !stayed {
                        let (was, now) = (again[now].text.clone(), self.new[new].text.clone());
                        remarks.push(Remark::Changed { was, now });
                    }
                }
                Pair::Added(new) if !plan.told_new.contains(&new) && !self.is_bare(&partner, new) => {
                    remarks.push(Remark::Added(self.new[new].text.clone()));
                }
                Pair::Removed(now) if !known.contains(&again[now].text.as_str()) => {
                    let text = &again[now].text;
                    // What stands elsewhere in Word is only in another order there.
                    if !self.new.iter().any(|unit| unit.text == *text) {
                        remarks.push(Remark::Removed(text.clone()));
                    }
                }
                _ => {}
            }
        }
        plan.remarks.extend(remarks);
    }

    /// Whether a line of Word is printed without a text of the page behind it, and stayed.
    fn is_bare(&self, partner: &BTreeMap<usize, usize>, new: usize) -> bool {
        partner.get(&new).is_some_and(|&old| {
            self.old[old].text == self.new[new].text
                && self.old[old].glyphs.iter().all(|glyph| glyph.at == At::Supplied)
        })
    }
}

fn without_supplied(unit: &Unit) -> String {
    unit.glyphs.iter().filter(|glyph| glyph.at != At::Supplied).map(|glyph| glyph.c).collect()
}

/// A remark in words.
fn told(remark: &Remark, project: &Project, rewriter: &Rewriter) -> Message {
    match remark {
        Remark::Number { place, range, printed, now } => {
            let span = project.reading.places.range(*place, range.clone());
            let line = project.source.line_number(span.start);
            let placeholder = rewriter.text(*place).and_then(|text| text.get(range.clone())).unwrap_or_default();
            message!("onto.number", line = line, placeholder = placeholder, printed = printed, now = now)
        }
        Remark::Changed { was, now } => {
            let (was, now) = excerpts(was, now);
            message!("onto.changed", was = was, now = now)
        }
        Remark::Added(text) => message!("onto.added", text = text),
        Remark::Removed(text) => message!("onto.removed", text = text),
    }
}

/// Where two lines differ, with a few words around it.
fn excerpts(was: &str, now: &str) -> (String, String) {
    const AROUND: usize = 12;
    let (was, now): (Vec<char>, Vec<char>) = (was.chars().collect(), now.chars().collect());
    let lead = was.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let tail = was[lead..].iter().rev().zip(now[lead..].iter().rev()).take_while(|(a, b)| a == b).count();
    let start = lead.saturating_sub(AROUND);
    let excerpt = |line: &[char]| {
        let end = (line.len() - tail + AROUND).min(line.len());
        let text: String = line[start..end].iter().collect();
        let dots = |there: bool| if there { "…" } else { "" };
        format!("{}{}{}", dots(start > 0), text.replace('\n', " "), dots(end < line.len()))
    };
    (excerpt(&was), excerpt(&now))
}
