//! The whole report file.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Allow, Annex, Group, Head, Letterhead, Publication, Section, Style, Text};
use crate::place::Place;

/// 年度报告: one report file, as typed.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Report {
    /// Who reports on which year, to whom.
    pub report: Head,
    /// What the government site shows beside the text.
    pub publication: Option<Publication>,
    /// The red head and the imprint, where the office that numbers the paper makes them.
    pub letterhead: Option<Letterhead>,
    /// The year's figures, named and grouped.
    pub figures: Group,
    /// Comparisons of the user's own: `行政复议.收到 == 行政复议.受理 + 行政复议.不予受理`.
    pub checks: Vec<Text>,
    /// The opening paragraphs, before the first heading.
    pub preamble: Option<Text>,
    /// The numbered parts of the report.
    pub sections: Vec<Section>,
    /// The sentence after the last part, such as 特此报告。
    pub closing: Option<Text>,
    /// What follows the signature.
    pub annexes: Vec<Annex>,
    /// Findings the drafter has looked at and accepts.
    pub allow: Vec<Allow>,
    /// House style: fonts and page that differ from GB/T 9704.
    pub style: Option<Style>,
    #[serde(rename = "$place")]
    #[schemars(skip)]
    pub place: Place,
}

impl Report {
    /// Every section, outer before inner, in the order of the text.
    pub fn walk(&self) -> impl Iterator<Item = &Section> {
        let mut stack: Vec<&Section> = self.sections.iter().rev().collect();
        std::iter::from_fn(move || {
            let section = stack.pop()?;
            stack.extend(section.sections.iter().rev());
            Some(section)
        })
    }
}
