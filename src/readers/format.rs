//! What a file is, by its first bytes.

use crate::message;
use crate::message::Message;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Html,
    Markdown,
    #[cfg(feature = "docx")]
    Docx,
}

/// Formats that are not read, by their first bytes: the name shown and the message that says how to go on.
const OTHERS: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "PDF", "import.pdf"),
    (b"{\\rtf", "RTF", "import.convert"),
    (b"\x89PNG", "PNG", "import.image"),
    (b"\xff\xd8\xff", "JPEG", "import.image"),
    (b"GIF8", "GIF", "import.image"),
    (b"BM", "BMP", "import.image"),
    (b"II*\0", "TIFF", "import.image"),
    (b"MM\0*", "TIFF", "import.image"),
    (b"Rar!", "RAR", "import.archive"),
    (b"7z\xbc\xaf", "7z", "import.archive"),
    (b"\x1f\x8b", "gzip", "import.archive"),
];

/// How much of a file is looked at to tell HTML from text.
const HEAD: usize = 4096;

impl Format {
    /// The format of a file; `name` only tells Markdown from plain text.
    ///
    /// # Errors
    /// Names the format where it is none that is read.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Message> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(message!("import.empty"));
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return package(name, bytes);
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Err(compound(bytes));
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Err(message!("import.image", format = "WebP"));
        }
        let is_bitmap = |start: &[u8]| start != b"BM" || bytes.get(6..10) == Some(&[0; 4]);
        if let Some((start, format, key)) = OTHERS.iter().find(|(start, ..)| bytes.starts_with(start))
            && is_bitmap(start)
        {
            return Err(message!(*key, format = *format));
        }
        let head = ascii_head(bytes);
        if head.contains("mime-version:") && head.contains("multipart/related") {
            return Err(message!("import.convert", format = "MHT"));
        }
        if is_html(&head) {
            return Ok(Self::Html);
        }
        let is_markdown = matches!(extension(name).as_deref(), Some("md" | "markdown"));
        Ok(if is_markdown { Self::Markdown } else { Self::Text })
    }
}

impl Format {
    /// The format by what is in the text: one with headings as Markdown writes them is Markdown, one without any of its
    /// marks is none, whatever the name says.
    pub(super) fn seen_in(self, text: &str) -> Self {
        /// So many headings are no chance.
        const SEVERAL: usize = 2;
        let is_heading = |line: &&str| {
            let title = line.trim_start_matches('#');
            (2..=6).contains(&(line.len() - title.len())) && title.starts_with(' ')
        };
        let is_marked = || {
            let opens = |line: &str| {
                ["#", "- ", "* ", "+ ", "|", ">", "==", "--", "1. "].iter().any(|mark| line.starts_with(mark))
            };
            ["**", "__", "](", "[^", "\\", "`"].iter().any(|mark| text.contains(mark)) || text.lines().any(opens)
        };
        match self {
            Self::Text if text.lines().filter(is_heading).take(SEVERAL).count() == SEVERAL => Self::Markdown,
            Self::Markdown if !is_marked() => Self::Text,
            format => format,
        }
    }
}

/// What a file's name ends with, in small letters.
fn extension(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())
}

/// The ASCII characters of the first bytes in small letters: enough for tags in any encoding, UTF-16 too.
fn ascii_head(bytes: &[u8]) -> String {
    let is_shown = |&byte: &u8| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\n');
    bytes.iter().take(HEAD).copied().filter(is_shown).map(|byte| char::from(byte.to_ascii_lowercase())).collect()
}

/// Whether the text starts as a page does, or is mostly made of the tags one is made of.
fn is_html(head: &str) -> bool {
    let start = head.trim_start();
    let opens =
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<?xml"].iter().any(|tag| start.starts_with(tag));
    let closings = ["</p>", "</div>", "</span>", "</td>", "</html>", "<br"];
    let count: usize = closings.iter().map(|tag| head.matches(tag).count()).sum();
    opens && !start.starts_with("<?xml") || head.contains("<html") || start.starts_with('<') && count >= 1 || count >= 3
}

/// A zip container: a docx, or something else that office programs write.
fn package(name: &str, bytes: &[u8]) -> Result<Format, Message> {
    let holds = |name: &str| contains(bytes, name.as_bytes());
    #[cfg(feature = "docx")]
    if holds("word/document") || holds("word\\document") {
        return Ok(Format::Docx);
    }
    Err(match () {
        () if holds("OFD.xml") => message!("import.ofd"),
        () if holds("word/document") => message!("import.no_docx"),
        () if holds("xl/workbook") => message!("import.convert", format = "Excel"),
        () if holds("ppt/presentation") => message!("import.convert", format = "PowerPoint"),
        () if holds("application/vnd.oasis.opendocument") => message!("import.convert", format = "OpenDocument"),
        () if extension(name).as_deref() == Some("docx") => message!("import.damaged"),
        () => message!("import.archive", format = "ZIP"),
    })
}

/// A compound file: an old Word or WPS document, or a docx under a password.
fn compound(bytes: &[u8]) -> Message {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let holds = |name: &str| contains(bytes, &wide(name));
    match () {
        () if holds("EncryptedPackage") => message!("import.encrypted"),
        () if holds("WpsContent") || holds("Wps") => message!("import.convert", format = "WPS"),
        () if holds("WordDocument") => message!("import.convert", format = "DOC"),
        () if holds("Workbook") => message!("import.convert", format = "Excel"),
        () => message!("import.convert", format = "DOC/WPS"),
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    let first = part.first().copied().unwrap_or_default();
    bytes.windows(part.len()).any(|window| window[0] == first && window == part)
}
