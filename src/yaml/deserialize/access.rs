//! What serde walks through: the parts of a placed value and of a group, the items of a list, the entries of a map.

use serde::de::{self, DeserializeSeed, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::Fault;
use super::at::{At, Field, FieldValue};
use crate::source::Span;
use crate::yaml::keys::{self, Domain};
use crate::yaml::node::NodeId;

/// A place and a value, as [`crate::place::Placed`] asks for them.
pub(super) struct Pair<'s, 't> {
    pub(super) at: At<'s, 't>,
    pub(super) given: usize,
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
pub(super) struct GroupParts<'s, 't>(pub(super) Pair<'s, 't>);

impl<'de> de::SeqAccess<'de> for GroupParts<'_, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        match self.0.given {
            0 | 1 => self.0.next_element_seed(seed),
            2 => {
                self.0.given += 1;
                match apart(self.0.at) {
                    Some(apart) => seed.deserialize(apart).map(Some),
                    None => seed.deserialize(Nothing).map(Some),
                }
            }
            _ => Ok(None),
        }
    }
}

/// What stands under 不计入 of a group; another of that name is a slip.
fn apart<'s, 't>(group: At<'s, 't>) -> Option<At<'s, 't>> {
    let state = group.state;
    let is_apart = |(_, typed, _): &(NodeId, &str, Span)| keys::english(Domain::Key, typed) == Some("apart");
    let mut named = group.entries().into_iter().flatten().filter(is_apart);
    let (first, typed, span) = named.next()?;
    for (id, ..) in named {
        state.duplicate(id, first);
        state.skip(id);
    }
    state.name(first, "apart");
    if let Some(word) = keys::word(Domain::Key, typed) {
        state.other_name(typed, word, span, first);
    }
    Some(At { field: "apart", ..group.with(first) })
}

/// A list of one, or of none.
pub(super) struct One<'s, 't> {
    pub(super) at: At<'s, 't>,
    pub(super) count: usize,
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
pub(super) struct Nothing;

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
pub(super) struct Items<'s, 't, 'n> {
    pub(super) at: At<'s, 't>,
    pub(super) items: std::slice::Iter<'n, NodeId>,
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
pub(super) struct Fields<'s, 't> {
    pub(super) at: At<'s, 't>,
    pub(super) fields: std::vec::IntoIter<Field>,
    pub(super) value: Option<Field>,
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
pub(super) struct Named<'s, 't> {
    pub(super) at: At<'s, 't>,
    pub(super) entries: std::vec::IntoIter<(&'s str, NodeId)>,
    pub(super) value: Option<NodeId>,
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
pub(super) struct Variant<'s, 't> {
    pub(super) at: At<'s, 't>,
    pub(super) variant: &'static str,
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
