//! 版记: at the foot of the last page, an even one (GB/T 9704—2012 7.4).

use super::format::{Character, Format, Indent, Tab};
use super::house::Section;
use super::measure::twips;
use super::part::{Face, Part};
use super::style;
use crate::document::Document;
use crate::writers::paper::{Foot, Imprint, Room};

/// Writes 抄送, 印发机关 and 印发日期 where there are any, in a box that stands on the lower edge of the text.
///
/// A box, since LibreOffice sets a floating table as wide as the text where it was typed. Where the text may not end on
/// an even page with room for it, a section of its own begins on the next even page: Word leaves a blank page before it
/// where one is needed, whatever becomes of the text. Returns the section the file ends with.
pub(super) fn write(part: &mut Part, document: &Document) -> Section {
    let Some(imprint) = Imprint::of(document) else { return Section::Text };
    let room = Room::of(&document.style);
    let last = match imprint.foot(document, room) {
        Foot::OfText => Section::Text,
        Foot::OfNext => Section::Imprint { numbered: true },
        Foot::AfterBlank => Section::Imprint { numbered: false },
    };
    if last != Section::Text {
        part.end_section(&document.style);
    }
    let height = imprint.lines(room.width) * room.line / 20;
    part.paragraph(&Format::of(style::SPACER), |part| {
        part.xml.raw(BOX);
        let style = format!("{BOX_STYLE};width:{}pt;height:{height}pt", room.width / 20);
        part.xml.open("v:rect", &[("style", &style), ("alt", "版记"), ("stroked", "f"), ("filled", "f")]);
        part.xml.raw(TEXT);
        write_table(part, &imprint);
        part.xml.raw(END);
    });
    last
}

fn write_table(part: &mut Part, imprint: &Imprint) {
    let width = part.house.width.to_string();
    part.xml.raw("<w:tbl><w:tblPr>");
    part.xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
    part.xml.raw(TABLE);
    part.xml.empty("w:gridCol", &[("w:w", &width)]);
    part.xml.raw("</w:tblGrid>");
    if !imprint.copies.is_empty() {
        write_row(part, &copies_format(), |part| part.text(&imprint.copies, Face::default()));
    }
    if imprint.is_printed() {
        write_row(part, &printer_format(part.house.width), |part| write_printer(part, imprint));
    }
    part.xml.raw("</w:tbl>");
}

fn write_row(part: &mut Part, format: &Format, write: impl FnOnce(&mut Part)) {
    let width = part.house.width.to_string();
    part.xml.raw(ROW);
    part.xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
    part.xml.raw("</w:tcPr>");
    part.paragraph(format, write);
    part.xml.raw("</w:tc></w:tr>");
}

const INDENT: Indent = Indent { left: None, right: None, hanging: None, character: Character::Imprint };

/// One character in on both sides; further lines stand under the first organ.
fn copies_format() -> Format {
    let indent = Indent { left: Some(400), right: Some(100), hanging: Some(300), ..INDENT };
    Format { indent, ..Format::of(style::IMPRINT) }
}

fn printer_format(width: u32) -> Format {
    let indent = Indent { left: Some(100), ..INDENT };
    let tabs = vec![Tab { kind: "right", at: width.saturating_sub(twips(100)) }];
    Format { indent, tabs, ..Format::of(style::IMPRINT) }
}

fn write_printer(part: &mut Part, imprint: &Imprint) {
    part.text(&imprint.printer, Face::default());
    if !imprint.printed.is_empty() {
        part.control('\t', Face::default());
        part.text(&imprint.printed, Face::default());
    }
}

const BOX: &str = concat!(
    r#"<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" "#,
    r#"xmlns:w10="urn:schemas-microsoft-com:office:word">"#,
);

/// On the lower edge of the text; it grows upward.
const BOX_STYLE: &str = "position:absolute;margin-left:0;margin-top:0;z-index:1;v-text-anchor:bottom;\
    mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
    mso-position-vertical:bottom;mso-position-vertical-relative:margin";

const TEXT: &str = r#"<v:textbox inset="0,0,0,0" style="mso-fit-shape-to-text:t"><w:txbxContent>"#;

/// A text ends with a paragraph; this one is a point high, so that the last rule is where it should be.
const END: &str = concat!(
    r#"<w:p><w:pPr><w:pStyle w:val="Spacer"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#,
    r#"</w:txbxContent></v:textbox><w10:wrap type="topAndBottom" anchorx="margin" anchory="margin"/>"#,
    r#"</v:rect></w:pict></w:r>"#,
);

/// Rules of 0.35 mm at top and bottom, 0.25 mm between.
const TABLE: &str = concat!(
    r#"<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>"#,
    r#"<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>"#,
    r#"<w:insideH w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tblBorders>"#,
    r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>"#,
    r#"</w:tblPr><w:tblGrid>"#,
);
const ROW: &str = r#"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"#;
