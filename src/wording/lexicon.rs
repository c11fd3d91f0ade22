//! Many words looked for in one pass over a text.

use std::ops::Range;

/// Words, each with a number of its owner's.
pub struct Lexicon<W: AsRef<str> = &'static str> {
    /// A bit for each of the characters that words begin with.
    firsts: Box<[u64; 1024]>,
    /// In the order of their characters.
    words: Vec<(W, usize)>,
}

impl<W: AsRef<str>> Lexicon<W> {
    /// Of words and their numbers.
    pub fn new(words: impl IntoIterator<Item = (W, usize)>) -> Self {
        let mut words: Vec<(W, usize)> = words.into_iter().filter(|(word, _)| !word.as_ref().is_empty()).collect();
        words.sort_by(|a, b| a.0.as_ref().cmp(b.0.as_ref()));
        let mut firsts = Box::new([0; 1024]);
        for c in words.iter().filter_map(|(word, _)| word.as_ref().chars().next()) {
            let (slot, bit) = bit(c);
            firsts[slot] |= bit;
        }
        Self { firsts, words }
    }

    /// The words that start at a byte of the text, the shorter before the longer.
    pub fn at<'l>(&'l self, text: &'l str, at: usize) -> impl Iterator<Item = (Range<usize>, usize)> + 'l {
        let rest = &text[at..];
        let first = rest.chars().next();
        let known = first.is_some_and(|c| {
            let (slot, bit) = bit(c);
            self.firsts[slot] & bit != 0
        });
        let first = if known { first } else { None };
        let begins = move |word: &W| word.as_ref().chars().next();
        let start = self.words.partition_point(|(word, _)| begins(word) < first);
        let same = self.words[start..].iter().take_while(move |(word, _)| first.is_some() && begins(word) == first);
        same.filter(|(word, _)| rest.starts_with(word.as_ref()))
            .map(move |(word, number)| (at..at + word.as_ref().len(), *number))
    }

    /// Every word of the text that no longer one begins before and covers: of 法制办公室 not 法制办.
    pub fn find<'l>(&'l self, text: &'l str) -> impl Iterator<Item = (Range<usize>, usize)> + 'l {
        let mut from = 0;
        std::iter::from_fn(move || {
            while let Some(c) = text[from..].chars().next() {
                match self.at(text, from).last() {
                    Some(found) => {
                        from = found.0.end;
                        return Some(found);
                    }
                    None => from += c.len_utf8(),
                }
            }
            None
        })
    }
}

/// Where the bit of a character is; characters beyond the first plane share theirs with others.
fn bit(c: char) -> (usize, u64) {
    let code = u32::from(c) as usize & 0xffff;
    (code >> 6, 1 << (code & 63))
}
