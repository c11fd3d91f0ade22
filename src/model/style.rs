//! House style: how a unit's page differs from GB/T 9704—2012.

use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{OneOrMany, Text};
use crate::place::Placed;

/// 格式: fonts and page of Word file and PDF, where the unit's own rule differs from the standard.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Style {
    /// 标题字体; 小标宋 by the standard.
    pub title_font: Option<Text>,
    /// 正文字体; 仿宋 by the standard.
    pub body_font: Option<Text>,
    /// 各级标题字体, the first level first; 黑体, 楷体, 仿宋 by the standard.
    pub heading_fonts: Option<OneOrMany>,
    /// 数字字体: of digits and Latin letters; that of the text when absent.
    pub digit_font: Option<Text>,
    /// 行距 in points: 28磅; 22 lines a page by the standard.
    pub line_pitch: Option<Text>,
    /// 页边距 in millimetres: top, right, bottom, left; 37, 26, 35, 28 by the standard.
    pub margins: Option<OneOrMany>,
    /// 页码: whether pages are numbered.
    pub page_number: Option<Placed<bool>>,
    /// 段首加粗: whether the first sentence of a paragraph is bold where others follow it.
    pub lead_bold: Option<Placed<bool>>,
}

/// A line pitch in points, from what a drafter types: 28磅, 28.95pt, 28.
pub fn points(typed: &str) -> Option<Decimal> {
    length(typed, &["磅", "pt", "点"]).filter(|points| (Decimal::from(10)..=Decimal::from(100)).contains(points))
}

/// A margin in millimetres, from what a drafter types: 37, 37毫米, 37mm.
pub fn millimetres(typed: &str) -> Option<Decimal> {
    length(typed, &["毫米", "mm"]).filter(|length| (Decimal::ZERO..=Decimal::from(80)).contains(length))
}

/// A decimal number, one of the units after it or none.
fn length(typed: &str, units: &[&str]) -> Option<Decimal> {
    let typed = typed.trim();
    let number = units.iter().find_map(|unit| typed.strip_suffix(unit)).unwrap_or(typed);
    Decimal::from_str(number.trim_end()).ok()
}
