//! What a run over the nodes records: slips of shape, values to leave out, the names of places.

use std::cell::{Cell, RefCell};

use crate::message::Lang;
use crate::place::{Place, Places, Step};
use crate::source::{Edit, SourceFile, Span};
use crate::yaml::keys::{self, Domain};
use crate::yaml::nearest::nearest;
use crate::yaml::node::{Content, NodeId, Tree};
use crate::yaml::slip::{Expected, Found, MAX_FAULTS, Slip, SlipKind};

/// A run over the nodes of a file.
pub(super) struct State<'t> {
    pub(super) source: &'t SourceFile,
    pub(super) tree: &'t Tree<'t>,
    pub(super) places: RefCell<Places>,
    pub(super) slips: RefCell<Vec<Slip>>,
    /// Values to leave out.
    pub(super) skipped: Vec<Cell<bool>>,
    /// A value was skipped after it had been handed on.
    pub(super) again: Cell<bool>,
    /// The first run records, the second is silent.
    pub(super) recording: Cell<bool>,
    pub(super) complete: bool,
    pub(super) language: Lang,
}

impl State<'_> {
    pub(super) fn record(&self, kind: SlipKind, span: Span, node: NodeId, fix: Vec<Edit>) {
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
    pub(super) fn skip(&self, node: NodeId) {
        if !self.skipped[node as usize].replace(true) {
            self.again.set(true);
        }
    }

    pub(super) fn wrong_type(&self, node: NodeId, expected: Expected) {
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

    pub(super) fn missing(&self, node: NodeId, key: &'static str) {
        if self.complete {
            let span = if self.tree.nodes.is_empty() { Span::default() } else { self.short_span(node) };
            let name = keys::name(Domain::Key, key, self.language);
            self.record(SlipKind::MissingKey { key: name }, span, node, Vec::new());
        }
    }

    /// Names a key of ours in the paths of places.
    pub(super) fn name(&self, node: NodeId, key: &'static str) {
        if let Some(entry) = self.places.borrow_mut().entry_mut(Place(node)) {
            entry.step = Some(Step::Key(key.to_owned()));
        }
    }

    /// Says that a second name was typed.
    pub(super) fn other_name(&self, typed: &str, word: &keys::Word, span: Span, node: NodeId) {
        let name = if typed.is_ascii() { word.en } else { word.zh };
        if typed != word.en && typed != word.zh {
            let fix = vec![Edit { span, replacement: name.to_owned() }];
            self.record(SlipKind::OtherName { typed: typed.to_owned(), name }, span, node, fix);
        }
    }

    /// The names of `known`, in the language that `typed` looks like.
    pub(super) fn names(&self, domain: Domain, known: &[&str], typed: &str) -> Vec<&'static str> {
        let lang = match typed.chars().any(char::is_alphabetic) {
            true if typed.is_ascii() => Lang::En,
            true => Lang::Zh,
            false => self.language,
        };
        known.iter().filter_map(|name| keys::word(domain, name)).map(|word| word.name(lang)).collect()
    }

    pub(super) fn unknown_key(&self, node: NodeId, typed: &str, span: Span, fields: &[&str]) {
        let known = self.names(Domain::Key, fields, typed);
        let nearest = nearest(typed, known.iter().copied());
        self.record(SlipKind::UnknownKey { key: typed.to_owned(), nearest, known }, span, node, Vec::new());
    }

    pub(super) fn duplicate(&self, node: NodeId, first: NodeId) {
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
