//! Texts that several editions print alike: read for the first of them, copied for the others.

use crate::document::Block;
use crate::map::Map;
use crate::model::Text;

/// The texts of one report that read the same in every edition. Each is known by where it is in memory: no two texts of
/// a borrowed report are at one place there, while those of a report nobody typed share their [`Text::place`].
#[derive(Default)]
pub(super) struct Texts(Map<*const Text, Vec<Block>>);

impl Texts {
    /// What an edition before read in a text.
    pub fn get(&self, text: &Text) -> Option<&[Block]> {
        self.0.get(&std::ptr::from_ref(text)).map(Vec::as_slice)
    }

    /// Keeps what was read in a text.
    pub fn keep(&mut self, text: &Text, read: Vec<Block>) {
        self.0.insert(std::ptr::from_ref(text), read);
    }
}
