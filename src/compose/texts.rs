//! Texts that several editions print alike: read for the first of them, copied for the others.

use std::collections::HashMap;

use crate::document::Block;
use crate::model::Text;

/// What a text was read as.
#[derive(Clone)]
pub(super) struct ReadText {
    pub blocks: Vec<Block>,
    /// Full names of the figures it prints, or computes what it prints from.
    pub figures: Vec<String>,
}

/// The texts of one report that read the same in every edition. Each is known by where it is in memory: no two texts of
/// a borrowed report are at one place there, while those of a report nobody typed share their [`Text::place`].
#[derive(Default)]
pub(super) struct Texts(HashMap<*const Text, ReadText>);

impl Texts {
    /// What an edition before read in a text.
    pub fn get(&self, text: &Text) -> Option<&ReadText> {
        self.0.get(&std::ptr::from_ref(text))
    }

    /// Keeps what was read in a text.
    pub fn keep(&mut self, text: &Text, read: ReadText) {
        self.0.insert(std::ptr::from_ref(text), read);
    }
}
