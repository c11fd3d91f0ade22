//! Where a typed path may lead: down from the report's folder, and nowhere else.

use super::Fault;

/// The path of a file below the report's folder, as the system names it: `%20` is a blank, `a/../b` is `b`.
///
/// # Errors
/// It leads elsewhere, or is none.
pub(super) fn below(typed: &str) -> Result<String, Fault> {
    let path = decoded(typed);
    if path.starts_with('/') || path.starts_with("\\\\") {
        return Err(Fault::Outside);
    }
    // Addresses, drives, and the streams that files have on Windows.
    if path.contains(':') {
        return Err(Fault::Address);
    }
    if path.contains('\\') {
        return Err(Fault::Separator);
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop().ok_or(Fault::Outside)?),
            part if part.contains(char::is_control) => return Err(Fault::Missing),
            part => parts.push(part),
        }
    }
    if parts.is_empty() { Err(Fault::Missing) } else { Ok(parts.join("/")) }
}

/// The path with its `%20` as the characters they stand for; as typed where they stand for none.
fn decoded(typed: &str) -> String {
    let mut bytes = Vec::with_capacity(typed.len());
    let mut rest = typed.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| typed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_down() {
        for (typed, path) in [
            ("图.png", "图.png"),
            ("./图/评查.png", "图/评查.png"),
            ("图/../评查.png", "评查.png"),
            ("图//a.png", "图/a.png"),
            ("%E5%9B%BE%201.png", "图 1.png"),
            ("100%.png", "100%.png"),
            ("%ff.png", "%ff.png"),
            ("...png", "...png"),
            ("~/图.png", "~/图.png"),
        ] {
            assert_eq!(below(typed).as_deref(), Ok(path), "{typed}");
        }
    }

    #[test]
    fn paths_lead_nowhere_else() {
        for (typed, fault) in [
            ("../图.png", Fault::Outside),
            ("图/../../图.png", Fault::Outside),
            ("%2e%2e/图.png", Fault::Outside),
            ("/etc/图.png", Fault::Outside),
            ("%2Fetc/图.png", Fault::Outside),
            ("//example.gov.cn/图.png", Fault::Outside),
            ("\\\\server\\图.png", Fault::Outside),
            ("https://example.gov.cn/图.png", Fault::Address),
            ("HTTP://example.gov.cn/图.png", Fault::Address),
            ("data:image/png;base64,AAAA", Fault::Address),
            ("file:///etc/图.png", Fault::Address),
            ("C:/图.png", Fault::Address),
            ("图.png:stream", Fault::Address),
            ("javascript%3aalert(1)", Fault::Address),
            ("图\\评查.png", Fault::Separator),
            ("..\\图.png", Fault::Separator),
            ("", Fault::Missing),
            ("图/..", Fault::Missing),
            ("图\u{0}.png", Fault::Missing),
            ("%0A.png", Fault::Missing),
        ] {
            assert_eq!(below(typed), Err(fault), "{typed}");
        }
    }
}
