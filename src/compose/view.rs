//! What one edition says: its own words where it has them, else the report's.

use crate::model::{Edition, Head, Letterhead, OneOrMany, Publication, Report, Text};
use crate::outline::{Custom, Outline};
use crate::place::Place;
use crate::yaml::keys::edition_id;

/// The edition a report without editions is read as.
pub const DEFAULT: &str = "public";

/// One edition of a report.
#[derive(Clone, Copy)]
pub struct View<'a> {
    report: &'a Report,
    edition: Option<&'a Edition>,
    id: Option<&'a str>,
    custom: Option<&'a Custom>,
}

impl<'a> View<'a> {
    /// The edition named, else the first.
    pub fn new(report: &'a Report, outline: &'a Outline, named: Option<&str>) -> Self {
        let editions = &report.report.editions;
        let named = named.and_then(|name| editions.iter().find(|edition| edition_id(&edition.id) == edition_id(name)));
        let edition = named.or(editions.first());
        Self::of(report, outline, edition)
    }

    /// This edition, or the report that has none.
    pub fn of(report: &'a Report, outline: &'a Outline, edition: Option<&'a Edition>) -> Self {
        let id = edition.map(|edition| edition_id(&edition.id));
        Self { report, edition, id, custom: outline.custom(id.unwrap_or(DEFAULT)) }
    }

    fn head(self) -> &'a Head {
        &self.report.report
    }

    /// The id, where the report has editions.
    pub fn id(self) -> Option<&'a str> {
        self.id
    }

    /// Whether the public reads it.
    pub fn is_public(self) -> bool {
        self.edition.is_none() || self.custom.is_some_and(|custom| custom.public)
    }

    /// What the outline knows of such editions.
    pub fn custom(self) -> Option<&'a Custom> {
        self.custom
    }

    /// The edition, or the file.
    pub fn place(self) -> Place {
        self.edition.map_or(self.head().at, |edition| edition.at)
    }

    /// The edition's own value.
    pub fn own<T>(self, of: impl Fn(&'a Edition) -> &'a Option<T>) -> Option<&'a T> {
        self.edition.and_then(|edition| of(edition).as_ref())
    }

    /// The edition's value, else the report's.
    pub fn pick<T>(self, of: impl Fn(&'a Edition) -> &'a Option<T>, report: &'a Option<T>) -> Option<&'a T> {
        self.own(of).or(report.as_ref())
    }

    /// 成文日期
    pub fn date(self) -> Option<&'a Text> {
        self.pick(|edition| &edition.date, &self.head().date)
    }

    /// 主送机关
    pub fn addressee(self) -> Option<&'a Text> {
        self.pick(|edition| &edition.addressee, &self.head().addressee)
    }

    /// The publication of the edition before that of the report; none where the edition is not for the public, unless
    /// it has one of its own.
    pub fn publications(self) -> Vec<&'a Publication> {
        let own = self.own(|edition| &edition.publication);
        if own.is_none() && !self.is_public() {
            return Vec::new();
        }
        self.layers(|edition| &edition.publication, &self.report.publication)
    }

    /// The letterhead of the edition before that of the report.
    pub fn letterheads(self) -> Vec<&'a Letterhead> {
        self.layers(|edition| &edition.letterhead, &self.report.letterhead)
    }

    /// The organs that report.
    pub fn issuers(self) -> &'a [Text] {
        self.own(|edition| &edition.issuer).unwrap_or(&self.head().issuer)
    }

    /// The names under the text. Those of the report sign for the report's issuers only.
    pub fn signatures(self) -> &'a [Text] {
        let own_issuer = self.own(|edition| &edition.issuer);
        let signature = self.own(|edition| &edition.signature);
        let signature = signature.or(if own_issuer.is_none() { self.head().signature.as_ref() } else { None });
        signature.map_or(self.issuers(), |signature| signature)
    }

    /// Whether what names these editions stands in this one.
    pub fn has(self, only: &OneOrMany, except: &OneOrMany) -> bool {
        let id = self.id().unwrap_or(DEFAULT);
        let names = |list: &OneOrMany| list.iter().any(|name| edition_id(name) == id);
        (only.is_empty() || names(only)) && !names(except)
    }

    /// The edition's value of something the edition may give whole or in part, before the report's.
    fn layers<T>(self, of: impl Fn(&'a Edition) -> &'a Option<T>, report: &'a Option<T>) -> Vec<&'a T> {
        self.own(of).into_iter().chain(report).collect()
    }
}

/// A field of the first layer that has it.
pub fn given<'a, T>(layers: &[&'a T], of: fn(&T) -> &[Text]) -> &'a [Text] {
    layers.iter().map(|layer| of(layer)).find(|texts| !texts.is_empty()).unwrap_or_default()
}

/// A field of the first layer that has it filled.
pub fn filled<'a, T>(layers: &[&'a T], of: fn(&T) -> &[Text]) -> &'a [Text] {
    let is_filled = |texts: &&[Text]| !texts.is_empty() && texts.iter().all(|text| !text.is_unfilled());
    layers.iter().map(|layer| of(layer)).find(is_filled).unwrap_or_default()
}
