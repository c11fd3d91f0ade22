//! The stretch of a source line that a finding shows: a paragraph of 800 characters is never printed whole.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::source::{SourceFile, Span};

/// Display columns of source that are shown without a cut.
const WIDTH: usize = 96;

/// Bytes around a mark in which the ends of its clause are looked for: more than is ever shown.
const REACH: usize = 4 * WIDTH;

/// Marks that end a clause.
const CLAUSE_ENDS: [char; 9] = ['，', '。', '；', '：', '！', '？', ';', '|', '"'];

/// One line of the source, cut to the clauses around a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, from 1.
    pub line: usize,
    /// What is shown of it; … stands where it was cut.
    pub text: String,
    /// The bytes of the source that are shown.
    shown: Span,
    /// Bytes of the … before them.
    head: usize,
}

impl Excerpt {
    /// The excerpt around `span`; of a span over several lines, around the part on its first.
    pub fn new(source: &SourceFile, span: Span) -> Self {
        let line = source.position(span.start).line;
        let (whole, start) = (source.line(line), source.line_start(line));
        let inside = |offset: usize| whole.floor_char_boundary(offset.saturating_sub(start).min(whole.len()));
        let marked = inside(span.start)..inside(span.end).max(inside(span.start));
        let fits = fitting(whole.chars(), WIDTH) == whole.len();
        let shown = if fits { 0..whole.len() } else { window(whole, &marked) };
        let head = if shown.start > 0 { "…" } else { "" };
        let tail = if shown.end < whole.len() { "…" } else { "" };
        Self {
            line,
            text: format!("{head}{}{tail}", &whole[shown.clone()]),
            shown: Span::new(start + shown.start, start + shown.end),
            head: head.len(),
        }
    }

    /// Where a span of the source lies in the text; `None` where it is not shown.
    pub fn mark(&self, span: Span) -> Option<Range<usize>> {
        let visible = self.shown.start <= span.start && span.start <= self.shown.end;
        let shift = |offset: usize| offset.clamp(self.shown.start, self.shown.end) - self.shown.start + self.head;
        visible.then(|| {
            let start = self.text.floor_char_boundary(shift(span.start));
            start..self.text.floor_char_boundary(shift(span.end)).max(start)
        })
    }
}

/// The clauses `marked` lies in, or as much of them as fits.
fn window(line: &str, marked: &Range<usize>) -> Range<usize> {
    let head_end = marked.start + fitting(line[marked.clone()].chars(), WIDTH);
    let room = WIDTH.saturating_sub(line[marked.start..head_end].width());
    let near = line.ceil_char_boundary(marked.start.saturating_sub(REACH));
    let before = line[near..marked.start].trim_end_matches(CLAUSE_ENDS);
    let clause_start = before.rfind(CLAUSE_ENDS).map_or(near, |at| next(line, near + at));
    let start = marked.start - fitting(line[clause_start..marked.start].chars().rev(), room / 2);
    let after = &line[head_end..line.floor_char_boundary((head_end + REACH).min(line.len()))];
    let clause_end = after.find(CLAUSE_ENDS).map_or(head_end + after.len(), |at| next(line, head_end + at));
    let room = room.saturating_sub(line[start..marked.start].width());
    start..head_end + fitting(line[head_end..clause_end].chars(), room)
}

/// The offset after the character at `at`.
fn next(line: &str, at: usize) -> usize {
    at + line[at..].chars().next().map_or(0, char::len_utf8)
}

/// How many bytes of the characters fit into `width` display columns.
fn fitting(chars: impl Iterator<Item = char>, width: usize) -> usize {
    let mut used = 0;
    chars
        .take_while(|c| {
            used += c.width().unwrap_or(1);
            used <= width
        })
        .map(char::len_utf8)
        .sum()
}
