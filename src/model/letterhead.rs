//! The red head and the imprint of GB/T 9704.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{OneOrMany, Text};
use crate::place::Placed;

/// 版头: what stands before the title and after the text where an office issues the paper itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Letterhead {
    /// 发文机关标志; the issuers when absent.
    pub mark: Option<OneOrMany>,
    /// 文件字样
    pub suffix: Option<Text>,
    /// 份号
    pub copy_number: Option<Text>,
    /// 密级
    pub secrecy: Option<Text>,
    /// 保密期限
    pub secrecy_term: Option<Text>,
    /// 紧急程度
    pub urgency: Option<Text>,
    /// 签发人
    pub signer: Option<OneOrMany>,
    /// 会签人
    pub cosigner: Option<OneOrMany>,
    /// 版记
    pub imprint: Option<Imprint>,
    /// 附注
    pub postscript: Option<Text>,
    /// 联系人, never in the public edition
    pub contact: Option<Text>,
    /// 联系电话, never in the public edition
    pub phone: Option<Text>,
    /// 印章: whether the paper is sealed, which moves signature and date
    pub seal: Option<Placed<bool>>,
}

/// 版记: the imprint at the foot of the last page.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Imprint {
    /// 抄送; the edition's copies when absent
    pub copies: Option<OneOrMany>,
    /// 印发机关
    pub printer: Option<Text>,
    /// 印发日期
    pub printed: Option<Text>,
}
