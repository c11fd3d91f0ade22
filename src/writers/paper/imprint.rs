//! 版记, by GB/T 9704—2012 7.4.

use crate::document::{Document, Line};

/// The organs that get a copy, of the imprint or else of the edition.
pub(in crate::writers) fn copies(document: &Document) -> String {
    match &document.letterhead {
        Some(letterhead) if !letterhead.copies.is_empty() => letterhead.copies.join("，"),
        _ => document.copies.iter().map(Line::plain).collect::<Vec<_>>().join("，"),
    }
}
