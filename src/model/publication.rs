//! What the government site shows beside the text.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{OneOrMany, Text};

/// 发布信息: the metadata block and the `<meta>` of the page (《政府网站发展指引》). Number and date come from the report.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Publication {
    /// 索引号
    pub index: Option<Text>,
    /// 主题分类
    pub topic: Option<Text>,
    /// 体裁分类
    pub genre: Option<Text>,
    /// 组配分类
    pub group: Option<Text>,
    /// 发布机构
    pub organ: Option<Text>,
    /// 发布日期
    pub published: Option<Text>,
    /// 有效性
    pub validity: Option<Text>,
    /// 内容概述
    pub summary: Option<Text>,
    /// 关键词
    pub keywords: Option<OneOrMany>,
    /// 服务对象
    pub audience: Option<Text>,
    /// 登记号
    pub registration: Option<Text>,
    /// 公开属性
    pub disclosure: Option<Text>,
    /// 信息来源
    pub origin: Option<Text>,
    /// 责任编辑
    pub editor: Option<Text>,
    /// 网址
    pub url: Option<Text>,
    /// 下载文件
    pub downloads: Option<OneOrMany>,
    /// 网站名称
    pub site_name: Option<Text>,
    /// 网站域名
    pub site_domain: Option<Text>,
    /// 网站标识码
    pub site_id: Option<Text>,
    /// 栏目名称
    pub column_name: Option<Text>,
    /// 栏目类别
    pub column_type: Option<Text>,
    /// 栏目描述
    pub column_description: Option<Text>,
    /// 栏目关键词
    pub column_keywords: Option<OneOrMany>,
}
