//! Bytes -> text: UTF-8, GBK and UTF-16; what is no text is refused by name.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use crate::characters::han::is_han;
use crate::message;
use crate::message::Message;

/// The encoding a file was in. A changed file is written in UTF-8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    #[default]
    Utf8,
    /// UTF-8 after a byte order mark, which is not part of the text.
    Utf8WithMark,
    Utf16Le,
    Utf16Be,
    /// GBK or its superset GB18030.
    Gb18030,
    Big5,
}

impl Encoding {
    /// UTF-8, with or without a byte order mark.
    pub const fn is_utf8(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf8WithMark)
    }

    const fn decoder(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8WithMark => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Gb18030 => GB18030,
            Self::Big5 => BIG5,
        }
    }
}

/// Decodes a file.
///
/// # Errors
/// Says what the file seems to be, or where its text breaks.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Message> {
    if let Some(message) = other_format(bytes) {
        return Err(message);
    }
    if let Some(found) = marked(bytes) {
        return found;
    }
    if bytes.contains(&0) {
        return unmarked_utf16(bytes).map_or_else(|| Err(message!("source.binary")), |encoding| whole(bytes, encoding));
    }
    match utf8(bytes) {
        Some(text) => Ok((text, Encoding::Utf8)),
        None if is_broken_utf8(bytes) => Err(broken(bytes, encoding_rs::Encoding::utf8_valid_up_to(bytes))),
        None => legacy(bytes),
    }
}

/// UTF-8 as text, where it is that. The standard library looks at Chinese eight times as long.
pub fn utf8(bytes: &[u8]) -> Option<String> {
    UTF_8.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned)
}

/// A file that starts with a byte order mark.
fn marked(bytes: &[u8]) -> Option<Result<(String, Encoding), Message>> {
    let (encoding, length) = encoding_rs::Encoding::for_bom(bytes)?;
    let rest = &bytes[length..];
    let encoding = match encoding {
        encoding if encoding == UTF_16LE => Encoding::Utf16Le,
        encoding if encoding == UTF_16BE => Encoding::Utf16Be,
        _ => Encoding::Utf8WithMark,
    };
    if encoding.is_utf8() {
        return Some(match std::str::from_utf8(rest) {
            Ok(text) if !text.contains('\0') => Ok((text.to_owned(), encoding)),
            Ok(_) => Err(message!("source.binary")),
            Err(error) => Err(broken(bytes, length + error.valid_up_to())),
        });
    }
    Some(whole(rest, encoding))
}

/// A text that decodes without a fault.
fn whole(bytes: &[u8], encoding: Encoding) -> Result<(String, Encoding), Message> {
    match encoding.decoder().decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if !text.contains('\0') => Ok((text.into_owned(), encoding)),
        _ => Err(message!("source.binary")),
    }
}

/// UTF-16 without a mark: line ends and blanks have their zero byte always on the same side.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let (mut even, mut odd) = (0_usize, 0_usize);
    for (index, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        *(if index % 2 == 0 { &mut even } else { &mut odd }) += 1;
    }
    let encoding = match (even, odd) {
        (0, 1..) => Encoding::Utf16Le,
        (1.., 0) => Encoding::Utf16Be,
        _ => return None,
    };
    let fits = bytes.len().is_multiple_of(2) && whole(bytes, encoding).is_ok_and(|(text, _)| !text.chars().any(is_odd));
    fits.then_some(encoding)
}

/// A character no report has: what random bytes decode to.
fn is_odd(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
        || ('\u{e000}'..='\u{f8ff}').contains(&character)
}

/// Mostly good UTF-8 with a few bad bytes: a file that was damaged, not one in another encoding.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4
}

fn broken(bytes: &[u8], at: usize) -> Message {
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    message!("source.broken", line = line)
}

/// An encoding of the years before UTF-8.
fn legacy(bytes: &[u8]) -> Result<(String, Encoding), Message> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // The readers of these files are in China: what may be GBK is GBK.
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    let encoding = if guess == BIG5 { Encoding::Big5 } else { Encoding::Gb18030 };
    let known = [GBK, GB18030, BIG5].contains(&guess);
    match whole(bytes, encoding) {
        Ok((text, encoding))
            if known || text.chars().filter(|character| is_han(*character)).count() * 4 > text.len() / 3 =>
        {
            Ok((text, encoding))
        }
        _ => Err(message!("source.unknown-encoding")),
    }
}

/// A file of another program, known by its first bytes.
fn other_format(bytes: &[u8]) -> Option<Message> {
    let has = |needle: &[u8]| bytes.windows(needle.len()).take(1 << 20).any(|window| window == needle);
    let starts: [(&[u8], &str); 9] = [
        (b"%PDF-", "source.pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "source.old-office"),
        (b"{\\rtf", "source.rtf"),
        (b"\x89PNG\r\n", "source.image"),
        (b"\xff\xd8\xff", "source.image"),
        (b"GIF8", "source.image"),
        (b"Rar!\x1a\x07", "source.archive"),
        (b"7z\xbc\xaf\x27\x1c", "source.archive"),
        (b"\x1f\x8b", "source.archive"),
    ];
    if bytes.starts_with(b"PK\x03\x04") {
        let key = match () {
            () if has(b"word/") => "source.docx",
            () if has(b"xl/") => "source.xlsx",
            () if has(b"OFD.xml") => "source.ofd",
            () => "source.archive",
        };
        return Some(Message::new(key));
    }
    starts.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, key)| Message::new(*key))
}
