//! The categories that a sentence names.

use std::cell::OnceCell;

use crate::prose::Prose;
use crate::prose::tables::{self, CategorySet};

/// The sets of categories whose needed ones are all named in a sentence, looked for when first asked for.
pub struct Sets<'t> {
    pub sentence: usize,
    text: &'t str,
    named: OnceCell<Vec<&'static CategorySet>>,
}

impl<'t> Sets<'t> {
    /// Those of a sentence.
    pub fn of(prose: &Prose<'t>, sentence: usize) -> Self {
        let text = &prose.text[prose.sentences[sentence].range.clone()];
        Self { sentence, text, named: OnceCell::new() }
    }

    /// Whether the sentence names a remainder.
    pub fn names_rest(&self) -> bool {
        self.text.contains("其他") || self.text.contains("其它")
    }

    /// Those sets.
    pub fn complete(&self) -> &[&'static CategorySet] {
        self.named.get_or_init(|| tables::named(self.text))
    }
}
