//! A line of CommonMark: styled characters, delimiters around them, what would be markup escaped.

use super::escape::{BLOCK_MARKS, ESCAPED, LONGEST_NUMBER, block_mark, destination, push_escaped};
use crate::document::{Inline, with_room};
use crate::writers::{note_mark, printable, push_printable, unfilled};

/// Where a line stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// May break, and what begins a block must not begin it.
    Paragraph,
    /// A heading or a cell: one line, after a mark of ours.
    Single,
}

/// How a character is set.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Style {
    pub strong: bool,
    pub emphasis: bool,
    /// The place of its address in [`Line::links`], from 1; 0 is no link. Small, since every character has a style.
    pub link: u16,
}

/// A line as styled characters: nesting is gone, so that delimiters can be placed where CommonMark reads them.
///
/// Most lines have no style at all, or only at their start. What stands behind the last styled character is kept as text
/// until another comes: no delimiter can be near it.
pub(super) struct Line<'a> {
    kind: Kind,
    pub(super) characters: Vec<(char, Style)>,
    /// What follows the characters, without style or break.
    tail: String,
    links: Vec<&'a str>,
}

/// A line break among the characters of a [`Line`].
const BREAK: char = '\n';

/// So many characters of the tail are looked at with those before it: a number that begins a list, and its mark.
const NEAR: usize = LONGEST_NUMBER + 1;

impl<'a> Line<'a> {
    /// An empty line.
    pub fn new(kind: Kind) -> Self {
        Self { kind, characters: Vec::new(), tail: String::new(), links: Vec::new() }
    }

    /// Appends text without markup.
    pub fn text(&mut self, text: &str, style: Style) {
        if style == Style::default() {
            push_printable(&mut self.tail, text);
        } else {
            self.take_tail();
            self.characters.extend(text.chars().filter_map(printable).map(|c| (c, style)));
        }
    }

    fn line_break(&mut self, style: Style) {
        self.take_tail();
        self.characters.push((BREAK, style));
    }

    /// Puts the tail among the characters.
    fn take_tail(&mut self) {
        let tail = std::mem::take(&mut self.tail);
        self.characters.extend(tail.chars().map(|c| (c, Style::default())));
    }

    /// The line with this content at its end.
    pub fn with(mut self, content: &'a [Inline], style: Style) -> Self {
        if self.tail.is_empty() && style == Style::default() {
            self.tail = with_room(content);
        }
        self.push(content, style);
        self
    }

    fn push(&mut self, content: &'a [Inline], style: Style) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.text(&run.text, style),
                Inline::Strong { content } => self.push(content, Style { strong: true, ..style }),
                Inline::Emphasis { content } => self.push(content, Style { emphasis: true, ..style }),
                Inline::Link { href, content } => {
                    self.links.push(href);
                    let link = u16::try_from(self.links.len()).unwrap_or_default();
                    self.push(content, Style { link, ..style });
                }
                Inline::Note { index } => self.text(&note_mark(*index), style),
                Inline::Break if self.kind == Kind::Paragraph => self.line_break(style),
                Inline::Break => self.text(" ", style),
                Inline::Unfilled { name, .. } => self.text(&unfilled(name), style),
            }
        }
    }

    /// The line as CommonMark.
    pub fn finish(mut self) -> String {
        let tail = std::mem::take(&mut self.tail);
        let tail = tail.trim_end();
        if self.characters.is_empty() {
            return self.plain(tail.trim_start());
        }
        let (near, far) = tail.split_at(near(tail));
        self.characters.extend(near.chars().map(|c| (c, Style::default())));
        self.trim();
        self.settle();
        let mut out = String::with_capacity(self.characters.len() * 3 + far.len());
        let mut before = Style::default();
        for (index, &(c, style)) in self.characters.iter().enumerate() {
            if style != before {
                self.change(&mut out, before, style);
                before = style;
            }
            self.character(&mut out, index, c);
        }
        self.change(&mut out, before, Style::default());
        push_escaped(&mut out, far);
        out
    }

    /// A line without styles or breaks, trimmed.
    fn plain(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        let mark = if self.kind == Kind::Paragraph { block_mark(text) } else { None };
        let (before, rest) = text.split_at(mark.unwrap_or(0));
        out.push_str(before);
        if mark.is_some() {
            out.push('\\');
        }
        push_escaped(&mut out, rest);
        out
    }

    /// Drops blanks at both ends and around breaks: no renderer shows them, and four would be code.
    fn trim(&mut self) {
        let mut kept = 0;
        for index in 0..self.characters.len() {
            let (c, style) = self.characters[index];
            let last = |kept: usize| kept.checked_sub(1).map(|last| self.characters[last].0);
            while c == BREAK && last(kept).is_some_and(|last| last != BREAK && last.is_whitespace()) {
                kept -= 1;
            }
            if !(c.is_whitespace() && last(kept).is_none_or(|last| last == BREAK)) {
                self.characters[kept] = (c, style);
                kept += 1;
            }
        }
        self.characters.truncate(kept);
        while self.characters.last().is_some_and(|(last, _)| last.is_whitespace()) {
            self.characters.pop();
        }
        // A break at the edge of a link stands outside it: before `]` the backslash would be one.
        for index in 0..self.characters.len() {
            let link = |at: Option<usize>| at.and_then(|at| self.characters.get(at)).map(|(_, style)| style.link);
            if self.characters[index].0 == BREAK && link(index.checked_sub(1)) != link(Some(index + 1)) {
                self.characters[index].1.link = 0;
            }
        }
    }

    /// Closes what ends and opens what begins between two characters: links outside, bold in them, italics innermost.
    fn change(&self, out: &mut String, before: Style, after: Style) {
        let link = before.link != after.link;
        let strong = link || before.strong != after.strong;
        let emphasis = strong || before.emphasis != after.emphasis;
        if before.emphasis && emphasis {
            out.push('*');
        }
        if before.strong && strong {
            out.push_str("**");
        }
        if link && let Some(href) = usize::from(before.link).checked_sub(1).and_then(|link| self.links.get(link)) {
            out.push_str("](");
            destination(out, href);
            out.push(')');
        }
        if link && after.link > 0 {
            out.push('[');
        }
        if after.strong && strong {
            out.push_str("**");
        }
        if after.emphasis && emphasis {
            out.push('*');
        }
    }

    fn character(&self, out: &mut String, index: usize, c: char) {
        if c == BREAK {
            out.push_str("\\\n");
            return;
        }
        if ESCAPED.has_ascii(c) || (self.kind == Kind::Paragraph && self.begins_block(index, c)) {
            out.push('\\');
        }
        out.push(c);
    }

    /// Whether `c` would begin a block where it stands, or end the number that begins a list.
    fn begins_block(&self, index: usize, c: char) -> bool {
        // A delimiter at the start of the line keeps what follows it from beginning a block.
        let line_start = |index: usize| match index.checked_sub(1) {
            None => self.characters[index].1 == Style::default(),
            Some(before) => self.characters[before].0 == BREAK && self.characters[before].1 == self.characters[index].1,
        };
        match c {
            c if BLOCK_MARKS.contains(&c) => line_start(index),
            '.' | ')' => {
                let mut at = index;
                while at > 0 && self.characters[at - 1].0.is_ascii_digit() && index - at < LONGEST_NUMBER {
                    at -= 1;
                }
                at < index && line_start(at)
            }
            _ => false,
        }
    }
}

/// How much of a tail, in bytes, is near what stands before it; it does not end with a blank.
fn near(tail: &str) -> usize {
    let blanks = tail.len() - tail.trim_start().len();
    let mut characters = tail[blanks..].char_indices().skip(NEAR - 1);
    characters.find(|(_, c)| !c.is_whitespace()).map_or(tail.len(), |(at, c)| blanks + at + c.len_utf8())
}
