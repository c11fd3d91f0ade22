//! Many words looked for in one pass over a text.

use std::ops::Range;

/// Words of two characters and more, each with a number of its owner's.
pub struct Lexicon<W: AsRef<str> = &'static str> {
    /// A bit for each of the pairs of characters that words begin with.
    openings: Box<[u64; 1024]>,
    /// In the order of their characters.
    words: Vec<(W, usize)>,
}

impl<W: AsRef<str>> Lexicon<W> {
    /// Of words and their numbers; shorter words are left out.
    pub fn new(words: impl IntoIterator<Item = (W, usize)>) -> Self {
        let mut openings = Box::new([0; 1024]);
        let mut words: Vec<(W, usize)> = words.into_iter().collect();
        words.retain(|(word, _)| opening(word.as_ref()).is_some());
        words.sort_by(|a, b| a.0.as_ref().cmp(b.0.as_ref()));
        for (slot, bit) in words.iter().filter_map(|(word, _)| opening(word.as_ref())) {
            openings[slot] |= bit;
        }
        Self { openings, words }
    }

    /// The words that start at a byte of the text, the shorter before the longer.
    pub fn at<'l>(&'l self, text: &'l str, at: usize) -> impl Iterator<Item = (Range<usize>, usize)> + 'l {
        let rest = &text[at..];
        let is_known = opening(rest).is_some_and(|(slot, bit)| self.openings[slot] & bit != 0);
        let first = rest.chars().next().filter(|_| is_known);
        let begins = move |word: &W| word.as_ref().chars().next();
        let start =
            if is_known { self.words.partition_point(|(word, _)| begins(word) < first) } else { self.words.len() };
        let same = self.words[start..].iter().take_while(move |(word, _)| begins(word) == first);
        same.filter(|(word, _)| rest.starts_with(word.as_ref()))
            .map(move |(word, number)| (at..at + word.as_ref().len(), *number))
    }

    /// Every word of the text that no longer one begins before and covers: of 法制办公室 not 法制办.
    pub fn find<'l>(&'l self, text: &'l str) -> impl Iterator<Item = (Range<usize>, usize)> + 'l {
        let mut from = 0;
        std::iter::from_fn(move || {
            while let Some(at) = self.opening_from(text, from) {
                match self.at(text, at).last() {
                    Some(found) => {
                        from = found.0.end;
                        return Some(found);
                    }
                    None => from = at + text[at..].chars().next().map_or(1, char::len_utf8),
                }
            }
            None
        })
    }

    /// The first place from a byte on where two characters stand that a word may begin with.
    fn opening_from(&self, text: &str, from: usize) -> Option<usize> {
        let mut chars = text[from..].char_indices();
        let (mut at, mut first) = chars.next()?;
        for (next, second) in chars {
            let (slot, bit) = bit(first, second);
            if self.openings[slot] & bit != 0 {
                return Some(from + at);
            }
            (at, first) = (next, second);
        }
        None
    }
}

/// Where the bit of the first two characters is.
fn opening(text: &str) -> Option<(usize, u64)> {
    let mut chars = text.chars();
    Some(bit(chars.next()?, chars.next()?))
}

/// Where the bit of two characters is; some pairs share theirs.
fn bit(first: char, second: char) -> (usize, u64) {
    let code = (u32::from(first).wrapping_mul(0x9e37) ^ u32::from(second)) as usize & 0xffff;
    (code >> 6, 1 << (code & 63))
}
