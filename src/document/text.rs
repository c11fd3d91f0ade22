//! CommonMark of one text to blocks: the only place that names `pulldown_cmark`.

use super::{Block, Note};
use crate::figures::placeholder::Expansion;
use crate::place::Place;

/// The blocks of one text, and the footnotes it defines. Note indices count from `first_note`.
pub struct Parsed {
    pub blocks: Vec<Block>,
    pub notes: Vec<Note>,
}

/// Reads one text alone: nothing in it can reach into another.
///
/// Paragraphs, bold, italics, links, lists, tables and footnotes of CommonMark are markup; everything else a person
/// types shows as typed.
pub fn parse(_expansion: &Expansion, _place: Place, _first_note: usize) -> Parsed {
    todo!()
}
