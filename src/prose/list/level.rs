//! The counted quantities of a sentence by level: outside parentheses, or inside those behind one quantity.

use crate::model::unit;
use crate::prose::{Prose, Sentence, is_counted};

/// The counted quantities of one level: outside parentheses, or behind one quantity inside them.
pub struct Level {
    pub depth: usize,
    pub anchor: Option<usize>,
    pub counts: Vec<usize>,
}

/// Those of a sentence, in the order they begin.
pub fn levels(prose: &Prose, sentence: &Sentence) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for index in sentence.mentions.clone() {
        let mention = &prose.mentions[index];
        if !is_counted(&mention.quantity.unit) && mention.quantity.unit != unit::MONEY || prose.is_attribute(mention) {
            continue;
        }
        let clause = prose.clause(mention);
        match levels.iter_mut().find(|level| level.depth == clause.depth && level.anchor == clause.anchor) {
            Some(level) => level.counts.push(index),
            None => levels.push(Level { depth: clause.depth, anchor: clause.anchor, counts: vec![index] }),
        }
    }
    levels
}
