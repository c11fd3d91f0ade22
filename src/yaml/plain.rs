//! The program's own data files, read into their types without a YAML reader.
//!
//! They keep to a part of YAML: mappings and lists by indent, `[…]` and `{…}` within a line, scalars on one line, plain
//! or in quotes without escapes, comments on lines of their own. Every run of the program reads some of them, and a YAML
//! reader takes milliseconds for what is here microseconds. A test reads every file both ways and compares.

use std::borrow::Cow;

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// Reads a data file of the program.
///
/// # Errors
/// What is not of that part of YAML, or not what `T` has.
pub fn parse<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, Error> {
    let lines = text.lines().map(|line| Line::of(line.trim_end()));
    let mut lines =
        Lines { lines: lines.filter(|line| !matches!(line.text.as_bytes(), [] | [b'#', ..])).collect(), at: 0 };
    let node = lines.block(0)?;
    match lines.lines.get(lines.at) {
        Some(line) => Err(line.fault()),
        None => T::deserialize(node),
    }
}

/// What a file is made of.
enum Node<'t> {
    /// A key with nothing behind it.
    Nothing,
    Scalar(Cow<'t, str>),
    List(Vec<Self>),
    Mapping(Vec<(Cow<'t, str>, Self)>),
}

#[derive(Clone, Copy)]
struct Line<'t> {
    indent: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    fn of(line: &'t str) -> Self {
        let text = without_blanks(line);
        Self { indent: line.len() - text.len(), text }
    }

    fn fault(&self) -> Error {
        Error::custom(format!("not of the plain form: {}", self.text))
    }

    /// The key of a mapping and what stands behind it.
    fn entry(&self) -> Option<(&'t str, &'t str)> {
        match pair(self.text, b':', b' ') {
            Some(at) => Some((&self.text[..at], without_blanks(&self.text[at + 2..]))),
            None => self.text.strip_suffix(':').map(|key| (key, "")),
        }
    }
}

/// A text without the blanks it begins with.
fn without_blanks(text: &str) -> &str {
    let blanks = text.bytes().take_while(|byte| *byte == b' ').count();
    &text[blanks..]
}

/// Where one of two signs first stands in front of the other: shorter work than a search for a text.
fn pair(text: &str, one: u8, other: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at + 1 < bytes.len() {
        if bytes[at] == one && bytes[at + 1] == other {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The lines that are not blank and no comments, and the next of them.
struct Lines<'t> {
    lines: Vec<Line<'t>>,
    at: usize,
}

impl<'t> Lines<'t> {
    /// The next line, where it stands at this indent or more.
    fn peek(&self, indent: usize) -> Option<Line<'t>> {
        self.lines.get(self.at).copied().filter(|line| line.indent >= indent)
    }

    /// The mapping or list that begins with the next line, or the scalar it is.
    fn block(&mut self, least: usize) -> Result<Node<'t>, Error> {
        let Some(first) = self.peek(least) else { return Ok(Node::Nothing) };
        let indent = first.indent;
        if first.text.starts_with("- ") {
            let mut items = Vec::new();
            while let Some(line) = self.peek(indent).filter(|line| line.indent == indent)
                && let Some(item) = line.text.strip_prefix("- ")
            {
                // What stands behind the dash is a block of its own.
                let text = item.trim_start();
                self.lines[self.at] = Line { indent: indent + line.text.len() - text.len(), text };
                items.push(self.block(indent + 1)?);
            }
            return Ok(Node::List(items));
        }
        if opens_flow(first.text) || first.entry().is_none() {
            self.at += 1;
            return whole(first.text);
        }
        let mut entries = Vec::new();
        while let Some(line) = self.peek(indent).filter(|line| line.indent == indent && !line.text.starts_with("- ")) {
            let (key, value) = line.entry().ok_or_else(|| line.fault())?;
            self.at += 1;
            let value = match value {
                // The items of a list may stand right under their key.
                "" if self.peek(indent).is_some_and(|next| next.text.starts_with("- ")) => self.block(indent)?,
                "" => self.block(indent + 1)?,
                _ => whole(value)?,
            };
            entries.push((Cow::Borrowed(key), value));
        }
        Ok(Node::Mapping(entries))
    }
}

/// Whether a value begins as one in brackets or quotes does.
fn opens_flow(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'[' | b'{' | b'\'' | b'"'))
}

/// A value that is the rest of its line.
fn whole(text: &str) -> Result<Node<'_>, Error> {
    let fault = || Error::custom(format!("not of the plain form: {text}"));
    if !opens_flow(text) {
        return (pair(text, b' ', b'#').is_none() && !matches!(text, "|" | ">"))
            .then_some(Node::Scalar(text.into()))
            .ok_or_else(fault);
    }
    let mut flow = Flow { rest: text };
    flow.value().filter(|_| flow.rest.is_empty()).ok_or_else(fault)
}

/// What is left of a value in brackets.
struct Flow<'t> {
    rest: &'t str,
}

impl<'t> Flow<'t> {
    fn next(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// Passes a sign that is ASCII, and the blanks behind it.
    fn eat(&mut self, sign: u8) -> bool {
        let is_next = self.next() == Some(sign);
        if is_next {
            self.rest = without_blanks(&self.rest[1..]);
        }
        is_next
    }

    fn value(&mut self) -> Option<Node<'t>> {
        if self.eat(b'[') {
            let mut items = Vec::new();
            while !self.eat(b']') {
                items.push(self.value()?);
                if !self.eat(b',') && self.next() != Some(b']') {
                    return None;
                }
            }
            return Some(Node::List(items));
        }
        if self.eat(b'{') {
            let mut entries = Vec::new();
            while !self.eat(b'}') {
                let key = self.scalar()?;
                if !self.eat(b':') {
                    return None;
                }
                entries.push((key, self.value()?));
                if !self.eat(b',') && self.next() != Some(b'}') {
                    return None;
                }
            }
            return Some(Node::Mapping(entries));
        }
        self.scalar().map(Node::Scalar)
    }

    fn scalar(&mut self) -> Option<Cow<'t, str>> {
        let Some(quote @ (b'\'' | b'"')) = self.next() else {
            let bytes = self.rest.as_bytes();
            let ends = |at: &usize| match bytes[*at] {
                b',' | b']' | b'}' => true,
                b':' => bytes.get(at + 1) == Some(&b' '),
                _ => false,
            };
            let (scalar, rest) = self.rest.split_at((0..bytes.len()).find(ends)?);
            self.rest = rest;
            return (!scalar.is_empty()).then(|| scalar.trim_end_matches(' ').into());
        };
        let quote = char::from(quote);
        let inside = &self.rest[1..];
        let (mut end, mut is_doubled) = (inside.find(quote)?, false);
        // '' is a quote in quotes.
        while quote == '\'' && inside[end + 1..].starts_with(quote) {
            end += 2 + inside[end + 2..].find(quote)?;
            is_doubled = true;
        }
        self.rest = inside[end + 1..].trim_start();
        let scalar = &inside[..end];
        match is_doubled {
            true => Some(scalar.replace("''", "'").into()),
            false => (quote == '\'' || !scalar.contains('\\')).then_some(scalar.into()),
        }
    }
}

impl<'t> Node<'t> {
    fn scalar(self) -> Result<Cow<'t, str>, Error> {
        match self {
            Self::Scalar(text) => Ok(text),
            _ => Err(Error::custom("a scalar was expected")),
        }
    }
}

impl<'t> IntoDeserializer<'t, Error> for Node<'t> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A number or a truth value from its text.
macro_rules! parsed {
    ($($method:ident $visit:ident $type:ty,)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.scalar()?.parse::<$type>().map_err(Error::custom)?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Nothing => visitor.visit_unit(),
            Self::Scalar(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Self::Scalar(Cow::Owned(text)) => visitor.visit_string(text),
            Self::List(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Self::Mapping(entries) => visitor.visit_map(MapDeserializer::new(entries.into_iter())),
        }
    }

    parsed! {
        deserialize_bool visit_bool bool,
        deserialize_i8 visit_i8 i8,
        deserialize_i16 visit_i16 i16,
        deserialize_u8 visit_u8 u8,
        deserialize_u64 visit_u64 u64,
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Nothing => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.scalar()?.into_deserializer())
    }

    forward_to_deserialize_any! {
        i32 i64 i128 u16 u32 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
