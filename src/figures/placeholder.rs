//! Placeholders in texts: `${行政复议.收到|change}`.

use std::ops::Range;

/// A text whose placeholders are replaced by what they print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expansion {
    /// The pieces in the order of the text; adjoining typed pieces are one.
    pub pieces: Vec<Piece>,
}

/// A piece of an expanded text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// As typed: the range of the source text; `$${` stands for `${` and splits the piece.
    Typed { text: String, range: Range<usize> },
    /// The printed value of the placeholder at `range`: text, never markup.
    Value { text: String, range: Range<usize> },
    /// A placeholder whose figure is not filled.
    Unfilled { name: String, range: Range<usize> },
}
