//! One report at a glance: who reports, on which year, and what it has of the contents owed.

use serde::Serialize;

use crate::message;
use crate::message::Message;

/// One report at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// The name of the file.
    pub file: String,
    /// Who reports: the organ, else the place.
    pub unit: String,
    pub year: Option<i16>,
    /// The contents of the outline by their ids, in its order.
    pub contents: Vec<(String, State)>,
}

/// What a report has of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// 有
    Present,
    /// 未单列: the text speaks of it, under no heading of its own.
    Unlisted,
    /// 缺
    Missing,
    /// 不适用: not owed in that year, or only where there is something to tell.
    NotOwed,
}

impl State {
    /// 有, 未单列, 缺, 不适用
    pub fn message(self) -> Message {
        match self {
            Self::Present => message!("diagnostic.overview.present"),
            Self::Unlisted => message!("diagnostic.overview.unlisted"),
            Self::Missing => message!("diagnostic.overview.missing"),
            Self::NotOwed => message!("diagnostic.overview.not-owed"),
        }
    }
}
