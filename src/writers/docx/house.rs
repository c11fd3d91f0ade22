//! House style in a Word file: the fonts, the pitch and the page that differ from `templates/docx/`.

use super::grid::Grid;
use super::measure::LINE;
use super::style;
use super::xml::Xml;
use crate::document::Style;
use crate::document::style::Margins;
use crate::writers::paper::{MARGINS, Room, sheet};
use crate::writers::printable;

/// What the parts of the file need to know of the style.
#[derive(Clone, Debug)]
pub(super) struct House {
    /// Of run-in headings, the first level first; empty where they are set like the text.
    run_in: [String; 3],
    /// Of the text.
    pub body: String,
    /// Of digits and Latin letters, where it is not that of the text.
    pub digits: Option<String>,
    /// The width of the text in twips.
    pub width: u32,
    /// Of its sections; none where the file that lends the styles has none.
    pub grid: Option<Grid>,
    /// What a page has for text.
    pub room: Room,
}

impl House {
    /// What a style asks for.
    pub fn of(style: &Style) -> Self {
        let name = |level: usize, standard: &str| level_font(style, level).unwrap_or_else(|| standard.to_owned());
        Self {
            run_in: [name(0, "黑体"), name(1, "楷体_GB2312"), name(2, "")],
            body: style.body_font.as_deref().map_or_else(|| "仿宋_GB2312".to_owned(), clean),
            digits: style.digit_font.as_deref().map(clean),
            width: Room::of(style).width,
            grid: Some(Grid::standard(style.line_pitch.unwrap_or(LINE))),
            room: Room::of(style),
        }
    }

    /// The fonts of a run in a character style, Western and East Asian, where they are said beside the style.
    pub fn run_in_fonts(&self, style: &str) -> Option<(&str, &str)> {
        let font = self.run_in.get(style::run_in_level(style)?).filter(|font| !font.is_empty())?;
        Some((self.digits.as_deref().unwrap_or(font), font))
    }
}

/// A name as an attribute of a font may hold it.
fn clean(font: &str) -> String {
    let kept = font.chars().filter_map(printable).filter(|c| !matches!(c, '<' | '>' | '&' | '"' | '\''));
    kept.collect()
}

/// The font asked for headings of a level, counted from 0; those below the third are set like it.
fn level_font(style: &Style, level: usize) -> Option<String> {
    let font = style.heading_fonts.get(level).or(style.heading_fonts.get(2).filter(|_| level > 2))?;
    Some(clean(font)).filter(|font| !font.is_empty())
}

/// The sheet of styles in the fonts and the pitch asked for.
pub(super) fn styles(sheet: &str, asked: &Style) -> String {
    let mut sheet = sheet.to_owned();
    if let Some(body) = asked.body_font.as_deref().map(clean) {
        sheet = sheet.replace("仿宋_GB2312", &body);
    }
    if let Some(title) = asked.title_font.as_deref().map(clean) {
        set_font(&mut sheet, style::TITLE, &title);
    }
    for level in 1..=6 {
        if let Some(font) = level_font(asked, usize::from(level) - 1) {
            set_font(&mut sheet, style::heading(level), &font);
            set_font(&mut sheet, style::run_in(level), &font);
        }
    }
    if let Some(digits) = asked.digit_font.as_deref().map(clean) {
        sheet = with_digits(&sheet, &digits);
    }
    if let Some(pitch) = asked.line_pitch {
        sheet = sheet.replace(&format!(r#"w:line="{LINE}""#), &format!(r#"w:line="{pitch}""#));
    }
    sheet
}

/// Gives a style of the sheet a font of its own.
fn set_font(sheet: &mut String, id: &str, font: &str) {
    let Some(start) = sheet.find(&format!(r#"w:styleId="{id}""#)) else { return };
    let Some(length) = sheet[start..].find("</w:style>") else { return };
    let fonts = format!(r#"<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/>"#);
    let own = &sheet[start..start + length];
    let (at, replaced, written) = match (own.find("<w:rFonts "), own.find("<w:rPr>")) {
        (Some(at), _) => (at, own[at..].find("/>").map_or(0, |end| end + 2), fonts),
        (None, Some(at)) => (at + "<w:rPr>".len(), 0, fonts),
        (None, None) => (length, 0, format!("<w:rPr>{fonts}</w:rPr>")),
    };
    sheet.replace_range(start + at..start + at + replaced, &written);
}

/// The sheet with another font for digits and Latin letters.
fn with_digits(sheet: &str, font: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find(r#"w:ascii=""#) {
        let end = rest[at..].find(" w:eastAsia").map_or(rest.len(), |end| at + end);
        out.push_str(&rest[..at]);
        out.push_str(&format!(r#"w:ascii="{font}" w:hAnsi="{font}""#));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// A section of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// All pages of a text.
    Text,
    /// 版记 on an even page of its own; it bears a number where no blank page stands before it.
    Imprint { numbered: bool },
}

/// Writes the section: page, margins, grid and footers (GB/T 9704—2012 5.2, 7.5).
pub(super) fn write_section(xml: &mut Xml, asked: &Style, grid: Option<&Grid>, section: Section) {
    let Margins { top, right, bottom, left } = asked.margins.unwrap_or(MARGINS);
    let footer = bottom.saturating_sub(BELOW_TEXT);
    xml.open("w:sectPr", &[]);
    if !asked.unnumbered {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "odd")]);
        xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", "even")]);
    }
    if section != Section::Text {
        xml.empty("w:type", &[("w:val", "evenPage")]);
    }
    let (width, height) = sheet(asked);
    let (width, height) = (width.to_string(), height.to_string());
    let size = [("w:w", width.as_str()), ("w:h", height.as_str()), ("w:orient", "landscape")];
    xml.empty("w:pgSz", if asked.landscape { &size } else { &size[..2] });
    let sides = [("w:top", top), ("w:right", right), ("w:bottom", bottom), ("w:left", left)];
    let sides = sides.into_iter().chain([("w:header", 851), ("w:footer", footer), ("w:gutter", 0)]);
    let sides: Vec<(&str, String)> = sides.map(|(name, twips)| (name, twips.to_string())).collect();
    let sides: Vec<(&str, &str)> = sides.iter().map(|(name, twips)| (*name, twips.as_str())).collect();
    xml.empty("w:pgMar", &sides);
    xml.empty("w:cols", &[("w:space", "425")]);
    if section == (Section::Imprint { numbered: false }) {
        // The foot of its first page is another one, with nothing in it.
        xml.empty("w:titlePg", &[]);
    }
    if let Some(grid) = grid {
        grid.write(xml);
    }
    xml.close("w:sectPr");
}

/// From the foot of the text to the foot of the page number, which begins 7 mm below (7.5).
const BELOW_TEXT: u32 = 1984 - 1406;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_holds_what_is_replaced() {
        let sheet = include_str!("../../../templates/docx/styles.xml");
        assert_eq!(sheet.matches(&format!(r#"w:line="{LINE}""#)).count(), 1);
        assert_eq!(sheet.matches("w:ascii=").count(), sheet.matches(" w:eastAsia=\"").count() - 1, "all but w:lang");
    }
}
