//! A text as names are compared with it: without the signs that are written one way or the other.

use std::ops::Range;

use crate::characters::leads::Leads;

/// A text without the signs that are written one way or the other, and the way back.
pub(super) struct Plain {
    pub text: String,
    /// Where stretches begin that stand so in the original: here and there.
    stretches: Vec<(usize, usize)>,
}

/// What stands for a title in a text that is searched for phrases: nothing is near it.
const BARRIER: char = '\u{1}';

/// What [`significant`] changes or leaves out, and what titles and sentences end with.
const SIGNS: Leads =
    Leads::of(&['（', '、', '—', '·', '\u{1680}', '~', ',', '"', '\'', '-', ' ', '\t', '\r', '\n', '\u{b}', '\u{c}']);

impl Plain {
    /// All of a text.
    pub fn of(text: &str) -> Self {
        Self::with(text, false)
    }

    /// With a barrier for everything between 《 and 》.
    pub fn without_titles(text: &str) -> Self {
        Self::with(text, true)
    }

    fn with(text: &str, hides_titles: bool) -> Self {
        let mut plain = Self { text: String::with_capacity(text.len()), stretches: Vec::with_capacity(16) };
        let mut depth = 0usize;
        let mut at = 0;
        while at < text.len() {
            let sign = SIGNS.next(text, at).unwrap_or(text.len());
            if at < sign {
                match hides_titles && depth > 0 {
                    true => plain.push(BARRIER, at),
                    false => plain.push_words(&text[at..sign], at),
                }
            }
            let Some(c) = text[sign..].chars().next() else { break };
            match c {
                '《' => depth += 1,
                '》' => depth = depth.saturating_sub(1),
                // A title that is never closed ends with its sentence.
                '。' | '\n' => depth = 0,
                _ => {}
            }
            let shown = if hides_titles && (depth > 0 || c == '》') { Some(BARRIER) } else { significant(c) };
            shown.into_iter().for_each(|c| plain.push(c, sign));
            at = sign + c.len_utf8();
        }
        plain
    }

    /// Adds words that stand so at a byte of the original.
    fn push_words(&mut self, words: &str, at: usize) {
        let goes_on = self.stretches.last().is_some_and(|(here, there)| at - there == self.text.len() - here);
        if !goes_on {
            self.stretches.push((self.text.len(), at));
        }
        self.text.push_str(words);
    }

    fn push(&mut self, c: char, at: usize) {
        if !((c == '-' || c == BARRIER) && self.text.ends_with(c)) {
            self.push_words(c.encode_utf8(&mut [0; 4]), at);
        }
    }

    /// Where the character of a byte stands in the original.
    fn origin(&self, at: usize, text: &str) -> usize {
        let next = self.stretches.partition_point(|(here, _)| *here <= at);
        let (here, there) = self.stretches[next - 1];
        text.floor_char_boundary(there + (at - here))
    }

    /// The stretch of the original.
    pub fn range(&self, range: Range<usize>, text: &str) -> Range<usize> {
        let last = self.origin(range.end - 1, text);
        let length = text[last..].chars().next().map_or(0, char::len_utf8);
        self.origin(range.start, text)..last + length
    }
}

/// A character as names are compared by: brackets and dashes of one kind, none of the signs in between.
fn significant(c: char) -> Option<char> {
    match c {
        '（' | '〔' => Some('('),
        '）' | '〕' => Some(')'),
        '—' | '–' | '－' | '―' | '~' | '～' => Some('-'),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        '、' | '，' | ',' | '·' | '“' | '”' | '‘' | '’' | '"' | '\'' | '〈' | '〉' | '\u{2060}' => None,
        c if c.is_whitespace() && c != '\n' => None,
        c => Some(c),
    }
}
