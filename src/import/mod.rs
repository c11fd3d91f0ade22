//! Document -> Report: headings, parts, measures, figures.
//!
//! A published text comes back as a report file. Nothing of it is lost: what is no part of the report is listed, and
//! every heading and sentence is written as it stands.

mod content;
mod emit;
mod field;
mod figures;
mod frame;
mod furniture;
mod heading;
mod layout;
mod names;
mod numbered_lines;
mod numbering;
mod organ;
mod piece;
mod publication;
mod section;
mod table_of_contents;
mod text;
mod title;
mod tree;
mod unnumbered;
mod write;

use crate::message;
use crate::message::{Lang, Message};
use crate::outline::load;
use crate::outline::matching::{Certainty, Matcher, Position};
use crate::readers::Manuscript;
use figures::Figures;
use frame::Frame;
use names::Names;
pub use numbering::Misnumbered;
use piece::{Piece, Shape};
use publication::Publication;
use section::Section;
use text::Writer;

/// What is asked of an import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language of the keys.
    pub keys: Lang,
    /// Whether quantities that are certainly named become figures.
    pub figures: bool,
}

/// A report read back.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The report file.
    pub yaml: String,
    /// What was taken for furniture of the site or not understood, in the order of the source.
    pub left_over: Vec<String>,
    /// What the drafter should look at.
    pub notes: Vec<Message>,
    /// Headings whose numbers in the source come twice or leave one out.
    pub misnumbered: Vec<Misnumbered>,
}

/// Makes a report file of a published text.
///
/// # Errors
/// Says why the text is no report of this kind.
pub fn import(manuscript: &Manuscript, options: Options) -> Result<Imported, Message> {
    let (pieces, frame) = take_apart(manuscript);
    match doubt(&pieces, &frame) {
        None => Ok(put_together(manuscript, &pieces, &frame, options)),
        Some(doubt) => Err(doubt),
    }
}

/// Makes a report file of any text, and says why it seems to be no report of this kind, where it does.
///
/// # Errors
/// Says that there is no running text at all.
pub fn import_any(manuscript: &Manuscript, options: Options) -> Result<(Imported, Option<Message>), Message> {
    let (pieces, frame) = take_apart(manuscript);
    let doubt = doubt(&pieces, &frame);
    match doubt {
        Some(doubt) if length(&pieces, &frame) == 0 => Err(doubt),
        doubt => Ok((put_together(manuscript, &pieces, &frame, options), doubt)),
    }
}

/// The pieces of a text, and what each is.
fn take_apart(manuscript: &Manuscript) -> (Vec<Piece>, Frame) {
    let mut pieces = piece::pieces(manuscript);
    table_of_contents::set_aside(&mut pieces);
    numbered_lines::settle(&mut pieces);
    let mut frame = frame::find(&pieces);
    if frame.title.is_empty() {
        frame.title.extend(title::of_page(&manuscript.document.meta));
    }
    (pieces, frame)
}

fn put_together(manuscript: &Manuscript, pieces: &[Piece], frame: &Frame, options: Options) -> Imported {
    let writer = Writer::new(&manuscript.document.notes);
    let body: Vec<&Piece> = frame.body.iter().map(|&index| &pieces[index]).collect();
    let root = tree::tree(&body);
    let names = Names::find(frame, pieces);
    let mut notes = Vec::new();
    let mut sections = section::sections(&root.sections, &writer);
    match_parts(&mut sections, &names, &mut notes);
    if names.is_guessed {
        notes.push(message!("import.guessed_issuer", issuer = names.issuers.concat()));
    }
    if names.is_of_page {
        notes.push(message!("import.issuer_of_page", issuer = names.issuers.concat()));
    }
    if frame.title.is_empty() {
        notes.push(message!("import.no_title"));
    }
    let figures = if options.figures { figures::take(&mut sections, &names) } else { Figures::default() };
    let publication = Publication::new(&frame.fields, &manuscript.document.meta, &names, &frame.title.concat());
    let mut left_over = left_over(pieces, frame, &publication);
    let draft = Draft { pieces, frame, names: &names, publication: &publication, figures: &figures, writer: &writer };
    let yaml = draft.write(&root, &mut sections, &mut left_over, options.keys, &mut notes);
    let misnumbered = numbering::misnumbered(&sections);
    Imported { yaml, left_over, notes, misnumbered }
}

/// Why a text is no report, where it is none.
fn doubt(pieces: &[Piece], frame: &Frame) -> Option<Message> {
    /// The least running text of a report, in characters: of a text with the title of one, and of any other.
    const LEAST: [usize; 2] = [100, 300];
    let title = frame.title.concat();
    let least = LEAST[usize::from(title.is_empty())];
    let other =
        pieces.iter().filter(|piece| !piece.hint.is_linked).map(Piece::text).find(|text| title::is_other_title(text));
    let body = || frame.body.iter().map(|&index| &pieces[index]);
    let speaks = |word: &str| body().map(|piece| piece.text().matches(word).count()).sum::<usize>();
    let mentions = speaks("法治政府") + speaks("依法行政") + speaks("法治建设");
    if length(pieces, frame) < least {
        return Some(message!("import.too_short"));
    }
    match other {
        Some(other) if title.is_empty() => Some(message!("import.other_text", title = other)),
        _ if title.is_empty() && mentions < 3 => Some(message!("import.no_report")),
        _ => None,
    }
}

/// The characters of the running text.
fn length(pieces: &[Piece], frame: &Frame) -> usize {
    let is_prose = |piece: &&Piece| !piece.is_structure() && piece.text().contains(['。', '，', '；', ',']);
    frame.body.iter().map(|&index| &pieces[index]).filter(is_prose).map(Piece::length).sum()
}

/// Matches sections to the parts of the outline; what is not certain stays unmatched and is told.
fn match_parts(sections: &mut [Section], names: &Names, notes: &mut Vec<Message>) {
    let Ok(chosen) = load::choose(None, names.year.unwrap_or(i16::MAX), &[]) else { return };
    let matcher = Matcher::new(&chosen.outline, names.year);
    match_level(sections, &matcher, 1, &mut Vec::new(), notes);
}

fn match_level(
    sections: &mut [Section],
    matcher: &Matcher,
    level: u8,
    parents: &mut Vec<String>,
    notes: &mut Vec<Message>,
) {
    for section in sections {
        let found = matcher.matches(&section.heading, Position { level, parents });
        let (certain, likely): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|found| found.certainty > Certainty::Likely);
        section.parts = certain.into_iter().map(|found| found.id).collect();
        if section.parts.is_empty() && (level == 1 || !likely.is_empty()) && !section.heading.is_empty() {
            notes.push(message!("import.unmatched", heading = &section.heading));
        }
        let own = parents.len();
        parents.extend(section.parts.iter().cloned());
        for measure in &mut section.measures {
            let found = matcher.matches(&measure.label, Position { level: level + 1, parents });
            let is_responsibility =
                found.iter().any(|found| found.id == "responsibility" && found.certainty > Certainty::Likely);
            if is_responsibility && measure.label.chars().count() <= 30 {
                measure.parts.push("responsibility".to_owned());
            }
        }
        match_level(&mut section.sections, matcher, level + 1, parents, notes);
        parents.truncate(own);
    }
}

/// The text of what is left over, a line each.
fn left_over(pieces: &[Piece], frame: &Frame, publication: &Publication) -> Vec<String> {
    let fields = publication.unused.iter().map(|entry| match entry.name.as_str() {
        "" => entry.value.clone(),
        name => format!("{name}：{}", entry.value),
    });
    let lines = frame.left_over.iter().map(|&index| match &pieces[index].shape {
        Shape::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            rows.flatten().map(|cell| crate::document::plain(cell)).collect::<Vec<_>>().join(" ")
        }
        _ => pieces[index].text().replace('\n', " "),
    });
    lines.chain(fields).filter(|line| !line.trim().is_empty()).collect()
}

/// Everything that goes into the file.
struct Draft<'a> {
    pieces: &'a [Piece],
    frame: &'a Frame,
    names: &'a Names,
    publication: &'a Publication,
    figures: &'a Figures,
    writer: &'a Writer<'a>,
}
