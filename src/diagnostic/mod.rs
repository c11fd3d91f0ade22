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
}

/// Every output of findings, the default first.
pub const FORMATS: &[Format] = &[
    Format { name: "human", write: human::write_all },
    Format { name: "json", write: |files, look| json::write(files, look.lang) },
    Format { name: "sarif", write: |files, look| sarif::write(files, look.lang) },
    Format { name: "md", write: |files, look| sheet::markdown(files, look.lang) },
    Format { name: "csv", write: |files, look| sheet::csv(files, look.lang) },
    Format { name: "github", write: |files, look| github::write(files, look.lang) },
];
