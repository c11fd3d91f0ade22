//! The report's tree: sections and the measures in them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Layout, OneOrMany, Text};
use crate::place::Place;

/// 章节: a numbered node of the text. It prints heading, `text`, `measures`, `after`, `sections`, in this order.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Section {
    /// The ids of the contents and parts it fulfils; a merged section has several.
    pub part: OneOrMany,
    /// Without number; the outline's own when absent.
    pub heading: Option<Text>,
    /// Paragraphs before the measures, CommonMark.
    pub text: Option<Text>,
    /// 一是, 二是, 三是.
    pub measures: Vec<Measure>,
    /// Paragraphs after the measures.
    pub after: Option<Text>,
    pub sections: Vec<Section>,
    /// What is still to be asked or done; listed by `check`, refused by `--final`.
    pub todo: Vec<Text>,
    /// Who supplies the text.
    pub provider: Option<Text>,
    /// Layout from here down.
    pub layout: Option<Layout>,
    /// The editions that have it; all when empty.
    pub only: OneOrMany,
    /// The editions that leave it out.
    pub except: OneOrMany,
    #[serde(rename = "$place")]
    #[schemars(skip)]
    pub at: Place,
}

impl Section {
    /// Whether its heading is a whole sentence that says what others say below theirs: 案卷质量不高，原因是培训不够。
    pub fn is_sentence(&self) -> bool {
        let Some(heading) = &self.heading else { return false };
        let is_ended = heading.value.trim_end().ends_with(['。', '；', ';']);
        is_ended || self.part.is_empty() && heading.value.contains(['，', '；', '。', ',', ';'])
    }
}

/// 条目: one 一是 / 二是 / 三是 item. In the file a plain text, or a map.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Measure {
    pub text: Text,
    /// The parts it fulfils.
    pub part: OneOrMany,
    pub todo: Vec<Text>,
    pub provider: Option<Text>,
    pub only: OneOrMany,
    pub except: OneOrMany,
    #[serde(rename = "$place")]
    #[schemars(skip)]
    pub at: Place,
}
