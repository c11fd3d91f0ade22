//! Edits of a source text, as `--fix` makes them.

use crate::diagnostic::Edit;

/// A text after its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub text: String,
    /// How many edits were made; one that reaches into an earlier one is left for the next run.
    pub made: usize,
}

/// Makes edits in a text: in the order of the text, the first of two that overlap.
pub fn apply<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> Edited {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut edited = Edited { text: String::with_capacity(text.len()), made: 0 };
    let mut at = 0;
    let mut last = None;
    for edit in edits {
        let (Some(kept), Some(_)) = (text.get(at..edit.span.start), text.get(edit.span.range())) else { continue };
        // The same edit may mend two findings.
        if last == Some(edit) {
            continue;
        }
        edited.text.push_str(kept);
        edited.text.push_str(&edit.replacement);
        edited.made += 1;
        at = edit.span.end;
        last = Some(edit);
    }
    edited.text.push_str(&text[at..]);
    edited
}
