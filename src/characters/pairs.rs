//! What a text surely does not hold, by its bytes.

/// Whether any byte of a text and the one behind it, 0 behind the last, are such a pair.
///
/// Every byte is looked at and nothing branches, so that a processor looks at many at once: a text that is free of odd
/// characters, as nearly all are, is told in a fraction of the time its characters take. `is` shall be made of `&`, `|`
/// and comparisons only.
pub fn any(text: &str, is: impl Fn(u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |any, (&a, &b)| any | is(a, b)) | bytes.last().is_some_and(|&last| is(last, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_the_first_of_a_pair() {
        let text = "法治。".repeat(9);
        for (at, c) in text.char_indices() {
            let odd = format!("{}\u{7f}{}", &text[..at], &text[at..]);
            assert!(any(&odd, |a, _| a == 0x7f) && any(&odd, |_, b| b == 0x7f) == (at > 0), "before {c} at {at}");
        }
        assert!(!any(&text, |a, _| a == 0x7f));
        assert!(any("a", |a, b| a == b'a' && b == 0) && !any("", |_, _| true));
    }
}
