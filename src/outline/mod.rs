//! Outlines as data: which contents and parts a report of a period has, and what they are called.
//!
//! One outline is one file of `templates/outlines/`; a province's own is a file beside the report that `extends` one of
//! them. What only some need, the usual figures and their relations, is a
//! [`catalogue`] of its own and not read for a report that is only rendered.

pub mod catalogue;
pub mod count;
pub mod load;
pub mod matching;
pub mod numbering;
mod own;

use serde::Deserialize;

use self::catalogue::{Relation, Supply};
use crate::model::{Kind, Level};

/// 纲要: the contents and parts a report of that period has. One file of `templates/outlines/`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// `2021-2025`
    pub id: String,
    /// 《法治政府建设实施纲要（2021—2025年）》
    pub name: String,
    /// First and last year it is in force for reports.
    pub years: (i16, i16),
    /// The built-in outline this one changes; a province's own.
    #[serde(default)]
    pub extends: Option<String>,
    /// The instrument the parts come from that name no other.
    pub source: Source,
    /// Contents and parts in the usual order.
    pub parts: Vec<Part>,
    /// Orders of contents and of parts seen in reports, by id; the usual one first.
    #[serde(default)]
    pub orders: Vec<Vec<String>>,
    /// Titles that kinds of reports have; the others name organ, year and matter.
    #[serde(default)]
    pub titles: Vec<Title>,
    /// What each edition brings by custom.
    #[serde(default)]
    pub editions: Vec<Custom>,
    /// Usual figures besides those every outline has.
    #[serde(default)]
    pub figures: Vec<Supply>,
    /// Relations between figures besides those every outline has.
    #[serde(default)]
    pub relations: Vec<Relation>,
}

/// An instrument, by name and number and never by article, and how sure it is that it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub name: String,
    #[serde(default)]
    pub sure: Sure,
}

/// How sure a datum is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sure {
    /// Known, but not read again for this program.
    #[default]
    Assumed,
    /// Restated by others, and those agree.
    Reported,
    /// Read in the source itself.
    Certain,
}

/// 内容项: one of the five contents, or a part of the outline.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// `disputes`
    pub id: String,
    /// The official heading; `{year}`, `{next_year}` stand for the years. [`Part::heading_in`] fills them in.
    pub heading: String,
    /// The content or part it belongs to; `None` for a content itself.
    #[serde(default)]
    pub of: Option<String>,
    /// Owed by rule in reports on this year and later.
    #[serde(default)]
    pub owed_since: Option<i16>,
    /// In use since this year.
    #[serde(default)]
    pub since: Option<i16>,
    #[serde(default)]
    pub presence: Presence,
    /// Words of other headings seen for it: … stands for words between, | between words of which either will do.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Words that keep it away from a heading, written in the same way.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Kinds of reports that usually have it; all when empty.
    #[serde(default)]
    pub kinds: Vec<Kind>,
    /// Levels that have it; all when empty.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// Where it comes from, when not from the outline itself.
    #[serde(default)]
    pub source: Option<Source>,
    /// One line of guidance for the drafter; those of the built-in parts stand in `locales/`.
    #[serde(default)]
    pub guidance: Option<String>,
}

/// How usual a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// A content, or a part of the outline itself.
    #[default]
    Usual,
    /// Never missed, though many reports have it.
    Often,
}

/// The title that reports of some kinds have when none is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    pub kinds: Vec<Kind>,
    /// `{issuer}`, `{place}` and `{year}` stand for what the report says.
    pub form: String,
}

/// What an edition brings by custom.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Custom {
    /// `upper`, `party`, `npc`, `line`, `public`
    pub id: String,
    /// Who it is usually for, in words for the drafter.
    #[serde(default)]
    pub addressee: Option<String>,
    /// Whether the public reads it.
    #[serde(default)]
    pub public: bool,
    /// Whether it is read out.
    #[serde(default)]
    pub oral: bool,
    /// The closing sentence when the report gives none.
    #[serde(default)]
    pub closing: Option<String>,
    /// The salutation when the edition gives none.
    #[serde(default)]
    pub salutation: Option<String>,
    /// The days it is owed before; see [`Custom::owed_before`].
    #[serde(default)]
    pub before: Vec<Deadline>,
    #[serde(default)]
    pub source: Option<Source>,
}

/// A day of the year after the one reported on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Month and day: the report is owed before it.
    pub day: (i8, i8),
    /// For reports on this year and later.
    #[serde(default)]
    pub since: Option<i16>,
    /// For reports on this year and earlier.
    #[serde(default)]
    pub until: Option<i16>,
    /// For these levels; all when empty.
    #[serde(default)]
    pub levels: Vec<Level>,
}

impl Outline {
    /// The part of this id.
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// The five contents.
    pub fn contents(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.is_content())
    }

    /// The content that a part belongs to, itself when it is one.
    pub fn content_of<'a>(&'a self, part: &'a Part) -> &'a Part {
        // A part of a part of a content: deeper than that, or in a circle, is no outline.
        let above = |part: &'a Part| part.of.as_deref().and_then(|id| self.part(id)).unwrap_or(part);
        above(above(above(part)))
    }

    /// The customs of an edition.
    pub fn custom(&self, edition: &str) -> Option<&Custom> {
        self.editions.iter().find(|custom| custom.id == edition)
    }
}

impl Part {
    /// Whether it is one of the five contents.
    pub fn is_content(&self) -> bool {
        self.of.is_none()
    }

    /// The official heading in a report on `year`.
    pub fn heading_in(&self, year: i16) -> String {
        with_years(&self.heading, year)
    }

    /// Whether a report on `year` owes it by rule.
    pub fn is_owed(&self, year: i16) -> bool {
        self.owed_since.is_some_and(|since| year >= since)
    }

    /// Whether reports of this kind and level on `year` usually have it.
    pub fn is_usual(&self, kind: Kind, level: Level, year: i16) -> bool {
        self.presence == Presence::Usual && self.suits(kind, level, year)
    }

    /// Whether it makes sense in reports of this kind and level on `year`.
    pub fn suits(&self, kind: Kind, level: Level, year: i16) -> bool {
        fits(&self.kinds, kind) && fits(&self.levels, level) && self.since.is_none_or(|since| year >= since)
    }
}

impl Custom {
    /// The month and day, in the year after `year`, before which a report on `year` is sent or published.
    pub fn owed_before(&self, level: Level, year: i16) -> Option<(i8, i8)> {
        let in_force = |deadline: &&Deadline| {
            fits(&deadline.levels, level)
                && deadline.since.is_none_or(|since| year >= since)
                && deadline.until.is_none_or(|until| year <= until)
        };
        self.before.iter().find(in_force).map(|deadline| deadline.day)
    }
}

/// Whether a list of kinds or levels has this one; an empty list has all.
fn fits<T: PartialEq>(list: &[T], item: T) -> bool {
    list.is_empty() || list.contains(&item)
}

/// `{year}` and `{next_year}` filled in.
fn with_years(text: &str, year: i16) -> String {
    text.replace("{next_year}", &year.saturating_add(1).to_string()).replace("{year}", &year.to_string())
}
