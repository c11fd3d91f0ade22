//! Report -> Document: one edition composed.
//!
//! `View` tells what the edition says where it differs; `title` and `frame` compose what stands around the text,
//! `sections` and `measures` the text itself, `letterhead` and `publication` what offices and sites add.

mod charts;
mod data_annex;
mod frame;
mod heading_id;
mod letterhead;
mod measures;
mod publication;
mod sections;
mod style;
mod texts;
mod title;
pub(crate) mod view;

pub use charts::with_charts;
pub use data_annex::{DATA_ANNEX_TITLE, with_data_annex};

use std::collections::HashSet;

use crate::document::{Annex, Block, Document, Inline, Line, Note, Paragraph, Picture, PlainText, Role, plain, text};
use crate::figures::{Expansion, Fault, Table};
use crate::model::{Edition, Report, Text};
use crate::outline::Outline;
use crate::picture::{self, Album};
use crate::place::{Place, Where};
use crate::yaml::keys::{self, Domain};
use heading_id::HeadingIds;
use texts::Texts;
use view::View;

/// What composing yields: the document, and what was met on the way.
#[derive(Clone, Debug, Default)]
pub struct Composed {
    pub document: Document,
    /// Faults of placeholders in the texts of this edition, each once.
    pub faults: Vec<Fault>,
    /// Pictures that are not printed: their marks stand as typed.
    pub refused: Vec<Refused>,
}

/// A picture that is not printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// As typed.
    pub path: String,
    pub fault: picture::Fault,
    /// Its mark.
    pub at: Where,
}

/// Composes the edition `edition` of a report, named by its id in either language; `None` is the first, or the only
/// one of a report without editions, which the public reads. `album` has its pictures.
pub fn compose(report: &Report, outline: &Outline, table: &Table, album: &Album, edition: Option<&str>) -> Composed {
    compose_edition(report, outline, table, album, edition, None)
}

/// Composes every edition of a report, in the order of the file; a report without editions as the public reads it.
pub fn compose_all(report: &Report, outline: &Outline, table: &Table, album: &Album) -> Vec<Composed> {
    let editions = &report.report.editions;
    if editions.len() < 2 {
        let only = editions.first().map(|edition| edition.id.value.as_str());
        return vec![compose(report, outline, table, album, only)];
    }
    let mut texts = Texts::default();
    let compose =
        |edition: &Edition| compose_edition(report, outline, table, album, Some(&edition.id.value), Some(&mut texts));
    editions.iter().map(compose).collect()
}

/// Composes one edition; `texts` are those the editions before it had read.
fn compose_edition(
    report: &Report,
    outline: &Outline,
    table: &Table,
    album: &Album,
    edition: Option<&str>,
    texts: Option<&mut Texts>,
) -> Composed {
    let view = View::new(report, outline, edition);
    let mut composer = Composer {
        report,
        outline,
        table,
        album,
        view,
        texts,
        notes: Vec::new(),
        faults: Vec::new(),
        refused: Vec::new(),
        picture_bytes: 0,
        heading_ids: HeadingIds::default(),
        running_number: 0,
    };
    let mut document = composer.document();
    document.notes = composer.notes;
    // Names stand in title and signature: what is wrong in them was met twice.
    let mut met = HashSet::new();
    composer.faults.retain(|fault| met.insert((fault.place, fault.range.clone())));
    Composed { document, faults: composer.faults, refused: composer.refused }
}

/// Composes one edition; every text goes through it once, in the order of the page.
struct Composer<'a> {
    report: &'a Report,
    outline: &'a Outline,
    table: &'a Table,
    album: &'a Album,
    view: View<'a>,
    /// Where several editions are composed: what those before read.
    texts: Option<&'a mut Texts>,
    notes: Vec<Note>,
    faults: Vec<Fault>,
    refused: Vec<Refused>,
    /// How much the pictures so far have, each as often as it is printed.
    picture_bytes: usize,
    heading_ids: HeadingIds,
    /// The last number of level 3, where numbers run on.
    running_number: usize,
}

impl<'a> Composer<'a> {
    fn document(&mut self) -> Document {
        let report = self.report;
        let head = &report.report;
        let view = self.view;
        let title = self.title();
        let number = self.framed("number", view.pick(|edition| &edition.number, &head.number));
        let date = self.date();
        let copies = self.copies();
        Document {
            edition: view.id().unwrap_or_default().to_owned(),
            public: view.is_public(),
            year: head.year.as_ref().map_or(0, |year| year.value),
            issuers: self.issuers(),
            place: head.place.as_ref().map(|place| place.trim().to_owned()).unwrap_or_default(),
            letterhead: self.letterhead(&copies),
            stage: self.stage(),
            occasion: self.framed("occasion", view.own(|edition| &edition.occasion)),
            speaker: self.framed("speaker", view.own(|edition| &edition.speaker)),
            addressee: self.addressee(),
            body: self.body(),
            signature: self.signature(),
            postscript: self.postscript(),
            style: self.style(),
            annexes: self.annexes(),
            charts: Vec::new(),
            notes: Vec::new(),
            publication: self.publication(number.as_ref(), date.as_ref()),
            meta: self.meta(&title),
            title,
            number,
            date,
            copies,
        }
    }

    /// The names of the organs that report.
    fn issuers(&self) -> Vec<String> {
        self.view.issuers().iter().map(|issuer| issuer.trim().to_owned()).collect()
    }

    fn body(&mut self) -> Vec<Block> {
        let report = self.report;
        let mut body = Vec::new();
        if let Some(preamble) = &report.preamble {
            body.extend(with_role(self.blocks(preamble, label("preamble")), Role::Preamble));
        }
        self.sections(&mut body);
        self.bold_leads(&mut body);
        body.extend(with_role(self.closing(), Role::Closing));
        body
    }

    /// The closing sentence: the edition's, the report's, or the one the edition has by custom.
    fn closing(&mut self) -> Vec<Block> {
        let report = self.report;
        if let Some(closing) = self.view.pick(|edition| &edition.closing, &report.closing) {
            return self.blocks(closing, label("closing"));
        }
        let custom = self.view.custom().and_then(|custom| custom.closing.as_deref());
        let content = custom.map(|closing| vec![Inline::composed(closing, self.view.place())]);
        content.map(|content| Block::Paragraph(Paragraph { content, ..Paragraph::default() })).into_iter().collect()
    }

    fn annexes(&mut self) -> Vec<Annex> {
        let annexes: Vec<_> =
            self.report.annexes.iter().filter(|annex| self.view.has(&annex.only, &annex.except)).collect();
        let many = annexes.len() > 1;
        let mut composed = Vec::with_capacity(annexes.len());
        for (index, annex) in annexes.into_iter().enumerate() {
            let kind = label("annexes");
            let label = if many { format!("{kind}{}", index + 1) } else { kind.to_owned() };
            let title = annex.title.as_ref().map(|title| self.line(title, &label)).unwrap_or_default();
            let name = gap_name(&title.content, &label);
            let body = annex.text.as_ref().map(|text| self.blocks(text, &name)).unwrap_or_default();
            composed.push(Annex { label, title, body, place: annex.at });
        }
        composed
    }

    /// The blocks of a text; one that nobody has filled is a paragraph that asks for `name`.
    fn blocks(&mut self, text: &'a Text, name: &str) -> Vec<Block> {
        if text.is_unfilled() {
            let content = vec![unfilled(name, text.place)];
            return vec![Block::Paragraph(Paragraph { content, place: text.place, ..Paragraph::default() })];
        }
        // `${issuer}` may print something else in this edition than in those before.
        let is_own = self.view.own(|edition| &edition.issuer).is_some() && may_have_placeholders(text);
        let known = self.texts.as_deref().filter(|_| !is_own).and_then(|texts| texts.get(text));
        if let Some(known) = known {
            return known.to_vec();
        }
        let faults = self.faults.len();
        let expansion = self.expand(text);
        let parsed = text::parse(&expansion, text.place, self.notes.len());
        let has_pictures = parsed.blocks.iter().any(|block| matches!(block, Block::Picture(_)));
        // Marks of notes and bytes of pictures are counted through an edition, and faults are told in each.
        let is_same_everywhere = !is_own && !has_pictures && parsed.notes.is_empty() && self.faults.len() == faults;
        if let Some(texts) = self.texts.as_deref_mut().filter(|_| is_same_everywhere) {
            texts.keep(text, parsed.blocks.clone());
        }
        self.notes.extend(parsed.notes);
        if has_pictures {
            parsed.blocks.into_iter().map(|block| self.illustrated(block)).collect()
        } else {
            parsed.blocks
        }
    }

    /// The block, a picture with its image; one that has none prints as typed.
    fn illustrated(&mut self, block: Block) -> Block {
        let Block::Picture(picture) = block else { return block };
        let found = self.album.find(&picture.path).and_then(|image| {
            self.picture_bytes += image.bytes().len();
            if self.picture_bytes > picture::MOST { Err(picture::Fault::TooMuch) } else { Ok(image) }
        });
        match found {
            Ok(image) => Block::Picture(Picture { image: Some(image), ..picture }),
            Err(fault) => {
                let plain = PlainText::of(&picture.typed);
                self.refused.push(Refused { path: picture.path, fault, at: plain.locate(0..plain.text.len()) });
                let content = picture.typed;
                Block::Paragraph(Paragraph { content, place: picture.place, ..Paragraph::default() })
            }
        }
    }

    /// A text without markup as one line; one that nobody has filled asks for `name`.
    fn line(&mut self, text: &Text, name: &str) -> Line {
        let content = if text.is_unfilled() {
            vec![unfilled(name, text.place)]
        } else {
            text::line(&self.expand(text), text.place)
        };
        Line { content, place: text.place }
    }

    /// A text with its placeholders replaced.
    fn expand(&mut self, text: &Text) -> Expansion {
        match self.view.own(|edition| &edition.issuer) {
            Some(issuers) => self.table.expand_for(text, issuers, &mut self.faults),
            None => self.table.expand(text, &mut self.faults),
        }
    }
}

/// Whether a text has a brace: most have none.
fn may_have_placeholders(text: &Text) -> bool {
    text.contains('{') || text.contains('｛')
}

/// The name of a key as the report calls it; it is written in Chinese whatever language the keys are in.
fn label(key: &str) -> &str {
    keys::chinese(Domain::Key, key).unwrap_or(key)
}

/// What a text that nobody has filled is called: what stands above it, as far as that is filled itself.
fn gap_name(above: &[Inline], otherwise: &str) -> String {
    let is_filled = |inline: &&Inline| !matches!(inline, Inline::Unfilled { .. });
    if !above.iter().any(|inline| is_filled(&inline)) {
        otherwise.to_owned()
    } else if above.iter().all(|inline| is_filled(&inline)) {
        plain(above)
    } else {
        plain(&above.iter().filter(is_filled).cloned().collect::<Vec<_>>())
    }
}

fn unfilled(name: &str, place: Place) -> Inline {
    Inline::Unfilled { name: name.to_owned(), place }
}

/// The blocks with their paragraphs in a role.
fn with_role(mut blocks: Vec<Block>, role: Role) -> Vec<Block> {
    for block in &mut blocks {
        if let Block::Paragraph(paragraph) = block {
            paragraph.role = role;
        }
    }
    blocks
}
