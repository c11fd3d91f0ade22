//! md, html, txt, docx -> Document: one file a format, and the way to tell them apart by what is in them.
//!
//! A reader does not know what a report is. It gives the text block by block in reading order, with a [`Hint`] for
//! each block on how it looked; [`import`](crate::import) finds the report in it.

#[cfg(feature = "docx")]
mod docx;
mod format;
mod html;
mod markdown;
mod plain;
mod runs;
mod visible;

pub use format::Format;
pub(crate) use plain::is_page_mark;
pub use visible::Visible;

use crate::characters::forbidden::is_forbidden;
use crate::characters::han::is_han;
use crate::document::{Block, Document, Paragraph};
use crate::message;
use crate::message::Message;
use crate::source::SourceFile;

/// The longest text that is read: a report has at most some hundred kilobytes, a page around it a few megabytes.
pub const LONGEST_TEXT: usize = 16 << 20;

/// The most paragraphs and tables that are read: a report has some hundreds, a page around it some thousands.
const MOST_BLOCKS: usize = 200_000;

/// A published text as read: blocks in reading order, each with a hint.
#[derive(Clone, Debug, Default)]
pub struct Manuscript {
    /// Only `body`, `notes` and `meta` are filled: what is title, signature or date is for the import to find.
    pub document: Document,
    /// One for each block of the body.
    pub hints: Vec<Hint>,
}

/// How a block looked in its source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The line of a text, the paragraph of a docx, the block of a page; from 1.
    pub line: usize,
    /// It begins with blanks or has a first-line indent.
    pub is_indented: bool,
    pub is_centered: bool,
    /// All of it is a link.
    pub is_linked: bool,
    /// It stands outside the part of the page that holds the article.
    pub is_outside: bool,
    /// It is an item of a list: of an ordered one the number is part of the text.
    pub item: Option<Item>,
}

/// Of which list a paragraph is an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub is_ordered: bool,
    /// 0 for a list that stands in no other.
    pub depth: usize,
}

impl Manuscript {
    fn push(&mut self, block: Block, hint: Hint) {
        self.document.body.push(block);
        self.hints.push(hint);
    }

    /// The text as a reader sees it: a paragraph or a row of a table a line, the notes at the end.
    #[cfg(feature = "docx")]
    fn lines(&self) -> String {
        let notes = self.document.notes.iter().flat_map(|note| &note.body);
        self.document.body.iter().chain(notes).flat_map(lines).map(|line| line + "\n").collect()
    }
}

/// Reads a file by its content; the name only decides between plain text and Markdown.
///
/// # Errors
/// Says what the file is, where it is none we read, and how to get one.
pub fn read(name: &str, bytes: &[u8]) -> Result<Manuscript, Message> {
    open(name, bytes).map(|opened| opened.manuscript)
}

/// A published text with the source that findings point into.
#[derive(Clone, Debug)]
pub struct Opened {
    pub manuscript: Manuscript,
    /// The text as it stands in the file; of a Word file, its paragraphs line by line.
    pub source: SourceFile,
    pub format: Format,
    /// What a Word file holds beside the text.
    pub leftovers: Vec<Leftover>,
}

/// What a Word file holds that a reader does not see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    pub kind: LeftoverKind,
    pub text: String,
    /// What a reader sees of the paragraph it stands in, or of the one before where that shows nothing.
    pub paragraph: String,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftoverKind {
    /// Hidden text.
    Hidden,
    /// Added by a tracked change; a reader sees it.
    Added,
    /// Removed by a tracked change.
    Removed,
    Comment,
}

impl Opened {
    /// What a reader sees of the source.
    pub fn visible(&self) -> Visible {
        match self.format {
            Format::Html => html::visible(self.source.text()),
            Format::Markdown => Visible::markdown(self.source.text()),
            _ => Visible::plain(self.source.text()),
        }
    }
}

/// Reads a file by its content, its source beside it.
///
/// # Errors
/// Those of [`read`].
pub fn open(name: &str, bytes: &[u8]) -> Result<Opened, Message> {
    let format = Format::of(name, bytes)?;
    #[cfg(feature = "docx")]
    if format == Format::Docx {
        let manuscript = docx::read(bytes, Changes::Accept)?;
        let source = SourceFile::new(name, manuscript.lines());
        return Ok(Opened { manuscript, source, format, leftovers: docx::leftovers(bytes)? });
    }
    if bytes.len() > LONGEST_TEXT {
        return Err(message!("import.too_long", limit = LONGEST_TEXT >> 20));
    }
    let source = SourceFile::from_bytes(name, bytes)?;
    let format = format.seen_in(source.text());
    let manuscript = match format {
        Format::Html => html::read(source.text())?,
        Format::Markdown => markdown::read(source.text()),
        _ => plain::read(source.text()),
    };
    if manuscript.hints.len() > MOST_BLOCKS {
        return Err(message!("import.too_many"));
    }
    Ok(Opened { manuscript, source, format, leftovers: Vec::new() })
}

/// How tracked changes of a Word file are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Changes {
    #[default]
    Accept,
    Reject,
}

/// What a reviewer wrote beside the text of a Word file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    pub author: String,
    pub text: String,
}

/// A Word file with what was written beside its text.
#[cfg(feature = "docx")]
#[derive(Clone, Debug, Default)]
pub struct Word {
    pub manuscript: Manuscript,
    pub comments: Vec<Comment>,
}

/// Reads a Word file, its tracked changes as asked.
///
/// # Errors
/// Those of [`read`], and that it is no Word file.
#[cfg(feature = "docx")]
pub fn read_word(name: &str, bytes: &[u8], changes: Changes) -> Result<Word, Message> {
    match Format::of(name, bytes)? {
        Format::Docx => Ok(Word { manuscript: docx::read(bytes, changes)?, comments: docx::comments(bytes)? }),
        _ => Err(message!("onto.not_word")),
    }
}

/// Whether a character is blank or takes no room: what may stand before a paragraph without being part of it.
#[inline]
pub(crate) fn is_blank(c: char) -> bool {
    // Most of a text is Han: told apart at a glance.
    !is_han(c) && (c.is_whitespace() || is_invisible(c))
}

/// Characters that take no room: zero-width blanks, direction marks, a byte order mark, controls.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}') || is_forbidden(c) && !c.is_whitespace()
}

/// The character as it is kept: every kind of narrow blank is a plain one, what takes no room is left out.
pub(crate) fn kept(c: char) -> Option<char> {
    match c {
        '\u{3000}' | '\n' => Some(c),
        _ if is_han(c) => Some(c),
        _ if is_invisible(c) => None,
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    }
}

/// The lines of a block: its breaks are blanks, so that a line is a paragraph.
#[cfg(feature = "docx")]
fn lines(block: &Block) -> Vec<String> {
    let line = |content: &[crate::document::Inline]| crate::document::plain(content).replace('\n', " ");
    match block {
        Block::Paragraph(paragraph) => vec![line(&paragraph.content)],
        Block::Heading(heading) => vec![line(&heading.content)],
        Block::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            rows.map(|cells| cells.iter().map(|cell| line(cell)).collect::<Vec<_>>().join(" | ")).collect()
        }
        Block::List(list) => list.items.iter().flatten().flat_map(lines).collect(),
        Block::Picture(picture) => vec![line(&picture.caption)],
    }
}

/// A paragraph of plain text.
fn paragraph(text: String) -> Block {
    Block::Paragraph(Paragraph { content: vec![run(text)], ..Paragraph::default() })
}

/// Text without markup.
fn run(text: impl Into<String>) -> crate::document::Inline {
    crate::document::Inline::composed(text, crate::place::Place::default())
}

/// Whether two pieces of a broken line need a blank between them: only words in Latin letters do.
fn needs_blank(before: char, after: char) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    is_word(before) && is_word(after)
}
