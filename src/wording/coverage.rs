//! What reports of a kind usually give figures on, and what those on a year are about. None of it is owed.

use std::sync::LazyLock;

use super::table;
use crate::outline::Sure;

/// A figure of a part, or a topic of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Usual {
    pub of: Of,
    /// For reports on this year and later.
    pub since: Option<i16>,
    /// How it is told: 行政复议案件数.
    pub name: &'static str,
    /// One of them tells that it is there.
    pub words: Vec<&'static str>,
    pub sure: Sure,
    pub source: &'static str,
}

/// Where something is usual.
#[derive(Clone, Debug, PartialEq)]
pub enum Of {
    /// A figure in a part, with the units it is counted in.
    Part(&'static str, Vec<&'static str>),
    /// A topic of reports on this year.
    Year(i16),
    /// A topic of reports of this kind: `township`; `joint` is one of Party committee and government.
    Kind(&'static str),
}

static USUAL: LazyLock<Vec<Usual>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/coverage.yaml"));
    let usual = rows.map(|row| Usual {
        of: match (row.year("year"), row.text("kind")) {
            (Some(year), _) => Of::Year(year),
            (None, Some(kind)) => Of::Kind(kind),
            (None, None) => Of::Part(row.owed("part"), row.list("units")),
        },
        since: row.year("since"),
        name: row.owed("name"),
        words: row.list("words"),
        sure: row.sure(),
        source: row.owed("source"),
    });
    usual.collect()
});

/// Everything that is usual.
pub fn usual() -> &'static [Usual] {
    &USUAL
}

impl Usual {
    /// Whether reports on this year are asked for it.
    pub fn is_asked(&self, year: i16) -> bool {
        self.since.is_none_or(|since| year >= since)
    }
}
