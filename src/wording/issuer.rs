//! What the name of an issuer tells of its kind.

use std::sync::LazyLock;

use super::table;
use crate::model::Kind;
use crate::outline::Sure;

/// Names of one ending.
#[derive(Clone, Debug, PartialEq)]
pub struct IssuerName {
    ends: Vec<&'static str>,
    never: Vec<&'static str>,
    unless: Vec<&'static str>,
    /// What it is called, where there is no organ of such a name.
    pub instead: Option<&'static str>,
    pub sure: Sure,
    pub source: &'static str,
}

static NAMES: LazyLock<Vec<IssuerName>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/issuers.yaml"));
    let names = rows.map(|row| IssuerName {
        ends: row.list("ends"),
        never: row.list("never"),
        unless: row.list("unless"),
        instead: row.text("instead"),
        sure: row.sure(),
        source: row.owed("source"),
    });
    names.collect()
});

/// Why an organ of this name issues no report of this kind, where it does not.
pub fn unfit(name: &str, kind: Kind) -> Option<&'static IssuerName> {
    NAMES.iter().find(|listed| {
        listed.ends.iter().any(|end| name.ends_with(end))
            && !listed.unless.iter().any(|word| name.contains(word))
            && (listed.instead.is_some() || listed.never.contains(&kind.name()))
    })
}
