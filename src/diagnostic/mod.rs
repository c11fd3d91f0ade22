//! Findings as data, and one file per output.

pub mod baseline;
pub mod counts;
pub mod excerpt;
pub mod finding;
pub mod fingerprint;
pub mod github;
mod hang;
pub mod human;
pub mod json;
pub mod overview;
pub mod sarif;
pub mod sheet;

pub use counts::Counts;
pub use finding::{Finding, Findings, Severity};
pub use human::Look;
pub use overview::Overview;

pub use crate::place::Where;
pub use crate::source::Edit;

use crate::message::Message;
use crate::place::Places;
use crate::source::SourceFile;
use crate::writers::{Options, Output, docx};
#[cfg(feature = "docx")]

/// What the check of one file found, with what it takes to show it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    pub source: &'a SourceFile,
    pub places: &'a Places,
    /// Sorted by place.
    pub findings: &'a [Finding],
    /// The report at a glance, where that is shown.
    pub overview: Option<&'a Overview>,
}

/// An output of findings: how it is named and made.
pub struct Format {
    /// `human`
    pub name: &'static str,
    /// By which a file to write to asks for it: `sarif`.
    pub extension: &'static str,
    /// No text: nothing for a terminal.
    pub is_bytes: bool,
    pub write: fn(&[Checked], Look) -> Result<Output, Message>,
    /// The end of an output that may be shown file by file: what follows the files, by their counts. `None` where only
    /// the whole makes sense.
    pub end: Option<End>,
}

/// What follows all files: by what each of them has, and its findings.
pub type End = fn(&[(Overview, Counts)], Look) -> String;

/// Every output of findings, the default first.
pub const FORMATS: &[Format] = &[
    Format {
        name: "human",
        extension: "txt",
        is_bytes: false,
        write: |files, look| Ok(Output::Text(human::write_files(files, look))),
        end: Some(human::end),
    },
    Format {
        name: "json",
        extension: "json",
        is_bytes: false,
        write: |files, look| Ok(Output::Text(json::write(files, look.lang))),
        end: None,
    },
    Format {
        name: "sarif",
        extension: "sarif",
        is_bytes: false,
        write: |files, look| Ok(Output::Text(sarif::write(files, look.lang))),
        end: None,
    },
    Format {
        name: "md",
        extension: "md",
        is_bytes: false,
        write: |files, look| Ok(Output::Text(sheet::markdown(files, look.lang))),
        end: None,
    },
    Format {
        name: "csv",
        extension: "csv",
        is_bytes: false,
        write: |files, look| Ok(Output::Text(sheet::csv(files, look.lang))),
        end: None,
    },
    #[cfg(feature = "docx")]
    Format {
        name: "docx",
        extension: "docx",
        is_bytes: true,
        write: |files, look| docx::write(&sheet::page(files, look.lang), &Options::default()),
        end: None,
    },
    Format {
        name: "github",
        extension: "log",
        is_bytes: false,
        write: |files, look| Ok(Output::Text(github::write(files, look.lang))),
        end: Some(|_, _| String::new()),
    },
];
