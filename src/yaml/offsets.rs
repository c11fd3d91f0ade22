//! From saphyr's marks, which count characters, to bytes.

/// How many characters lie between two remembered offsets.
const STRIDE: usize = 32;

/// Byte offsets of a text by character index, with a checkpoint every few characters: made in one pass, asked in
/// bounded time.
#[derive(Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    checkpoints: Vec<u32>,
}

impl<'a> Offsets<'a> {
    /// The offsets of a text.
    pub fn new(text: &'a str) -> Self {
        let checkpoints = text.char_indices().step_by(STRIDE).map(|(at, _)| at as u32).collect();
        Self { text, checkpoints }
    }

    /// The byte offset of the character with this index; the end of the text past the last.
    pub fn byte(&self, index: usize) -> usize {
        let Some(&start) = self.checkpoints.get(index / STRIDE) else { return self.text.len() };
        let rest = &self.text[start as usize..];
        rest.char_indices().nth(index % STRIDE).map_or(self.text.len(), |(at, _)| start as usize + at)
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
