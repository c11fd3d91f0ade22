//! One line of YAML: its indent and marks, its key, its value; and the value as it must be written.

use super::keys::{self, Domain};

/// How far a line is looked at from one place in it: enough for any that a person can mend by eye.
const REACH: usize = 4096;

/// A line taken apart by sight, for the messages that show how it must be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The line without its end.
    pub text: &'a str,
    /// Its offset in the text.
    pub start: usize,
    /// Where its value starts, after indent, list marks and key.
    pub value: usize,
}

impl<'a> Line<'a> {
    /// The line that an offset is in.
    pub fn at(text: &'a str, offset: usize) -> Self {
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let (first, last) = (offset.saturating_sub(REACH), (offset + REACH).min(text.len()));
        let (first, last) = (text.ceil_char_boundary(first), text.floor_char_boundary(last));
        let start = text[first..offset].rfind(['\n', '\r']).map_or(first, |at| first + at + 1);
        let end = text[offset..last].find(['\n', '\r']).map_or(last, |length| offset + length);
        let line = &text[start..end];
        Self { text: line, start, value: value_offset(line) }
    }

    /// The last line before this one that is not blank.
    pub fn before(self, text: &'a str) -> Option<Self> {
        let end = text[..self.start].trim_end().len();
        (end > 0).then(|| Self::at(text, end - 1))
    }

    /// What stands before the value.
    pub fn prefix(&self) -> &'a str {
        &self.text[..self.value]
    }

    /// The value, without blanks at its end.
    pub fn value(&self) -> &'a str {
        self.text[self.value..].trim_end()
    }

    /// The line with another value, cut where it is long.
    pub fn with(&self, value: &str) -> String {
        shown(&format!("{}{value}", self.prefix().trim_start()))
    }
}

/// Where the value of a line starts.
fn value_offset(line: &str) -> usize {
    let mut at = line.len() - line.trim_start().len();
    let mut listed = false;
    while let Some(rest) = line[at..].strip_prefix("- ") {
        at += 2 + rest.len() - rest.trim_start().len();
        listed = true;
    }
    let body = &line[at..];
    if body.starts_with(['"', '\'', '[', '{']) {
        return at;
    }
    let Some(colon) = body.find(": ") else { return at };
    let name = body[..colon].trim_end();
    let is_key = keys::word(Domain::Key, name).is_some() || (!listed && name.chars().all(is_name_character));
    if !is_key {
        return at;
    }
    let value = &body[colon + 1..];
    at + colon + 1 + value.len() - value.trim_start().len()
}

fn is_name_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '·')
}

/// A text in single quotation marks.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A line as a message shows it: cut where it is long.
pub fn shown(line: &str) -> String {
    const LONG: usize = 60;
    match line.char_indices().nth(LONG) {
        Some((at, _)) => format!("{}……", &line[..at]),
        None => line.to_owned(),
    }
}

/// The offset after the closing quotation mark of a text whose opening one is before it.
pub fn closing(text: &str, quote: char) -> Option<usize> {
    let mut characters = text.char_indices().peekable();
    while let Some((index, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            if quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') {
                characters.next();
            } else {
                return Some(index + 1);
            }
        }
    }
    None
}
