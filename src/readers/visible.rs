//! What a reader sees of a source: its characters without blanks and markup, each with its place in the source.
//!
//! Blanks, line ends and the punctuation that Markdown uses as markup are left out of every text, so that a paragraph
//! is found again however its source wraps, indents and marks it.

use std::ops::Range;

use super::is_blank;
use super::plain::{BLANK_ENTITIES, beside_text};

/// The characters that are seen, in order.
#[derive(Clone, Debug, Default)]
pub struct Visible {
    text: String,
    characters: Vec<Seen>,
}

/// One character: where it starts in the text that is seen, and its stretch of the source.
#[derive(Clone, Copy, Debug)]
struct Seen {
    at: u32,
    start: u32,
    end: u32,
}

impl Visible {
    /// What is seen of plain text: not what its pages put between its lines.
    pub fn plain(source: &str) -> Self {
        let mut visible = Self::of_length(source.len());
        let mut next = 0;
        let mut beside = beside_text(source).peekable();
        for (at, c) in source.char_indices().filter(|&(_, c)| !is_hidden(c)) {
            while beside.next_if(|stretch| stretch.end <= at).is_some() {}
            if beside.peek().is_some_and(|stretch| stretch.contains(&at)) {
                continue;
            }
            let entity = (c == '&').then(|| BLANK_ENTITIES.iter().find(|entity| source[at..].starts_with(**entity)));
            match entity.flatten() {
                Some(entity) => next = at + entity.len(),
                None if at < next => {}
                None => visible.show(c, at..at + c.len_utf8()),
            }
        }
        visible
    }

    /// What is seen of Markdown: neither the targets of links nor the marks of notes.
    pub fn markdown(source: &str) -> Self {
        let mut visible = Self::of_length(source.len());
        let mut next = 0;
        for (at, c) in source.char_indices() {
            match c {
                _ if at < next => {}
                '[' | ']' => next = at + unseen(source, at),
                c if is_hidden(c) => {}
                c => visible.show(c, at..at + c.len_utf8()),
            }
        }
        visible
    }

    /// Of a source of so many bytes, most of them of Han characters.
    fn of_length(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), characters: Vec::with_capacity(bytes / '一'.len_utf8() + 1) }
    }

    /// Adds a character, where it is one that is seen.
    pub(super) fn push(&mut self, c: char, source: Range<usize>) {
        if !is_hidden(c) {
            self.show(c, source);
        }
    }

    fn show(&mut self, c: char, source: Range<usize>) {
        self.characters.push(Seen { at: self.text.len() as u32, start: source.start as u32, end: source.end as u32 });
        self.text.push(c);
    }

    /// The characters as one text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretches of the source of the characters in a range of the text.
    pub fn stretches(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        let first = self.characters.partition_point(|seen| (seen.at as usize) < range.start);
        let inside = self.characters[first..].iter().take_while(move |seen| (seen.at as usize) < range.end);
        inside.map(|seen| seen.start as usize..seen.end as usize)
    }
}

/// Whether a character is left out: a blank, or punctuation that is markup somewhere.
fn is_hidden(c: char) -> bool {
    let is_markup = matches!(
        c,
        '\\' | '*' | '_' | '#' | '<' | '>' | '[' | ']' | '(' | ')' | '|' | '`' | '~' | '$' | '+' | '-' | '=' | '!'
    );
    is_markup || is_blank(c)
}

/// How many bytes from a bracket on are not seen: `](…)`, `[^1]` with its colon, or the bracket alone.
fn unseen(source: &str, at: usize) -> usize {
    /// No target of a link is longer.
    const LONGEST: usize = 2_000;
    let rest = &source[at..source.floor_char_boundary(at + LONGEST)];
    let line = rest.split('\n').next().unwrap_or_default();
    let is_escaped = source[..at].ends_with('\\');
    let end = match () {
        () if is_escaped => None,
        () if line.starts_with("](") => line.find(')').map(|end| end + 1),
        () if line.starts_with("[^") => {
            line.find(']').map(|end| if line[end..].starts_with("]:") { end + 2 } else { end + 1 })
        }
        () => None,
    };
    end.unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretches(visible: &Visible, source: &str) -> Vec<String> {
        visible.stretches(0..visible.text().len()).map(|range| source[range].to_owned()).collect()
    }

    #[test]
    fn blanks_and_markup_are_not_seen() {
        let source = "　　一、**办结** [网址](http://a.cn/b)\n&nbsp;37件[^1]。";
        assert_eq!(Visible::markdown(source).text(), "一、办结网址&nbsp;37件。");
        let plain = Visible::plain("　　办结&nbsp;37\n  件(甲)");
        assert_eq!(plain.text(), "办结37件甲");
        assert_eq!(stretches(&plain, "　　办结&nbsp;37\n  件(甲)"), ["办", "结", "3", "7", "件", "甲"]);
    }
}
