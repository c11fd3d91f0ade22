//! The marks inside a line: code, HTML and entities become text, bold and italics are read beside Chinese punctuation.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::Neutralizer;
use crate::document::text::pieces::STAND_IN;

/// WORD JOINER: a letter without width. Supplied where a mark must not touch its neighbour, never printed.
const JOINER: &str = "\u{2060}";

impl Neutralizer<'_> {
    /// Copies a stretch of a line, its marks neutralised.
    pub(super) fn inlines(&mut self, start: usize, end: usize) {
        let text = &self.original[start..end];
        let mut chars = text.char_indices().peekable();
        let mut pending = start;
        let mut previous = None;
        while let Some((offset, c)) = chars.next() {
            let at = start + offset;
            match c {
                '\\' => {
                    let escapes = chars.next_if(|(_, next)| next.is_ascii_punctuation()).is_some();
                    previous = (!escapes).then_some(c);
                    continue;
                }
                '`' | '<' | '&' => {
                    self.out.copy(self.original, pending..at);
                    self.out.supply("\\");
                    pending = at;
                }
                ']' if chars.peek().is_some_and(|&(_, next)| next == ':') => {
                    self.out.copy(self.original, pending..at + 1);
                    self.out.supply(JOINER);
                    pending = at + 1;
                }
                '*' => {
                    let mut length = 1;
                    while chars.next_if(|&(_, next)| next == '*').is_some() {
                        length += 1;
                    }
                    let next = chars.peek().map(|&(_, next)| next);
                    self.out.copy(self.original, pending..at);
                    self.stars(at..at + length, previous, next);
                    pending = at + length;
                }
                _ => {}
            }
            previous = Some(c);
        }
        self.out.copy(self.original, pending..end);
    }

    /// A run of `*` between two characters. CommonMark takes `**《法》**实施` and `**重点：**工作` for text, since the inner
    /// neighbour is a mark and the outer one a letter; a joiner between run and mark makes them bold.
    fn stars(&mut self, run: Range<usize>, previous: Option<char>, next: Option<char>) {
        let single = run.len() == 1;
        let joins = |mark: char, letter: char| is_wide(letter) || (!single && !mark.is_ascii());
        if let (Some(mark), Some(letter)) = (previous, next)
            && is_mark(mark)
            && !"([{（【〔《〈「『“‘［｛".contains(mark)
            && is_letter(letter)
            && joins(mark, letter)
        {
            self.out.supply(JOINER);
        }
        self.out.copy(self.original, run);
        if let (Some(letter), Some(mark)) = (previous, next)
            && is_mark(mark)
            && !")]}）】〕》〉」』”’］｝，。、；：？！,.;:?!%％".contains(mark)
            && is_letter(letter)
            && joins(mark, letter)
        {
            self.out.supply(JOINER);
        }
    }
}

/// Whether CommonMark counts a character as punctuation: all that is neither letter, number nor blank.
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && c != STAND_IN
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == STAND_IN
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}
