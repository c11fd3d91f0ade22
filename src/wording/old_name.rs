//! Names of organs, laws and notions that went out of use.

use std::sync::LazyLock;

use super::table;
use crate::outline::Sure;

/// A name that went out of use: 法制办.
#[derive(Clone, Debug, PartialEq)]
pub struct OldName {
    pub words: Vec<&'static str>,
    /// What it is called now.
    pub now: &'static str,
    /// Reports on this year and later have the new name.
    pub since: i16,
    /// Words of the sentence that make it right: 原.
    pub unless: Vec<&'static str>,
    pub sure: Sure,
    pub source: &'static str,
}

static NAMES: LazyLock<Vec<OldName>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/names.yaml"));
    let names = rows.map(|row| OldName {
        words: row.list("words"),
        now: row.owed("now"),
        since: row.year("since").expect("a test reads every table"),
        unless: row.list("unless"),
        sure: row.sure(),
        source: row.owed("source"),
    });
    names.collect()
});

/// Every name out of use.
pub fn old_names() -> &'static [OldName] {
    &NAMES
}

impl OldName {
    /// Whether a report on `year` uses the new name.
    pub fn is_old(&self, year: i16) -> bool {
        year >= self.since
    }
}
