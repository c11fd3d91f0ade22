//! YAML -> Report with places: the only place that names `saphyr_parser`.
//!
//! A file is read once: events become a tree of nodes with spans ([`parse`]), and the nodes become the model's types
//! ([`deserialize`]). Scalars stay text, so 98.60 stays 98.60, and every value knows where it was typed.

pub mod data;
pub mod describe;
mod deserialize;
pub mod keys;
pub mod nearest;
mod node;
mod offsets;
mod parse;
mod positions;
pub mod slip;

pub use slip::{Slip, SlipKind};

use crate::model::Report;
use crate::place::{Place, Places};
use crate::source::SourceFile;

/// What reading a report file yields. The report holds all that could be read; faults are among the slips.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    pub report: Report,
    pub places: Places,
    pub slips: Vec<Slip>,
    /// Whether the keys are Chinese: most of those we know are.
    pub chinese_keys: bool,
}

/// Reads a report file. Never fails: a file that is no YAML yields an empty report and the slip that says so.
pub fn read(source: &SourceFile) -> Reading {
    let text = source.text();
    let parsed = parse::parse(text);
    let places = positions::places(text, &parsed.tree);
    let shape = deserialize::report(source, &parsed.tree, places, !parsed.cut_short);
    let mut slips = shape.slips;
    slips.extend(parsed.faults.into_iter().map(|fault| Slip {
        kind: fault.kind,
        span: fault.span,
        place: Place(fault.node),
        fix: Vec::new(),
    }));
    slips.sort_by_key(|slip| slip.span);
    Reading { report: shape.report, places: shape.places, slips, chinese_keys: shape.chinese_keys }
}
