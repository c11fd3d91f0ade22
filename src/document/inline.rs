//! Inlines: what a line is made of.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::place::Place;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Inline {
    Text(Run),
    Strong {
        content: Vec<Inline>,
    },
    Emphasis {
        content: Vec<Inline>,
    },
    /// `href` is http(s), mailto, a fragment or a relative path without `..`; anything else was left as typed text.
    Link {
        href: String,
        content: Vec<Inline>,
    },
    /// A footnote mark: the index into [`Document::notes`](super::Document::notes), from 0.
    Note {
        index: usize,
    },
    /// A line break the drafter asked for.
    Break,
    /// 【待填：name】 of a draft.
    Unfilled {
        name: String,
        #[serde(skip)]
        place: Place,
    },
}

/// Text without markup, and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub text: String,
    #[serde(skip)]
    pub origin: Origin,
}

/// Where a run comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// Typed: byte for byte the `range` of the value at `place`.
    Typed { place: Place, range: Range<usize> },
    /// The printed value of a placeholder that stands at `range` of the value at `place`.
    Value { place: Place, range: Range<usize> },
    /// Supplied by the program (numbers, 一是, ；, a heading of the outline) for the sake of `place`.
    Composed { place: Place },
}

impl Default for Origin {
    fn default() -> Self {
        Self::Composed { place: Place::default() }
    }
}

impl Run {
    /// The run in two, at a byte offset of its text.
    pub fn split_at(&self, at: usize) -> (Self, Self) {
        let (before, after) = self.text.split_at(at);
        let origins = match &self.origin {
            Origin::Typed { place, range } => {
                let middle = range.start + at;
                let typed = |range| Origin::Typed { place: *place, range };
                (typed(range.start..middle), typed(middle..range.end))
            }
            other => (other.clone(), other.clone()),
        };
        (Self { text: before.to_owned(), origin: origins.0 }, Self { text: after.to_owned(), origin: origins.1 })
    }
}

impl Inline {
    /// Text the program supplies for the sake of `place`.
    pub fn composed(text: impl Into<String>, place: Place) -> Self {
        Self::Text(Run { text: text.into(), origin: Origin::Composed { place } })
    }
}

/// The content without markup; a break is a line feed, a note mark is left out.
pub fn plain(content: &[Inline]) -> String {
    let mut text = with_room(content);
    push_plain(content, &mut text);
    text
}

/// An empty text with room for a content without markup, as most is.
pub fn with_room(content: &[Inline]) -> String {
    let length = |inline: &Inline| if let Inline::Text(run) = inline { run.text.len() } else { 0 };
    String::with_capacity(content.iter().map(length).sum())
}

fn push_plain(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(run) => text.push_str(&run.text),
            Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => {
                push_plain(content, text);
            }
            Inline::Break => text.push('\n'),
            Inline::Unfilled { name, .. } => {
                text.push_str("【待填：");
                text.push_str(name);
                text.push('】');
            }
            Inline::Note { .. } => {}
        }
    }
}
