//! 版记: at the foot of the last page (GB/T 9704—2012 7.4).

use super::format::{Character, Format, Indent, Tab};
use super::measure::twips;
use super::part::{Face, Part};
use super::{style, table};
use crate::document::{Document, Letterhead};
use crate::writers::paper::copies;

/// Writes 抄送, 印发机关 and 印发日期 where there are any, in a table that hangs at the foot of the page.
pub(super) fn write(part: &mut Part, document: &Document) {
    let none = Letterhead::default();
    let letterhead = document.letterhead.as_ref().unwrap_or(&none);
    let copies = copies(document);
    let is_printed = !letterhead.printer.is_empty() || !letterhead.printed.is_empty();
    if copies.is_empty() && !is_printed {
        return;
    }
    if part.ends_with_table {
        table::write_spacer(part);
    }
    part.xml.open("w:tbl", &[]);
    part.xml.raw(TABLE);
    if !copies.is_empty() {
        write_row(part, &copies_format(is_printed), |part| part.text(&format!("抄送：{copies}。"), Face::default()));
    }
    if is_printed {
        write_row(part, &printer_format(part.house.width), |part| write_printer(part, letterhead));
    }
    part.xml.close("w:tbl");
    part.ends_with_table = true;
}

fn write_row(part: &mut Part, format: &Format, write: impl FnOnce(&mut Part)) {
    part.xml.raw(ROW);
    part.paragraph(format, write);
    part.xml.raw("</w:tc></w:tr>");
}

const INDENT: Indent = Indent { left: None, right: None, hanging: None, character: Character::Imprint };

/// One character in on both sides; further lines stand under the first organ; on the page of the line below.
fn copies_format(keep_next: bool) -> Format {
    let indent = Indent { left: Some(400), right: Some(100), hanging: Some(300), ..INDENT };
    Format { indent, keep_next, ..Format::of(style::IMPRINT) }
}

fn printer_format(width: u32) -> Format {
    let indent = Indent { left: Some(100), ..INDENT };
    let tabs = vec![Tab { kind: "right", at: width.saturating_sub(twips(100)) }];
    Format { indent, tabs, ..Format::of(style::IMPRINT) }
}

fn write_printer(part: &mut Part, letterhead: &Letterhead) {
    part.text(&letterhead.printer, Face::default());
    if !letterhead.printed.is_empty() {
        part.control('\t', Face::default());
        part.text(&letterhead.printed, Face::default());
        part.text("印发", Face::default());
    }
}

/// Hung at the lower edge of the text; rules of 0.35 mm at top and bottom, 0.25 mm between.
const TABLE: &str = concat!(
    r#"<w:tblPr><w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="center" w:tblpYSpec="bottom"/>"#,
    r#"<w:tblOverlap w:val="never"/><w:tblW w:w="8844" w:type="dxa"/><w:tblBorders>"#,
    r#"<w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>"#,
    r#"<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>"#,
    r#"<w:insideH w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tblBorders>"#,
    r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>"#,
    r#"<w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>"#,
);
const ROW: &str = r#"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>"#;
