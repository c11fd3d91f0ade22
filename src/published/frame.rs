//! Where the head of a report stands in its source: title, addressee and number before the text, names and date after
//! it, and what the site says around it.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use super::align;
use crate::model::date;
use crate::outline::numbering;
use crate::place::{Alignment, Place, Places};
use crate::readers::Visible;
use crate::source::Span;

/// Keys whose values stand after the text, where they stand in it at all.
const AFTER: [&str; 3] = ["signature", "date", "copies"];

/// Finds the values of the head; `body` is the text in what is seen of the source.
pub fn find(
    places: &Places,
    values: &[&(Place, String)],
    seen: &Visible,
    body: Range<usize>,
    source: &str,
    located: &mut HashMap<Place, (Span, Alignment)>,
) {
    let is_title = |value: &&(Place, String)| places.path(value.0).starts_with("report.title");
    let (title, rest): (Vec<&(Place, String)>, Vec<_>) = values.iter().copied().partition(is_title);
    let mut search = Search { seen, source, located };
    let title = search.title(&title, body.start);
    let (before, after) = (0..body.start, body.end..seen.text().len());
    for (place, value) in rest {
        let key = places.path(*place);
        let is_after = AFTER.iter().any(|after| key.strip_prefix("report.").is_some_and(|key| key.starts_with(after)));
        let order = match is_after {
            true => [&after, &title, &before],
            false => [&title, &before, &after],
        };
        search.value(*place, value, order);
    }
}

/// Looks for values in what is seen of a source.
struct Search<'s> {
    seen: &'s Visible,
    source: &'s str,
    located: &'s mut HashMap<Place, (Span, Alignment)>,
}

impl Search<'_> {
    /// Finds the lines of the title before the text, the last first: each is the nearest before the next. The stretch
    /// they stand in.
    fn title(&mut self, lines: &[&(Place, String)], body: usize) -> Range<usize> {
        let mut start = body;
        for (place, value) in lines.iter().rev() {
            let needle = visible(value);
            let before = self.seen.text()[..start].rfind(&needle).filter(|_| !needle.is_empty());
            if let Some(at) = before {
                self.locate(*place, value, at..at + needle.len());
                start = at;
            }
        }
        start..body
    }

    /// Finds a value in any of its forms, in the first stretch that has one.
    fn value(&mut self, place: Place, value: &str, stretches: [&Range<usize>; 3]) {
        let found = forms(value).into_iter().find_map(|form| {
            let needle = visible(&form);
            if needle.is_empty() {
                return None;
            }
            let at =
                |range: &&Range<usize>| self.seen.text()[(*range).clone()].find(&needle).map(|at| range.start + at);
            stretches.iter().find_map(at).map(|at| at..at + needle.len())
        });
        if let Some(found) = found {
            self.locate(place, value, found);
        }
    }

    /// Notes where a value stands: character by character where it is written there as it is.
    fn locate(&mut self, place: Place, value: &str, found: Range<usize>) {
        let seen = self.seen;
        let own = Visible::plain(value);
        let stretches = own.stretches(0..own.text().len()).zip(seen.stretches(found.clone()));
        let is_same = own.text() == &seen.text()[found.clone()];
        let exact = is_same.then(|| align::align(value, self.source, stretches)).flatten();
        let whole = || {
            let mut all = seen.stretches(found);
            let first = all.next()?;
            let end = all.last().map_or(first.end, |last| last.end);
            Some((Span::new(first.start, end), Alignment::Whole))
        };
        self.located.extend(exact.or_else(whole).map(|aligned| (place, aligned)));
    }
}

/// The file, its head and its list of sections: they stand where the text starts.
pub fn outermost(places: &Places) -> impl Iterator<Item = Place> + '_ {
    let file = Place::default();
    ["report", "sections"].into_iter().filter_map(move |key| places.under(file, key)).chain([file])
}

/// Where the text starts: its title, else its first paragraph.
pub fn start(places: &Places, spans: &[Option<Span>]) -> Option<Span> {
    let found = || spans.iter().enumerate().filter_map(|(index, span)| Some((Place(index as u32), (*span)?)));
    let title = found().find(|(place, _)| places.path(*place).starts_with("report.title"));
    let body = || found().find(|(place, _)| !is_head(places, *place));
    title.or_else(body).map(|(_, span)| span)
}

/// Whether a place is in the head of the report, or in what the site says of it.
pub fn is_head(places: &Places, place: Place) -> bool {
    let path = places.path(place);
    path.starts_with("report.") || path.starts_with("publication.")
}

fn visible(value: &str) -> String {
    Visible::plain(value).text().to_owned()
}

/// The ways a value may be written: a date in any of its forms, all else as it is.
fn forms(value: &str) -> Vec<String> {
    let mut forms = vec![value.to_owned()];
    if let Some(date) = date::parse(value) {
        let (year, month, day) = (date.year(), date.month(), date.day());
        forms.push(date::signed(date));
        forms.push(format!("{year}年{month}月{day}号"));
        forms.push(format!("{year}年{month:02}月{day:02}日"));
        forms.extend(['-', '/', '.'].map(|mark| format!("{year}{mark}{month}{mark}{day}")));
        forms.extend(['/', '.'].map(|mark| format!("{year}{mark}{month:02}{mark}{day:02}")));
        forms.push(in_numerals(date));
    }
    forms
}

/// 二〇二二年一月十日
fn in_numerals(date: Date) -> String {
    let part = |number: i8| numbering::han(usize::try_from(number).unwrap_or_default());
    let year: String = date.year().to_string().chars().filter_map(|c| Some(part(c.to_digit(10)? as i8))).collect();
    format!("{year}年{}月{}日", part(date.month()), part(date.day()))
}
