//! Year-dependent wording as data: what a report on a year may cite, and what by then was out of use.
//!
//! Each table is a file of `templates/wording/`, read when it is first asked for. Every datum says how sure it is.

mod day;

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::outline::Sure;
use crate::yaml::data;

/// A Party congress, a plenary session or a central work conference.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// How texts call it, the first as it is shown.
    pub names: Vec<String>,
    #[serde(deserialize_with = "day::read")]
    pub first: Date,
    /// What it decided is public from this day on.
    #[serde(deserialize_with = "day::read")]
    pub last: Date,
    /// Only its dates are known, not that it was held.
    #[serde(default)]
    pub announced: bool,
    pub sure: Sure,
}

/// A law, a regulation or an interpretation, or its revision.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Without 《》 and 中华人民共和国: 行政复议法.
    pub name: String,
    /// 2023年修订; empty for a first version.
    #[serde(default)]
    pub edition: String,
    #[serde(deserialize_with = "day::read")]
    pub in_force: Date,
    pub sure: Sure,
}

/// A name that went out of use: 法制办.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OldName {
    pub words: Vec<String>,
    /// What it is called now.
    pub now: String,
    /// Reports on this year and later have the new name.
    pub since: i16,
    /// Words around it that make it right: 原工商局.
    pub unless: Vec<String>,
    pub sure: Sure,
    pub source: String,
}

/// A plan, a campaign or a formula that is current in some years only: “八五”普法.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub words: Vec<String>,
    /// The first day it can be spoken of.
    #[serde(default, deserialize_with = "day::read_if_given")]
    pub since: Option<Date>,
    /// The last year of which it is current.
    #[serde(default)]
    pub until: Option<i16>,
    /// What stands there in later reports.
    #[serde(default)]
    pub now: Option<String>,
    /// Words around it that make it right later: 收官, 总结.
    #[serde(default)]
    pub unless: Vec<String>,
    pub sure: Sure,
    pub source: String,
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

static MEETINGS: LazyLock<Vec<Meeting>> =
    LazyLock::new(|| table(include_str!("../../templates/wording/meetings.yaml")));
static LAWS: LazyLock<Vec<Law>> = LazyLock::new(|| table(include_str!("../../templates/wording/laws.yaml")));
static NAMES: LazyLock<Vec<OldName>> = LazyLock::new(|| table(include_str!("../../templates/wording/names.yaml")));
static TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| table(include_str!("../../templates/wording/topics.yaml")));

/// Every meeting, in the order they were held.
pub fn meetings() -> &'static [Meeting] {
    &MEETINGS
}

/// Every law, in the order they came into force.
pub fn laws() -> &'static [Law] {
    &LAWS
}

/// Every name out of use.
pub fn old_names() -> &'static [OldName] {
    &NAMES
}

/// Every plan, campaign and formula.
pub fn topics() -> &'static [Topic] {
    &TOPICS
}

fn table<T: DeserializeOwned>(text: &str) -> Vec<T> {
    data::parse(text).expect("a test reads every table of wording")
}

impl Meeting {
    /// Whether a text of this day can speak of its outcome.
    pub fn is_over(&self, day: Date) -> bool {
        self.last <= day
    }
}

impl Law {
    /// Whether it is in force on this day.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.in_force <= day
    }
}

impl OldName {
    /// Whether a report on `year` uses the new name.
    pub fn is_old(&self, year: i16) -> bool {
        year >= self.since
    }
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
