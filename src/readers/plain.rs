//! Plain text: one paragraph a line, or lines wrapped at a width and joined again.

mod table;

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::{Hint, Manuscript, is_blank, kept, needs_blank, paragraph};
use crate::document::Block;
use crate::outline::numbering::leading_mark;

/// A line without the blanks around it.
struct Line {
    number: usize,
    text: String,
    /// Columns of blanks before it.
    indent: usize,
    /// Columns up to the end of the text.
    width: usize,
    /// A blank line stands before it.
    is_apart: bool,
}

/// Reads plain text.
pub fn read(text: &str) -> Manuscript {
    let lines = lines(text);
    let wrap = wrap_width(&lines);
    let is_indenting = lines.iter().filter(|line| line.indent > 0).count() >= 3;
    let mut manuscript = Manuscript::default();
    let mut open: Option<(String, Hint)> = None;
    let mut last: Option<&Line> = None;
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        if let Some((table, length)) = table::at(&lines, index) {
            close(&mut manuscript, open.take());
            manuscript.push(Block::Table(table), Hint { line: line.number, ..Hint::default() });
            last = None;
            index += length;
            continue;
        }
        let joins = last.is_some_and(|last| match wrap {
            Some(width) => continues_wrapped(last, line, width, is_indenting),
            None => continues(last, line),
        });
        match open.as_mut().filter(|_| joins) {
            Some((text, _)) => join(text, &line.text),
            None => {
                close(&mut manuscript, open.take());
                let hint = Hint { line: line.number, is_indented: line.indent > 0, ..Hint::default() };
                open = Some((line.text.clone(), hint));
            }
        }
        last = Some(line);
        index += 1;
    }
    close(&mut manuscript, open);
    manuscript
}

fn close(manuscript: &mut Manuscript, open: Option<(String, Hint)>) {
    if let Some((text, hint)) = open {
        manuscript.push(paragraph(text), hint);
    }
}

/// Adds a line to the one before it.
fn join(text: &mut String, line: &str) {
    if let (Some(before), Some(after)) = (text.chars().next_back(), line.chars().next())
        && needs_blank(before, after)
    {
        text.push(' ');
    }
    text.push_str(line);
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut is_apart = true;
    for (index, line) in text.split(['\n', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']).enumerate() {
        // An old Mac ends lines with a carriage return alone; a form feed ends a page.
        for line in line.trim_end_matches('\r').split('\r') {
            let line: String = without_entities(line).replace('\t', "    ").chars().filter_map(kept).collect();
            let text = line.trim_matches(is_blank);
            if text.is_empty() {
                is_apart = true;
                continue;
            }
            let indent = line[..line.len() - line.trim_start_matches(is_blank).len()].width();
            lines.push(Line {
                number: index + 1,
                text: text.to_owned(),
                indent,
                width: indent + text.width(),
                is_apart,
            });
            is_apart = false;
        }
    }
    lines
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

/// The width the text was wrapped at; `None` where a line is a paragraph.
///
/// A wrapped text has most of its lines in a band of a few columns, hardly one longer, and most of those stop in the
/// middle of a sentence.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    const BAND: usize = 5;
    const WIDEST: usize = 160;
    let mut counts = [0_usize; WIDEST + 1];
    for line in lines {
        counts[line.width.min(WIDEST)] += 1;
    }
    let band = |width: usize| counts[width.saturating_sub(BAND - 1)..=width].iter().sum::<usize>();
    let width = (24..WIDEST).max_by_key(|&width| (band(width), width))?;
    let full: Vec<&Line> = lines.iter().filter(|line| line.width <= width && line.width + BAND > width).collect();
    let longer = lines.iter().filter(|line| line.width > width).count();
    let cut = full.iter().filter(|line| !ends_sentence(&line.text)).count();
    let is_wrapped = lines.len() >= 8 && full.len() * 3 >= lines.len() && longer * 25 <= lines.len();
    (is_wrapped && cut * 2 >= full.len()).then_some(width)
}

/// Whether a line goes on with the one before it, in a text wrapped at `width`.
fn continues_wrapped(before: &Line, line: &Line, width: usize, is_indenting: bool) -> bool {
    let is_full = before.width + 6 > width;
    let has_stopped = ends_sentence(&before.text);
    match () {
        () if line.is_apart => is_full && !has_stopped && line.indent == 0 && leading_mark(&line.text).is_none(),
        () if line.indent > 0 && is_indenting && before.indent == 0 => false,
        () if line.indent > before.indent => false,
        () if !is_full => continues(before, line),
        () if is_indenting => line.indent == 0,
        () => !(has_stopped && leading_mark(&line.text).is_some()),
    }
}

/// Whether a line goes on with the one before it, in a text with a paragraph a line: only where that is certain.
fn continues(before: &Line, line: &Line) -> bool {
    if line.is_apart || leading_mark(&line.text).is_some() {
        return false;
    }
    let is_cut = before.text.ends_with(['，', '、', '（', '《', '“', '(', ',']);
    let is_rest = line.text.starts_with(['，', '。', '、', '；', '）', '》', '”', ',']);
    let is_long = before.width >= 120 && before.indent > 0 && line.indent == 0 && !ends_sentence(&before.text);
    is_cut || is_rest && before.width > 30 || is_long
}

/// Whether a line ends as a paragraph may.
fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '：', '；', ':', ';', '!', '?', '”', '）', ')', '.'])
}
