//! Flow collections, `{…}` and `[…]`: their brackets, commas and colons.

use super::context::{Context, has_digits, is_name};
use super::marks::{is_blank, is_colon, is_wide_blank};
use super::structure::Key;
use super::{Mode, Scanner};
use crate::source::Span;
use crate::yaml::keys::{self, Domain};
use crate::yaml::slip::Stroke;

/// What a bracket opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bracket {
    Map,
    List,
}

impl Bracket {
    /// By the bracket that opens one, typed rightly or not.
    const fn of(opening: char) -> Self {
        match opening {
            '{' | '｛' => Self::Map,
            _ => Self::List,
        }
    }
}

/// An open flow collection.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    /// The open brackets, outer first.
    open: Vec<Bracket>,
    context: Context,
    quote: Option<char>,
    /// An entry starts here.
    entry: bool,
    /// A value of digits starts here.
    digits: bool,
}

impl Flow {
    /// One whose bracket comes next.
    pub(super) const fn new(context: Context) -> Self {
        Self { open: Vec::new(), context, quote: None, entry: true, digits: false }
    }

    fn is_in_map(&self) -> bool {
        self.open.last() == Some(&Bracket::Map)
    }

    /// Whether a character inside quotation marks takes the next one with it.
    fn is_escape(&self, character: char) -> bool {
        character == '\\' && self.quote == Some('"')
    }
}

impl<'a> Scanner<'a> {
    /// The part of a flow collection that is on one line.
    pub(super) fn flow(&mut self, mut flow: Flow, at: usize, text: &'a str, column: usize) {
        let mut characters = text.char_indices().peekable();
        let mut before = ' ';
        let mut skip_to = 0;
        while let Some((index, character)) = characters.next() {
            if index < skip_to {
                continue;
            }
            let rest = &text[index..];
            let after = &rest[character.len_utf8()..];
            if flow.quote.is_some() {
                if flow.is_escape(character) {
                    characters.next();
                } else if flow.quote == Some(character) {
                    flow.quote = None;
                }
                continue;
            }
            let here = Span::new(at + index, at + index + character.len_utf8());
            match character {
                '#' if is_blank(before) => break,
                '"' | '\'' if flow.entry || before == ' ' => flow.quote = Some(character),
                '{' | '[' | '｛' | '［' if character.is_ascii() || flow.entry => {
                    flow.open.push(Bracket::of(character));
                    flow.entry = true;
                    self.bracket(character, here);
                }
                '}' | ']' | '｝' | '］' if character.is_ascii() || ends_entry(after) => {
                    flow.open.pop();
                    self.bracket(character, here);
                }
                ',' => flow.entry = true,
                '，' if separates(&flow, &text[..index], after) => {
                    self.change(Stroke::Comma, here, if after.starts_with(' ') { "," } else { ", " });
                    flow.entry = true;
                }
                character if is_blank(character) => {
                    if flow.entry && is_wide_blank(character) {
                        self.change(Stroke::Indent, here, " ");
                    }
                    before = ' ';
                    continue;
                }
                _ if flow.entry && flow.is_in_map() => {
                    flow.entry = false;
                    if let Some(key) = self.flow_key(at + index, rest, flow.context) {
                        skip_to = key.value_at - at;
                        self.flow_value(&mut flow, &key, &text[skip_to..]);
                    }
                }
                _ => flow.entry = false,
            }
            before = character;
            if flow.open.is_empty() {
                self.mode = Mode::Structure;
                return;
            }
        }
        self.mode = Mode::Flow { column, flow };
    }

    /// A bracket that opens or closes a collection: a full-width one is meant half-width.
    fn bracket(&mut self, typed: char, here: Span) {
        let meant = [('｛', "{"), ('［', "["), ('｝', "}"), ('］', "]")].into_iter().find(|(wide, _)| *wide == typed);
        if let Some((_, meant)) = meant {
            self.change(Stroke::Brace, here, meant);
        }
    }

    /// What follows the colon of a key in a flow map.
    fn flow_value(&mut self, flow: &mut Flow, key: &Key, value: &str) {
        // It may be a list or a map again.
        flow.entry = value.trim_start().starts_with(['{', '[', '｛', '［', '"', '\'']);
        flow.digits = has_digits(flow.context, key.name);
        if flow.digits {
            let end = value.find([',', '，', '}', '｝']).unwrap_or(value.len());
            self.digits(key.value_at, &value[..end]);
        }
    }

    /// A key in a flow map.
    fn flow_key(&mut self, at: usize, text: &'a str, context: Context) -> Option<Key<'a>> {
        let end = text.find([',', '，', '}', '｝', '{', '[', '"']).unwrap_or(text.len());
        let entry = &text[..end];
        let (index, colon) = entry.char_indices().find(|(_, each)| *each == ':' || is_colon(*each))?;
        let name = entry[..index].trim_end_matches(is_blank);
        let value_at = index + colon.len_utf8();
        let rest = &entry[value_at..];
        let blank = rest.starts_with([' ', '\t']) || rest.is_empty();
        let known = keys::word(Domain::Key, name).is_some() || (context == Context::Figures && is_name(name));
        if colon == ':' && !blank && known && !rest.starts_with("//") {
            self.change(Stroke::ColonWithoutBlank, Span::new(at + index, at + value_at), ": ");
        } else if colon != ':' && known {
            let meant = if blank && !rest.is_empty() { ":" } else { ": " };
            self.change(Stroke::Colon, Span::new(at + name.len(), at + value_at), meant);
        } else if colon != ':' || !blank {
            return None;
        }
        Some(Key { name, value_at: at + value_at })
    }
}

/// Whether an entry of a flow collection ends before `after`.
fn ends_entry(after: &str) -> bool {
    let after = after.trim_start_matches(is_blank);
    after.is_empty() || after.starts_with([',', '，', '}', ']', '｝', '］', '#'])
}

/// Whether a full-width comma stands between two entries.
fn separates(flow: &Flow, before: &str, after: &str) -> bool {
    let after = after.trim_start_matches(is_blank);
    let word_end = |text: &str| text.find(|each: char| !each.is_alphanumeric() && each != '_').unwrap_or(text.len());
    let next = &after[..word_end(after)];
    if flow.is_in_map() {
        let colon = after[next.len()..].trim_start_matches(is_blank).chars().next();
        // No quantity holds a comma and a name: what follows one is the next figure. A note may hold both.
        let is_figure = flow.context == Context::Figures && flow.digits && is_name(next);
        let is_key = is_figure || keys::word(Domain::Key, next).is_some();
        return is_key && colon.is_some_and(|each| each == ':' || is_colon(each));
    }
    let start = before
        .rfind(|each: char| !each.is_alphanumeric() && each != '_')
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let is_word =
        |name: &str| [Domain::Part, Domain::Edition].into_iter().any(|domain| keys::word(domain, name).is_some());
    is_word(&before[start..]) && is_word(next)
}
