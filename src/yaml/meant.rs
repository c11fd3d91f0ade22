//! A text as it was meant, beside the text as it was typed.

use std::borrow::Cow;

use super::slip::Stroke;
use crate::place::Alignment;
use crate::source::Span;

/// One thing that was typed otherwise than YAML reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub stroke: Stroke,
    /// Where it was typed; empty where something was left out.
    pub typed: Span,
    pub replacement: String,
}

/// The text that YAML is to read. Offsets into it are turned back into offsets of the typed text.
#[derive(Debug)]
pub struct Meant<'a> {
    pub text: Cow<'a, str>,
    pub changes: Vec<Change>,
    /// The start of each change's replacement in `text`.
    starts: Vec<usize>,
}

impl<'a> Meant<'a> {
    /// `typed` with changes that are in order and apart.
    pub fn new(typed: &'a str, changes: Vec<Change>) -> Self {
        if changes.is_empty() {
            return Self { text: Cow::Borrowed(typed), changes, starts: Vec::new() };
        }
        let mut text = String::with_capacity(typed.len());
        let mut starts = Vec::with_capacity(changes.len());
        let mut at = 0;
        for change in &changes {
            text.push_str(&typed[at..change.typed.start]);
            starts.push(text.len());
            text.push_str(&change.replacement);
            at = change.typed.end;
        }
        text.push_str(&typed[at..]);
        Self { text: Cow::Owned(text), changes, starts }
    }

    /// Where the character that starts at an offset was typed.
    pub fn start(&self, offset: usize) -> usize {
        self.typed(offset, self.starts.partition_point(|&start| start <= offset), |change| change.typed.start)
    }

    /// Where the character that ends at an offset was typed.
    pub fn end(&self, offset: usize) -> usize {
        self.typed(offset, self.starts.partition_point(|&start| start < offset), |change| change.typed.end)
    }

    /// The offset beyond the first `count` changes; `inside` says what one is that lies within the last of them.
    fn typed(&self, offset: usize, count: usize, inside: impl Fn(&Change) -> usize) -> usize {
        let Some(last) = count.checked_sub(1) else { return offset };
        let change = &self.changes[last];
        let end = self.starts[last] + change.replacement.len();
        match offset.checked_sub(end) {
            Some(beyond) => change.typed.end + beyond,
            None => inside(change),
        }
    }

    /// The typed text of a span.
    pub fn span(&self, span: Span) -> Span {
        let start = self.start(span.start);
        if span.start == span.end {
            return Span::new(start, start);
        }
        Span::new(start, self.end(span.end).max(start))
    }

    /// An alignment with the typed text, from one with this text; `span` is that of the value.
    pub fn alignment(&self, alignment: Alignment, span: Span) -> Alignment {
        if self.changes.is_empty() {
            return alignment;
        }
        let pieces = match alignment {
            Alignment::Whole => return Alignment::Whole,
            Alignment::Verbatim if !self.touches(span) => return Alignment::Verbatim,
            Alignment::Verbatim => vec![(0, span.start as u32), ((span.end - span.start) as u32, span.end as u32)],
            Alignment::Pieces(pieces) => pieces,
        };
        let mut typed = Vec::with_capacity(pieces.len());
        for pair in pieces.windows(2) {
            let [(value, start), (next, end)] = pair else { continue };
            typed.push((*value, self.start(*start as usize) as u32));
            if next - value != end - start {
                continue;
            }
            let first = self.starts.partition_point(|&at| at < *start as usize);
            for (change, &at) in self.changes[first..].iter().zip(&self.starts[first..]) {
                let stop = at + change.replacement.len();
                if stop > *end as usize {
                    break;
                }
                let within = |offset: usize| value + (offset as u32 - start);
                typed.push((within(at), change.typed.start as u32));
                typed.push((within(stop), change.typed.end as u32));
            }
        }
        typed.extend(pieces.last().map(|&(value, end)| (value, self.end(end as usize) as u32)));
        typed.dedup_by_key(|piece| piece.0);
        Alignment::Pieces(typed)
    }

    /// Whether anything in a span was changed.
    fn touches(&self, span: Span) -> bool {
        let first = self.starts.partition_point(|&at| at < span.start);
        self.starts.get(first).is_some_and(|&at| at < span.end)
    }
}
