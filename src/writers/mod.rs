//! Document -> md, html, txt, docx, pdf: one file a format, and the table of them all.

#[cfg(feature = "docx")]
pub mod docx;
pub mod html;
pub mod markdown;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
mod print;
mod printable;
mod svg;
pub mod template;
pub mod text;
pub mod title;

use crate::document::Document;
use crate::message::Message;
use printable::{is_free_of, printable, push_printable};

/// What a writer makes: text or bytes, told apart so that a docx is never printed as text by mistake.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    Text(String),
    Bytes(Vec<u8>),
}

/// How lines of a text end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Eol {
    #[default]
    Lf,
    /// For old Windows programs.
    Crlf,
}

/// What a user may ask of a writer.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Display columns to wrap plain text at; `None` is one line a paragraph.
    pub width: Option<usize>,
    pub eol: Eol,
    /// HTML to paste into a content management system: inline styles only; no title, contents or metadata.
    pub fragment: bool,
    /// The HTML page in dark colours on screen; print stays black on white.
    pub dark: bool,
    /// A Word file that lends its styles.
    #[cfg(feature = "docx")]
    pub reference: Option<std::sync::Arc<docx::Reference>>,
    /// Templates of the user's own.
    pub templates: template::Templates,
}

/// A format: how it is named and written.
pub struct Writer {
    /// `md`
    pub name: &'static str,
    /// Names of it that `--to` also takes.
    pub aliases: &'static [&'static str],
    pub extension: &'static str,
    /// Whether it draws charts.
    pub draws: bool,
    pub write: fn(&Document, &Options) -> Result<Output, Message>,
    /// What is to be said to whoever asked for the file, beside writing it.
    pub notes: fn(&Document) -> Vec<Message>,
}

/// Of most formats.
const fn nothing(_document: &Document) -> Vec<Message> {
    Vec::new()
}

/// Every format, in the order they are listed.
pub const WRITERS: &[Writer] = &[
    Writer {
        name: "md",
        aliases: &["markdown"],
        extension: "md",
        draws: false,
        write: markdown::write,
        notes: nothing,
    },
    Writer { name: "html", aliases: &["htm"], extension: "html", draws: true, write: html::write, notes: nothing },
    Writer { name: "txt", aliases: &["text"], extension: "txt", draws: false, write: text::write, notes: nothing },
    #[cfg(feature = "docx")]
    Writer { name: "docx", aliases: &["word"], extension: "docx", draws: true, write: docx::write, notes: nothing },
    #[cfg(feature = "pdf")]
    Writer { name: "pdf", aliases: &[], extension: "pdf", draws: true, write: pdf::write, notes: pdf::notes },
];

/// The format called `name`, by its name or an alias, in any case.
pub fn writer(name: &str) -> Option<&'static Writer> {
    let is_name = |candidate: &str| candidate.eq_ignore_ascii_case(name);
    WRITERS.iter().find(|writer| is_name(writer.name) || writer.aliases.iter().any(|alias| is_name(alias)))
}

/// Writes `document` in the format called `format`.
pub fn write(format: &str, document: &Document, options: &Options) -> Result<Output, Message> {
    let writer = writer(format).ok_or_else(|| {
        let known: Vec<_> = WRITERS.iter().map(|writer| writer.name).collect();
        crate::message!("writers.unknown_format", name = format, known = known)
    })?;
    (writer.write)(document, options)
}

impl Options {
    /// `text` with the line ends asked for.
    fn output(&self, text: String) -> Output {
        Output::Text(match self.eol {
            Eol::Lf => text,
            Eol::Crlf => text.replace('\n', "\r\n"),
        })
    }
}

/// The colours of the series of a chart, which print in black and white tells apart; both stand out from the paper.
const SERIES_COLOURS: [&str; 2] = ["8c1114", "8d8783"];

/// The mark of a footnote and the label of the note, from its index.
fn note_mark(index: usize) -> String {
    format!("［注{}］", index.saturating_add(1))
}

/// What an unfilled place prints.
fn unfilled(name: &str) -> String {
    format!("【待填：{name}】")
}

/// The mark a run-in heading still needs before the text that follows it: 。 unless it brings one.
fn run_in_mark(heading: &str) -> &'static str {
    if heading.trim_end().ends_with(['。', '！', '？', '：', '；']) { "" } else { "。" }
}

/// The stage as it stands under the title: （送审稿）.
fn stage_line(line: &crate::document::Line) -> String {
    let stage = line.plain();
    if stage.starts_with(['（', '(']) { stage } else { format!("（{stage}）") }
}

/// The occasion as it stands under the title of a report read out: ——2022年4月20日在……会议上.
fn occasion_line(line: &crate::document::Line) -> String {
    let occasion = line.plain();
    if occasion.starts_with(['—', '（', '(']) { occasion } else { format!("——{occasion}") }
}
