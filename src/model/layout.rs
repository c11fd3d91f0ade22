//! How measures, run-in headings and numbers are set.

use schemars::JsonSchema;
use serde::Deserialize;

use super::OneOrMany;
use crate::place::Placed;

/// 排版: of the report, or of a section and what stands below it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Layout {
    pub measures: Option<Placed<MeasureLayout>>,
    /// `auto` (level 2 and deeper with text only), or a list of levels.
    pub run_in: Option<OneOrMany>,
    pub numbering: Option<Placed<Numbering>>,
}

/// 条目: a paragraph each, or joined to the last paragraph of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MeasureLayout {
    #[default]
    Paragraph,
    Inline,
}

/// 编号: 1. restarts under every heading, or runs on through the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Numbering {
    #[default]
    Restart,
    Continuous,
}
