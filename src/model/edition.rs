//! An edition: one text is sent to several addressees, read out, and published.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Letterhead, OneOrMany, Publication, Text};
use crate::place::Place;

/// 版本: what differs from the report's own frame. An absent value is the report's, or the edition's custom.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Edition {
    /// `upper`, `party`, `npc`, `line`, `public`, or a name of the user's own.
    pub id: Text,
    pub title: Option<OneOrMany>,
    pub issuer: Option<OneOrMany>,
    pub signature: Option<OneOrMany>,
    pub number: Option<Text>,
    pub date: Option<Text>,
    pub addressee: Option<Text>,
    pub copies: Option<OneOrMany>,
    /// 称谓, of a report that is read out: 主任、各位副主任、各位委员.
    pub salutation: Option<Text>,
    /// Where and when it is read out: 2022年4月20日在县第十五届人大常委会第三次会议上.
    pub occasion: Option<Text>,
    /// 报告人, who reads it out.
    pub speaker: Option<Text>,
    pub closing: Option<Text>,
    pub stage: Option<Text>,
    pub publication: Option<Publication>,
    pub letterhead: Option<Letterhead>,
    #[serde(rename = "$place")]
    #[schemars(skip)]
    pub at: Place,
}
