//! Characters as every format may hold them.

use crate::characters::forbidden::{is_forbidden, may_be_forbidden};
use crate::characters::pairs;

/// A character as a format may hold it: line ends and tabs become blanks, what is forbidden goes.
pub(super) fn printable(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if is_forbidden(c) => None,
        c => Some(c),
    }
}

/// Appends a text as a format may hold it.
pub(super) fn push_printable(out: &mut String, text: &str) {
    if is_printable(text) {
        out.push_str(text);
    } else {
        out.extend(text.chars().filter_map(printable));
    }
}

/// Whether a text surely stays as it is, as nearly all do.
pub(super) fn is_printable(text: &str) -> bool {
    is_free_of(text, |_| false)
}

/// Whether a text surely stays as it is and has none of some bytes of ASCII. When in doubt it is not.
pub(super) fn is_free_of(text: &str, is_markup: impl Fn(u8) -> bool) -> bool {
    // U+2028 and U+2029 end with 80 A8 and 80 A9.
    let is_line = |a: u8, b: u8| (a == 0x80) & (b & 0xfe == 0xa8);
    !pairs::any(text, |a, b| may_be_forbidden(a, b) | is_line(a, b) | is_markup(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_seen_in_its_bytes() {
        for c in '\0'..='\u{ffff}' {
            for text in [format!("{c}"), format!("法{c}治")] {
                let stays = text.chars().all(|c| printable(c) == Some(c));
                assert!(stays || !is_printable(&text), "{c:?}");
            }
        }
        assert!(is_printable("收到行政复议申请62件，同比增长29.17%；“放管服”改革——《规划》。"));
        assert!(!is_free_of("1<2", |byte| byte == b'<') && !is_free_of("<", |byte| byte == b'<'));
    }
}
