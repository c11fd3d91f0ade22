//! 花脸稿: the text of two versions in one, each piece with what became of it.

/// What became of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Same,
    Deleted,
    Inserted,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub change: Change,
    pub text: String,
}

/// A paragraph of the two versions together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// 1 for 一、 and so on; 0 for what is no heading.
    pub level: u8,
    pub pieces: Vec<Piece>,
}

impl Passage {
    /// Whether anything in it changed.
    pub fn is_changed(&self) -> bool {
        self.pieces.iter().any(|piece| piece.change != Change::Same)
    }

    /// Whether it is a heading.
    pub const fn is_heading(&self) -> bool {
        self.level > 0
    }

    /// The text of one version: of the pieces without those that only the other has.
    pub fn side(&self, without: Change) -> String {
        self.pieces.iter().filter(|piece| piece.change != without).map(|piece| piece.text.as_str()).collect()
    }
}
