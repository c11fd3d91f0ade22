//! YAML -> Report with places: the only place that names `saphyr_parser`.

pub mod keys;

use crate::model::Report;
use crate::place::{Place, Places};
use crate::source::{SourceFile, Span};

/// What reading a report file yields. The report holds all that could be read; faults are among the slips.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    pub report: Report,
    pub places: Places,
    pub slips: Vec<Slip>,
    /// Whether the keys are Chinese: most of those we know are.
    pub chinese_keys: bool,
}

/// Something about the file itself: a fault of shape or syntax, or a slip of the keyboard that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    pub kind: SlipKind,
    pub span: Span,
    pub place: Place,
    /// What `--fix` writes there instead; only where the meaning is certain.
    pub fix: Vec<crate::diagnostic::Edit>,
}

/// What is wrong with the file.
#[derive(Clone, Debug, PartialEq)]
pub enum SlipKind {
    // filled by the reader
}

/// Reads a report file. Never fails: a file that is no YAML yields an empty report and the slip that says so.
pub fn read(_source: &SourceFile) -> Reading {
    todo!()
}
