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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn change(start: usize, end: usize, replacement: &str) -> Change {
        Change { stroke: Stroke::Colon, typed: Span::new(start, end), replacement: replacement.to_owned() }
    }

    #[test]
    fn offsets_lead_back_to_what_was_typed() {
        // 甲：乙 -> 甲: 乙, and a blank left out after -.
        let typed = "-甲：乙";
        let meant = Meant::new(typed, vec![change(0, 1, "- "), change(4, 7, ": ")]);
        assert_eq!(meant.text, "- 甲: 乙");
        let typed_of = |word: &str| {
            let start = meant.text.find(word).expect("the text has it");
            &typed[meant.span(Span::new(start, start + word.len())).range()]
        };
        for (word, source) in [("甲", "甲"), (": ", "："), (":", "："), ("乙", "乙"), ("- ", "-"), ("甲: 乙", "甲：乙")]
        {
            assert_eq!(typed_of(word), source, "{word}");
        }
    }

    #[test]
    fn a_changed_value_is_aligned_piece_by_piece() {
        let typed = "共￥{甲}件";
        let meant = Meant::new(typed, vec![change(3, 7, "${")]);
        let span = Span::new(0, meant.text.len());
        let pieces = vec![(0, 0), (3, 3), (5, 7), (12, 14)];
        assert_eq!(meant.alignment(Alignment::Verbatim, span), Alignment::Pieces(pieces));
        assert_eq!(meant.alignment(Alignment::Verbatim, Span::new(0, 3)), Alignment::Verbatim);
        assert_eq!(meant.alignment(Alignment::Whole, span), Alignment::Whole);
    }

    proptest! {
        #[test]
        fn every_span_lies_between_characters(
            pieces in prop::collection::vec(
                prop::sample::select(vec![("甲", ""), ("：", ": "), ("a", ""), ("￥{", "${"), ("\u{3000}", "  "), ("", " ")]),
                1..12,
            ),
        ) {
            let mut typed = String::new();
            let mut changes: Vec<Change> = Vec::new();
            for (text, replacement) in pieces {
                let start = typed.len();
                typed.push_str(text);
                if !replacement.is_empty() && changes.last().is_none_or(|last| last.typed.end < start) {
                    changes.push(change(start, typed.len(), replacement));
                }
            }
            let meant = Meant::new(&typed, changes);
            let offsets: Vec<usize> = meant.text.char_indices().map(|(at, _)| at).chain([meant.text.len()]).collect();
            for &start in &offsets {
                for &end in offsets.iter().filter(|end| **end >= start) {
                    let span = meant.span(Span::new(start, end));
                    prop_assert!(typed.get(span.range()).is_some(), "{span:?} in {typed:?}");
                }
            }
        }
    }
}
