//! An outline of the user's own: what it changes in the built-in one it extends.

use std::collections::HashSet;

use serde::Deserialize;

use super::catalogue::{Relation, Supply};
use super::{Custom, Outline, Part, Presence, Source, Title};
use crate::message::Message;
use crate::model::{Kind, Level};

/// A file of `outlines/` beside the report that `extends` a built-in outline. What it does not give stays as it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    extends: String,
    id: Option<String>,
    name: Option<String>,
    years: Option<(i16, i16)>,
    source: Option<Source>,
    #[serde(default)]
    parts: Vec<PartChange>,
    /// Goes before the orders of the outline it extends.
    #[serde(default)]
    orders: Vec<Vec<String>>,
    /// Go before those of the outline it extends.
    #[serde(default)]
    titles: Vec<Title>,
    /// Each takes the place of the custom of its id.
    #[serde(default)]
    editions: Vec<Custom>,
    #[serde(default)]
    figures: Vec<Supply>,
    #[serde(default)]
    relations: Vec<Relation>,
}

/// A part of the extended outline with what differs, or a new part.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartChange {
    id: String,
    heading: Option<String>,
    of: Option<String>,
    owed_since: Option<i16>,
    since: Option<i16>,
    presence: Option<Presence>,
    /// Added to those of the part.
    #[serde(default)]
    synonyms: Vec<String>,
    /// Added to those of the part.
    #[serde(default)]
    unless: Vec<String>,
    kinds: Option<Vec<Kind>>,
    levels: Option<Vec<Level>>,
    source: Option<Source>,
    guidance: Option<String>,
}

impl Change {
    /// `base` with the changes; `stem` is the name of the file, which is the id unless the file gives one.
    pub(super) fn applied(self, base: Outline, stem: &str) -> Outline {
        let mut outline = base;
        outline.extends = Some(self.extends);
        outline.id = self.id.unwrap_or_else(|| stem.to_owned());
        outline.name = self.name.unwrap_or(outline.name);
        outline.years = self.years.unwrap_or(outline.years);
        place(&mut outline.parts, self.parts, self.source.as_ref());
        outline.orders.splice(..0, self.orders);
        outline.titles.splice(..0, self.titles);
        for custom in self.editions {
            match outline.editions.iter_mut().find(|old| old.id == custom.id) {
                Some(old) => *old = custom,
                None => outline.editions.push(custom),
            }
        }
        outline.figures = self.figures;
        outline.relations = self.relations;
        outline
    }
}

/// Changes the parts named, and puts each new one after the part it follows in the user's file; the first of a file,
/// before the part that follows it there.
fn place(parts: &mut Vec<Part>, changes: Vec<PartChange>, source: Option<&Source>) {
    let position = |parts: &[Part], id: &str| parts.iter().position(|part| part.id == id);
    let following = changes.iter().find_map(|change| position(parts, &change.id));
    let mut next = following.unwrap_or(parts.len());
    for change in changes {
        match position(parts, &change.id) {
            Some(at) => {
                change.apply(&mut parts[at]);
                next = at + 1;
            }
            None => {
                let mut part = Part { id: change.id.clone(), source: source.cloned(), ..Part::default() };
                change.apply(&mut part);
                parts.insert(next, part);
                next += 1;
            }
        }
    }
}

impl PartChange {
    fn apply(self, part: &mut Part) {
        fn set<T>(field: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *field = value;
            }
        }
        set(&mut part.heading, self.heading);
        set(&mut part.presence, self.presence);
        set(&mut part.kinds, self.kinds);
        set(&mut part.levels, self.levels);
        part.of = self.of.or(part.of.take());
        part.owed_since = self.owed_since.or(part.owed_since);
        part.since = self.since.or(part.since);
        part.source = self.source.or(part.source.take());
        part.guidance = self.guidance.or(part.guidance.take());
        part.synonyms.extend(self.synonyms);
        part.unless.extend(self.unless);
    }
}

/// What is wrong with an outline as a whole.
pub(super) struct OutlineFault {
    /// The part; empty where it is the outline itself.
    pub part: String,
    pub message: Message,
}

/// What an outline must hold besides its shape: headings, and ids that name one part each.
pub(super) fn verify(outline: &Outline) -> Result<(), OutlineFault> {
    let fault = |part: &str, message| Err(OutlineFault { part: part.to_owned(), message });
    if outline.years.0 > outline.years.1 {
        let (first, last) = (i64::from(outline.years.0), i64::from(outline.years.1));
        return fault("", crate::message!("outline.years", first = first, last = last));
    }
    let mut ids = HashSet::new();
    for part in &outline.parts {
        let id = &part.id;
        if !ids.insert(id) {
            return fault(id, crate::message!("outline.twice", id = id));
        }
        if part.heading.trim().is_empty() {
            return fault(id, crate::message!("outline.no_heading", id = id));
        }
        if let Some(of) = part.of.as_deref().filter(|of| outline.part(of).is_none()) {
            return fault(id, crate::message!("outline.no_such_part", id = of, by = id));
        }
        if !outline.content_of(part).is_content() {
            return fault(id, crate::message!("outline.circle", id = id));
        }
    }
    Ok(())
}
