//! What follows the signature.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{OneOrMany, Text};
use crate::place::Place;

/// 附件: a titled text after the signature, on a page of its own in print.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Annex {
    pub title: Option<Text>,
    pub text: Option<Text>,
    pub only: OneOrMany,
    pub except: OneOrMany,
    #[serde(rename = "$place")]
    #[schemars(skip)]
    pub at: Place,
}
