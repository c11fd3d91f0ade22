//! A published text as a report that rules can look at: what the import made of it, with places in the text itself.

mod align;
mod frame;
mod leftover;
mod numbers;
mod search;

use std::collections::HashMap;

use crate::import::{self, Options};
use crate::message::{Lang, Message};
use crate::place::{Alignment, Place, PlaceEntry, Places, Step};
use crate::readers::{self, Visible};
use crate::source::{SourceFile, Span};
use crate::yaml::{self, Reading};
pub use leftover::Leftover;
pub use numbers::HeadingNumber;
use search::Unit;

/// A published text as read.
pub struct Published {
    /// The text that findings point into.
    pub source: SourceFile,
    pub reading: Reading,
    /// What a Word file holds beside it.
    pub leftovers: Vec<Leftover>,
    /// Numbers of headings that come twice or leave one out.
    pub numbers: Vec<HeadingNumber>,
    /// Why it seems to be no report of this kind: its contents are not judged then, its words and numbers are.
    pub doubt: Option<Message>,
}

/// Reads a published text.
///
/// # Errors
/// Says what the file is, where it is none that is read, and that it holds no running text.
pub fn read(name: &str, bytes: &[u8]) -> Result<Published, Message> {
    let opened = readers::open(name, bytes)?;
    let options = Options { keys: Lang::Zh, figures: false };
    let (imported, doubt) = import::import_any(&opened.manuscript, options)?;
    let written = SourceFile::new(name, imported.yaml);
    let (reading, values) = yaml::read_with_values(&written);
    let seen = opened.visible();
    let places = relocate(&reading.places, &values, &opened.source, &seen);
    let leftovers = leftover::locate(&opened.leftovers, &seen);
    let numbers = numbers::locate(&imported.misnumbered, &reading.report, &places, &opened.source);
    // Slips are about a file that nobody typed.
    let reading = Reading { places, slips: Vec::new(), chinese_keys: true, is_published: true, ..reading };
    Ok(Published { source: opened.source, reading, leftovers, numbers, doubt })
}

/// The places of a report that was written out, as places in the source it was read from.
fn relocate(written: &Places, values: &[(Place, String)], source: &SourceFile, seen: &Visible) -> Places {
    let (body, rest): (Vec<_>, Vec<_>) = values.iter().partition(|(place, _)| is_body(written, *place));
    let head: Vec<_> = rest.into_iter().filter(|(place, _)| frame::is_head(written, *place)).collect();
    let mut units: Vec<Unit> = body.iter().flat_map(|(place, value)| search::units(*place, value)).collect();
    search::find(&mut units, seen.text());
    let mut found: HashMap<Place, Vec<(&Unit, std::ops::Range<usize>)>> = HashMap::new();
    for unit in &units {
        if let Some(range) = &unit.found {
            found.entry(unit.place).or_default().push((unit, range.clone()));
        }
    }
    let mut located: HashMap<Place, (Span, Alignment)> = HashMap::new();
    for (place, value) in &body {
        let Some(pairs) = found.get(place) else { continue };
        let characters = pairs.iter().flat_map(|(unit, range)| unit.characters(seen, range.clone()));
        located.extend(align::align(value, source.text(), characters).map(|aligned| (*place, aligned)));
    }
    let extent = search::extent(&units, seen.text().len());
    frame::find(written, &head, seen, extent, source.text(), &mut located);
    spread(written, &located, source)
}

/// Whether a value is running text, in the order of the source.
fn is_body(places: &Places, place: Place) -> bool {
    let mut keys = places.ancestors(place).filter_map(|place| match places.entry(place)?.step.as_ref()? {
        Step::Key(key) => Some(key.as_str()),
        Step::Item(_) => None,
    });
    let own = keys.next();
    let outermost = keys.last().or(own);
    let is_text = |key| ["preamble", "heading", "text", "measures", "after", "closing", "title"].contains(&key);
    own.is_some_and(is_text)
        && outermost.is_some_and(|key| ["preamble", "sections", "closing", "annexes"].contains(&key))
}

/// Gives every place a stretch of the source: its own, else that of the first place inside it, else that of what it is
/// inside of. The file, its head and its list of sections stand where the text starts.
fn spread(written: &Places, located: &HashMap<Place, (Span, Alignment)>, source: &SourceFile) -> Places {
    let count = written.len();
    let at = |index: usize| Place(index as u32);
    let mut spans: Vec<Option<Span>> = (0..count).map(|index| located.get(&at(index)).map(|(span, _)| *span)).collect();
    let start = frame::start(written, &spans).unwrap_or_else(|| Span::new(0, source.line(1).len()));
    let outermost: Vec<Place> = frame::outermost(written).collect();
    for place in &outermost {
        spans[place.0 as usize].get_or_insert(start);
    }
    for index in (1..count).rev() {
        let parent = written.entry(at(index)).and_then(|entry| entry.parent);
        // The first place inside comes last here.
        if let (Some(span), Some(parent)) = (spans[index], parent)
            && !located.contains_key(&parent)
            && !outermost.contains(&parent)
        {
            spans[parent.0 as usize] = Some(span);
        }
    }
    let mut places = Places::new(spans[0].unwrap_or(start));
    for index in 1..count {
        let Some(entry) = written.entry(at(index)) else { continue };
        let outer = || entry.parent.and_then(|parent| spans[parent.0 as usize]);
        let span = spans[index].or_else(outer).unwrap_or(start);
        spans[index] = Some(span);
        let alignment = located.get(&at(index)).map_or(Alignment::Whole, |(_, alignment)| alignment.clone());
        places.add(PlaceEntry { key: None, span, alignment, ..entry.clone() });
    }
    places
}
