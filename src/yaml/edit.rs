//! Edits of a source text, as `--fix` makes them.

use std::ops::Range;

use crate::source::{Edit, Span};

/// A text after its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub text: String,
    /// How many edits were made; one that reaches into an earlier one is left for the next run.
    pub made: usize,
    strokes: Vec<Stroke>,
}

/// An edit that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stroke {
    /// What was replaced in the text before.
    replaced: Span,
    /// Where its replacement stands in the text after.
    written: Range<usize>,
}

/// Edits that stand close together on a line, as a person is told of them: with a few characters around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of the text before, from 1.
    pub line: usize,
    pub before: String,
    pub after: String,
}

/// Makes edits in a text: in the order of the text, the first of two that overlap.
pub fn apply<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> Edited {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut edited = Edited { text: String::with_capacity(text.len()), made: 0, strokes: Vec::new() };
    let mut at = 0;
    let mut last = None;
    for edit in edits {
        let (Some(kept), Some(_)) = (text.get(at..edit.span.start), text.get(edit.span.range())) else { continue };
        // The same edit may mend two findings.
        if last == Some(edit) {
            continue;
        }
        edited.text.push_str(kept);
        let start = edited.text.len();
        edited.text.push_str(&edit.replacement);
        edited.strokes.push(Stroke { replaced: edit.span, written: start..edited.text.len() });
        edited.made += 1;
        at = edit.span.end;
        last = Some(edit);
    }
    edited.text.push_str(&text[at..]);
    edited
}

/// Characters shown on either side of a change.
const AROUND: usize = 4;

/// Bytes between two edits that are told as one: no more than the characters shown around both.
const NEAR: usize = 2 * AROUND * 4;

impl Edited {
    /// What was changed in `text`, the one the edits were made in.
    pub fn changes(&self, text: &str) -> Vec<Change> {
        let is_near = |one: &Stroke, next: &Stroke| {
            let between = &text[one.replaced.end..next.replaced.start];
            between.len() <= NEAR && !between.contains('\n')
        };
        let (mut line, mut counted) = (1, 0);
        let change = |strokes: &[Stroke]| {
            let (first, last) = (strokes.first()?, strokes.last()?);
            line += text[counted..first.replaced.start].matches('\n').count();
            counted = first.replaced.start;
            let head = on_line(text[..first.replaced.start].chars().rev());
            let tail = on_line(text[last.replaced.end..].chars());
            let told = |text: &str| text.trim().replace("\r\n", "⏎").replace('\n', "⏎");
            Some(Change {
                line,
                before: told(&text[first.replaced.start - head..last.replaced.end + tail]),
                after: told(&self.text[first.written.start - head..last.written.end + tail]),
            })
        };
        self.strokes.chunk_by(is_near).filter_map(change).collect()
    }
}

/// Bytes of the characters that are shown on one side.
fn on_line(chars: impl Iterator<Item = char>) -> usize {
    chars.take(AROUND).take_while(|c| !matches!(c, '\n' | '\r')).map(char::len_utf8).sum()
}
