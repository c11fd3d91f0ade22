//! One input file as text: decoded, with lines, columns and spans.

use std::ops::Range;
use std::sync::OnceLock;

use crate::encoding::{self, Encoding};
use crate::message;
use crate::message::Message;

/// The largest file that is read: many times a year's longest report, and little enough to hold in memory.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// A stretch of a source text in bytes, half open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The span as a range for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A change of a text: what stands at a span is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub replacement: String,
}

/// A line and a column, both from 1; the column counts Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// An input file: its name as the user gave it and its text, exactly as decoded (a BOM is dropped, line ends stay).
#[derive(Clone, Debug)]
pub struct SourceFile {
    name: String,
    text: String,
    encoding: Encoding,
    /// Counted when a line or a column is first asked for: of a report without findings, none is.
    lines: OnceLock<Lines>,
}

#[derive(Clone, Debug)]
struct Lines {
    starts: Vec<usize>,
    /// Characters before every [`STRIDE`]-th byte: columns of a long line are not counted from its start each time.
    characters: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let count = |bytes: &[u8]| bytes.iter().filter(|&&byte| !matches!(byte, 0x80..=0xbf)).count();
        let counts = text.as_bytes().chunks(STRIDE).scan(0, |before, bytes| {
            let here = *before;
            *before += count(bytes);
            Some(here)
        });
        Self { starts, characters: counts.collect() }
    }
}

/// Bytes between two counts of characters.
const STRIDE: usize = 1024;

impl SourceFile {
    /// A file called `name` that holds `text`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), encoding: Encoding::Utf8, lines: OnceLock::new() }
    }

    /// A file called `name` from its bytes: UTF-8, or what these offices' older programs write (GBK, UTF-16).
    ///
    /// # Errors
    /// Says what the file seems to be when it is no text, is empty, or is larger than [`MAX_BYTES`].
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> Result<Self, Message> {
        if bytes.len() > MAX_BYTES {
            let megabytes = MAX_BYTES / (1024 * 1024);
            return Err(message!("source.too-large", size = bytes.len() / (1024 * 1024), limit = megabytes));
        }
        let (text, encoding) = encoding::decode(bytes)?;
        if text.trim().is_empty() {
            return Err(message!("source.empty"));
        }
        Ok(Self { encoding, ..Self::new(name, text) })
    }

    /// The encoding it was in.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The name the user gave.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }

    /// The line and column of a byte offset; an offset past the end is the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.line_number(offset);
        let column = self.characters_before(offset) - self.characters_before(self.lines().starts[line - 1]) + 1;
        Position { line, column }
    }

    /// The number of characters that start before a byte offset.
    fn characters_before(&self, offset: usize) -> usize {
        let Some(&counted) = self.lines().characters.get(offset / STRIDE) else {
            return self.text.chars().count();
        };
        let rest = &self.text.as_bytes()[offset / STRIDE * STRIDE..offset];
        counted + rest.iter().filter(|&&byte| !matches!(byte, 0x80..=0xbf)).count()
    }

    /// The byte offset at which a line counted from 1 starts; the end of the text past the last.
    pub fn line_start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|index| self.lines().starts.get(index)).copied().unwrap_or(self.text.len())
    }

    /// The line of a byte offset, from 1.
    pub fn line_number(&self, offset: usize) -> usize {
        self.lines().starts.partition_point(|&start| start <= offset)
    }

    /// The text of a line counted from 1, without its line end; empty past the last.
    pub fn line(&self, line: usize) -> &str {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.lines().starts.get(index)) else { return "" };
        let end = self.lines().starts.get(line).copied().unwrap_or(self.text.len());
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// The text a span covers.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }
}
