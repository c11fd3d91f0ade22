//! Plans, campaigns and formulas that are current in some years only.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::table;
use crate::outline::Sure;

/// A plan, a campaign or a formula that is current in some years only: “八五”普法.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    pub words: Vec<&'static str>,
    /// The first day it can be spoken of.
    pub since: Option<Date>,
    /// The last year of which it is current.
    pub until: Option<i16>,
    /// The first and the last year of a plan for some years.
    pub span: Option<(i16, i16)>,
    /// What stands there in later reports.
    pub now: Option<&'static str>,
    /// Words of the sentence that make it right later: 收官, 总结.
    pub unless: Vec<&'static str>,
    /// Words of the sentence that make it right before: 谋划, 编制.
    pub ahead: Vec<&'static str>,
    pub sure: Sure,
    pub source: &'static str,
}

/// What a year makes of a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timeliness {
    /// Nobody could know it by the end of the year.
    Early,
    Current,
    /// It is right only where the text looks back.
    Past,
}

static TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/topics.yaml"));
    let topics = rows.map(|row| Topic {
        words: row.list("words"),
        since: row.day("since"),
        until: row.year("until"),
        span: row.year("first").zip(row.year("last")),
        now: row.text("now"),
        unless: row.list("unless"),
        ahead: row.list("ahead"),
        sure: row.sure(),
        source: row.owed("source"),
    });
    topics.collect()
});

/// Every plan, campaign and formula.
pub fn topics() -> &'static [Topic] {
    &TOPICS
}

impl Topic {
    /// Whether it is current in a report on `year`.
    pub fn timeliness(&self, year: i16) -> Timeliness {
        if self.since.is_some_and(|since| since.year() > year) {
            Timeliness::Early
        } else if self.until.is_some_and(|until| year > until) {
            Timeliness::Past
        } else {
            Timeliness::Current
        }
    }
}
