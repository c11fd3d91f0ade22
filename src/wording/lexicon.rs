//! Many words looked for in one pass over a text.

use std::ops::Range;

/// Words, each with the mark its owner knows it by.
pub struct Lexicon<W: AsRef<str> = &'static str, M: Copy = usize> {
    /// A bit for each of the openings that words have; some share theirs.
    openings: Box<[u64; 1024]>,
    /// By the slot their opening has in `openings`, those of one slot in the order of their bytes.
    words: Vec<Word<W, M>>,
    /// Where the words of each slot begin, and where the last end.
    starts: Box<[u32; 1025]>,
    /// Words too short to have an opening, the shorter before the longer: there are hardly any.
    short: Vec<Word<W, M>>,
}

struct Word<W, M> {
    head: u64,
    /// The bits of a head that are the word's: all but those behind a short one.
    mask: u64,
    text: W,
    mark: M,
}

/// Bytes at the start of a text that are compared at once.
const HEAD: usize = 8;

/// Bytes of the head that a text is looked at by, two Han characters.
const OPENING: usize = 6;

impl<W: AsRef<str>, M: Copy> Lexicon<W, M> {
    /// Of words and their marks.
    pub fn new(words: impl IntoIterator<Item = (W, M)>) -> Self {
        let words = words.into_iter().filter(|(text, _)| !text.as_ref().is_empty() && !text.as_ref().contains('\0'));
        let word = |(text, mark): (W, M)| Word::new(text, mark);
        let (mut short, mut words): (Vec<_>, Vec<_>) =
            words.map(word).partition(|word| word.text.as_ref().len() < OPENING);
        let slot = |word: &Word<W, M>| bit(word.head).0;
        words.sort_by(|a, b| slot(a).cmp(&slot(b)).then_with(|| a.text.as_ref().cmp(b.text.as_ref())));
        short.sort_by_key(|word| word.text.as_ref().len());
        let (mut openings, mut starts) = (Box::new([0; 1024]), Box::new([0; 1025]));
        for word in &words {
            let (slot, bit) = bit(word.head);
            openings[slot] |= bit;
            starts[slot + 1] += 1;
        }
        (1..starts.len()).for_each(|slot| starts[slot] += starts[slot - 1]);
        Self { openings, words, starts, short }
    }

    /// Every place a word stands at, in the order of the text, at one place the shorter before the longer.
    pub fn all(&self, text: &str) -> Vec<(Range<usize>, M)> {
        let mut found = Vec::with_capacity(text.len() / 64);
        for (at, byte) in text.bytes().enumerate() {
            if is_inside(byte) {
                continue;
            }
            let rest = &text.as_bytes()[at..];
            let head = head(rest);
            let (slot, bit) = bit(head);
            let opens = self.openings[slot] & bit != 0;
            if opens || !self.short.is_empty() {
                let words = if opens { self.starts[slot] as usize..self.starts[slot + 1] as usize } else { 0..0 };
                let words = self.short.iter().chain(&self.words[words]).filter(|word| word.is_at(head, rest));
                found.extend(words.map(|word| (at..at + word.text.as_ref().len(), word.mark)));
            }
        }
        found
    }
}

impl<W: AsRef<str>, M> Word<W, M> {
    fn new(text: W, mark: M) -> Self {
        let bytes = text.as_ref().as_bytes();
        let (head, behind) = (head(bytes), HEAD.saturating_sub(bytes.len()));
        Self { head, mask: u64::MAX << (8 * behind), text, mark }
    }

    /// Whether a text with this head begins with the word. Most that share an opening differ in the head.
    fn is_at(&self, head: u64, text: &[u8]) -> bool {
        let word = self.text.as_ref().as_bytes();
        (head ^ self.head) & self.mask == 0
            && word.get(HEAD..).is_none_or(|rest| text[HEAD.min(text.len())..].starts_with(rest))
    }
}

/// Of what was found in the order of the text: at each place the longest, and nothing more before its end. Of 法制办公室
/// not 法制办.
pub fn longest<M>(found: impl Iterator<Item = (Range<usize>, M)>) -> impl Iterator<Item = (Range<usize>, M)> {
    let mut found = found.peekable();
    let mut end = 0;
    std::iter::from_fn(move || {
        let mut longest = found.find(|(range, _)| range.start >= end)?;
        while let Some(longer) = found.next_if(|(range, _)| range.start == longest.0.start) {
            longest = longer;
        }
        end = longest.0.end;
        Some(longest)
    })
}

/// The first bytes of a text as a number; zeros behind a shorter one, which no word has.
fn head(text: &[u8]) -> u64 {
    // All are read at once where there are as many.
    let bytes = text.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; HEAD];
        bytes[..text.len()].copy_from_slice(text);
        bytes
    });
    u64::from_be_bytes(bytes)
}

/// Where the bit of an opening is, by the head that has it.
fn bit(head: u64) -> (usize, u64) {
    let opening = head >> (8 * (HEAD - OPENING));
    let code = (opening.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as usize;
    (code >> 6, 1 << (code & 63))
}

/// Whether a byte stands inside a character.
fn is_inside(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}
