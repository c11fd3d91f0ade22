//! One node as the types ask for it: a text, a number, a fixed value, the fields of a struct.

use super::state::State;
use crate::source::{Edit, Span};
use crate::yaml::keys::{self, Domain};
use crate::yaml::nearest::nearest;
use crate::yaml::node::{Content, Node, NodeId};
use crate::yaml::slip::{Expected, SlipKind, Stroke};

/// The field by which a struct asks for its own place.
const OWN_PLACE: &str = "$place";

/// One node to be read.
#[derive(Clone, Copy)]
pub(super) struct At<'s, 't> {
    pub(super) state: &'s State<'t>,
    pub(super) node: NodeId,
    /// The field of ours it is the value of, or stands in.
    pub(super) field: &'static str,
}

impl<'s, 't> At<'s, 't> {
    pub(super) fn node(&self) -> &'s Node<'t> {
        self.state.tree.node(self.node)
    }

    pub(super) fn with(self, node: NodeId) -> Self {
        Self { node, ..self }
    }

    /// The text of a scalar; anything else is a fault.
    pub(super) fn text(&self, expected: Expected) -> Option<&'s str> {
        let text = self.node().scalar();
        if text.is_none() {
            self.state.wrong_type(self.node, expected);
        }
        text
    }

    /// A whole number, typed in any digits.
    pub(super) fn integer<T: std::str::FromStr + Default>(&self) -> T {
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
    pub(super) fn fixed(&self, domain: Domain, known: &[&str]) -> Option<&'static str> {
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
    pub(super) fn entries(&self) -> Option<impl Iterator<Item = (NodeId, &'s str, Span)> + use<'s, 't>> {
        let Content::Map { entries, .. } = &self.node().content else { return None };
        let state = self.state;
        Some(entries.iter().filter(|&&id| !state.skipped[id as usize].get()).filter_map(|&id| {
            let key = state.tree.node(id).key.as_ref()?;
            Some((id, &*key.text, key.span))
        }))
    }

    /// The fields of a struct, in the order typed.
    pub(super) fn fields(&self, name: &'static str, fields: &'static [&'static str]) -> Vec<Field> {
        let typed = if let Content::Map { entries, .. } = &self.node().content { entries.len() } else { 0 };
        let mut found: Vec<Field> = Vec::with_capacity(typed.min(fields.len()) + 1);
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
    pub(super) fn is_figure(&self) -> bool {
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
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) value: FieldValue,
}

#[derive(Clone, Copy)]
pub(super) enum FieldValue {
    Place,
    Node(NodeId),
}
