//! What a line of CommonMark begins with, or is as a whole.

use std::ops::Range;

use crate::document::text::pieces::STAND_IN;

/// How many columns a table may have; a wider one is text. Every short row is filled up to them.
const MAX_COLUMNS: usize = 100;

/// A list mark: its digits, and whether we know such lists.
pub(super) struct Mark {
    pub(super) digits: usize,
    pub(super) known: bool,
}

/// The blanks a line starts with.
#[derive(Default)]
pub(super) struct Indent {
    pub(super) bytes: usize,
    /// Columns of half-width blanks and tabs; none where wide ones stand among them, which indent a paragraph.
    pub(super) columns: usize,
    pub(super) wide: usize,
}

impl Indent {
    pub(super) fn of(line: &str) -> Self {
        let mut indent = Self::default();
        for c in line.chars().take_while(|c| c.is_whitespace() || *c == '\u{FEFF}') {
            indent.bytes += c.len_utf8();
            match c {
                ' ' => indent.columns += 1,
                '\t' => indent.columns = (indent.columns / 4 + 1) * 4,
                _ => indent.wide += 1,
            }
        }
        if indent.wide > 0 {
            indent.columns = 0;
        }
        indent
    }
}

/// The list mark a text starts with; `- `, `* ` and `1. ` are known, `+ ` and `1) ` are not.
pub(super) fn list_mark(text: &str) -> Option<Mark> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let known = match (digits, text.as_bytes().get(digits)?) {
        (0, b'-' | b'*') | (1..=9, b'.') => true,
        (0, b'+') | (1..=9, b')') => false,
        _ => return None,
    };
    text[digits + 1..].chars().next().is_none_or(char::is_whitespace).then_some(Mark { digits, known })
}

/// Where the path stands in a text that is a picture and nothing else, without a title: `![说明](图 1.png)`.
pub(super) fn picture_target(text: &str) -> Option<Range<usize>> {
    let inside = text.strip_prefix("![")?.strip_suffix(')')?;
    let (words, target) = inside.split_once("](")?;
    let depth = |depth: usize, byte| match byte {
        b'(' => Some(depth + 1),
        b')' => depth.checked_sub(1),
        _ => Some(depth),
    };
    let is_closed = target.bytes().try_fold(0, depth) == Some(0);
    let path = target.strip_prefix('<').and_then(|path| path.strip_suffix('>')).unwrap_or(target);
    let is_title = path.contains(['<', '>', '"', '\'', '[', ']']);
    let is_one = is_closed && !is_title && !words.contains("![") && !words.ends_with('\\');
    let start = text.len() - target.len() - 1;
    (is_one && !path.trim().is_empty()).then_some(start..text.len() - 1)
}

/// Whether a text would be a thematic break, or the underline of a heading.
pub(super) fn is_rule(text: &str) -> bool {
    let only = |allowed: &[u8]| text.bytes().all(|byte| allowed.contains(&byte));
    let many = |mark: u8| text.bytes().filter(|&byte| byte == mark).count() >= 3;
    !text.is_empty()
        && (only(b"-")
            || only(b"=")
            || [b'-', b'*', b'_'].into_iter().any(|mark| only(&[mark, b' ', b'\t']) && many(mark)))
}

/// Whether a text is the delimiter row of a table with more columns than we take.
pub(super) fn is_wide_delimiter_row(text: &str) -> bool {
    text.bytes().all(|byte| b"|-: \t".contains(&byte))
        && text.bytes().filter(|&byte| byte == b'|').count() > MAX_COLUMNS
}

/// The length of `[^label]:` at the start of a text.
pub(super) fn note_label(text: &str) -> Option<usize> {
    let label = text.strip_prefix("[^")?;
    let length = label.find("]:")?;
    let plain = |c: char| !c.is_whitespace() && !"[]|`<&\\*_".contains(c) && c != STAND_IN;
    (length > 0 && length <= 100 && label[..length].chars().all(plain)).then_some(length + "[^]:".len())
}
