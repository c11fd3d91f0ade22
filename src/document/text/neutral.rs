//! Takes the meaning from markup that our texts do not know, before Markdown is read.
//!
//! Headings, quotes, fences, indented code, HTML, entities, code spans, link definitions, rules, `+` and `1)` lists are
//! text here. Their marks get a backslash, or a character that is dropped afterwards; a map leads back.

mod inlines;
mod signs;

use std::ops::Range;

use signs::{Indent, Mark, is_rule, is_wide_delimiter_row, list_mark, note_label, picture_target};

/// How deep lists may lie in one another; deeper marks are text. Bounds the work and the stack on hostile texts.
const MAX_DEPTH: usize = 6;

/// A text that holds only the markup we know.
pub(super) struct Neutral {
    pub text: String,
    /// Where each stretch starts in `text`, and in the original where it was copied from it.
    stretches: Vec<(usize, Option<usize>)>,
}

impl Neutral {
    /// The text before anything in it is neutralised.
    pub fn new(original: &str) -> Self {
        let out = Self { text: String::with_capacity(original.len() + original.len() / 8), stretches: Vec::new() };
        let mut writer = Neutralizer { original, out, containers: Vec::new(), after_blank: true };
        let mut start = 0;
        while start < original.len() {
            let end = line_end(original, start);
            writer.line(start..end);
            start = end;
        }
        writer.out
    }

    /// The ranges of the original that a range of `text` was copied from, in order.
    pub fn original(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        let first = self.stretches.partition_point(|&(start, _)| start <= range.start).saturating_sub(1);
        self.stretches[first..]
            .iter()
            .enumerate()
            .take_while({
                let end = range.end;
                move |(_, (start, _))| *start < end
            })
            .filter_map(move |(offset, &(start, source))| {
                let end = self.stretches.get(first + offset + 1).map_or(self.text.len(), |&(next, _)| next);
                let (from, to) = (range.start.max(start), range.end.min(end));
                let source = source?;
                (from < to).then(|| source + (from - start)..source + (to - start))
            })
    }

    fn copy(&mut self, original: &str, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let goes_on = self.stretches.last().is_some_and(|&(start, source)| {
            source.is_some_and(|source| source + (self.text.len() - start) == range.start)
        });
        if !goes_on {
            self.stretches.push((self.text.len(), Some(range.start)));
        }
        self.text.push_str(&original[range]);
    }

    fn supply(&mut self, text: &str) {
        self.stretches.push((self.text.len(), None));
        self.text.push_str(text);
    }
}

/// Writes a text line by line.
struct Neutralizer<'a> {
    original: &'a str,
    out: Neutral,
    /// The columns at which the content of open list items and notes starts, outer first.
    containers: Vec<usize>,
    /// Whether the line before was blank.
    after_blank: bool,
}

impl Neutralizer<'_> {
    fn line(&mut self, line: Range<usize>) {
        let text = &self.original[line.clone()];
        let content = text.trim_end_matches(['\n', '\r', ' ', '\t']);
        if content.trim().is_empty() {
            self.out.supply("\n");
            self.after_blank = true;
            return;
        }
        let is_picture = self.content(line.start, line.start + content.len());
        if text.ends_with('\n') {
            self.out.copy(self.original, line.end - 1..line.end);
        } else {
            self.out.supply("\n");
        }
        self.after_blank = false;
        if is_picture {
            self.open_paragraph();
        }
    }

    /// A line that is not blank, without its trailing blanks; whether it is a picture.
    fn content(&mut self, start: usize, end: usize) -> bool {
        let indent = Indent::of(&self.original[start..end]);
        let mut at = start + indent.bytes;
        let rest = &self.original[at..end];
        let mut mark = list_mark(rest);
        // Nobody means a picture on a line of its own to stand in the sentence before it.
        let is_inside = self.containers.first().is_some_and(|&content| indent.columns >= content);
        let target = picture_target(rest).filter(|_| !is_inside);
        if indent.wide >= 2 && mark.is_none() && !rest.starts_with('|') || target.is_some() {
            self.open_paragraph();
        }
        let mut column = self.enter(indent.columns, &mut mark);
        self.out.supply(&" ".repeat(column));
        if let Some(target) = target {
            self.picture(at, at + target.start..at + target.end, end);
            return true;
        }
        if column < 4
            && let Some(length) = note_label(rest)
        {
            self.containers.clear();
            self.open_paragraph();
            self.out.copy(self.original, at..at + length);
            at += length;
            column += length;
            self.containers.push(4);
            at = self.blanks(at, end, &mut column);
            mark = list_mark(&self.original[at..end]);
        }
        self.marks(at, end, column, mark);
        false
    }

    /// A picture: names of files have blanks in them, which end a target that is not in angle brackets.
    fn picture(&mut self, start: usize, target: Range<usize>, end: usize) {
        let typed = &self.original[target.clone()];
        if typed.starts_with('<') {
            self.inlines(start, target.start);
            self.out.copy(self.original, target.start..target.start + 1);
            self.inlines(target.start + 1, target.end - 1);
            self.out.copy(self.original, target.end - 1..target.end);
        } else {
            self.inlines(start, target.start);
            self.out.supply("<");
            self.inlines(target.start, target.end);
            self.out.supply(">");
        }
        self.inlines(target.end, end);
    }

    /// Ends a paragraph that the line before belongs to: two ideographic blanks open a new one.
    fn open_paragraph(&mut self) {
        if !self.after_blank {
            self.out.supply("\n");
            self.after_blank = true;
        }
    }

    /// Leaves the containers that a line at `column` no longer belongs to; the column it is to have, never so deep that
    /// it would be indented code.
    fn enter(&mut self, column: usize, mark: &mut Option<Mark>) -> usize {
        if self.after_blank || mark.is_some() {
            while self.containers.last().is_some_and(|&content| column < content) {
                self.containers.pop();
            }
        }
        let base = self.containers.last().copied().unwrap_or(0);
        if column < base + 4 {
            return column;
        }
        if self.after_blank {
            return base;
        }
        *mark = None;
        base + 3
    }

    /// The list marks of a line and what follows them.
    fn marks(&mut self, mut at: usize, end: usize, mut column: usize, mut mark: Option<Mark>) {
        loop {
            let rest = &self.original[at..end];
            if is_rule(rest) || is_wide_delimiter_row(rest) {
                self.out.supply("\\");
                break;
            }
            let Some(found) = mark else {
                if rest.starts_with(['#', '>', '~']) {
                    self.out.supply("\\");
                }
                break;
            };
            if !found.known || self.containers.len() >= MAX_DEPTH {
                self.out.copy(self.original, at..at + found.digits);
                self.out.supply("\\");
                at += found.digits;
                break;
            }
            let after = at + found.digits + 1;
            self.out.copy(self.original, at..after);
            column += after - at;
            at = self.blanks(after, end, &mut column);
            self.containers.push(column.max(1));
            mark = list_mark(&self.original[at..end]);
        }
        self.inlines(at, end);
    }

    /// Blanks after a mark, cut to one where more would make indented code; where they end.
    fn blanks(&mut self, at: usize, end: usize, column: &mut usize) -> usize {
        let rest = &self.original[at..end];
        let after = at + (rest.len() - rest.trim_start().len());
        if rest.starts_with(' ') {
            self.out.copy(self.original, at..at + 1);
        } else if after > at {
            self.out.supply(" ");
        }
        *column += 1;
        after
    }
}

/// Where the line that starts at `start` ends, its `\n`, `\r\n` or `\r` included.
fn line_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let Some(at) = rest.find(['\n', '\r']) else { return text.len() };
    start + at + if rest[at..].starts_with("\r\n") { 2 } else { 1 }
}
