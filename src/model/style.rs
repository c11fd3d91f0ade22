//! House style: how a unit's page differs from GB/T 9704—2012.

use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{OneOrMany, Text};
use crate::place::{Place, Placed};

/// 格式: fonts and page of Word file, PDF and printed page, where the unit's own rule differs from the standard.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Style {
    /// 文件: a file beside the report with all of this, where the whole unit has one style; what the report says itself
    /// goes before it.
    pub file: Option<Text>,
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

impl Style {
    /// Takes from the unit's style what the report does not say itself. Its values stand at the name of its file.
    pub fn complete(&mut self, unit: Self) {
        let at = self.file.as_ref().map_or_else(Place::default, |file| file.place);
        let text = |own: &mut Option<Text>, unit: Option<Text>| {
            *own = own.take().or_else(|| unit.map(|text| Text { place: at, ..text }));
        };
        let texts = |own: &mut Option<OneOrMany>, unit: Option<OneOrMany>| {
            let moved =
                |texts: OneOrMany| OneOrMany(texts.0.into_iter().map(|text| Text { place: at, ..text }).collect());
            *own = own.take().or_else(|| unit.map(moved));
        };
        let truth = |own: &mut Option<Placed<bool>>, unit: Option<Placed<bool>>| {
            *own = own.take().or_else(|| unit.map(|truth| Placed { place: at, ..truth }));
        };
        text(&mut self.title_font, unit.title_font);
        text(&mut self.body_font, unit.body_font);
        texts(&mut self.heading_fonts, unit.heading_fonts);
        text(&mut self.digit_font, unit.digit_font);
        text(&mut self.line_pitch, unit.line_pitch);
        texts(&mut self.margins, unit.margins);
        truth(&mut self.page_number, unit.page_number);
        truth(&mut self.lead_bold, unit.lead_bold);
    }
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
