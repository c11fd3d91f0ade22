//! From the title to the addressee.

use super::block::write_framed;
use super::format::{Format, Space};
use super::part::{Face, Part};
use super::style;
use crate::document::{Document, Inline, Line};
use crate::writers::paper::{title_breaks, under_title};

/// Writes the title, what stands under it, and the addressee; `before` blank lines stand above the title.
pub(super) fn write(part: &mut Part, document: &Document, before: u32) {
    let lines = under_title(document);
    let before = if before == 0 { Space::None } else { Space::Lines(before) };
    let title = Format { before, after: u32::from(lines.is_empty()), ..Format::of(style::TITLE) };
    write_title(part, &document.title, &title);
    for (index, line) in lines.iter().enumerate() {
        let after = u32::from(index + 1 == lines.len());
        let format = Format {
            after,
            justification: Some("center"),
            keep_next: true,
            ..Format::of(if line.is_number { style::NUMBER } else { style::SUBTITLE })
        };
        write_framed(part, &format, line.before, &line.line.content, line.after);
    }
    if let Some(addressee) = &document.addressee {
        write_framed(part, &Format::of(style::SALUTATION), "", &addressee.content, "：");
    }
}

/// A title in one paragraph: its lines as given, a long one broken by meaning.
pub(super) fn write_title(part: &mut Part, lines: &[Line], format: &Format) {
    part.paragraph(format, |part| {
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                part.control('\n', Face::default());
            }
            let breaks = title_breaks(line);
            write_broken(part, &line.content, &breaks);
        }
    });
}

/// Writes inlines with line breaks at offsets of their plain text, between runs or inside one.
fn write_broken(part: &mut Part, content: &[Inline], breaks: &[usize]) {
    let mut start = 0;
    let mut breaks = breaks.iter().copied().peekable();
    for inline in content {
        while breaks.next_if(|&at| at <= start).is_some() {
            part.control('\n', Face::default());
        }
        let end = start + crate::document::plain(std::slice::from_ref(inline)).len();
        match inline {
            Inline::Text(run) => {
                let mut from = start;
                while let Some(at) = breaks.next_if(|&at| at < end) {
                    part.text(&run.text[from - start..at - start], Face::default());
                    part.control('\n', Face::default());
                    from = at;
                }
                part.text(&run.text[from - start..], Face::default());
            }
            other => part.inlines(std::slice::from_ref(other), Face::default()),
        }
        start = end;
    }
}
