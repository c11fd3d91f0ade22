//! What a Word file holds beside its text, each at the paragraph where it stands.

use crate::readers::{self, LeftoverKind, Visible};
use crate::source::Span;

/// A leftover with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    pub kind: LeftoverKind,
    pub text: String,
    /// What was added, else the paragraph.
    pub at: Span,
}

/// How many paragraphs may be looked for in vain through the whole text.
const IN_VAIN: usize = 64;

/// Finds the paragraphs of the leftovers, which come in their order.
pub fn locate(leftovers: &[readers::Leftover], seen: &Visible) -> Vec<Leftover> {
    let text = seen.text();
    let visible = |text: &str| Visible::plain(text).text().to_owned();
    let (mut from, mut paragraph) = (0, 0..0);
    let mut before: Option<&str> = None;
    let mut in_vain = 0;
    let mut located = Vec::with_capacity(leftovers.len());
    for leftover in leftovers {
        // Leftovers of one paragraph come one after the other: it is looked for once.
        if before != Some(leftover.paragraph.as_str()) {
            before = Some(&leftover.paragraph);
            let needle = visible(&leftover.paragraph);
            let found = if in_vain < IN_VAIN { text[from..].find(&needle) } else { None };
            in_vain += usize::from(found.is_none());
            paragraph = found.map_or(from..from, |at| from + at..from + at + needle.len());
            from = paragraph.start;
        }
        let added = || visible(&leftover.text);
        let found = match leftover.kind {
            LeftoverKind::Added => text[paragraph.clone()].find(&added()).map(|at| paragraph.start + at),
            _ => None,
        };
        let range = found.map_or(paragraph.clone(), |at| at..at + added().len());
        let mut stretches = seen.stretches(range);
        let first = stretches.next().unwrap_or_default();
        let end = stretches.last().map_or(first.end, |last| last.end);
        located.push(Leftover { kind: leftover.kind, text: leftover.text.clone(), at: Span::new(first.start, end) });
    }
    located
}
