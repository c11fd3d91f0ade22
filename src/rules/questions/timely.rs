//! Up to which day a passage can know of things, and how sure the tables of wording are.

use jiff::civil::Date;

use crate::diagnostic::Severity;
use crate::document::passage::Kind;
use crate::document::{Passage, Role};
use crate::model::date;
use crate::outline::Sure;
use crate::rules::Context;

/// The days of a report.
pub struct Days {
    pub year: i16,
    /// The last day of the year reported on.
    pub end: Date,
    /// The day of the last edition signed; the end of March where no edition has one.
    pub signed: Date,
    /// Whether an edition has a day.
    pub is_signed: bool,
}

/// What a passage speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// What was done in the year.
    Past,
    /// What is to be done in the next.
    Plan,
    /// The opening, the shortcomings, what belongs to no part: said on the day of signing.
    Signing,
}

impl Days {
    /// Those of a report that has a year.
    pub fn of(context: &Context) -> Option<Self> {
        let year = context.year()?;
        let signed = context.views().filter_map(|(_, view)| date::parse(&view.date()?.value)).max();
        Some(Self {
            year,
            end: Date::new(year, 12, 31).ok()?,
            signed: signed.or_else(|| Date::new(year.checked_add(1)?, 3, 31).ok())?,
            is_signed: signed.is_some(),
        })
    }

    /// The day up to which a passage can know of what is decided: of laws and plans, a plan may speak in the year it is for.
    pub fn limit(&self, passage: &Passage) -> Date {
        match tense(passage) {
            Tense::Past => self.end,
            Tense::Signing => self.signed.max(self.end),
            Tense::Plan => {
                self.end.year().checked_add(1).and_then(|next| Date::new(next, 12, 31).ok()).unwrap_or(self.end)
            }
        }
    }
}

/// What a passage speaks of.
pub fn tense(passage: &Passage) -> Tense {
    let has = |id: &str| passage.parts.contains(&id);
    if has("plan") {
        return Tense::Plan;
    }
    let is_open = passage.parts.is_empty() || has("shortcomings") || has("other");
    if is_open || passage.kind == Kind::Paragraph(Role::Preamble) { Tense::Signing } else { Tense::Past }
}

/// Whether a passage is the report's own words, not a line of its frame.
pub fn is_text(passage: &Passage) -> bool {
    passage.is_prose() || matches!(passage.kind, Kind::Title | Kind::Heading | Kind::Cell | Kind::AnnexTitle)
}

/// What is not sure can only be a hint.
pub fn grade(severity: Severity, sure: Sure) -> Severity {
    if sure == Sure::Assumed { Severity::Hint } else { severity }
}
