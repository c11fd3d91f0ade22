//! Findings the drafter accepts.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Text;
use crate::place::Place;

/// 免检: silences one rule, with a reason.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Allow {
    /// A code or a name: FZ201, total-mismatch.
    pub rule: Text,
    pub reason: Text,
    /// A path, with everything below it; the whole file when absent.
    pub at: Option<Text>,
    #[serde(rename = "$place")]
    #[schemars(skip)]
    pub place: Place,
}
