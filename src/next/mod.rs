//! Last year's report file -> this year's: the old text, edited at its places.
//!
//! Comments, order and style stay. The year, titles and headings move on; figures are emptied and their old values
//! become last year's; the plan becomes questions to the parts it belongs to. Texts stay, and the rule `stale-text`
//! tells which are still word for word those of last year.

mod draft;
mod figures;
mod frame;
mod parts;
mod plan;
mod wording;

use crate::message;
use crate::message::{Lang, Message};
use crate::outline::load::{self, Chosen};
use crate::project::{Project, Surroundings};
use crate::source::SourceFile;
use crate::yaml::{self, SlipKind, edit};
use draft::Draft;
use parts::Outlines;

/// What is asked for beside the old file.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The path of the old file as seen from the new one.
    pub previous: String,
    /// The language of keys that are added; the file's own when absent.
    pub keys: Option<Lang>,
    /// Outlines of the user's own: file name and text.
    pub outlines: Vec<(String, String)>,
}

/// The file of the new year.
#[derive(Clone, Debug)]
pub struct Next {
    pub text: String,
    /// What was done and what the drafter should look at, in that order.
    pub notes: Vec<Message>,
}

/// Makes next year's file of an old one.
///
/// # Errors
/// The old file does not say its year, or its shape is wrong: what could not be read would be lost.
pub fn next(old: &SourceFile, request: &Request) -> Result<Next, Message> {
    let source = typed(old);
    let surroundings =
        Surroundings { outlines: load::Shelf::new(request.outlines.clone()).into(), ..Surroundings::default() };
    let project = Project::open(source, &surroundings)?;
    project.verify_shape()?;
    let report = &project.reading.report;
    let old_year = project.context(None).year().ok_or_else(|| message!("next.no-year"))?;
    let year = old_year.checked_add(1).filter(|year| *year < 10_000).ok_or_else(|| message!("next.no-year"))?;
    let places = &project.reading.places;
    let lang = request.keys.unwrap_or(if project.reading.chinese_keys { Lang::Zh } else { Lang::En });
    let mut draft = Draft::new(project.source.text(), places, lang);
    let mut notes = Vec::new();

    frame::turn(&mut draft, report, old_year, &request.previous);
    let emptied = figures::turn(&mut draft, &report.figures, &project.table, "");
    if emptied > 0 {
        notes.push(message!("next.figures", count = emptied));
    }
    let chosen = outline_of(&project, year, &request.outlines, &mut draft, &mut notes)?;
    let outlines = Outlines { old: &project.outline, new: &chosen.outline, old_year };
    let homeless = parts::turn(&mut draft, report, places, &outlines);
    let asked = plan::turn(&mut draft, report, places, &project.table, &chosen.outline, year);
    notes.extend(told(&asked, year));
    if !homeless.is_empty() {
        notes.push(message!("next.kept", names = homeless, outline = &chosen.outline.name));
    }

    let text = edit::apply(project.source.text(), &draft.edits).text;
    let written = SourceFile::new(old.name(), text);
    let reading = yaml::read(&written);
    notes.extend(wording::outdated(&reading.report, &written, &reading.places, year));
    Ok(Next { text: written.text().to_owned(), notes })
}

/// How often slips of the keyboard are mended: a mended one may uncover another.
const ROUNDS: usize = 10;

/// The old file as its keyboard slips were meant: ： is a colon, an ideographic blank an indent.
fn typed(old: &SourceFile) -> SourceFile {
    let mut source = old.clone();
    for _ in 0..ROUNDS {
        let slips = yaml::read(&source).slips;
        let strokes = slips.iter().filter(|slip| matches!(slip.kind, SlipKind::Keyboard { .. }));
        let mended = edit::apply(source.text(), strokes.flat_map(|slip| &slip.fix));
        if mended.made == 0 {
            break;
        }
        source = SourceFile::new(old.name(), mended.text);
    }
    source
}

/// The outline of the new year; where the file names one that is out of force by then, it names the new one.
fn outline_of(
    project: &Project,
    year: i16,
    own: &[(String, String)],
    draft: &mut Draft,
    notes: &mut Vec<Message>,
) -> Result<Chosen, Message> {
    let old = &project.outline;
    let stays = || Chosen { outline: old.clone(), nearest: false };
    let named = project.reading.report.report.outline.as_ref().filter(|outline| !outline.is_unfilled());
    if named.is_some() && (old.years.0..=old.years.1).contains(&year) {
        return Ok(stays());
    }
    let chosen = load::choose(None, year, own)?;
    if chosen.nearest {
        notes.push(message!("next.no-outline", year = year, outline = &old.name));
        return Ok(if named.is_some() { stays() } else { chosen });
    }
    if chosen.outline.id != old.id {
        notes.push(message!("next.outline", year = year, old = &old.name, new = &chosen.outline.name));
        if let Some(named) = named {
            draft.set(named.place, &yaml::quoted(&chosen.outline.id));
        }
    }
    Ok(chosen)
}

/// What is to be said about the plan.
fn told(asked: &plan::Asked, year: i16) -> Vec<Message> {
    let mut notes = Vec::new();
    if asked.questions > 0 {
        notes.push(message!("next.questions", count = asked.questions, year = year));
    }
    if asked.unplaced > 0 {
        notes.push(message!("next.unplaced", count = asked.unplaced));
    }
    if asked.merged {
        notes.push(message!("next.merged"));
    }
    notes
}
