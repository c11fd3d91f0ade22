//! Findings listed for a person or a program: one file an output, and the table of them all.

pub mod github;
mod hang;
pub mod human;
pub mod json;
mod overview;
pub mod sarif;
pub mod sheet;

use crate::diagnostic::{Checked, Counts, Overview, Unread};
use crate::message::{Lang, Message};
use crate::writers::Output;
#[cfg(feature = "docx")]
use crate::writers::{Options, docx};

/// How findings are to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub lang: Lang,
    /// ANSI colours: only for a terminal that asked for nothing else.
    pub color: bool,
    /// Frames of box-drawing characters; ASCII otherwise.
    pub unicode: bool,
    /// The columns of the terminal, which long sentences are broken to; a pipe and a file have none.
    pub width: Option<usize>,
}

/// An output of findings: how it is named and made.
pub struct Format {
    /// `human`
    pub name: &'static str,
    /// By which a file to write to asks for it: `sarif`.
    pub extension: &'static str,
    /// No text: nothing for a terminal.
    pub is_bytes: bool,
    pub write: List,
    /// The end of an output that may be shown file by file: what follows the files, by their counts. `None` where only
    /// the whole makes sense.
    pub end: Option<End>,
}

/// Lists the findings of files, and the files that could not be read where that is not left to the end.
pub type List = fn(&[Checked], &[Unread], Look) -> Result<Output, Message>;

/// What follows all files: by what each of them has and its findings, and those that could not be read.
pub type End = fn(&[(Overview, Counts)], &[Unread], Look) -> String;

/// Every output of findings, the default first.
pub const FORMATS: &[Format] = &[
    Format {
        name: "human",
        extension: "txt",
        is_bytes: false,
        write: |files, _, look| Ok(Output::Text(human::write_files(files, look))),
        end: Some(human::end),
    },
    Format {
        name: "json",
        extension: "json",
        is_bytes: false,
        write: |files, unread, look| Ok(Output::Text(json::write(files, unread, look.lang))),
        end: None,
    },
    Format {
        name: "sarif",
        extension: "sarif",
        is_bytes: false,
        write: |files, unread, look| Ok(Output::Text(sarif::write(files, unread, look.lang))),
        end: None,
    },
    Format {
        name: "md",
        extension: "md",
        is_bytes: false,
        write: |files, unread, look| Ok(Output::Text(sheet::markdown(files, unread, look.lang))),
        end: None,
    },
    Format {
        name: "csv",
        extension: "csv",
        is_bytes: false,
        write: |files, unread, look| Ok(Output::Text(sheet::csv(files, unread, look.lang))),
        end: None,
    },
    #[cfg(feature = "docx")]
    Format {
        name: "docx",
        extension: "docx",
        is_bytes: true,
        write: |files, unread, look| docx::write(&sheet::page(files, unread, look.lang), &Options::default()),
        end: None,
    },
    Format {
        name: "github",
        extension: "log",
        is_bytes: false,
        write: |files, _, look| Ok(Output::Text(github::write(files, look.lang))),
        end: Some(|_, unread, look| github::end(unread, look.lang)),
    },
];
