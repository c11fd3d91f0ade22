//! Nodes -> the model's types, by serde; the only way from YAML text to a report.
//!
//! The deserializer is total: a fault of shape is recorded, an empty value is handed on in its place, and reading goes
//! on, so that one run finds all of them. Where there was any, a second run leaves the faulty values out.

use std::cell::{Cell, RefCell};

use serde::de::{self, DeserializeSeed, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::keys::{self, Domain};
use super::nearest::nearest;
use super::node::{Content, Node, NodeId, Tree};
use super::slip::{Expected, Found, MAX_FAULTS, Slip, SlipKind, Stroke};
use crate::diagnostic::Edit;
use crate::map::Map;
use crate::message::Lang;
use crate::model::Report;
use crate::model::figure::GROUP;
use crate::model::text::ONE_OR_MANY;
use crate::place::{PLACED, Place, Places, Step};
use crate::source::{SourceFile, Span};

/// The field by which a struct asks for its own place.
const OWN_PLACE: &str = "$place";

/// What the reading of nodes found besides the report.
#[derive(Debug)]
pub struct Shape {
    pub report: Report,
    pub places: Places,
    pub slips: Vec<Slip>,
    pub chinese_keys: bool,
}

/// Reads a report out of a tree whose places are known.
///
/// `complete` says that the whole file was parsed: only then can a key be missing.
pub fn report(source: &SourceFile, tree: &Tree, places: Places, complete: bool) -> Shape {
    let language = language(tree);
    let shape = State {
        source,
        tree,
        places: RefCell::new(places),
        slips: RefCell::default(),
        skipped: tree.nodes.iter().map(|node| Cell::new(node.refused)).collect(),
        again: Cell::new(false),
        recording: Cell::new(true),
        complete,
        language,
    };
    let read = || {
        if tree.nodes.is_empty() {
            return Report::default();
        }
        // The deserializer is total and hands on what each visitor asks for; were one to refuse, it shall be known.
        serde::Deserialize::deserialize(At { state: &shape, node: 0, field: "" }).unwrap_or_else(|_: Fault| {
            shape.wrong_type(0, Expected::Map);
            Report::default()
        })
    };
    let mut report = read();
    if shape.again.get() {
        shape.recording.set(false);
        report = read();
    }
    if tree.nodes.is_empty() && complete {
        shape.missing(0, "report");
    }
    Shape {
        report,
        places: shape.places.into_inner(),
        slips: shape.slips.into_inner(),
        chinese_keys: language == Lang::Zh,
    }
}

/// The language of most keys we know; Chinese when there are none.
fn language(tree: &Tree) -> Lang {
    let mut chinese = 0_isize;
    for key in tree.nodes.iter().filter_map(|node| node.key.as_ref()) {
        if let Some(word) = keys::word(Domain::Key, &key.text) {
            chinese += if *word.en == *key.text { -1 } else { 1 };
        }
    }
    if chinese < 0 { Lang::En } else { Lang::Zh }
}

struct State<'t> {
    source: &'t SourceFile,
    tree: &'t Tree<'t>,
    places: RefCell<Places>,
    slips: RefCell<Vec<Slip>>,
    /// Values to leave out.
    skipped: Vec<Cell<bool>>,
    /// A value was skipped after it had been handed on.
    again: Cell<bool>,
    /// The first run records, the second is silent.
    recording: Cell<bool>,
    complete: bool,
    language: Lang,
}

impl State<'_> {
    fn record(&self, kind: SlipKind, span: Span, node: NodeId, fix: Vec<Edit>) {
        if self.recording.get() {
            let mut slips = self.slips.borrow_mut();
            match slips.len() {
                MAX_FAULTS => slips.push(Slip {
                    kind: SlipKind::TooManyFaults { count: MAX_FAULTS },
                    span,
                    place: Place(node),
                    fix: Vec::new(),
                }),
                count if count > MAX_FAULTS => {}
                _ => slips.push(Slip { kind, span, place: Place(node), fix }),
            }
        }
    }

    /// Leaves a value out of the report.
    fn skip(&self, node: NodeId) {
        if !self.skipped[node as usize].replace(true) {
            self.again.set(true);
        }
    }

    fn wrong_type(&self, node: NodeId, expected: Expected) {
        let found = match &self.tree.node(node).content {
            Content::Scalar { .. } => Found::Text,
            Content::List { .. } => Found::List,
            Content::Map { .. } => Found::Map,
        };
        let key = self.tree.node(node).key.as_ref().map(|key| key.text.clone().into_owned());
        self.record(SlipKind::WrongType { expected, found, key }, self.short_span(node), node, Vec::new());
        self.skip(node);
    }

    /// The value where it is short, else its key, or the first key inside it.
    fn short_span(&self, node: NodeId) -> Span {
        let at = self.tree.node(node);
        match (&at.content, &at.key) {
            (Content::Scalar { .. }, _) if at.span.start < at.span.end => at.span,
            (_, Some(key)) => key.span,
            (Content::Map { entries, .. }, None) => {
                let first = entries.first().and_then(|&first| self.tree.node(first).key.as_ref());
                first.map_or(at.span, |key| key.span)
            }
            (Content::List { items, .. }, None) => items.first().map_or(at.span, |&first| self.short_span(first)),
            (Content::Scalar { .. }, None) => at.span,
        }
    }

    fn missing(&self, node: NodeId, key: &'static str) {
        if self.complete {
            let span = if self.tree.nodes.is_empty() { Span::default() } else { self.short_span(node) };
            let name = keys::word(Domain::Key, key).map_or(key, |word| word.name(self.language));
            self.record(SlipKind::MissingKey { key: name }, span, node, Vec::new());
        }
    }

    /// Names a key of ours in the paths of places.
    fn name(&self, node: NodeId, key: &'static str) {
        if let Some(entry) = self.places.borrow_mut().entry_mut(Place(node)) {
            entry.step = Some(Step::Key(key.to_owned()));
        }
    }

    /// Says that a second name was typed.
    fn other_name(&self, typed: &str, word: &keys::Word, span: Span, node: NodeId) {
        let name = if typed.is_ascii() { word.en } else { word.zh };
        if typed != word.en && typed != word.zh {
            let fix = vec![Edit { span, replacement: name.to_owned() }];
            self.record(SlipKind::OtherName { typed: typed.to_owned(), name }, span, node, fix);
        }
    }

    /// The names of `known`, in the language that `typed` looks like.
    fn names(&self, domain: Domain, known: &[&str], typed: &str) -> Vec<&'static str> {
        let lang = match typed.chars().any(char::is_alphabetic) {
            true if typed.is_ascii() => Lang::En,
            true => Lang::Zh,
            false => self.language,
        };
        known.iter().filter_map(|name| keys::word(domain, name)).map(|word| word.name(lang)).collect()
    }

    fn unknown_key(&self, node: NodeId, typed: &str, span: Span, fields: &[&str]) {
        let known = self.names(Domain::Key, fields, typed);
        let nearest = nearest(typed, known.iter().copied());
        self.record(SlipKind::UnknownKey { key: typed.to_owned(), nearest, known }, span, node, Vec::new());
    }

    fn duplicate(&self, node: NodeId, first: NodeId) {
        let (node_at, first_at) = (self.tree.node(node), self.tree.node(first));
        if let (Some(key), Some(first)) = (&node_at.key, &first_at.key) {
            let kind = SlipKind::DuplicateKey {
                key: key.text.clone().into_owned(),
                first: first.text.clone().into_owned(),
                line: self.source.line_number(first.span.start),
            };
            self.record(kind, key.span, node, Vec::new());
        }
    }
}

/// One node to be read.
#[derive(Clone, Copy)]
struct At<'s, 't> {
    state: &'s State<'t>,
    node: NodeId,
    /// The field of ours it is the value of, or stands in.
    field: &'static str,
}

type Fault = de::value::Error;

impl<'s, 't> At<'s, 't> {
    fn node(&self) -> &'s Node<'t> {
        self.state.tree.node(self.node)
    }

    fn with(self, node: NodeId) -> Self {
        Self { node, ..self }
    }

    /// The text of a scalar; anything else is a fault.
    fn text(&self, expected: Expected) -> Option<&'s str> {
        let text = self.node().scalar();
        if text.is_none() {
            self.state.wrong_type(self.node, expected);
        }
        text
    }

    /// A whole number, typed in any digits.
    fn integer<T: std::str::FromStr + Default>(&self) -> T {
        let expected = if self.field == "year" { Expected::Year } else { Expected::Integer };
        let Some(text) = self.text(expected) else { return T::default() };
        if text.trim().is_empty() {
            self.state.skip(self.node);
            return T::default();
        }
        let bare = match text.strip_suffix("年度").or(text.strip_suffix('年')) {
            Some(bare) if self.field == "year" => bare,
            _ => text,
        };
        let Ok(number) = bare.trim().parse() else {
            self.state.wrong_type(self.node, expected);
            return T::default();
        };
        if bare != text {
            let span = self.node().span;
            let fix = vec![Edit { span, replacement: bare.trim().to_owned() }];
            self.state.record(SlipKind::Keyboard { stroke: Stroke::YearMark, count: 1 }, span, self.node, fix);
        }
        number
    }

    /// The English name of a fixed value.
    fn fixed(&self, domain: Domain, known: &[&str]) -> Option<&'static str> {
        let text = self.text(Expected::Text)?;
        if text.trim().is_empty() {
            self.state.skip(self.node);
            return None;
        }
        match keys::word(domain, text).or_else(|| keys::word(domain, &text.to_ascii_lowercase())) {
            Some(word) if known.contains(&word.en) => {
                self.state.other_name(&text.to_ascii_lowercase(), word, self.node().span, self.node);
                Some(word.en)
            }
            _ => {
                let names = self.state.names(domain, known, text);
                let kind = SlipKind::UnknownValue {
                    value: text.to_owned(),
                    nearest: nearest(text, names.iter().copied()),
                    known: names,
                };
                self.state.record(kind, self.node().span, self.node, Vec::new());
                self.state.skip(self.node);
                None
            }
        }
    }

    /// The entries of a map that are not left out.
    fn entries(&self) -> Option<impl Iterator<Item = (NodeId, &'s str, Span)> + use<'s, 't>> {
        let Content::Map { entries, .. } = &self.node().content else { return None };
        let state = self.state;
        Some(entries.iter().filter(|&&id| !state.skipped[id as usize].get()).filter_map(|&id| {
            let key = state.tree.node(id).key.as_ref()?;
            Some((id, &*key.text, key.span))
        }))
    }

    /// The fields of a struct, in the order typed.
    fn fields(&self, name: &'static str, fields: &'static [&'static str]) -> Vec<Field> {
        let mut found: Vec<Field> = Vec::new();
        if fields.contains(&OWN_PLACE) {
            found.push(Field { name: OWN_PLACE, value: FieldValue::Place });
        }
        let Some(entries) = self.entries() else {
            if let Some(field) = shorthand(name).filter(|_| self.node().scalar().is_some()) {
                found.push(Field { name: field, value: FieldValue::Node(self.node) });
            } else if !self.node().is_null() {
                let expected = if name == "Figure" { Expected::Figure } else { Expected::Map };
                self.state.wrong_type(self.node, expected);
                return found;
            }
            self.require(name, &found);
            return found;
        };
        for (id, typed, span) in entries {
            let word = keys::word(Domain::Key, typed);
            let Some((word, field)) =
                word.and_then(|word| Some((word, fields.iter().find(|&&field| field == word.en)?)))
            else {
                self.state.unknown_key(id, typed, span, fields);
                self.state.skip(id);
                continue;
            };
            self.state.name(id, field);
            self.state.other_name(typed, word, span, id);
            match found.iter().find(|earlier| earlier.name == *field) {
                Some(Field { value: FieldValue::Node(first), .. }) => {
                    self.state.duplicate(id, *first);
                    self.state.skip(id);
                }
                _ => found.push(Field { name: field, value: FieldValue::Node(id) }),
            }
        }
        self.require(name, &found);
        found
    }

    /// Reports the keys without which a struct means nothing.
    fn require(&self, name: &str, found: &[Field]) {
        for key in required(name) {
            if !found.iter().any(|field| field.name == *key) {
                self.state.missing(self.node, key);
            }
        }
        if name == "Figure" && !found.iter().any(|field| matches!(field.name, "value" | "formula")) {
            self.state.missing(self.node, "value");
        }
    }

    /// Whether what stands under a name of `figures` is a figure; anything else is a group.
    fn is_figure(&self) -> bool {
        let Some(entries) = self.entries() else { return true };
        let fields: Vec<_> = entries.map(|(_, typed, _)| keys::english(Domain::Key, typed).unwrap_or("")).collect();
        let is_long_form = |field: &&str| matches!(*field, "value" | "formula");
        fields.iter().any(is_long_form)
            || (!fields.is_empty() && fields.iter().all(|field| FIGURE_NOTES.contains(field)))
    }
}

/// Keys of a figure's long form that no group would have as the names of figures.
const FIGURE_NOTES: [&str; 10] =
    ["last_year", "unit", "denominator", "decimals", "as_of", "source", "scope", "checked_by", "note", "publishable"];

/// The field that a plain text stands for.
fn shorthand(name: &str) -> Option<&'static str> {
    match name {
        "Measure" => Some("text"),
        "Figure" => Some("value"),
        "Edition" => Some("id"),
        "Allow" => Some("rule"),
        "Style" => Some("file"),
        _ => None,
    }
}

/// The keys without which a struct means nothing.
fn required(name: &str) -> &'static [&'static str] {
    match name {
        "Report" => &["report"],
        "Measure" => &["text"],
        "Edition" => &["id"],
        "Allow" => &["rule", "reason"],
        _ => &[],
    }
}

/// A field of a struct and what it is read from.
struct Field {
    name: &'static str,
    value: FieldValue,
}

#[derive(Clone, Copy)]
enum FieldValue {
    Place,
    Node(NodeId),
}

macro_rules! integers {
    ($($method:ident $visit:ident $type:ty),*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            visitor.$visit(self.integer::<$type>())
        }
    )*};
}

impl<'de> de::Deserializer<'de> for At<'_, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node().content {
            Content::Scalar { .. } => self.deserialize_str(visitor),
            Content::List { .. } => self.deserialize_seq(visitor),
            Content::Map { .. } => self.deserialize_map(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let text = self.text(Expected::Text).unwrap_or_default();
        if let Some(word) = keys::word(Domain::Part, text).filter(|_| self.field == "part") {
            self.state.other_name(text, word, self.node().span, self.node);
        }
        visitor.visit_str(text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    integers! {
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32,
        deserialize_i64 visit_i64 i64, deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let value = self.fixed(Domain::Boolean, &["true", "false"]);
        visitor.visit_bool(value == Some("true"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        if name == ONE_OR_MANY && !matches!(self.node().content, Content::List { .. }) {
            let blank_is_none = ["part", "only", "except", "apart", "run_in"].contains(&self.field);
            let known = self.text(Expected::TextOrList).is_some_and(|_| !(blank_is_none && self.node().is_null()));
            return visitor.visit_newtype_struct(One { at: self, count: usize::from(known) });
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match name {
            PLACED => visitor.visit_seq(Pair { at: self, given: 0 }),
            GROUP => visitor.visit_seq(GroupParts { at: self, given: 0 }),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node().content {
            Content::List { items, .. } => visitor.visit_seq(Items { at: self, items: items.iter() }),
            Content::Scalar { .. } if self.node().is_null() => visitor.visit_seq(Items { at: self, items: [].iter() }),
            Content::Scalar { .. } if ["todo", "checks"].contains(&self.field) => {
                visitor.visit_seq(Items { at: self, items: [self.node].iter() })
            }
            _ => {
                self.state.wrong_type(self.node, Expected::List);
                visitor.visit_seq(Items { at: self, items: [].iter() })
            }
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let mut names: Map<&str, NodeId> = Map::default();
        let mut entries = Vec::new();
        match self.entries() {
            Some(found) => {
                for (id, typed, _) in found {
                    let name = match keys::english(Domain::Key, typed) {
                        Some("apart") => continue,
                        Some("total") => "合计",
                        _ => typed,
                    };
                    match names.insert(name, id) {
                        Some(first) => {
                            names.insert(name, first);
                            self.state.duplicate(id, first);
                            self.state.skip(id);
                        }
                        None => entries.push((name, id)),
                    }
                }
            }
            None if self.node().is_null() => {}
            None => self.state.wrong_type(self.node, Expected::Map),
        }
        visitor.visit_map(Named { at: self, entries: entries.into_iter(), value: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let fields = self.fields(name, fields).into_iter();
        visitor.visit_map(Fields { at: self, fields, value: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if name == "Entry" {
            let variant = if self.is_figure() { "Figure" } else { "Group" };
            return visitor.visit_enum(Variant { at: self, variant });
        }
        let domain = match name {
            "Kind" => Domain::Kind,
            "Level" => Domain::Level,
            _ => Domain::Layout,
        };
        let variant = self.fixed(domain, variants).or(variants.first().copied()).unwrap_or_default();
        visitor.visit_enum(de::value::StrDeserializer::new(variant))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { f32 f64 char bytes byte_buf unit unit_struct tuple identifier }
}

/// A place and a value, as [`crate::place::Placed`] asks for them.
struct Pair<'s, 't> {
    at: At<'s, 't>,
    given: usize,
}

impl<'de> de::SeqAccess<'de> for Pair<'_, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.given += 1;
        match self.given {
            1 => seed.deserialize(self.at.node.into_deserializer()).map(Some),
            2 => seed.deserialize(self.at).map(Some),
            _ => Ok(None),
        }
    }
}

/// Place, entries and 不计入 of a group.
struct GroupParts<'s, 't> {
    at: At<'s, 't>,
    given: usize,
}

impl<'de> de::SeqAccess<'de> for GroupParts<'_, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.given += 1;
        match self.given {
            1 => seed.deserialize(self.at.node.into_deserializer()).map(Some),
            2 => seed.deserialize(self.at).map(Some),
            3 => {
                let state = self.at.state;
                let mut found = self.at.entries().into_iter().flatten();
                let mut named =
                    found.by_ref().filter(|(_, typed, _)| keys::english(Domain::Key, typed) == Some("apart"));
                let Some((first, typed, span)) = named.next() else {
                    return seed.deserialize(Nothing).map(Some);
                };
                for (id, ..) in named {
                    state.duplicate(id, first);
                    state.skip(id);
                }
                state.name(first, "apart");
                if let Some(word) = keys::word(Domain::Key, typed) {
                    state.other_name(typed, word, span, first);
                }
                seed.deserialize(At { field: "apart", ..self.at.with(first) }).map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// A list of one, or of none.
struct One<'s, 't> {
    at: At<'s, 't>,
    count: usize,
}

impl<'de> de::Deserializer<'de> for One<'_, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let node = [self.at.node];
        visitor.visit_seq(Items { at: self.at, items: node[..self.count].iter() })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// An absent list.
struct Nothing;

impl<'de> de::Deserializer<'de> for Nothing {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_seq(de::value::SeqDeserializer::<_, Fault>::new(std::iter::empty::<u32>()))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The items of a list.
struct Items<'s, 't, 'n> {
    at: At<'s, 't>,
    items: std::slice::Iter<'n, NodeId>,
}

impl<'de> de::SeqAccess<'de> for Items<'_, '_, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let skipped = &self.at.state.skipped;
        match self.items.find(|&&item| !skipped[item as usize].get()) {
            Some(&item) => seed.deserialize(self.at.with(item)).map(Some),
            None => Ok(None),
        }
    }
}

/// The fields of a struct of ours.
struct Fields<'s, 't> {
    at: At<'s, 't>,
    fields: std::vec::IntoIter<Field>,
    value: Option<Field>,
}

impl<'de> de::MapAccess<'de> for Fields<'_, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        self.value = self.fields.next();
        match &self.value {
            Some(field) => seed.deserialize(field.name.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        match self.value.take() {
            Some(Field { name, value: FieldValue::Node(node) }) => {
                seed.deserialize(At { node, field: name, ..self.at })
            }
            _ => seed.deserialize(self.at.node.into_deserializer()),
        }
    }
}

/// The entries of a map whose keys are the user's.
struct Named<'s, 't> {
    at: At<'s, 't>,
    entries: std::vec::IntoIter<(&'s str, NodeId)>,
    value: Option<NodeId>,
}

impl<'de> de::MapAccess<'de> for Named<'_, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((name, node)) = self.entries.next() else { return Ok(None) };
        self.value = Some(node);
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let node = self.value.take().unwrap_or(self.at.node);
        seed.deserialize(At { field: "", ..self.at.with(node) })
    }
}

/// The variant of an enum with a value: what stands under a name of `figures`.
struct Variant<'s, 't> {
    at: At<'s, 't>,
    variant: &'static str,
}

impl<'de> de::EnumAccess<'de> for Variant<'_, '_> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        Ok((seed.deserialize(self.variant.into_deserializer())?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_, '_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(self.at)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Fault> {
        de::Deserializer::deserialize_seq(self.at, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _fields: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        de::Deserializer::deserialize_map(self.at, visitor)
    }
}
