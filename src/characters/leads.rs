//! Characters looked for in a text by the bytes they begin with.
//!
//! Most of a report is Han characters, and most of what is looked for is none: digits, marks, brackets. One look at the
//! first byte of a character then passes it.

/// The bytes that the characters looked for begin with.
pub struct Leads {
    /// Of each byte whether one looked for may begin with it, 1 or 0; those inside a character never are.
    is_lead: [u8; 256],
}

/// How many bytes are looked at at once.
const LANES: usize = 8;

impl Leads {
    /// Those of these characters.
    pub const fn of(characters: &[char]) -> Self {
        let mut is_lead = [0; 256];
        let mut index = 0;
        while index < characters.len() {
            let mut bytes = [0; 4];
            characters[index].encode_utf8(&mut bytes);
            is_lead[bytes[0] as usize] = 1;
            index += 1;
        }
        Self { is_lead }
    }

    /// Those of every character that does not begin as a common Han character does.
    pub const fn but_han() -> Self {
        let mut is_lead = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            is_lead[byte] = !matches!(byte, 0x80..0xc0 | 0xe4..0xea) as u8;
            byte += 1;
        }
        Self { is_lead }
    }

    /// Those of these characters too.
    pub const fn and(mut self, other: &Self) -> Self {
        let mut byte = 0;
        while byte < 256 {
            self.is_lead[byte] |= other.is_lead[byte];
            byte += 1;
        }
        self
    }

    /// Whether a character is one of those looked for that are ASCII.
    pub const fn has_ascii(&self, c: char) -> bool {
        c.is_ascii() && self.is_lead[c as usize] != 0
    }

    /// The first place from a character on where one looked for may stand.
    pub fn next(&self, text: &str, from: usize) -> Option<usize> {
        let is_lead = |byte: u8| self.is_lead[usize::from(byte)];
        let mut rest = text.as_bytes().get(from..)?;
        // No byte waits for the one before, as stepping from character to character would have it.
        while let Some((bytes, behind)) = rest.split_first_chunk::<LANES>() {
            let leads = (0..LANES).fold(0, |leads, lane| leads | u32::from(is_lead(bytes[lane])) << lane);
            if leads != 0 {
                return Some(text.len() - rest.len() + leads.trailing_zeros() as usize);
            }
            rest = behind;
        }
        rest.iter().position(|byte| is_lead(*byte) != 0).map(|at| text.len() - rest.len() + at)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As it is meant, character by character.
    fn plainly(is_lead: impl Fn(u8) -> bool, text: &str, from: usize) -> Option<usize> {
        text[from..].char_indices().map(|(at, _)| from + at).find(|at| is_lead(text.as_bytes()[*at]))
    }

    proptest! {
        #[test]
        fn the_next_place_is_the_first(text in "[法治，。、1x·é😀]{0,24}") {
            const MARKS: Leads = Leads::of(&['，', '1', 'é']).and(&Leads::of(&['😀']));
            const BUT_HAN: Leads = Leads::but_han();
            for from in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let is_mark = |byte| matches!(byte, 0xef | b'1' | 0xc3 | 0xf0);
                prop_assert_eq!(MARKS.next(&text, from), plainly(is_mark, &text, from));
                prop_assert_eq!(BUT_HAN.next(&text, from), plainly(|byte| !matches!(byte, 0xe4..=0xe9), &text, from));
            }
        }
    }
}
