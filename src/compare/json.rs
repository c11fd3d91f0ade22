//! A comparison for programs.

use serde_json::{Value, json};

use super::{Comparison, Look, PartChange};
use crate::document::redline::{Change, Passage};

/// Writes it; the sentences only when they are asked for.
pub(super) fn write(comparison: &Comparison, look: Look) -> String {
    let figures: Vec<Value> = comparison
        .figures
        .iter()
        .map(|row| {
            json!({
                "name": row.name, "last": row.last, "this": row.this,
                "change": given(&row.change), "percent": given(&row.percent), "stated_last": row.stated_last,
            })
        })
        .collect();
    let part = |part: &PartChange| json!({"part": given(&part.id), "heading": part.heading});
    let parts = |parts: &[PartChange]| parts.iter().map(part).collect::<Vec<_>>();
    let mut value = json!({
        "tool": "fazhi", "version": env!("CARGO_PKG_VERSION"),
        "last": comparison.names[0], "this": comparison.names[1],
        "figures": figures,
        "added": parts(&comparison.added), "gone": parts(&comparison.gone),
        "paragraphs": comparison.paragraphs, "unchanged": comparison.unchanged,
    });
    if look.text {
        let changed = comparison.passages.iter().filter(|passage| passage.is_changed());
        value["changes"] = changed.map(passage).collect();
    }
    format!("{value:#}\n")
}

fn passage(passage: &Passage) -> Value {
    let pieces: Vec<Value> = passage
        .pieces
        .iter()
        .map(|piece| {
            let change = match piece.change {
                Change::Same => "same",
                Change::Deleted => "deleted",
                Change::Inserted => "inserted",
            };
            json!({"change": change, "text": piece.text})
        })
        .collect();
    json!({"heading": passage.is_heading(), "pieces": pieces})
}

/// Nothing is null.
fn given(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
