//! Document -> md, html, txt, docx: one file a format, and the table of them all.

use crate::document::Document;

/// What a writer makes: text or bytes, told apart so that a docx is never printed as text by mistake.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    Text(String),
    Bytes(Vec<u8>),
}

/// What a user may ask of a writer.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Display columns to wrap plain text at; `None` is one line a paragraph.
    pub width: Option<usize>,
    /// Templates of the user's own, by name (`report.md`, `page.html`, `page.css`) and text.
    pub templates: Vec<(String, String)>,
}

/// A format: how it is named and written.
pub struct Writer {
    /// `md`
    pub name: &'static str,
    /// Names of it that `--to` also takes.
    pub aliases: &'static [&'static str],
    pub extension: &'static str,
    pub write: fn(&Document, &Options) -> Result<Output, crate::message::Message>,
}

/// Every format, in the order they are listed.
pub const WRITERS: &[Writer] = &[];
