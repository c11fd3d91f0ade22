//! From saphyr's marks, which count characters, to bytes.

use std::cell::Cell;

/// How many characters lie between two remembered offsets.
const STRIDE: usize = 32;

/// Byte offsets of a text by character index, with a checkpoint every few characters: made in one pass, asked in
/// bounded time.
#[derive(Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    checkpoints: Vec<u32>,
    /// The index and offset last asked for: the next is most often there or a little further on.
    last: Cell<(usize, usize)>,
}

impl<'a> Offsets<'a> {
    /// The offsets of a text.
    pub fn new(text: &'a str) -> Self {
        let checkpoints = text.char_indices().step_by(STRIDE).map(|(at, _)| at as u32).collect();
        Self { text, checkpoints, last: Cell::default() }
    }

    /// The byte offset of the character with this index; the end of the text past the last.
    pub fn byte(&self, index: usize) -> usize {
        let Some(&checkpoint) = self.checkpoints.get(index / STRIDE) else { return self.text.len() };
        let (mut at, mut count) = (checkpoint as usize, index % STRIDE);
        let (last, reached) = self.last.get();
        if let Some(beyond) = index.checked_sub(last).filter(|&beyond| beyond < count) {
            (at, count) = (reached, beyond);
        }
        let found = self.text[at..].char_indices().nth(count).map_or(self.text.len(), |(length, _)| at + length);
        self.last.set((index, found));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_found() {
        let text = "法a治\r\n政府x".repeat(40);
        let offsets = Offsets::new(&text);
        for (index, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.byte(index), at);
        }
        assert_eq!(offsets.byte(text.chars().count()), text.len());
        assert_eq!(offsets.byte(usize::MAX), text.len());
        assert_eq!(Offsets::new("").byte(0), 0);
    }
}
