//! What is found in a report, as data: findings, how many there are, the report at a glance, what was dismissed.

pub mod baseline;
pub mod counts;
pub mod excerpt;
pub mod finding;
pub mod fingerprint;
pub mod overview;

pub use counts::Counts;
pub use finding::{Finding, Findings, Severity};
pub use overview::Overview;

pub use crate::place::Where;
pub use crate::source::Edit;

use crate::message::Message;
use crate::place::Places;
use crate::source::SourceFile;

/// A file that was to be checked and could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// As it was named.
    pub file: String,
    /// A sentence that names the file and says what to do.
    pub why: Message,
}

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
