//! What is markup in CommonMark, and how it is written as text.

use crate::characters::leads::Leads;

/// What is markup wherever it stands, in CommonMark, in GFM or in the extensions that renderers turn on unasked.
pub(super) const ESCAPED: Leads =
    Leads::of(&['\\', '`', '*', '_', '!', '[', ']', '<', '&', '#', '|', '~', '^', '$', '{', '}']);

/// Appends text that begins no line.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    let (mut start, mut from) = (0, 0);
    while let Some(at) = ESCAPED.next(text, from) {
        out.push_str(&text[start..at]);
        out.push('\\');
        (start, from) = (at, at + 1);
    }
    out.push_str(&text[start..]);
}

/// Where the mark stands that would make a block of a line of text.
pub(super) fn block_mark(text: &str) -> Option<usize> {
    if text.starts_with(BLOCK_MARKS) {
        return Some(0);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    ((1..=LONGEST_NUMBER).contains(&digits) && text[digits..].starts_with(['.', ')'])).then_some(digits)
}

/// What begins a block at the start of a line, and is markup nowhere else.
pub(super) const BLOCK_MARKS: [char; 5] = ['>', '-', '+', '=', ':'];

/// The most digits of a number that begins a list.
pub(super) const LONGEST_NUMBER: usize = 9;

/// A link destination: what would end it, or be read as markup before it, is percent-encoded.
pub(super) fn destination(out: &mut String, href: &str) {
    for c in href.chars() {
        match c {
            '&' => out.push_str("\\&"),
            '\\' | '<' | '>' | '(' | ')' | '`' | '|' => out.push_str(&format!("%{:02X}", u32::from(c))),
            c if c.is_whitespace() || c.is_control() => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_escaped_wherever_it_stands() {
        for c in ('\0'..='\u{7f}').filter(|c| ESCAPED.has_ascii(*c)) {
            let mut out = String::new();
            push_escaped(&mut out, &format!("{c}法{c}治{c}"));
            assert_eq!(out, format!("\\{c}法\\{c}治\\{c}"));
        }
        let mut out = String::new();
        push_escaped(&mut out, "办结率98.6%，(1)同比+3：“好”@=?");
        assert_eq!(out, "办结率98.6%，(1)同比+3：“好”@=?");
    }
}
