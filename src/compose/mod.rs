//! Report -> Document: one edition composed.

use crate::document::Document;
use crate::figures::{Fault, Table};
use crate::model::Report;
use crate::outline::Outline;

/// What composing yields: the document, and faults of placeholders met on the way.
#[derive(Clone, Debug, Default)]
pub struct Composed {
    pub document: Document,
    pub faults: Vec<Fault>,
}

/// Composes the edition `edition` of a report; `None` is the first, or the only one.
pub fn compose(_report: &Report, _outline: &Outline, _table: &Table, _edition: Option<&str>) -> Composed {
    todo!()
}
