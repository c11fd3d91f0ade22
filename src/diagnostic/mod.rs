//! Findings as data, and one file per output.

pub mod baseline;
pub mod counts;
pub mod excerpt;
pub mod finding;
pub mod fingerprint;
pub mod github;
pub mod human;
pub mod json;
pub mod sarif;
pub mod sheet;

pub use counts::Counts;
pub use finding::{Edit, Finding, Findings, Severity, Where};
pub use human::Look;

use crate::place::Places;
use crate::source::SourceFile;

/// What the check of one file found, with what it takes to show it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    pub source: &'a SourceFile,
    pub places: &'a Places,
    /// Sorted by place.
    pub findings: &'a [Finding],
}

/// An output of findings: how it is named and made.
pub struct Format {
    /// `human`
    pub name: &'static str,
    pub write: fn(&[Checked], Look) -> String,
    /// The end of an output that may be shown file by file: what follows the files, by their counts. `None` where only
    /// the whole makes sense.
    pub end: Option<fn(Counts, Look) -> String>,
}

/// Every output of findings, the default first.
pub const FORMATS: &[Format] = &[
    Format { name: "human", write: human::write_files, end: Some(human::end) },
    Format { name: "json", write: |files, look| json::write(files, look.lang), end: None },
    Format { name: "sarif", write: |files, look| sarif::write(files, look.lang), end: None },
    Format { name: "md", write: |files, look| sheet::markdown(files, look.lang), end: None },
    Format { name: "csv", write: |files, look| sheet::csv(files, look.lang), end: None },
    Format { name: "github", write: |files, look| github::write(files, look.lang), end: Some(|_, _| String::new()) },
];
