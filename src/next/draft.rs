//! Edits of a report file at its places: values replaced, keys and comments added, everything else left as typed.

use std::ops::Range;

use crate::message::Lang;
use crate::model::Text;
use crate::place::{Place, Places};
use crate::source::{Edit, Span};
use crate::yaml::keys::{self, Domain};
use crate::yaml::quoted;

/// A file and the edits made in it so far.
pub(super) struct Draft<'a> {
    text: &'a str,
    places: &'a Places,
    /// The language of the keys that are added.
    pub lang: Lang,
    pub edits: Vec<Edit>,
}

impl<'a> Draft<'a> {
    /// A file without edits.
    pub fn new(text: &'a str, places: &'a Places, lang: Lang) -> Self {
        Self { text, places, lang, edits: Vec::new() }
    }

    /// A key in the language of the file.
    pub fn key(&self, english: &'static str) -> &'static str {
        keys::name(Domain::Key, english, self.lang)
    }

    /// What stands for a value nobody knows yet: 待填, and in a file with English keys ~.
    pub const fn unfilled(&self) -> &'static str {
        keys::unfilled(self.lang)
    }

    /// Empties a text that is filled.
    pub fn empty(&mut self, text: &Text) {
        if !text.is_unfilled() {
            self.set(text.place, self.unfilled());
        }
    }

    /// Puts a scalar of YAML in the place of a value; where nothing stands, behind the key's colon.
    pub fn set(&mut self, place: Place, scalar: &str) {
        let span = self.places.span(place);
        if span.start < span.end {
            let (span, scalar) = self.before_comment(span, scalar);
            self.replace(span, &scalar);
        } else if let Some(colon) = self.colon(place) {
            self.replace(Span::new(colon, colon), &format!(" {scalar}"));
        }
    }

    /// Behind the colon of a place's key.
    fn colon(&self, place: Place) -> Option<usize> {
        let key = self.places.entry(place)?.key?;
        self.text[key.end..].find(':').map(|at| key.end + at + 1)
    }

    /// Puts other words in the place of a range of a value.
    pub fn set_range(&mut self, place: Place, range: Range<usize>, words: &str) {
        let span = self.places.range(place, range);
        self.replace(span, words);
    }

    /// A span with as many of the blanks before a comment as keep the comment where it is, and what is put there.
    fn before_comment(&self, span: Span, words: &str) -> (Span, String) {
        let rest = &self.text[span.end..];
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        if blanks == 0 || !rest[blanks..].starts_with('#') {
            return (span, words.to_owned());
        }
        let room = (width(self.slice(span)) + blanks).saturating_sub(width(words));
        // Two blanks at least, where there were two.
        let words = format!("{words}{}", " ".repeat(room.max(blanks.min(2))));
        (Span::new(span.start, span.end + blanks), words)
    }

    /// Adds a key with a flow value to the map that the value at `after` stands in, behind it.
    pub fn add(&mut self, after: Place, key: &'static str, value: &str) {
        let key = self.key(key);
        let at = self.end(after);
        if self.is_in_flow(after) {
            self.insert(at, &format!(", {key}: {value}"));
        } else {
            let indent = self.indent(after);
            let at = self.line_end(at);
            let text = format!("{}{indent}{key}: {value}", self.line_break());
            self.insert(at, &text);
        }
    }

    /// Adds a key with a list of texts to the map that the value at `after` stands in, behind it.
    pub fn add_list(&mut self, after: Place, key: &'static str, texts: &[String]) {
        if self.is_in_flow(after) {
            self.add(after, key, &flow_list(texts));
            return;
        }
        let (indent, line_break) = (self.indent(after), self.line_break());
        let mut lines = format!("{line_break}{indent}{}:", self.key(key));
        lines.extend(texts.iter().map(|text| format!("{line_break}{indent}  - {}", quoted(text))));
        let at = self.line_end(self.end(after));
        self.insert(at, &lines);
    }

    /// Adds texts to a list behind its last item.
    pub fn add_items(&mut self, last: &Text, texts: &[String]) {
        let span = self.places.span(last.place);
        let is_item = self.places.entry(last.place).is_some_and(|entry| entry.key.is_none());
        if !is_item {
            // One text in the place of a list.
            let texts: Vec<String> = std::iter::once(last.value.clone()).chain(texts.iter().cloned()).collect();
            self.set(last.place, &flow_list(&texts));
        } else if self.is_in_flow(last.place) {
            let items: String = texts.iter().map(|text| format!(", {}", quoted(text))).collect();
            self.insert(span.end, &items);
        } else {
            let line = self.line_start(span.start);
            let margin = self.text[line..].len() - self.text[line..].trim_start_matches(' ').len();
            let line_break = self.line_break();
            let lines: String =
                texts.iter().map(|text| format!("{line_break}{}- {}", " ".repeat(margin), quoted(text))).collect();
            let at = self.line_end(span.end);
            self.insert(at, &lines);
        }
    }

    /// Adds a comment on a line of its own above the list item at a place; inside braces there is no room for one.
    pub fn comment_above(&mut self, item: Place, comment: &str) {
        let start = self.places.span(item).start;
        let line = self.line_start(start);
        let prefix = &self.text[line..start];
        if prefix.chars().all(|c| c == ' ' || c == '-') {
            let margin = prefix.len() - prefix.trim_start_matches(' ').len();
            let text = format!("{}# {comment}{}", " ".repeat(margin), self.line_break());
            self.insert(line, &text);
        }
    }

    /// Where the value at a place ends; where nothing stands, its key.
    fn end(&self, place: Place) -> usize {
        let span = self.places.span(place);
        if span.start < span.end { span.end } else { self.places.key_span(place).end }
    }

    /// Where the line of an offset starts.
    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
        at + line.trim_end_matches('\r').len()
    }

    fn line_break(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The blanks before the keys of the block map that the value at a place stands in.
    fn indent(&self, value: Place) -> String {
        let start = self.places.key_span(value).start;
        self.text[self.line_start(start)..start].chars().map(|_| ' ').collect()
    }

    /// Whether a place lies inside braces or brackets.
    fn is_in_flow(&self, place: Place) -> bool {
        // The value itself, and the file, are not around it.
        let around = self.places.ancestors(place).skip(1).filter(|around| *around != Place::default());
        around.map(|around| self.places.span(around)).any(|span| self.slice(span).starts_with(['{', '[']))
    }

    fn slice(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }

    fn insert(&mut self, at: usize, text: &str) {
        self.replace(Span::new(at, at), text);
    }

    fn replace(&mut self, span: Span, text: &str) {
        self.edits.push(Edit { span, replacement: text.to_owned() });
    }
}

/// The columns of a text on a terminal.
fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// A text as a scalar that is safe inside braces too: as it is where that cannot be misread.
pub(super) fn scalar(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "._%·（）《》“”、—～〔〕".contains(c);
    let starts_plain = text.starts_with(|c: char| c.is_alphanumeric() || c == '《' || c == '（');
    if starts_plain && text.chars().all(is_plain) { text.to_owned() } else { quoted(text) }
}

/// Texts as a list in brackets.
pub(super) fn flow_list(texts: &[String]) -> String {
    let items: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", items.join(", "))
}
