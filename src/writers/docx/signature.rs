//! 署名 and 成文日期, by GB/T 9704—2012 7.3.5.

use super::block::write_framed;
use super::format::{Format, Indent, Space};
use super::part::Part;
use super::style;
use crate::document::{Document, Line};
use crate::writers::paper::{Chars, edges};

/// Whether anything is signed.
pub(super) const fn is_signed(document: &Document) -> bool {
    !document.signature.is_empty() || document.date.is_some()
}

/// Writes organs, date and 附注.
pub(super) fn write(part: &mut Part, document: &Document) {
    let edges = edges(document);
    for (index, (organ, right)) in document.signature.iter().zip(&edges.organs).enumerate() {
        let before = match (edges.is_sealed, index) {
            // A seal is 42 mm across and lies on the organ's name.
            (true, _) => Space::Lines(3),
            (false, 0) => Space::Lines(1),
            (false, _) => Space::None,
        };
        let is_last = index + 1 == document.signature.len() && document.date.is_none();
        write_line(part, style::SIGNATURE, organ, *right, before, !is_last);
    }
    if let Some(date) = &document.date {
        let before = if document.signature.is_empty() { Space::Lines(1) } else { Space::None };
        write_line(part, style::DATE, date, edges.date, before, false);
    }
    if let Some(postscript) = &document.postscript {
        write_framed(part, &Format::of(style::POSTSCRIPT), "（", &postscript.content, "）");
    }
}

fn write_line(part: &mut Part, style: &'static str, line: &Line, right: Chars, before: Space, keep_next: bool) {
    let indent = Indent { right: Some(right), ..Indent::default() };
    part.line(&Format { keep_next, before, indent, ..Format::of(style) }, &line.content);
}
