//! Names that every page of a copy was stamped with, on lines of their own.

use std::collections::HashSet;

use crate::import::organ;
use crate::import::piece::Piece;
use crate::map::Map;

/// The names of an office or a site that stand alone on a line of a text again and again.
pub fn names(body: &[Piece]) -> HashSet<&str> {
    const LEAST: usize = 3;
    let mut counts: Map<&str, usize> = Map::default();
    for piece in body {
        let is_name = || organ::is_organ(piece.text()) || piece.text().contains("www.");
        if !piece.is_structure() && (4..=40).contains(&piece.length()) && is_name() {
            *counts.entry(piece.text()).or_default() += 1;
        }
    }
    counts.into_iter().filter(|&(_, count)| count >= LEAST).map(|(name, _)| name).collect()
}
