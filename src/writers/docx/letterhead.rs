//! 版头: what stands above the title where an office issues the paper itself (GB/T 9704—2012 7.2).

use super::format::{Format, Space, Tab};
use super::measure::{LINE, twips};
use super::part::{Face, Part};
use super::style;
use crate::document::{Document, Letterhead};
use crate::writers::paper::{GAP, LABEL, SignerBlock, chars, mark_points, signer_rows};

/// Writes the red head down to its rule.
pub(super) fn write(part: &mut Part, document: &Document, letterhead: &Letterhead) {
    let markings = [&letterhead.copy_number, &letterhead.secrecy, &letterhead.urgency];
    let mut used = 0;
    for marking in markings.into_iter().filter(|marking| !marking.is_empty()) {
        part.text_line(&Format::of(style::MARKING), marking);
        used += LINE;
    }
    write_mark(part, letterhead, FROM_TOP.saturating_sub(used));
    write_number(part, document, letterhead);
}

/// 7.2.4: 发文机关标志 stands 35 mm below the upper edge of the text.
const FROM_TOP: u32 = 1984;

/// 发文机关标志. Joint organs stand under one another, 文件 to their right.
fn write_mark(part: &mut Part, letterhead: &Letterhead, before: u32) {
    let Letterhead { mark, suffix, .. } = letterhead;
    let before = Space::Twips(before);
    match mark.as_slice() {
        [] if suffix.is_empty() => {}
        [] => write_mark_line(part, suffix, before),
        [mark] => write_mark_line(part, &format!("{mark}{suffix}"), before),
        marks if suffix.is_empty() => {
            for (index, mark) in marks.iter().enumerate() {
                write_mark_line(part, mark, if index == 0 { before } else { Space::None });
            }
        }
        marks => write_joint_mark(part, marks, suffix, before),
    }
}

fn write_mark_line(part: &mut Part, text: &str, before: Space) {
    let face = Face { size: Some(mark_points(chars(text), part.house.width / 20) * 2), ..Face::default() };
    part.paragraph(&Format { before, ..Format::of(style::MARK) }, |part| part.text(text, face));
}

fn write_joint_mark(part: &mut Part, marks: &[String], suffix: &str, before: Space) {
    let longest = marks.iter().map(|mark| chars(mark)).max().unwrap_or_default();
    let size = mark_points(longest + chars(suffix), part.house.width / 20) * 2;
    let face = Face { size: Some(size), ..Face::default() };
    // The table itself has no space above it.
    if let Space::Twips(height) = before {
        part.paragraph(
            &Format { before: Space::Twips(height.saturating_sub(SPACER)), ..Format::of(style::SPACER) },
            |_| {},
        );
    }
    part.xml.open("w:tbl", &[]);
    part.xml.raw(JOINT_TABLE);
    for (index, mark) in marks.iter().enumerate() {
        part.xml.open("w:tr", &[]);
        part.xml.raw(ORGAN_CELL);
        let spread = Format { justification: Some("distribute"), ..Format::of(style::MARK) };
        part.paragraph(&spread, |part| part.text(mark, face));
        part.xml.raw(if index == 0 { SUFFIX_CELL } else { SUFFIX_CELL_BELOW });
        let suffix = if index == 0 { suffix } else { "" };
        part.paragraph(&Format::of(style::MARK), |part| part.text(suffix, face));
        part.xml.raw("</w:tc></w:tr>");
    }
    part.xml.close("w:tbl");
    part.ends_with_table = true;
}

/// The height of an empty paragraph of the style Spacer.
const SPACER: u32 = 120;

const JOINT_TABLE: &str = concat!(
    r#"<w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>"#,
    r#"<w:tblGrid><w:gridCol w:w="6444"/><w:gridCol w:w="2400"/></w:tblGrid>"#,
);
const ORGAN_CELL: &str = r#"<w:tc><w:tcPr><w:tcW w:w="6444" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>"#;
const SUFFIX_CELL: &str = r#"</w:tc><w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/></w:tcPr>"#;
const SUFFIX_CELL_BELOW: &str =
    r#"</w:tc><w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/><w:vMerge/><w:vAlign w:val="center"/></w:tcPr>"#;

/// 发文字号 two lines below, the red rule under it; with 签发人 the number stands left, the names right, two a line,
/// the number on the last of their lines (7.2.5, 7.2.6). 会签人 follow in the same way.
fn write_number(part: &mut Part, document: &Document, letterhead: &Letterhead) {
    let number = document.number.as_ref().map(|line| line.content.as_slice()).unwrap_or_default();
    let rows = signer_rows(letterhead);
    let Some(last) = rows.len().checked_sub(1) else {
        let format = Format { justification: Some("center"), red_rule: true, ..number_format(0, Vec::new()) };
        return part.line(&format, number);
    };
    let block = SignerBlock::of(&rows);
    for (index, row) in rows.iter().enumerate() {
        let format = Format { red_rule: index == last, ..number_format(index, tabs(&block, row.label.is_empty())) };
        part.paragraph(&format, |part| {
            part.control('\t', Face::default());
            part.inlines(if index == last { number } else { &[] }, Face::default());
            part.control('\t', Face::default());
            part.text(row.label, Face::default());
            for (column, name) in row.names.iter().enumerate() {
                if column > 0 {
                    part.control('\t', Face::default());
                }
                part.text(name, Face::of(style::SIGNER));
            }
        });
    }
}

/// The format of one of the lines down to the red rule.
fn number_format(index: usize, tabs: Vec<Tab>) -> Format {
    let before = if index == 0 { Space::Lines(2) } else { Space::None };
    Format { before, tabs, ..Format::of(style::NUMBER) }
}

/// The tab stops of a line: the number one character in, then the label or the names under it, then a second name.
fn tabs(block: &SignerBlock, is_continued: bool) -> Vec<Tab> {
    let names = block.start + LABEL;
    let stops = [100, if is_continued { names } else { block.start }, names + block.first + GAP];
    stops.into_iter().map(|at| Tab { kind: "left", at: twips(at) }).collect()
}
