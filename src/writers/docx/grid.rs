//! 文档网格: what lines and characters of a section snap to.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::reference::value;
use super::xml::Xml;

/// The grid of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    kind: String,
    /// From line to line, in twips.
    line_pitch: Option<u32>,
    /// What a character has more than its size, in 4096ths of a point.
    char_space: Option<i32>,
}

/// The kinds there are, besides that of no grid.
const KINDS: [&str; 3] = ["lines", "linesAndChars", "snapToChars"];

impl Grid {
    /// That of GB/T 9704—2012 5.2.3, 22 lines of 28 characters, or with lines of another pitch.
    pub fn standard(line_pitch: u32) -> Self {
        Self { kind: "linesAndChars".to_owned(), line_pitch: Some(line_pitch), char_space: Some(-849) }
    }

    /// Of the last section of `word/document.xml`.
    pub fn read(document: &str) -> Option<Self> {
        let start = document.rfind("<w:docGrid ")?;
        match Reader::from_str(&document[start..]).read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => Some(Self::of(&element)),
            _ => None,
        }
    }

    fn of(element: &BytesStart) -> Self {
        Self {
            kind: Some(value(element, "w:type")).filter(|kind| KINDS.contains(&kind.as_str())).unwrap_or_default(),
            line_pitch: value(element, "w:linePitch").parse().ok(),
            char_space: value(element, "w:charSpace").parse().ok(),
        }
    }

    /// Writes `w:docGrid`.
    pub fn write(&self, xml: &mut Xml) {
        let numbers = [
            ("w:linePitch", self.line_pitch.map(|pitch| pitch.to_string())),
            ("w:charSpace", self.char_space.map(|space| space.to_string())),
        ];
        let kind = Some(("w:type", self.kind.as_str())).filter(|(_, kind)| !kind.is_empty());
        let numbers = numbers.iter().filter_map(|(name, number)| Some((*name, number.as_deref()?)));
        xml.empty("w:docGrid", &kind.into_iter().chain(numbers).collect::<Vec<_>>());
    }
}
