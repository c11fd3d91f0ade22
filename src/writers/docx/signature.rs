//! 署名 and 成文日期, by GB/T 9704—2012 7.3.5.

use super::block::write_framed;
use super::format::{Format, Indent, Space};
use super::measure::{Chars, chars};
use super::part::Part;
use super::style;
use crate::document::{Document, Line};

/// Whether anything is signed.
pub(super) const fn is_signed(document: &Document) -> bool {
    !document.signature.is_empty() || document.date.is_some()
}

/// Writes organs, date and 附注.
pub(super) fn write(part: &mut Part, document: &Document) {
    let is_sealed = document.letterhead.as_ref().is_some_and(|letterhead| letterhead.seal);
    let edges = edges(document, is_sealed);
    for (index, (organ, right)) in document.signature.iter().zip(&edges.organs).enumerate() {
        let before = match (is_sealed, index) {
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

/// How far from the right edge organs and date end.
struct Edges {
    organs: Vec<Chars>,
    date: Chars,
}

fn edges(document: &Document, is_sealed: bool) -> Edges {
    let organs: Vec<Chars> = document.signature.iter().map(|line| chars(&line.plain())).collect();
    let date = document.date.as_ref().map_or(0, |line| chars(&line.plain()));
    if is_sealed {
        // 7.3.5.1: the date ends four characters in, each organ stands centred over it.
        let middle = |organ: &Chars| (400 + date / 2).saturating_sub(organ / 2);
        return Edges { organs: organs.iter().map(middle).collect(), date: 400 };
    }
    // 7.3.5.2: the organ ends two characters in, the date begins two characters right of where the organ begins; were
    // it to end less than two characters in, it ends there and the organ moves left.
    let longest = organs.iter().copied().max().unwrap_or_default();
    if organs.is_empty() || date + 200 > longest {
        let organ = (400 + date).saturating_sub(longest).max(200);
        return Edges { organs: vec![organ; organs.len()], date: 200 };
    }
    Edges { organs: vec![200; organs.len()], date: longest - date }
}
