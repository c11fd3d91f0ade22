//! The title and what stands under it.

use crate::document::{Document, Line};
use crate::writers::title;

/// Where a line of the title breaks, by meaning.
pub(in crate::writers) fn title_breaks(line: &Line) -> Vec<usize> {
    title::breaks(&line.plain(), LONGEST)
}

/// Columns of a line of the title: twenty characters would fill it to the edges.
const LONGEST: usize = 38;

/// How many lines title and what stands under it take, with the blank one below.
pub(in crate::writers) fn lines(document: &Document) -> u32 {
    let title: usize = document.title.iter().map(|line| title_breaks(line).len() + 1).sum();
    (title + under_title(document).len() + 1) as u32
}

/// A line under the title, and the marks around it.
pub(in crate::writers) struct Under<'a> {
    /// 发文字号, in the face of the body; all others are in 楷体.
    pub is_number: bool,
    pub before: &'static str,
    pub line: &'a Line,
    pub after: &'static str,
}

/// 稿次, the number where no red head shows it, the occasion and the speaker of a report read out.
pub(in crate::writers) fn under_title(document: &Document) -> Vec<Under<'_>> {
    let under = |before, line, after| Under { is_number: false, before, line, after };
    let starts = |line: &Line, marks: &[char]| line.plain().starts_with(marks);
    let stage = document.stage.iter().map(|line| match starts(line, &['（', '(']) {
        true => under("", line, ""),
        false => under("（", line, "）"),
    });
    let number = document.number.iter().filter(|_| document.letterhead.is_none());
    let occasion = document.occasion.iter().map(|line| match starts(line, &['（', '(', '—']) {
        true => under("", line, ""),
        false => under("——", line, ""),
    });
    let speaker = document.speaker.iter().map(|line| under("", line, ""));
    stage
        .chain(number.map(|line| Under { is_number: true, ..under("", line, "") }))
        .chain(occasion)
        .chain(speaker)
        .collect()
}
