//! What the rules look at, and what several of them ask of it.

use std::cell::OnceCell;

use jiff::civil::Date;

use crate::compose::Composed;
use crate::compose::view::View;
use crate::document::passage::{self, Passage};
use crate::figures::Table;
use crate::language::Fault;
use crate::model::{Kind, Level, Report, Section};
use crate::outline::{Outline, Part};
use crate::place::Places;
use crate::published::{HeadingNumber, Leftover};
use crate::rules::noted::claims;
use crate::source::SourceFile;
use crate::wording::Sightings;
use crate::yaml::Slip;
use crate::yaml::keys::part_id;

/// What the rules look at.
pub struct Context<'a> {
    pub source: &'a SourceFile,
    pub places: &'a Places,
    pub report: &'a Report,
    /// Slips of shape and keyboard, met while reading.
    pub slips: &'a [Slip],
    pub outline: &'a Outline,
    /// No outline is in force in that year; the nearest was taken.
    pub outline_is_nearest: bool,
    pub table: &'a Table,
    /// Every edition composed, the first first.
    pub editions: &'a [Composed],
    /// Last year's report.
    pub previous: Option<&'a Report>,
    /// The day of the check; no rule asks the clock.
    pub today: Option<Date>,
    /// It was read from a published text.
    pub is_published: bool,
    /// What a published Word file holds beside its text.
    pub leftovers: &'a [Leftover],
    /// Numbers of the headings of a published text that come twice or leave one out.
    pub numbers: &'a [HeadingNumber],
    /// It is a published text that seems to be no whole report: nothing is owed.
    pub is_excerpt: bool,
    /// Filled by [`passages`](Self::passages).
    pub(crate) passages: OnceCell<Vec<Vec<Passage<'a>>>>,
    /// Filled by [`each_sighted`](Self::each_sighted), in the order of [`each_passage`](Self::each_passage).
    pub(crate) sightings: OnceCell<Vec<Sightings>>,
    /// Filled by the rules on language.
    pub(crate) language: OnceCell<Vec<Vec<(usize, Fault)>>>,
    /// Filled by [`claims`](Self::claims).
    pub(crate) claims: OnceCell<claims::Claims>,
}

impl<'a> Context<'a> {
    /// What every edition says, passage by passage, in the order of [`editions`](Self::editions): made once, when a
    /// rule first asks.
    pub fn passages(&self) -> &[Vec<Passage<'a>>] {
        let documents = || self.editions.iter().map(|composed| &composed.document);
        self.passages.get_or_init(|| passage::of_editions(documents()))
    }

    /// The passages of all editions, those that say the same at the same place once.
    pub fn each_passage(&self) -> impl Iterator<Item = &Passage<'a>> {
        self.passages().iter().flatten().filter(|passage| !passage.is_repeated())
    }

    /// Each of those passages with the words in it that the rules on wording look for: a text is searched once for all.
    pub fn each_sighted(&self) -> impl Iterator<Item = (&Passage<'a>, &Sightings)> {
        let look = || self.each_passage().map(|passage| Sightings::of(&passage.plain.text)).collect();
        self.each_passage().zip(self.sightings.get_or_init(look))
    }

    /// The passages of the editions for the public, each once: what stands in an earlier one of them is told there.
    pub fn each_public_passage(&self) -> impl Iterator<Item = &Passage<'a>> {
        let is_public = |edition: usize| self.editions[edition].document.public;
        let public = self.passages().iter().enumerate().filter(move |(edition, _)| is_public(*edition));
        let passages = public.flat_map(|(_, passages)| passages);
        passages.filter(move |passage| passage.repeats.is_none_or(|(edition, _)| !is_public(edition)))
    }
}

impl Context<'_> {
    /// What the prose claims of its own numbers and does not keep: made once, when a rule first asks.
    pub(crate) fn claims(&self) -> &claims::Claims {
        self.claims.get_or_init(|| claims::read(self))
    }

    /// The year reported on.
    pub fn year(&self) -> Option<i16> {
        self.report.report.year.as_ref().map(|year| year.value)
    }

    /// What an edition says, in the order of [`editions`](Self::editions).
    pub(crate) fn views(&self) -> impl Iterator<Item = (&Composed, View<'_>)> {
        let editions = &self.report.report.editions;
        let view = |index| View::of(self.report, self.outline, editions.get(index));
        self.editions.iter().enumerate().map(move |(index, composed)| (composed, view(index)))
    }

    /// The official heading of a part, with the years of this report.
    pub fn heading_of(&self, part: &Part) -> String {
        match self.year() {
            Some(year) => part.heading_in(year),
            None => part.heading.replace("{year}年", "").replace("{next_year}年", ""),
        }
    }

    /// What a section is called: its heading, else the official one of its part, else the part as typed.
    pub fn name_of(&self, section: &Section) -> String {
        let part = section.part.first();
        let official = || part.and_then(|part| self.outline.part(part_id(part)));
        match &section.heading {
            Some(heading) if !heading.is_unfilled() => heading.value.trim().to_owned(),
            _ => {
                official().map(|part| self.heading_of(part)).or(part.map(|part| part.value.clone())).unwrap_or_default()
            }
        }
    }

    /// The kind of the report; a government when it says nothing.
    pub fn kind(&self) -> Kind {
        self.report.report.kind.as_ref().map(|kind| kind.value).unwrap_or_default()
    }

    /// The level of the report; when it says nothing, that of a township where it is one, else a county.
    pub fn level(&self) -> Level {
        let of_kind = || if self.kind() == Kind::Township { Level::Township } else { Level::default() };
        self.report.report.level.as_ref().map_or_else(of_kind, |level| level.value)
    }
}
