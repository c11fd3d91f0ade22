//! A text as saphyr's scanner walks it, character by character, and the way back from its marks to bytes.

use saphyr_parser::Input;

/// The characters of a text, decoded once: the scanner looks at each several times, and its own input over a `&str`
/// decodes at every look.
pub struct Characters {
    characters: Vec<char>,
    at: usize,
    /// The most the scanner asked to see ahead; all of the text can be seen.
    asked: usize,
}

/// What the scanner takes for the end of the text.
const END: char = '\0';

/// A byte order mark, at which the scanner stops; inside a text it is only left out, as other characters that no format
/// can hold: the scanner is given one of those.
const ORDER: char = '\u{feff}';
const FORBIDDEN: char = '\u{fffe}';

/// How much the scanner asks for at once, and how many bytes it sets aside for each scalar: most are short.
const AHEAD: usize = 16;

impl Characters {
    /// The characters of a text, and where they stand in it.
    pub fn new(text: &str) -> (Self, Offsets) {
        // Room for as many as there can be: an allocator gives it sooner than it moves what is there.
        let (mut characters, mut starts) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
        for (start, character) in text.char_indices() {
            characters.push(if character == ORDER { FORBIDDEN } else { character });
            starts.push(start as u32);
        }
        (Self { characters, at: 0, asked: 0 }, Offsets { starts, end: text.len() })
    }
}

/// From saphyr's marks, which count characters, to bytes.
#[derive(Debug)]
pub struct Offsets {
    /// Of each character; a text is shorter than 4 GiB.
    starts: Vec<u32>,
    end: usize,
}

impl Offsets {
    /// The byte offset of the character with this index; the end of the text past the last.
    pub fn byte(&self, index: usize) -> usize {
        self.starts.get(index).map_or(self.end, |start| *start as usize)
    }
}

impl Input for Characters {
    #[inline]
    fn lookahead(&mut self, count: usize) {
        self.asked = self.asked.max(count);
    }

    #[inline]
    fn buflen(&self) -> usize {
        self.asked
    }

    #[inline]
    fn bufmaxlen(&self) -> usize {
        AHEAD
    }

    #[inline]
    fn raw_read_ch(&mut self) -> char {
        let character = self.peek();
        self.skip();
        character
    }

    #[inline]
    fn raw_read_non_breakz_ch(&mut self) -> Option<char> {
        let character = self.peek_opt().filter(|character| !matches!(character, '\n' | '\r' | '\0' | '\u{feff}'))?;
        self.skip();
        Some(character)
    }

    #[inline]
    fn skip(&mut self) {
        self.skip_n(1);
    }

    #[inline]
    fn skip_n(&mut self, count: usize) {
        self.at = (self.at + count).min(self.characters.len());
    }

    #[inline]
    fn peek(&self) -> char {
        self.peek_nth(0)
    }

    #[inline]
    fn peek_nth(&self, n: usize) -> char {
        self.characters.get(self.at + n).copied().unwrap_or(END)
    }

    #[inline]
    fn peek_opt(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_found() {
        let text = "法a治\r\n政府x".repeat(40);
        let (_, offsets) = Characters::new(&text);
        for (index, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.byte(index), at);
        }
        assert_eq!(offsets.byte(text.chars().count()), text.len());
        assert_eq!(offsets.byte(usize::MAX), text.len());
        assert_eq!(Characters::new("").1.byte(0), 0);
    }
}
