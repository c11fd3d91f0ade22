//! Where a value was typed: the bridge from the model back to the source text.
//!
//! Model types carry a [`Place`], four bytes wide. [`Places`], made by the reader beside the report, turns a place,
//! or a range inside the value typed there, into a [`Span`] of the source.

use std::ops::Range;

use serde::{Deserialize, Deserializer};

use crate::source::Span;

/// The place of one value in its file; the default is the file as a whole.
///
/// A struct of the model asks the report reader for its own place by a field renamed `$place`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Place(pub u32);

/// A value with the place it was typed at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Placed<T> {
    pub value: T,
    pub place: Place,
}

impl<T> Placed<T> {
    /// `value`, typed at `place`.
    pub const fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

impl<T> std::ops::Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// The name by which [`Placed`] asks the report reader for the place of a value.
pub(crate) const PLACED: &str = "$fazhi::Placed";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    /// Reads a tuple of place and value from the report reader, which knows its name; no other format can give one.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Visitor<T> {
            type Value = Placed<T>;

            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("a value with its place")
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let missing = || serde::de::Error::custom("a placed value is a pair");
                let place = access.next_element()?.ok_or_else(missing)?;
                let value = access.next_element()?.ok_or_else(missing)?;
                Ok(Placed::new(value, Place(place)))
            }
        }
        deserializer.deserialize_tuple_struct(PLACED, 2, Visitor(std::marker::PhantomData))
    }
}

/// One step of a path into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A key, in English where it is one of ours, as typed where it is the user's.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// How the characters of a value lie in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// The value has no characters of its own (a map, a list) or they cannot be told apart: ranges mean the whole.
    Whole,
    /// The value is the source text of the span, byte for byte.
    Verbatim,
    /// Pairs of (offset in the value, offset in the source), ascending; the last is the end of both. Between two pairs
    /// the bytes run in step, or all of the source between them is the one character of the value.
    Pieces(Vec<(u32, u32)>),
}

/// What is known of one place.
#[derive(Clone, Debug)]
pub struct PlaceEntry {
    /// The place this one is inside of; `None` for the file itself.
    pub parent: Option<Place>,
    /// The step from the parent.
    pub step: Option<Step>,
    /// The span of the key, where the place is the value of one.
    pub key: Option<Span>,
    /// The span of the value.
    pub span: Span,
    /// How ranges in the value map to the source.
    pub alignment: Alignment,
}

/// All places of one file.
#[derive(Clone, Debug, Default)]
pub struct Places {
    entries: Vec<PlaceEntry>,
}

impl Places {
    /// The places of a file whose text covers `whole`; [`Place::default`] is the file.
    pub fn new(whole: Span) -> Self {
        Self {
            entries: vec![PlaceEntry { parent: None, step: None, key: None, span: whole, alignment: Alignment::Whole }],
        }
    }

    /// Makes room for so many entries more.
    pub fn reserve(&mut self, more: usize) {
        self.entries.reserve(more);
    }

    /// Adds an entry and names its place.
    pub fn add(&mut self, entry: PlaceEntry) -> Place {
        let place =
            Place(u32::try_from(self.entries.len()).expect("a file has fewer than 2^32 bytes, let alone values"));
        self.entries.push(entry);
        place
    }

    /// How many places there are, the file among them.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no place, not even a file.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What is known of a place; of one that is not ours, the file.
    pub fn entry(&self, place: Place) -> Option<&PlaceEntry> {
        self.entries.get(place.0 as usize).or_else(|| self.entries.first())
    }

    /// The entry of a place, to be completed.
    pub fn entry_mut(&mut self, place: Place) -> Option<&mut PlaceEntry> {
        self.entries.get_mut(place.0 as usize)
    }

    /// The span of a place's value.
    pub fn span(&self, place: Place) -> Span {
        self.entry(place).map(|entry| entry.span).unwrap_or_default()
    }

    /// The span of a place's key, or of its value where it has none.
    pub fn key_span(&self, place: Place) -> Span {
        self.entry(place).map(|entry| entry.key.unwrap_or(entry.span)).unwrap_or_default()
    }

    /// The span of a range of bytes inside the value of a place.
    pub fn range(&self, place: Place, range: Range<usize>) -> Span {
        let Some(entry) = self.entry(place) else { return Span::default() };
        match &entry.alignment {
            Alignment::Whole => entry.span,
            Alignment::Verbatim => {
                let clamp = |offset: usize| (entry.span.start + offset).min(entry.span.end);
                Span::new(clamp(range.start), clamp(range.end))
            }
            Alignment::Pieces(pieces) => {
                let start = piece_at(pieces, range.start).unwrap_or(entry.span.start);
                let end = if range.end > range.start { piece_end(pieces, range.end) } else { Some(start) };
                let end = end.unwrap_or(entry.span.end).min(entry.span.end);
                Span::new(start.min(end), end)
            }
        }
    }

    /// The place itself and those it lies in, from the inside out; the file is the last.
    pub fn ancestors(&self, place: Place) -> impl Iterator<Item = Place> {
        let parent = |place: &Place| self.entries.get(place.0 as usize).and_then(|entry| entry.parent);
        std::iter::successors(Some(place), parent)
    }

    /// The place of the value that stands under a key, named in English where it is one of ours, of the map at a place.
    pub fn under(&self, map: Place, key: &str) -> Option<Place> {
        let is_it = |entry: &PlaceEntry| {
            entry.parent == Some(map) && matches!(&entry.step, Some(Step::Key(name)) if name == key)
        };
        // The places inside a map come after it.
        let index = (map.0 as usize + 1..self.entries.len()).find(|&index| is_it(&self.entries[index]))?;
        u32::try_from(index).ok().map(Place)
    }

    /// The first value inside the map or list at a place.
    pub fn first_in(&self, outer: Place) -> Option<Place> {
        let next = outer.0.checked_add(1)?;
        (self.entries.get(next as usize)?.parent == Some(outer)).then_some(Place(next))
    }

    /// The path of a place as the user may write it in `allow … at`: `sections[0].measures[2]`; empty for the file.
    pub fn path(&self, place: Place) -> String {
        let mut steps = Vec::new();
        let mut at = self.entry(place);
        while let Some(entry) = at {
            steps.extend(entry.step.as_ref());
            at = entry.parent.and_then(|parent| self.entries.get(parent.0 as usize));
        }
        let mut path = String::new();
        for step in steps.into_iter().rev() {
            match step {
                Step::Key(key) if path.is_empty() => path.push_str(key),
                Step::Key(key) => {
                    path.push('.');
                    path.push_str(key);
                }
                Step::Item(index) => path.push_str(&format!("[{index}]")),
            }
        }
        path
    }
}

/// The source offset at which the character at a value offset starts.
fn piece_at(pieces: &[(u32, u32)], offset: usize) -> Option<usize> {
    let index = pieces.partition_point(|&(value, _)| value as usize <= offset);
    let &(value, source) = pieces.get(index.checked_sub(1)?)?;
    Some(source as usize + (offset - value as usize))
}

/// The source offset at which the character before a value offset ends.
///
/// A piece ends where the next one starts: an escape is longer in the source than in the value.
fn piece_end(pieces: &[(u32, u32)], offset: usize) -> Option<usize> {
    let next = pieces.partition_point(|&(value, _)| (value as usize) < offset);
    match pieces.get(next) {
        Some(&(value, source)) if value as usize == offset => Some(source as usize),
        _ => piece_at(pieces, offset),
    }
}

/// Where in a file something is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// The value at a place.
    Value(Place),
    /// The key of the value at a place.
    Key(Place),
    /// A range of bytes inside the value at a place.
    Range(Place, Range<usize>),
    /// A stretch of the source itself: faults met before there are values.
    Source(Span),
}

impl Where {
    /// The stretch of the source.
    pub fn span(&self, places: &Places) -> Span {
        match self {
            Self::Value(place) => places.span(*place),
            Self::Key(place) => places.key_span(*place),
            Self::Range(place, range) => places.range(*place, range.clone()),
            Self::Source(span) => *span,
        }
    }

    /// The place, where there is one.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Value(place) | Self::Key(place) | Self::Range(place, _) => Some(*place),
            Self::Source(_) => None,
        }
    }
}
