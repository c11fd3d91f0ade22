//! 附件说明 under the text, and the annexes themselves.

use super::block::{self, Opening, Setting};
use super::format::{Format, Indent, Space};
use super::front::write_title;
use super::part::{Face, Part};
use super::style;
use crate::document::{Annex, Document};

/// Lists the annexes: a blank line below the text, two characters in, names under one another, no mark at the end
/// (GB/T 9704—2012 7.3.4).
pub(super) fn write_list(part: &mut Part, document: &Document) {
    let is_numbered = document.annexes.len() > 1;
    for (index, annex) in document.annexes.iter().enumerate() {
        let number = if is_numbered { format!("{}.", index + 1) } else { String::new() };
        let number_width = if is_numbered { 100 } else { 0 };
        let first_hangs = if index == 0 { 300 } else { 0 };
        let indent =
            Indent { left: Some(500 + number_width), hanging: Some(first_hangs + number_width), ..Indent::default() };
        let before = if index == 0 { Space::Lines(1) } else { Space::None };
        part.paragraph(&Format { before, indent, ..Format::of(style::ANNEX_LIST) }, |part| {
            let label = if index == 0 { "附件：" } else { "" };
            part.text(label, Face::default());
            part.text(&number, Face::default());
            part.inlines(&annex.title.content, Face::default());
        });
    }
}

/// Writes each annex on a page of its own (GB/T 9704—2012 7.3.7).
pub(super) fn write(part: &mut Part, annexes: &[Annex]) {
    for annex in annexes {
        part.text_line(&Format { after: 1, ..Format::of(style::ANNEX_LABEL) }, &annex.label);
        let title = Format { after: 1, ..Format::of(style::ANNEX_TITLE) };
        write_title(part, std::slice::from_ref(&annex.title), &title);
        block::write(part, &annex.body, Setting::of(style::BODY), &Opening::None);
    }
}
