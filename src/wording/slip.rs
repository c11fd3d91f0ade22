//! Slips known word for word.

use std::sync::LazyLock;

use super::table;
use crate::outline::Sure;

/// A slip that is known word for word: 法制政府.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    pub wrong: &'static str,
    pub right: &'static str,
    /// What must stand right before it; anything where there is none.
    pub before: Vec<&'static str>,
    /// Words of the sentence that make it right.
    pub unless: Vec<&'static str>,
    /// It is an error.
    pub is_grave: bool,
    pub sure: Sure,
    pub source: &'static str,
}

static SLIPS: LazyLock<Vec<Slip>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/slips.yaml"));
    let slips = rows.map(|row| Slip {
        wrong: row.owed("wrong"),
        right: row.owed("right"),
        before: row.list("before"),
        unless: row.list("unless"),
        is_grave: row.is("grave"),
        sure: row.sure(),
        source: row.owed("source"),
    });
    slips.collect()
});

/// Every slip known word for word.
pub fn slips() -> &'static [Slip] {
    &SLIPS
}
