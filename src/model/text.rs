//! Text as typed.

use serde::{Deserialize, Deserializer};

use crate::place::Placed;

/// A text as typed, with its place. YAML numbers, dates and `~` are texts too: `98.60` stays 98.60.
pub type Text = Placed<String>;

/// What a drafter types for "not known yet".
const UNFILLED: [&str; 3] = ["", "~", "待填"];

impl Text {
    /// Blank, `~` or 待填: nobody has filled it yet.
    pub fn is_unfilled(&self) -> bool {
        UNFILLED.contains(&self.value.trim())
    }
}

/// One text, or a list of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OneOrMany(pub Vec<Text>);

/// The name by which [`OneOrMany`] asks the report reader to take a scalar for a list of one.
pub(crate) const ONE_OR_MANY: &str = "$fazhi::OneOrMany";

impl std::ops::Deref for OneOrMany {
    type Target = [Text];

    fn deref(&self) -> &[Text] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = OneOrMany;

            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("a text or a list of texts")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<OneOrMany, D::Error> {
                Vec::deserialize(deserializer).map(OneOrMany)
            }
        }
        deserializer.deserialize_newtype_struct(ONE_OR_MANY, Visitor)
    }
}
