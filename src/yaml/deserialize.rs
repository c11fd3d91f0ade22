//! Nodes -> the model's types, by serde; the only way from YAML text to a report.
//!
//! The deserializer is total: a fault of shape is recorded, an empty value is handed on in its place, and reading goes
//! on, so that one run finds all of them. Where there was any, a second run leaves the faulty values out.

mod access;
mod at;
mod state;

use std::cell::{Cell, RefCell};

use serde::de::{self, Visitor};
use serde::forward_to_deserialize_any;

use super::keys::{self, Domain};
use super::node::{Content, NodeId, Tree};
use super::slip::{Expected, Slip};
use crate::map::Map;
use crate::message::Lang;
use crate::model::Report;
use crate::model::figure::GROUP;
use crate::model::text::ONE_OR_MANY;
use crate::place::{PLACED, Places};
use crate::source::SourceFile;
use access::{Fields, GroupParts, Items, Named, One, Pair, Variant};
use at::At;
use state::State;

/// What serde asks of an error; the deserializer raises none of its own.
type Fault = de::value::Error;

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
            GROUP => visitor.visit_seq(GroupParts(Pair { at: self, given: 0 })),
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
