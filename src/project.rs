//! One report with everything that belongs to it, resolved and composed: what commands work on.

use std::sync::Arc;

use jiff::civil::Date;

use crate::compose::{Composed, compose_all};
use crate::diagnostic::{Finding, Findings, Overview, Severity};
use crate::figures::Table;
use crate::message;
use crate::message::Message;
use crate::model::Report;
use crate::outline::Outline;
use crate::outline::load::Shelf;
use crate::picture::Album;
use crate::published::{HeadingNumber, Leftover, Published};
use crate::rules::{self, Context, Rule, Selection};
use crate::source::SourceFile;
use crate::yaml::keys::edition_id;
use crate::yaml::{self, Reading};

/// A report file, last year's beside it, the outline in force, the figures, and every edition composed.
pub struct Project {
    pub source: SourceFile,
    pub reading: Reading,
    /// What a published Word file holds beside its text.
    pub leftovers: Vec<Leftover>,
    /// Numbers of the headings of a published text that come twice or leave one out.
    pub numbers: Vec<HeadingNumber>,
    /// Why a published text seems to be no report of this kind.
    pub doubt: Option<Message>,
    /// Last year's report.
    pub previous: Option<Report>,
    pub outline: Arc<Outline>,
    /// No outline is in force in the report's year; the nearest was taken.
    pub outline_is_nearest: bool,
    pub table: Table,
    /// The pictures beside it.
    pub album: Album,
    /// The first is the default; a report without editions has one.
    pub editions: Vec<Composed>,
}

/// What stands beside a report file and changes how it is read.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Last year's file, where `previous:` names one that could be read.
    pub previous: Option<SourceFile>,
    /// The unit's style, where `style:` names a file of it.
    pub style: Option<SourceFile>,
    /// The outlines it may follow.
    pub outlines: Arc<Shelf>,
    /// The pictures its texts may name.
    pub album: Album,
}

impl Project {
    /// Reads, resolves and composes. Faults of the report do not stop it: [`check`](Self::check) tells them.
    ///
    /// # Errors
    /// The outline the report names does not exist; one of the user's own, or the unit's style, cannot be read.
    pub fn open(source: SourceFile, surroundings: &Surroundings) -> Result<Self, Message> {
        let reading = yaml::read(&source);
        Self::assemble(source, reading, surroundings)
    }

    /// [`open`](Self::open) for a report that has been read: by then its `previous:` is known.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn assemble(source: SourceFile, mut reading: Reading, surroundings: &Surroundings) -> Result<Self, Message> {
        if let (Some(style), Some(unit)) = (&mut reading.report.style, &surroundings.style) {
            style.complete(yaml::read_style(unit)?);
        }
        let previous = surroundings.previous.as_ref().map(|source| yaml::read(source).report);
        let head = &reading.report.report;
        let named =
            head.outline.as_ref().filter(|outline| !outline.is_unfilled()).map(|outline| outline.value.as_str());
        let year = head.year.as_ref().map_or(i16::MAX, |year| year.value);
        let chosen = surroundings.outlines.choose(named, year)?;
        let table = Table::new(&reading.report, previous.as_ref());
        // A published text has its pictures where it was published.
        let album = if reading.is_published { Album::default() } else { surroundings.album.clone() };
        let editions = compose_all(&reading.report, &chosen.outline, &table, &album);
        Ok(Self {
            source,
            leftovers: Vec::new(),
            numbers: Vec::new(),
            doubt: None,
            previous,
            outline: Arc::clone(&chosen.outline),
            outline_is_nearest: chosen.nearest,
            table,
            album,
            editions,
            reading,
        })
    }

    /// [`open`](Self::open) for a published text.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn of_published(published: Published, surroundings: &Surroundings) -> Result<Self, Message> {
        let Published { source, reading, leftovers, numbers, doubt } = published;
        Ok(Self { leftovers, numbers, doubt, ..Self::assemble(source, reading, surroundings)? })
    }

    /// What the rules look at; `today` is the day of the check.
    pub fn context(&self, today: Option<Date>) -> Context<'_> {
        Context {
            source: &self.source,
            places: &self.reading.places,
            report: &self.reading.report,
            slips: &self.reading.slips,
            outline: &self.outline,
            outline_is_nearest: self.outline_is_nearest,
            table: &self.table,
            editions: &self.editions,
            previous: self.previous.as_ref(),
            today,
            is_published: self.reading.is_published,
            leftovers: &self.leftovers,
            numbers: &self.numbers,
            is_excerpt: self.doubt.is_some(),
            passages: std::cell::OnceCell::new(),
            sightings: std::cell::OnceCell::new(),
            language: std::cell::OnceCell::new(),
            claims: std::cell::OnceCell::new(),
        }
    }

    /// Every finding, in the order of the file.
    pub fn check(&self, selection: &Selection, today: Option<Date>) -> Findings {
        rules::run(&self.context(today), selection)
    }

    /// The report at a glance.
    pub fn overview(&self) -> Overview {
        let context = self.context(None);
        let head = &self.reading.report.report;
        let named = head.issuer.last().or(head.place.as_ref()).map_or("", |text| text.value.trim());
        let unit = if named.is_empty() { self.source.name() } else { named };
        Overview {
            file: self.source.name().to_owned(),
            unit: unit.to_owned(),
            year: context.year(),
            contents: rules::contents::of(&context),
        }
    }

    /// That the file was read whole: work that builds on it would else lose what could not be read.
    ///
    /// # Errors
    /// Says the first fault of its shape.
    pub fn verify_shape(&self) -> Result<(), Message> {
        let findings = self.check(&Selection::default(), None);
        let is_shape = |finding: &Finding| rules::find(finding.code).is_some_and(Rule::is_shape);
        let fault = findings.iter().find(|finding| finding.severity == Severity::Error && is_shape(finding));
        fault.map_or(Ok(()), |finding| {
            let position = self.source.position(finding.at.span(&self.reading.places).start);
            Err(message!("project.shape", line = position.line, what = finding.message.clone()))
        })
    }

    /// The edition of this id or Chinese name; without one, the first.
    pub fn edition(&self, id: Option<&str>) -> Option<&Composed> {
        match id {
            None => self.editions.first(),
            Some(id) => self.editions.iter().find(|edition| edition.document.edition == edition_id(id)),
        }
    }

    /// The edition of this id or Chinese name; without one, the first.
    ///
    /// # Errors
    /// A sentence that names those there are.
    pub fn find_edition(&self, id: Option<&str>) -> Result<&Composed, Message> {
        self.edition(id).ok_or_else(|| {
            let known = self.editions.iter().map(|edition| self.edition_name(edition)).filter(|name| !name.is_empty());
            let known: Vec<&str> = known.collect();
            match known.is_empty() {
                true => message!("project.no_editions"),
                false => message!("project.unknown_edition", id = id.unwrap_or_default(), known = known),
            }
        })
    }

    /// The edition as the report names it, in the language of the file; empty where the report has no editions.
    pub fn edition_name<'a>(&'a self, composed: &'a Composed) -> &'a str {
        let id = composed.document.edition.as_str();
        let mut typed = self.reading.report.report.editions.iter().map(|edition| edition.id.trim());
        typed.find(|typed| edition_id(typed) == id).unwrap_or(id)
    }
}
