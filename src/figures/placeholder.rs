//! Placeholders in texts: `${行政复议.收到|change}`.

use std::borrow::Cow;
use std::ops::Range;

use super::fault::{Expected, Fault, FaultKind, Needs};
use super::filter::{self, Shown};
use super::name::{self, Target};
use super::resolve::MOST_SUGGESTIONS;
use super::table::{BuiltIn, NOT_APPLICABLE};
use super::{Table, Value};
use crate::model::Text;
use crate::yaml::keys::{self, Domain};

/// A text whose placeholders are replaced by what they print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expansion {
    /// The pieces in the order of the text; adjoining typed pieces are one.
    pub pieces: Vec<Piece>,
}

/// A piece of an expanded text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// As typed: the text at the range of the source text; `$${` stands for `${` and splits the piece.
    Typed { text: String, range: Range<usize> },
    /// The printed value of the placeholder at `range`: text, never markup.
    Value { text: String, range: Range<usize> },
    /// A placeholder whose figure is not filled.
    Unfilled { name: String, range: Range<usize> },
}

/// A stretch of a text as the placeholders divide it.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// The first `$` of `$${`, which is not printed.
    Escape(Range<usize>),
    /// `${…}`: the whole, and what stands inside the braces.
    Placeholder { whole: Range<usize>, inside: Range<usize> },
    /// `${` without `}` on its line.
    Unclosed(Range<usize>),
}

/// A filter with its argument.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Applied {
    pub name: Range<usize>,
    pub argument: Option<Range<usize>>,
}

/// Replaces the placeholders of a text.
pub(super) fn expand(table: &Table, text: &Text, built_in: &BuiltIn, faults: &mut Vec<Fault>) -> Expansion {
    let mut expansion = Expansion::default();
    let mut typed = 0;
    for token in tokens(text) {
        match token {
            Token::Escape(range) => {
                expansion.push_typed(text, typed..range.start);
                typed = range.end;
            }
            Token::Unclosed(range) => faults.push(Fault { kind: FaultKind::Unclosed, place: text.place, range }),
            Token::Placeholder { whole, inside } => match print(table, text, inside, built_in, faults.len()) {
                Ok(shown) => {
                    expansion.push_typed(text, typed..whole.start);
                    typed = whole.end;
                    expansion.pieces.push(match shown {
                        Shown::Text(text) => Piece::Value { text, range: whole },
                        Shown::Unfilled(name) => Piece::Unfilled { name, range: whole },
                    });
                }
                Err((kind, range)) => faults.push(Fault { kind, place: text.place, range }),
            },
        }
    }
    expansion.push_typed(text, typed..text.len());
    expansion
}

impl Expansion {
    fn push_typed(&mut self, text: &str, range: Range<usize>) {
        if !range.is_empty() {
            self.pieces.push(Piece::Typed { text: text[range.clone()].to_owned(), range });
        }
    }
}

/// The paths a text's placeholders name, arguments of share included.
pub(super) fn names(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    tokens(text)
        .filter_map(|token| match token {
            Token::Placeholder { inside, .. } => Some(inside),
            _ => None,
        })
        .flat_map(move |inside| {
            let (path, filters) = parts(text, inside).unwrap_or_default();
            let arguments = filters.into_iter().filter_map(|filter| filter.argument);
            std::iter::once(path).chain(arguments).map(|range| name::path(&text[range]))
        })
}

/// Divides a text; every character is looked at a bounded number of times.
fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let has_wide = text.contains('｛');
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // A brace of ASCII is found many times faster than one of three signs, and most texts have no other.
            let rest = &text[at..];
            let length = if has_wide { rest.find(['{', '｛']) } else { memchr::memchr(b'{', rest.as_bytes()) }?;
            let open = at + length;
            let start = open + text[open..].chars().next().map_or(1, char::len_utf8);
            let before = &rest[..length];
            let Some(sign) = before.chars().next_back().filter(|sign| matches!(sign, '$' | '￥' | '＄')) else {
                at = start;
                continue;
            };
            let sign = open - sign.len_utf8();
            if before.ends_with("$$") && text[open..].starts_with('{') {
                at = start;
                return Some(Token::Escape(sign - 1..sign));
            }
            // A line's end or the next `$` shows that the brace was forgotten.
            let stop =
                text[start..].find(['}', '｝', '\n', '$', '￥', '＄']).map_or(text.len(), |offset| start + offset);
            at = stop;
            return Some(match text[stop..].chars().next() {
                Some(brace @ ('}' | '｝')) => {
                    at = stop + brace.len_utf8();
                    Token::Placeholder { whole: sign..at, inside: start..stop }
                }
                _ => Token::Unclosed(sign..start),
            });
        }
    })
}

type Parsed<T> = Result<T, (FaultKind, Range<usize>)>;

/// The path and the filters between the braces.
fn parts(text: &str, inside: Range<usize>) -> Parsed<(Range<usize>, Vec<Applied>)> {
    let mut pieces = split(text, inside, ['|', '｜']).into_iter();
    let path = pieces.next().unwrap_or_default();
    if path.is_empty() {
        return Err((FaultKind::Syntax { expected: Expected::Path, found: String::new() }, path));
    }
    let filters = pieces.map(|piece| applied(text, piece)).collect::<Result<_, _>>()?;
    Ok((path, filters))
}

/// `share(立案)`: the filter, and what stands in its parentheses.
fn applied(text: &str, piece: Range<usize>) -> Parsed<Applied> {
    let body = &text[piece.clone()];
    let Some(open) = body.find(['(', '（']) else {
        return Ok(Applied { name: piece, argument: None });
    };
    let start = open + body[open..].chars().next().map_or(1, char::len_utf8);
    match body.strip_suffix([')', '）']) {
        Some(inner) if inner.len() >= start => {
            let argument = trimmed(text, piece.start + start..piece.start + inner.len());
            Ok(Applied { name: trimmed(text, piece.start..piece.start + open), argument: Some(argument) })
        }
        _ => {
            let found = body.chars().next_back().map(String::from).unwrap_or_default();
            Err((FaultKind::Syntax { expected: Expected::Closing, found }, piece))
        }
    }
}

/// The trimmed pieces of a range between separators.
fn split(text: &str, range: Range<usize>, separators: [char; 2]) -> Vec<Range<usize>> {
    let mut start = range.start;
    let mut pieces = Vec::new();
    for (offset, separator) in text[range.clone()].match_indices(separators) {
        pieces.push(trimmed(text, start..range.start + offset));
        start = range.start + offset + separator.len();
    }
    pieces.push(trimmed(text, start..range.end));
    pieces
}

/// A range without the blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let body = &text[range.clone()];
    let start = range.start + body.len() - body.trim_start().len();
    start..start + body.trim().len()
}

/// What the placeholder prints. `faults` counts those met before: only the first get a suggestion.
fn print(table: &Table, text: &Text, inside: Range<usize>, built_in: &BuiltIn, faults: usize) -> Parsed<Shown> {
    let (path_range, filters) = parts(text, inside)?;
    let path = name::path(&text[path_range.clone()]);
    if let Some(word) = keys::english(Domain::BuiltIn, &path) {
        return print_built_in(built_in, text, word, &path, &filters);
    }
    let figure = match table.scopes.find(&path, 0) {
        Some(Target::Figure(index)) => &table.figures[index],
        Some(Target::Group(_)) => return Err((FaultKind::IsGroup { name: path.into_owned() }, path_range)),
        None => return Err((unknown(table, path.into_owned(), faults), path_range)),
    };
    if filters.is_empty() {
        return Ok(match &figure.value {
            Value::Known(quantity) => Shown::Text(quantity.written.clone()),
            Value::NotApplicable => Shown::Text(NOT_APPLICABLE.to_owned()),
            // What cannot be read is a finding; the draft shows it all the same.
            Value::Unknown if !figure.computed => Shown::Text(figure.typed.clone()),
            // A formula over a figure not filled yet is as unfilled as that.
            Value::Unfilled | Value::Unknown => Shown::Unfilled(figure.name.clone()),
        });
    }
    let share_of = |path: &str| match table.scopes.find(&name::path(path), 0) {
        Some(Target::Figure(index)) => Ok(&table.figures[index]),
        Some(Target::Group(_)) => Err(FaultKind::IsGroup { name: path.to_owned() }),
        None => Err(unknown(table, path.to_owned(), faults)),
    };
    filter::apply(text, figure, &filters, &share_of)
}

fn unknown(table: &Table, name: String, faults: usize) -> FaultKind {
    let built_in = keys::words(Domain::BuiltIn).flat_map(|word| [word.zh, word.en]);
    let known = table.figures.iter().map(|figure| &*figure.name).chain(built_in.collect::<Vec<_>>());
    let nearest = if faults < MOST_SUGGESTIONS { name::nearest(&name, known) } else { None };
    FaultKind::UnknownFigure { name, nearest }
}

/// ${年度}, ${下年}, ${地区}, ${发文机关}: they take no filters.
fn print_built_in(built_in: &BuiltIn, text: &str, word: &str, typed: &str, filters: &[Applied]) -> Parsed<Shown> {
    if let Some(filter) = filters.first() {
        let kind = FaultKind::FilterNeeds { filter: text[filter.name.clone()].to_owned(), needs: Needs::Figure };
        return Err((kind, filter.name.clone()));
    }
    let value = match word {
        "year" => built_in.year.map(|year| year.to_string()),
        "next_year" => built_in.year.map(|year| (i32::from(year) + 1).to_string()),
        "place" => built_in.place.clone(),
        _ => built_in.issuer.clone(),
    };
    Ok(value.map_or_else(|| Shown::Unfilled(typed.to_owned()), Shown::Text))
}
