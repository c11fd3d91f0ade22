//! House style as writers take it: only what differs from GB/T 9704—2012.

/// How the page of this report differs from the standard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// 标题字体
    pub title_font: Option<String>,
    /// 正文字体
    pub body_font: Option<String>,
    /// 各级标题字体, the first level first; empty where it is that of the standard.
    pub heading_fonts: Vec<String>,
    /// 数字字体, of digits and Latin letters.
    pub digit_font: Option<String>,
    /// 行距, in twentieths of a point.
    pub line_pitch: Option<u32>,
    pub margins: Option<Margins>,
    /// Pages bear no number.
    pub unnumbered: bool,
    /// The page lies: of tables with many columns, never of a report.
    pub landscape: bool,
}

/// 页边距, in twentieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margins {
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
    pub left: u32,
}
