//! Characters that no format can hold.

use crate::characters::pairs;

/// Whether no format can hold a character: a control character, one of the two that XML forbids beside them, one that
/// turns the direction of writing, so that a page would show other words than were typed, or a byte order mark, which
/// comes into a text with what is pasted from elsewhere.
pub fn is_forbidden(character: char) -> bool {
    let is_line = matches!(character, '\n' | '\r' | '\t');
    let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (character.is_control() && !is_line) || matches!(character, '\u{fffe}' | '\u{ffff}' | '\u{feff}') || turns
}

/// The characters of a text that no format can hold, each once.
pub fn forbidden(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = text.chars().filter(|&character| is_forbidden(character)).collect();
    characters.sort_unstable();
    characters.dedup();
    characters
}

/// Whether a text may hold a forbidden character, by its bytes.
pub(crate) fn may_hold_forbidden(text: &str) -> bool {
    let is_line = |byte: u8| (byte == b'\n') | (byte == b'\r') | (byte == b'\t');
    pairs::any(text, |a, b| may_be_forbidden(a, b) & !is_line(a))
}

/// Whether a byte and the next may be of a forbidden character, or of a line end or tab: for [`pairs::any`].
#[inline]
pub(crate) fn may_be_forbidden(a: u8, b: u8) -> bool {
    let is_control = (a < b' ') | (a == 0x7f);
    // U+0080 to U+009F are C2 80 to C2 9F, U+FFFE and U+FFFF end with BF BE and BF BF; what turns the direction ends with
    // 80 AA to 80 AE and 81 A6 to 81 A9.
    let is_odd = ((a == 0xc2) & (b < 0xa0)) | ((a == 0xbf) & (b & 0xfe == 0xbe));
    let turns = ((a == 0x80) & (0xaa..=0xae).contains(&b)) | ((a == 0x81) & (0xa6..=0xa9).contains(&b));
    // U+FEFF ends with BB BF.
    let is_order = (a == 0xbb) & (b == 0xbf);
    is_control | is_odd | turns | is_order
}

#[cfg(test)]
mod tests {
    use super::{is_forbidden, may_hold_forbidden};

    #[test]
    fn forbidden_characters_are_seen_in_their_bytes() {
        for character in ('\0'..='\u{ffff}').filter(|&character| is_forbidden(character)) {
            assert!(may_hold_forbidden(&format!("{character}")), "{character:?}");
            assert!(may_hold_forbidden(&format!("法{character}治")), "{character:?}");
        }
        assert!(!may_hold_forbidden("收到：\t行政复议，（同比）增长29.17%；\r\n“放管服”改革——《规划》·"));
    }
}
