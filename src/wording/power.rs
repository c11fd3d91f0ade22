//! What organs of a kind cannot do by law, and the words by which reports claim it.

use std::sync::LazyLock;

use super::table;
use crate::model::{Kind, Level};
use crate::outline::Sure;

/// A power that organs of some kinds and levels do not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Power {
    /// 立法权
    pub name: &'static str,
    kinds: Vec<&'static str>,
    levels: Vec<&'static str>,
    /// What the place of the report ends with.
    places: Vec<&'static str>,
    /// What is done by it: 地方性法规.
    pub acts: Vec<&'static str>,
    /// Words right before the act: 制定.
    pub verbs: Vec<&'static str>,
    /// Words of the clause that tell of somebody else's act.
    pub others: Vec<&'static str>,
    /// Words in the names of organs that have the power.
    issuers: Vec<&'static str>,
    since: Option<i16>,
    /// What is probably meant.
    pub instead: &'static str,
    pub sure: Sure,
    pub source: &'static str,
}

static POWERS: LazyLock<Vec<Power>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/powers.yaml"));
    let powers = rows.map(|row| Power {
        name: row.owed("power"),
        kinds: row.list("kinds"),
        levels: row.list("levels"),
        places: row.list("places"),
        acts: row.list("acts"),
        verbs: row.list("verbs"),
        others: row.list("others"),
        issuers: row.list("issuers"),
        since: row.year("since"),
        instead: row.owed("instead"),
        sure: row.sure(),
        source: row.owed("source"),
    });
    powers.collect()
});

/// Every power that some organs lack.
pub fn powers() -> &'static [Power] {
    &POWERS
}

/// Who reports.
#[derive(Clone, Copy, Debug)]
pub struct Reporter<'a> {
    pub kind: Kind,
    pub level: Level,
    pub place: &'a str,
    pub year: i16,
}

impl Power {
    /// Whether such an organ lacks it, as far as its name tells.
    pub fn is_lacked(&self, by: Reporter, issuers: &[&str]) -> bool {
        let is_listed = |list: &[&str], name| list.is_empty() || list.contains(&name);
        is_listed(&self.kinds, by.kind.name())
            && is_listed(&self.levels, by.level.name())
            && (self.places.is_empty() || self.places.iter().any(|end| by.place.ends_with(end)))
            && self.since.is_none_or(|since| by.year >= since)
            && !by.place.contains("自治")
            && !issuers.iter().any(|issuer| self.issuers.iter().any(|word| issuer.contains(word)))
    }
}
