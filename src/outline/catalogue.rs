//! The usual figures: who supplies them, in which unit, and how they hang together.
//!
//! Read only by what asks for it: the figures by a new file and the import of figures, the relations by their rules.

use std::sync::OnceLock;

use serde::Deserialize;

use super::{Outline, Source, fits};
use crate::message::Lang;
use crate::model::{Kind, Level};
use crate::yaml::plain;

/// The files of `templates/figures/`.
const USUAL: &str = include_str!("../../templates/figures/usual.yaml");
const RELATIONS: &str = include_str!("../../templates/figures/relations.yaml");

/// What one unit supplies.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supply {
    /// The unit that usually has the figures: 司法局.
    pub provider: String,
    /// The same in English.
    #[serde(default)]
    pub provider_en: String,
    pub groups: Vec<FigureGroup>,
}

/// Figures that stand in one group of a report's `figures:`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureGroup {
    /// 行政复议
    pub name: String,
    /// The part that usually gives them.
    pub part: String,
    #[serde(default)]
    pub kinds: Vec<Kind>,
    #[serde(default)]
    pub levels: Vec<Level>,
    pub figures: Vec<UsualFigure>,
}

/// A figure that a part usually gives.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualFigure {
    /// Its name in the group: 收到.
    pub name: String,
    /// Empty for a rate that is computed.
    #[serde(default)]
    pub unit: String,
    /// Whether a new file asks for it; the others stand there commented out.
    #[serde(default)]
    pub core: bool,
    /// A formula, where it is computed.
    #[serde(default)]
    pub formula: String,
    /// What a rate is of, for these differ from place to place.
    #[serde(default)]
    pub denominator: String,
    /// In reports on this year and later.
    #[serde(default)]
    pub since: Option<i16>,
    /// In reports on this year and earlier.
    #[serde(default)]
    pub until: Option<i16>,
    #[serde(default)]
    pub kinds: Vec<Kind>,
    #[serde(default)]
    pub levels: Vec<Level>,
    /// What counts, in a few words.
    #[serde(default)]
    pub note: String,
    /// The same in English.
    #[serde(default)]
    pub note_en: String,
}

/// A relation between figures that must hold when all of them are given.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// `行政复议.审结 == 行政复议.维持 + …`, or with `<=`; a rate is `行政复议.纠错率 == 行政复议.直接纠错 / 行政复议.审结`.
    pub holds: String,
    /// What else such a rate is of in some places.
    #[serde(default)]
    pub bases: Vec<String>,
    /// Figures that may be missing and then count as nothing: an outcome that did not occur is often left out.
    #[serde(default)]
    pub optional: Vec<String>,
    /// In reports on this year and later.
    #[serde(default)]
    pub since: Option<i16>,
    /// Whether a failure is certainly a fault. Where the base of a figure differs from place to place it is none.
    #[serde(default)]
    pub strict: bool,
    /// Why it holds, or why it may not.
    #[serde(default)]
    pub note: String,
    /// The same in English.
    #[serde(default)]
    pub note_en: String,
    #[serde(default)]
    pub source: Option<Source>,
}

/// The usual figures of an outline, by who supplies them: those every outline has, then its own.
pub fn supplies_of(outline: &Outline) -> impl Iterator<Item = &Supply> {
    usual().iter().chain(&outline.figures)
}

/// The relations between usual figures: those every outline has, then its own. Apart from the figures, since a check
/// needs only these.
pub fn relations_of(outline: &Outline) -> impl Iterator<Item = &Relation> {
    relations().iter().chain(&outline.relations)
}

/// The figures of every outline.
pub fn usual() -> &'static [Supply] {
    static USUAL_FIGURES: OnceLock<Vec<Supply>> = OnceLock::new();
    USUAL_FIGURES.get_or_init(|| plain::parse(USUAL).expect("a test reads the usual figures"))
}

/// The relations of every outline.
pub fn relations() -> &'static [Relation] {
    static USUAL_RELATIONS: OnceLock<Vec<Relation>> = OnceLock::new();
    USUAL_RELATIONS.get_or_init(|| plain::parse(RELATIONS).expect("a test reads the relations"))
}

impl Supply {
    /// The unit in a language.
    pub fn provider(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.provider_en.is_empty() => &self.provider_en,
            _ => &self.provider,
        }
    }
}

impl FigureGroup {
    /// Whether reports of this kind and level have the group.
    pub fn suits(&self, kind: Kind, level: Level) -> bool {
        fits(&self.kinds, kind) && fits(&self.levels, level)
    }
}

impl Relation {
    /// The rate, its part and its base, where it says how a rate is computed.
    pub fn rate(&self) -> Option<(&str, &str, &str)> {
        let (rate, sign, quotient) = self.sides()?;
        let (part, base) = quotient.split_once('/').filter(|_| sign == "==")?;
        Some((rate.trim(), part.trim(), base.trim()))
    }

    /// The relation among the figures a report on `year` has: without the optional ones it lacks. `None` where it lacks
    /// another, or has none of a side.
    pub fn among(&self, year: i16, has: impl Fn(&str) -> bool) -> Option<String> {
        if self.since.is_some_and(|since| year < since) {
            return None;
        }
        let (left, sign, right) = self.sides()?;
        let side = |side: &str| {
            let terms: Vec<&str> = side.split('+').map(str::trim).collect();
            let is_given = |term: &&str| term.split('/').all(|figure| has(figure.trim()));
            let is_lacked = |term: &&str| !is_given(term) && self.optional.iter().any(|optional| optional == term);
            let terms: Vec<&str> = terms.into_iter().filter(|term| !is_lacked(term)).collect();
            (!terms.is_empty() && terms.iter().all(is_given)).then(|| terms.join(" + "))
        };
        Some(format!("{} {sign} {}", side(left)?, side(right)?))
    }

    /// What stands before `==` or `<=`, the sign, and what stands behind it.
    fn sides(&self) -> Option<(&str, &str, &str)> {
        let at = self.holds.find(['=', '<'])?;
        let (sign, right) = self.holds[at..].split_at_checked(2).filter(|(sign, _)| ["==", "<="].contains(sign))?;
        Some((&self.holds[..at], sign, right))
    }
}

impl UsualFigure {
    /// Whether reports of this kind and level on `year` have the figure.
    pub fn suits(&self, kind: Kind, level: Level, year: i16) -> bool {
        fits(&self.kinds, kind)
            && fits(&self.levels, level)
            && self.since.is_none_or(|since| year >= since)
            && self.until.is_none_or(|until| year <= until)
    }

    /// What counts, in a language.
    pub fn note(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.note,
            Lang::En => &self.note_en,
        }
    }
}
