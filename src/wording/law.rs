//! Laws, regulations and interpretations with their days.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::table;
use crate::map::Map;
use crate::outline::Sure;

/// A law, a regulation or an interpretation, or its revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Law {
    /// Without 《》 and 中华人民共和国: 行政复议法.
    pub name: &'static str,
    /// 2023年修订; empty for a first version.
    pub edition: &'static str,
    /// The day it was passed or issued; known, but not read again, for every law.
    pub passed: Option<Date>,
    pub in_force: Date,
    pub sure: Sure,
}

static LAWS: LazyLock<Vec<Law>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/laws.yaml"));
    let laws = rows.map(|row| Law {
        name: row.owed("name"),
        edition: row.text("edition").unwrap_or_default(),
        passed: row.day("passed"),
        in_force: row.day("in_force").expect("a test reads every table"),
        sure: row.sure(),
    });
    laws.collect()
});

/// Every law, in the order they came into force.
pub fn laws() -> &'static [Law] {
    &LAWS
}

/// The first law of each name, by its place in the table.
static BY_NAME: LazyLock<Map<&str, usize>> =
    LazyLock::new(|| LAWS.iter().enumerate().rev().map(|(index, law)| (law.name, index)).collect());

/// The first law of a name, with its place in the table.
pub fn law(name: &str) -> Option<(usize, &'static Law)> {
    BY_NAME.get(name).map(|index| (*index, &LAWS[*index]))
}

impl Law {
    /// Whether it is in force on this day.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.in_force <= day
    }
}
