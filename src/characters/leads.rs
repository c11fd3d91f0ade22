//! Characters looked for in a text by the bytes they begin with.
//!
//! Most of a report is Han characters, and most of what is looked for is none: digits, marks, brackets. One look at the
//! first byte of a character then passes it.

/// The bytes that the characters looked for begin with.
pub struct Leads {
    /// Of each byte how far to the next character, 0 where one looked for may begin.
    steps: [u8; 256],
}

impl Leads {
    /// Those of these characters.
    pub const fn of(characters: &[char]) -> Self {
        let mut steps = [1; 256];
        let mut byte = 0xc0;
        while byte < 256 {
            steps[byte] = match byte {
                0..0xe0 => 2,
                0xe0..0xf0 => 3,
                _ => 4,
            };
            byte += 1;
        }
        let mut index = 0;
        while index < characters.len() {
            let mut bytes = [0; 4];
            characters[index].encode_utf8(&mut bytes);
            steps[bytes[0] as usize] = 0;
            index += 1;
        }
        Self { steps }
    }

    /// Those of every character that does not begin as a common Han character does.
    pub const fn but_han() -> Self {
        let mut steps = [0; 256];
        let mut byte = 0xe4;
        while byte <= 0xe9 {
            steps[byte] = 3;
            byte += 1;
        }
        Self { steps }
    }

    /// Those of these characters too.
    pub const fn and(mut self, other: &Self) -> Self {
        let mut byte = 0;
        while byte < 256 {
            if other.steps[byte] == 0 {
                self.steps[byte] = 0;
            }
            byte += 1;
        }
        self
    }

    /// Whether a character is one of those looked for that are ASCII.
    pub const fn has_ascii(&self, c: char) -> bool {
        c.is_ascii() && self.steps[c as usize] == 0
    }

    /// The first place from a character on where one looked for may stand.
    pub fn next(&self, text: &str, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            match self.steps[usize::from(*text.as_bytes().get(at)?)] {
                0 => return Some(at),
                step => at += usize::from(step),
            }
        }
    }

    /// Every character of a text that begins as one looked for, with its place.
    pub fn each<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, char)> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = self.next(text, from)?;
            let found = text[at..].chars().next()?;
            from = at + found.len_utf8();
            Some((at, found))
        })
    }
}

/// Digits, ASCII and full-width.
pub const DIGITS: Leads = Leads::of(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０']);
