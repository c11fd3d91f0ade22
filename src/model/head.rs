//! `report:` who reports on which year, to whom, in which form.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Edition, Layout, OneOrMany, Text};
use crate::place::{Place, Placed};

/// `report:`, the frame of the text.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Head {
    /// Government, department, township or zone.
    pub kind: Option<Placed<Kind>>,
    /// The administrative level; a county-level city is `county`, a prefecture `city`.
    pub level: Option<Placed<Level>>,
    /// The place the report speaks of: 郏县.
    pub place: Option<Text>,
    /// The organs that report; a joint report names the Party committee first.
    pub issuer: OneOrMany,
    /// The names under the text, where they differ from the title's.
    pub signature: Option<OneOrMany>,
    /// The year reported on; the report is signed in the next.
    pub year: Option<Placed<i16>>,
    /// The outline; the one in force in that year when absent.
    pub outline: Option<Text>,
    /// 初稿, 征求意见稿, 送审稿, 审议稿; none means final.
    pub stage: Option<Text>,
    /// 发文字号: 郏政〔2022〕1号.
    pub number: Option<Text>,
    /// 成文日期.
    pub date: Option<Text>,
    /// The title, or its lines; composed from issuer, year and kind when absent.
    pub title: Option<OneOrMany>,
    /// 主送机关.
    pub addressee: Option<Text>,
    /// 抄送机关.
    pub copies: Option<OneOrMany>,
    /// What differs between the texts sent, read out and published; the first is the default.
    pub editions: Vec<Edition>,
    /// Last year's report file, relative to this one.
    pub previous: Option<Text>,
    /// How measures, headings and numbers are set.
    pub layout: Option<Layout>,
    #[serde(rename = "$place")]
    #[schemars(skip)]
    pub at: Place,
}

/// 类型: what kind of organ reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// 政府; 党委政府 is read as one too: its issuers tell.
    #[default]
    #[serde(alias = "joint")]
    Government,
    /// 部门
    Department,
    /// 乡镇街道
    Township,
    /// 开发区
    Zone,
}

/// 层级: the administrative level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 国家级
    Nation,
    /// 省级
    Province,
    /// 市级
    City,
    /// 县级
    #[default]
    County,
    /// 乡级
    Township,
}

impl Kind {
    /// The English word for it, as a report file has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::Department => "department",
            Self::Township => "township",
            Self::Zone => "zone",
        }
    }
}

impl Level {
    /// The English word for it, as a report file has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Township => "township",
        }
    }
}
