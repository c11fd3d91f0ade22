//! Outlines as data: which contents and parts a report of a period has, and what they are called.

pub mod load;
pub mod matching;
pub mod numbering;

use serde::Deserialize;

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
    /// Contents and parts in the usual order.
    pub parts: Vec<Part>,
    /// Relations between usual figures: `行政复议.审结 = 行政复议.维持 + 行政复议.撤销`.
    #[serde(default)]
    pub relations: Vec<Relation>,
    /// What each edition brings by custom.
    #[serde(default)]
    pub editions: Vec<Custom>,
}

/// 内容项: one of the five contents, or a part of the outline.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// `disputes`
    pub id: String,
    /// The official heading; `{year}`, `{next_year}` stand for the years.
    pub heading: String,
    /// The content it belongs to; `None` for a content itself.
    #[serde(default)]
    pub of: Option<String>,
    /// Owed by rule in reports on this year and later.
    #[serde(default)]
    pub owed_since: Option<i16>,
    /// In use since this year.
    #[serde(default)]
    pub since: Option<i16>,
    /// Other headings seen for it, as words a heading contains.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Kinds of reports that usually have it; all when empty.
    #[serde(default)]
    pub kinds: Vec<Kind>,
    /// Levels that have it; all when empty.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// Where it comes from, by instrument name.
    #[serde(default)]
    pub source: String,
    /// One line of guidance for the drafter, in Chinese.
    #[serde(default)]
    pub guidance: String,
    #[serde(default)]
    pub figures: Vec<UsualFigure>,
}

/// A figure that a part usually gives.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualFigure {
    /// The full name: 行政复议.收到.
    pub name: String,
    pub unit: String,
    /// Whether a new file asks for it; the others stand there commented out.
    #[serde(default)]
    pub core: bool,
    /// The unit that usually supplies it: 司法局.
    #[serde(default)]
    pub provider: String,
    /// A formula, where it is computed.
    #[serde(default)]
    pub formula: String,
    #[serde(default)]
    pub kinds: Vec<Kind>,
    #[serde(default)]
    pub levels: Vec<Level>,
}

/// A relation between figures that must hold when all of them are given.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// `行政复议.审结 == 行政复议.维持 + …`, or with `<=`.
    pub holds: String,
    #[serde(default)]
    pub source: String,
}

/// What an edition brings by custom.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Custom {
    /// `upper`, `party`, `npc`, `line`, `public`
    pub id: String,
    /// Whether the public reads it.
    #[serde(default)]
    pub public: bool,
    /// Whether it is read out: no 1 March date.
    #[serde(default)]
    pub oral: bool,
    /// The closing sentence when the report gives none.
    #[serde(default)]
    pub closing: Option<String>,
    /// The salutation when the edition gives none.
    #[serde(default)]
    pub salutation: Option<String>,
}

impl Outline {
    /// The part of this id.
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// The customs of an edition.
    pub fn custom(&self, edition: &str) -> Option<&Custom> {
        self.editions.iter().find(|custom| custom.id == edition)
    }
}
