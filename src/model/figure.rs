//! Figures: the year's quantities, named and grouped.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::{OneOrMany, Text};
use crate::map::OrderedMap;
use crate::place::{Place, Placed};

/// A group of figures, in the order typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    pub entries: OrderedMap<String, Entry>,
    /// 不计入: names of siblings that are no part of 合计.
    pub apart: OneOrMany,
    pub at: Place,
}

/// What stands under a name in `figures:`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Entry {
    Figure(Box<Figure>),
    Group(Group),
}

/// 数据: a named quantity or formula. In the file a scalar (`83件`, `=办结/立案`), or a map with `value` or `formula`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Figure {
    /// As it will be printed, with unit and 万/亿/余; `~` or 待填 when not known yet, 不涉及 when it does not apply.
    pub value: Option<Text>,
    /// Computed, never typed; a `value` that starts with `=` is read as one.
    pub formula: Option<Text>,
    pub last_year: Option<Text>,
    pub unit: Option<Text>,
    /// Decimals of a computed value.
    pub decimals: Option<Placed<u32>>,
    /// What a rate is of: 审结, 受理.
    pub denominator: Option<Text>,
    pub source: Option<Text>,
    pub as_of: Option<Text>,
    pub scope: Option<Text>,
    pub checked_by: Option<Text>,
    /// `false` keeps it out of the public edition.
    pub publishable: Option<Placed<bool>>,
    pub note: Option<Text>,
    pub only: OneOrMany,
    pub except: OneOrMany,
    #[serde(rename = "$place")]
    #[schemars(skip)]
    pub at: Place,
}

/// The name by which [`Group`] asks the report reader for its place, its entries and what is apart.
pub(crate) const GROUP: &str = "$fazhi::Group";

impl<'de> Deserialize<'de> for Group {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Group;

            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("a group of figures")
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut access: A) -> Result<Group, A::Error> {
                let missing = || serde::de::Error::custom("a group is its place, its entries and what is apart");
                Ok(Group {
                    at: Place(access.next_element()?.ok_or_else(missing)?),
                    entries: access.next_element()?.ok_or_else(missing)?,
                    apart: access.next_element()?.ok_or_else(missing)?,
                })
            }
        }
        deserializer.deserialize_tuple_struct(GROUP, 3, Visitor)
    }
}
