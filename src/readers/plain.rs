//! Plain text: one paragraph a line, or lines wrapped at a width and joined again.

mod blanks;
mod page;
mod running;
mod table;
mod watermark;
mod wrap;

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::{Hint, Manuscript, is_blank, kept, needs_blank, paragraph};
use crate::document::Block;

pub use page::is_mark as is_page_mark;
pub(super) use wrap::Wrap;

/// A line without the blanks around it.
pub(super) struct Line {
    number: usize,
    text: String,
    /// Columns of blanks before it.
    indent: usize,
    /// A blank line stands before it.
    is_apart: bool,
    /// It is nothing but the number of a page, or a line that every page has.
    is_page_mark: bool,
}

impl Line {
    pub(super) fn new(number: usize, line: &str) -> Self {
        let mut line = without_entities(line);
        if !line.chars().all(|c| c != '\t' && kept(c) == Some(c)) {
            line = line.replace('\t', "    ").chars().filter_map(kept).collect();
        }
        let text = line.trim_matches(is_blank);
        let indent = line[..line.len() - line.trim_start_matches(is_blank).len()].width();
        Self { number, text: text.to_owned(), indent, is_apart: false, is_page_mark: false }
    }
}

/// Reads plain text.
pub fn read(text: &str) -> Manuscript {
    let (clean, stamped) = watermark::without(text);
    let mut manuscript = read_lines(&clean);
    let mut words: Vec<&str> = stamped.into_iter().map(|stretch| &text[stretch]).collect();
    words.sort_unstable();
    words.dedup();
    for words in words {
        let hint = Hint { line: text.split('\n').count(), is_outside: true, ..Hint::default() };
        manuscript.push(paragraph(words.to_owned()), hint);
    }
    manuscript
}

fn read_lines(text: &str) -> Manuscript {
    let (lines, marks): (Vec<Line>, Vec<Line>) = lines(text).into_iter().partition(|line| !line.is_page_mark);
    let mut marks = marks.into_iter().peekable();
    let wrap = Wrap::of(&lines);
    let mut manuscript = Manuscript::default();
    let mut open: Option<(String, Hint)> = None;
    let mut last: Option<&Line> = None;
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        let table = table::at(&lines, index);
        let joins = table.is_none() && last.is_some_and(|last| wrap.joins(last, line));
        match open.as_mut().filter(|_| joins) {
            Some((text, _)) => join(text, &line.text),
            None => {
                close(&mut manuscript, open.take());
                while let Some(mark) = marks.next_if(|mark| mark.number < line.number) {
                    push_mark(&mut manuscript, mark);
                }
                let hint = Hint { line: line.number, is_indented: line.indent > 0, ..Hint::default() };
                match table {
                    Some((table, length)) => {
                        manuscript.push(Block::Table(table), Hint { line: line.number, ..Hint::default() });
                        last = None;
                        index += length;
                        continue;
                    }
                    None => open = Some((line.text.clone(), hint)),
                }
            }
        }
        last = Some(line);
        index += 1;
    }
    close(&mut manuscript, open);
    marks.for_each(|mark| push_mark(&mut manuscript, mark));
    manuscript
}

fn close(manuscript: &mut Manuscript, open: Option<(String, Hint)>) {
    if let Some((text, hint)) = open {
        manuscript.push(paragraph(text), hint);
    }
}

/// Adds the number of a page behind the paragraph it stood in.
fn push_mark(manuscript: &mut Manuscript, mark: Line) {
    let hint = Hint { line: mark.number, is_outside: true, ..Hint::default() };
    manuscript.push(paragraph(mark.text), hint);
}

/// Adds a line to the one before it. A number that was broken in two is one.
fn join(text: &mut String, line: &str) {
    if let (Some(before), Some(after)) = (text.chars().next_back(), line.chars().next())
        && needs_blank(before, after)
        && !(before.is_ascii_digit() && after.is_ascii_digit())
    {
        text.push(' ');
    }
    text.push_str(line);
}

/// The indent of a paragraph as it is typed: two ideographic blanks.
const INDENT: &str = "\u{3000}\u{3000}";

/// Whether a text lost its line ends and kept the indents of its paragraphs: ……如下：　　一、主要举措　　（一）…….
fn has_indents_within(text: &str) -> bool {
    /// So many paragraphs on so few lines are not the blanks in a row of a table.
    const LEAST: usize = 6;
    const MOST_LINES: usize = 3;
    let mut rest = physical(text).filter(|line| !line.trim_matches(is_blank).is_empty());
    let first: Vec<&str> = rest.by_ref().take(MOST_LINES).collect();
    let within = |line: &str| paragraphs(line).count() - 1;
    rest.next().is_none() && first.into_iter().map(within).sum::<usize>() >= LEAST
}

/// The paragraphs of a line that their indents part.
fn paragraphs(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim_matches(is_blank);
    let parts = line.split(INDENT).filter(|part| !part.trim_matches(is_blank).is_empty());
    std::iter::once(line).filter(|line| line.is_empty()).chain(parts)
}

pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let has_indents_within = has_indents_within(text);
    let mut is_apart = true;
    let marks = page::marks(physical(text));
    for (index, (line, is_page_mark)) in physical(text).zip(marks).enumerate() {
        // An old Mac ends lines with a carriage return alone; a form feed ends a page.
        let parted = line.trim_end_matches('\r').split('\r');
        let parted = parted.flat_map(|line| match has_indents_within {
            true => paragraphs(line).map(|part| (part, true)).collect(),
            false => vec![(line, false)],
        });
        for (line, is_paragraph) in parted {
            is_apart |= is_paragraph;
            let line = Line { is_apart, is_page_mark, ..Line::new(index + 1, line) };
            is_apart = line.text.is_empty();
            if !is_apart {
                lines.push(line);
            }
        }
    }
    // What a page mark and its blank lines part was one text.
    for index in 1..lines.len() {
        lines[index].is_apart &= !lines[index - 1].is_page_mark;
    }
    if blanks::are_scattered(lines.iter().map(|line| line.text.as_str())) {
        for line in &mut lines {
            line.text = blanks::closed(&line.text).into_owned();
        }
    }
    lines
}

/// The lines as they stand in the text.
fn physical(text: &str) -> std::str::Split<'_, [char; 5]> {
    text.split(['\n', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'])
}

/// What stands in a text and is none of it, in order: the numbers and running heads of its pages, and what it was
/// stamped with.
pub(super) fn beside_text(text: &str) -> impl Iterator<Item = Range<usize>> {
    let lines = physical(text).scan(0, |start, line| {
        let range = *start..*start + line.len();
        // The mark that ends a line has more than one byte in two cases.
        let end = text[range.end..].chars().next().map_or(0, char::len_utf8);
        *start = range.end + end;
        Some(range)
    });
    let pages = lines.zip(page::marks(physical(text))).filter(|(_, is_mark)| *is_mark).map(|(line, _)| line);
    let mut found: Vec<Range<usize>> = pages.chain(watermark::stretches(text)).collect();
    found.sort_unstable_by_key(|stretch| stretch.start);
    found.into_iter()
}

/// Blanks that were copied as a page writes them.
pub(super) const BLANK_ENTITIES: [&str; 5] = ["&nbsp;", "&ensp;", "&emsp;", "&#160;", "&#12288;"];

/// The line with blanks for such entities.
fn without_entities(line: &str) -> Cow<'_, str> {
    if !line.contains('&') {
        return Cow::Borrowed(line);
    }
    Cow::Owned(BLANK_ENTITIES.iter().fold(line.to_owned(), |line, entity| line.replace(entity, " ")))
}
