//! Han characters that are looked for, told from all others by one bit.

/// A set of characters of the block of common Han characters, U+4E00 to U+9FFF.
pub struct HanSet {
    bits: [u64; WORDS],
}

const FIRST: u32 = 0x4e00;
const WORDS: usize = (0xa000 - FIRST as usize) / 64;

impl HanSet {
    /// Those of a text, which holds no others.
    pub const fn of(characters: &str) -> Self {
        let (bytes, mut bits, mut at) = (characters.as_bytes(), [0; WORDS], 0);
        assert!(bytes.len() % 3 == 0, "each takes three bytes");
        while at < bytes.len() {
            let code =
                (bytes[at] as u32 & 0xf) << 12 | (bytes[at + 1] as u32 & 0x3f) << 6 | bytes[at + 2] as u32 & 0x3f;
            let index = code - FIRST;
            bits[index as usize / 64] |= 1 << (index % 64);
            at += 3;
        }
        Self { bits }
    }

    /// Whether a character is one of them; of no other block any is.
    pub const fn has(&self, c: char) -> bool {
        let index = (c as u32).wrapping_sub(FIRST);
        let word = index as usize / 64;
        word < WORDS && self.bits[word] >> (index % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_characters_and_no_others() {
        const TEXT: &str = "一二等年龥鿿";
        const SET: HanSet = HanSet::of(TEXT);
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        assert_eq!(all.filter(|c| SET.has(*c)).collect::<String>(), {
            let mut sorted: Vec<char> = TEXT.chars().collect();
            sorted.sort_unstable();
            String::from_iter(sorted)
        });
    }
}
