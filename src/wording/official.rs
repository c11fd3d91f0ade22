//! Official names and fixed formulas.

use std::sync::LazyLock;

use super::table;
use crate::outline::Sure;

/// A name or formula with its official characters.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficialName {
    pub name: &'static str,
    pub form: Form,
    /// What is as near and right all the same; ？ stands for any character.
    pub right: Vec<&'static str>,
    /// How many characters may differ for a text still to mean it.
    pub edits: u8,
    /// A slip in it is an error.
    pub is_grave: bool,
    pub sure: Sure,
    pub source: &'static str,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The whole of what stands between 《 and 》.
    Title,
    /// Anywhere in running text.
    Phrase,
}

static NAMES: LazyLock<Vec<OfficialName>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/official_names.yaml"));
    let names = rows.map(|row| OfficialName {
        name: row.owed("name"),
        form: if row.owed("form") == "title" { Form::Title } else { Form::Phrase },
        right: row.list("right"),
        edits: row.text("edits").map_or(1, |edits| if edits == "2" { 2 } else { 1 }),
        is_grave: row.is("grave"),
        sure: row.sure(),
        source: row.owed("source"),
    });
    names.collect()
});

/// Every official name.
pub fn official_names() -> &'static [OfficialName] {
    &NAMES
}
