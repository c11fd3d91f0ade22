//! 版头: what stands above the title where an office issues the paper itself (GB/T 9704—2012 7.2).

use super::format::{Format, Space, Tab};
use super::measure::{LINE, twips};
use super::part::{Face, Part};
use super::style;
use crate::document::{Document, Letterhead};
use crate::writers::paper::{FROM_TOP, GAP, LABEL, Mark, Room, SignerBlock, signer_rows};

/// Writes the red head down to its rule.
pub(super) fn write(part: &mut Part, document: &Document, letterhead: &Letterhead) {
    let markings = [&letterhead.copy_number, &letterhead.secrecy, &letterhead.urgency];
    let mut used = 0;
    for marking in markings.into_iter().filter(|marking| !marking.is_empty()) {
        part.text_line(&Format::of(style::MARKING), marking);
        used += LINE;
    }
    if let Some(mark) = Mark::of(document, Room::of(&document.style)) {
        write_mark(part, &mark, FROM_TOP.saturating_sub(used));
    }
    write_number(part, document, letterhead);
}

/// 发文机关标志. Joint organs stand under one another, 文件 to their right.
fn write_mark(part: &mut Part, mark: &Mark, before: u32) {
    if !mark.beside.is_empty() {
        return write_joint_mark(part, mark, before);
    }
    for (index, line) in mark.lines.iter().enumerate() {
        let before = if index == 0 { Space::Twips(before) } else { Space::None };
        part.paragraph(&Format { before, ..Format::of(style::MARK) }, |part| part.text(line, face(mark)));
    }
}

fn face(mark: &Mark) -> Face {
    Face { size: Some(mark.size * 2), ..Face::default() }
}

fn write_joint_mark(part: &mut Part, mark: &Mark, before: u32) {
    // The table itself has no space above it.
    let above = Space::Twips(before.saturating_sub(SPACER));
    part.paragraph(&Format { before: above, ..Format::of(style::SPACER) }, |_| {});
    let widths = mark.widths().map(|width| width + CELL_EDGES);
    let width: u32 = widths.iter().sum();
    let widths = widths.map(|width| width.to_string());
    part.xml.raw("<w:tbl><w:tblPr>");
    part.xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    part.xml.raw(JOINT_TABLE);
    widths.iter().for_each(|width| part.xml.empty("w:gridCol", &[("w:w", width)]));
    part.xml.raw("</w:tblGrid>");
    for (index, line) in mark.lines.iter().enumerate() {
        let cells = [
            ("distribute", line.as_str(), ""),
            match index {
                0 => ("center", mark.beside.as_str(), r#"<w:vMerge w:val="restart"/>"#),
                _ => ("center", "", "<w:vMerge/>"),
            },
        ];
        part.xml.raw("<w:tr>");
        for ((justification, text, merge), width) in cells.into_iter().zip(&widths) {
            part.xml.raw("<w:tc><w:tcPr>");
            part.xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            part.xml.raw(merge);
            part.xml.raw(r#"<w:vAlign w:val="center"/></w:tcPr>"#);
            let format = Format { justification: Some(justification), ..Format::of(style::MARK) };
            part.paragraph(&format, |part| part.text(text, face(mark)));
            part.xml.raw("</w:tc>");
        }
        part.xml.raw("</w:tr>");
    }
    part.xml.raw("</w:tbl>");
    part.ends_with_table = true;
}

/// The edges of a cell, left and right, and a hair more.
const CELL_EDGES: u32 = 260;

/// The height of an empty paragraph of the style Spacer.
const SPACER: u32 = 120;

const JOINT_TABLE: &str = r#"<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#;

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
