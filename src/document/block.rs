//! Blocks: what a page is made of, top to bottom.

use serde::{Deserialize, Serialize};

use super::{Inline, plain};
use crate::picture::Image;
use crate::place::Place;

/// A block of the body. The list is flat: a section is a heading and what follows up to the next one of its level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Block {
    /// A heading on a line of its own.
    Heading(Heading),
    Paragraph(Paragraph),
    List(List),
    Table(Table),
    Picture(Picture),
}

/// A heading, standing alone or run into the paragraph it opens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; deeper ones have no number of their own kind.
    pub level: u8,
    /// `一、`, `（一）`, `1.`, `（1）`; empty when the heading has none.
    pub number: String,
    pub content: Vec<Inline>,
    /// Ids of the parts its section fulfils.
    pub parts: Vec<String>,
    /// Unique in the document, stable under edits elsewhere; the fragment of the HTML page.
    pub id: String,
    /// Of the section.
    #[serde(skip)]
    pub place: Place,
}

/// What a paragraph is in the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    #[default]
    Text,
    Preamble,
    Measure,
    Closing,
}

/// A paragraph; with `heading`, the heading is run in: it opens the paragraph and ends with 。
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    pub role: Role,
    pub heading: Option<Heading>,
    /// 一是, 二是 of inline measures are part of the content; a measure in a paragraph of its own has its label there too.
    pub content: Vec<Inline>,
    #[serde(skip)]
    pub place: Place,
}

/// A list typed in a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// The first number of an ordered list; `None` for bullets.
    pub start: Option<u64>,
    pub items: Vec<Vec<Block>>,
    #[serde(skip)]
    pub place: Place,
}

/// A table typed in a text, or one of figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub caption: Vec<Inline>,
    pub alignments: Vec<Alignment>,
    /// One cell a column.
    pub head: Vec<Vec<Inline>>,
    /// Each row has as many cells as the head.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// The first cell of each row names it, as the head names the columns.
    pub names_rows: bool,
    #[serde(skip)]
    pub place: Place,
}

/// A picture typed as a paragraph of its own: `![说明](图.png)`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// What it shows: printed below it, and told to those who cannot see it.
    pub caption: Vec<Inline>,
    /// As typed, from the folder of the report.
    pub path: String,
    /// `None` where its file is not looked for: in a text that is read back.
    pub image: Option<Image>,
    /// All of it as typed.
    #[serde(skip)]
    pub typed: Vec<Inline>,
    #[serde(skip)]
    pub place: Place,
}

impl Picture {
    /// What it shows, on one line and without markup.
    pub fn words(&self) -> String {
        plain(&self.caption).replace('\n', " ").trim().to_owned()
    }
}

/// How the cells of a column are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    #[default]
    None,
    Left,
    Center,
    Right,
}
