//! From the title to the addressee.

use super::block::write_framed;
use super::format::{Format, Space};
use super::part::{Face, Part};
use super::style;
use crate::document::{Document, Inline, Line, title};

/// Writes title, stage, occasion, speaker and addressee; `before` blank lines stand above the title.
pub(super) fn write(part: &mut Part, document: &Document, before: u32) {
    let lines = under_title(document);
    let title = Format { before: lines_before(before), ..Format::of(style::TITLE) };
    write_title(part, &document.title, &Format { after: u32::from(lines.is_empty()), ..title });
    for (index, (before, line, after)) in lines.iter().enumerate() {
        let is_last = index + 1 == lines.len();
        let format = Format { after: u32::from(is_last), ..Format::of(style::SUBTITLE) };
        write_framed(part, &format, before, &line.content, after);
    }
    if let Some(addressee) = &document.addressee {
        write_framed(part, &Format::of(style::SALUTATION), "", &addressee.content, "：");
    }
}

fn lines_before(lines: u32) -> Space {
    if lines == 0 { Space::None } else { Space::Lines(lines) }
}

/// The lines under the title, each with what stands around it.
fn under_title(document: &Document) -> Vec<(&'static str, &Line, &'static str)> {
    let starts = |line: &Line, marks: &[char]| line.plain().starts_with(marks);
    let stage = document.stage.iter().map(|line| match starts(line, &['（', '(']) {
        true => ("", line, ""),
        false => ("（", line, "）"),
    });
    let occasion = document.occasion.iter().map(|line| match starts(line, &['（', '(', '—']) {
        true => ("", line, ""),
        false => ("——", line, ""),
    });
    let speaker = document.speaker.iter().map(|line| ("", line, ""));
    stage.chain(occasion).chain(speaker).collect()
}

/// A title in one paragraph: its lines as given, a long one broken by meaning.
pub(super) fn write_title(part: &mut Part, lines: &[Line], format: &Format) {
    part.paragraph(format, |part| {
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                part.control('\n', Face::default());
            }
            let breaks = title::breaks(&line.plain(), LONGEST);
            write_broken(part, &line.content, &breaks);
        }
    });
}

/// Twenty characters of the title fill the line; one that fills it is no title to look at.
const LONGEST: usize = 36;

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
