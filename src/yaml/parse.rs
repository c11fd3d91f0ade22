//! YAML text -> [`Tree`]: saphyr-parser's events, bounded, with what a report file may not use refused.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::characters::{Characters, Offsets};
use super::node::{Content, Key, Node, NodeId, Style, Tree};
use super::slip::{Refused, SlipKind};
use crate::source::Span;

/// Values may be nested this deep: twice what four levels of sections need.
pub const MAX_DEPTH: usize = 32;

/// Values a file may hold: ten times what the largest report of a hundred joined ones needs.
const MAX_VALUES: usize = 500_000;

/// A fault met while parsing.
#[derive(Debug, PartialEq)]
pub struct Fault {
    pub kind: SlipKind,
    pub span: Span,
    pub node: NodeId,
}

/// What could be parsed, and what was wrong.
#[derive(Debug, Default)]
pub struct Parsed<'a> {
    pub tree: Tree<'a>,
    pub faults: Vec<Fault>,
    /// Where the YAML became unreadable, and what the parser says; the tree holds what stood before.
    pub syntax: Option<(usize, String)>,
    /// Parsing stopped before the end.
    pub cut_short: bool,
}

/// Parses a text.
pub fn parse(text: &str) -> Parsed<'_> {
    let (characters, offsets) = Characters::new(text);
    // Room for the values of most reports: one for so many bytes.
    let nodes = Vec::with_capacity((text.len() / 32).min(4096));
    let parsed = Parsed { tree: Tree { nodes }, ..Parsed::default() };
    let mut builder = Builder { text, offsets, open: Vec::new(), parsed };
    let mut parser = Parser::new(characters);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => {
                let span = Span::new(builder.offsets.byte(span.start.index()), builder.offsets.byte(span.end.index()));
                if builder.take(event, span).is_none() {
                    builder.parsed.cut_short = true;
                    break;
                }
            }
            Err(error) => {
                let at = builder.offsets.byte(error.marker().index());
                builder.parsed.syntax = Some((at, error.info().to_owned()));
                builder.parsed.cut_short = true;
                break;
            }
        }
    }
    builder.finish()
}

/// An open list or map.
struct Open<'a> {
    node: NodeId,
    /// The key whose value comes next.
    key: Option<Key<'a>>,
}

struct Builder<'a> {
    text: &'a str,
    offsets: Offsets,
    open: Vec<Open<'a>>,
    parsed: Parsed<'a>,
}

impl<'a> Builder<'a> {
    /// Takes one event; `None` stops.
    fn take(&mut self, event: Event<'a>, span: Span) -> Option<()> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let node = self.scalar(text, style, span)?;
                self.refuse_properties(anchor, tag.is_some(), span, node);
            }
            Event::SequenceStart(anchor, tag) => {
                let node = self.open(Content::List { items: Vec::new(), flow: span.start < span.end }, span)?;
                self.refuse_properties(anchor, tag.is_some(), span, node);
            }
            Event::MappingStart(anchor, tag) => {
                let node = self.open(Content::Map { entries: Vec::new(), flow: span.start < span.end }, span)?;
                self.refuse_properties(anchor, tag.is_some(), span, node);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(Some(span)),
            Event::Alias(_) => {
                let node = self.add(Content::Scalar { text: Cow::Borrowed(""), style: Style::Plain }, span)?;
                self.refuse(Refused::Alias, span, node);
            }
            Event::DocumentStart(_) if !self.parsed.tree.nodes.is_empty() => {
                self.refuse(Refused::SecondDocument, span, 0);
                return None;
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        Some(())
    }

    /// A scalar: the next key of a map, or a value. The id is that of the value or of the map.
    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, span: Span) -> Option<NodeId> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        let span = self.scalar_span(&text, style, span);
        let tree = &self.parsed.tree;
        match self.open.last_mut() {
            Some(open) if open.key.is_none() && matches!(tree.node(open.node).content, Content::Map { .. }) => {
                open.key = Some(Key { text, span });
                Some(open.node)
            }
            _ => self.add(Content::Scalar { text, style }, span),
        }
    }

    /// The scalar itself, without the blanks and line ends that saphyr counts with it.
    fn scalar_span(&self, text: &str, style: Style, span: Span) -> Span {
        if style == Style::Plain && text.is_empty() {
            return Span::new(span.start, span.start);
        }
        let typed = &self.text[span.range()];
        let kept = typed.trim_end_matches([' ', '\t', '\r', '\n']).len();
        Span::new(span.start, span.start + kept)
    }

    /// Adds a value where it belongs; `None` when there is no room, or when it stands where a key should.
    fn add(&mut self, content: Content<'a>, span: Span) -> Option<NodeId> {
        let id = self.parsed.tree.nodes.len() as NodeId;
        if id as usize >= MAX_VALUES {
            self.fault(SlipKind::TooManyValues, span, 0);
            return None;
        }
        let mut node = Node { parent: None, key: None, index: 0, content, span, refused: false };
        if let Some(open) = self.open.last_mut() {
            node.parent = Some(open.node);
            match &mut self.parsed.tree.nodes[open.node as usize].content {
                Content::List { items, .. } => {
                    node.index = items.len();
                    items.push(id);
                }
                Content::Map { entries, .. } => {
                    let Some(key) = open.key.take() else {
                        let parent = open.node;
                        self.fault(SlipKind::Refused { what: Refused::ComplexKey }, span, parent);
                        return None;
                    };
                    node.refused = key.text == "<<";
                    node.key = Some(key);
                    entries.push(id);
                }
                Content::Scalar { .. } => {}
            }
        }
        let merge = node.refused.then(|| node.key.as_ref().map_or(span, |key| key.span));
        self.parsed.tree.nodes.push(node);
        if let Some(span) = merge {
            self.refuse(Refused::MergeKey, span, id);
        }
        Some(id)
    }

    /// Opens a list or a map.
    fn open(&mut self, content: Content<'a>, span: Span) -> Option<NodeId> {
        if self.open.len() >= MAX_DEPTH {
            let node = self.open.last().map_or(0, |open| open.node);
            self.fault(SlipKind::TooDeep { depth: MAX_DEPTH }, span, node);
            return None;
        }
        let node = self.add(content, span)?;
        self.open.push(Open { node, key: None });
        Some(node)
    }

    /// Closes the innermost list or map; `end` is the span of its last bracket, if it has one.
    fn close(&mut self, end: Option<Span>) {
        let Some(open) = self.open.pop() else { return };
        let node = self.parsed.tree.node(open.node);
        let (last, flow) = match &node.content {
            Content::List { items, flow } => (items.last(), *flow),
            Content::Map { entries, flow } => (entries.last(), *flow),
            Content::Scalar { .. } => (None, false),
        };
        let inside = last.map_or(node.span.end, |&last| self.parsed.tree.node(last).span.end);
        let end = match end {
            Some(bracket) if flow => bracket.end,
            _ => inside,
        };
        let span = &mut self.parsed.tree.nodes[open.node as usize].span;
        span.end = end.max(span.end);
    }

    fn refuse_properties(&mut self, anchor: usize, tagged: bool, span: Span, node: NodeId) {
        if anchor == 0 && !tagged {
            return;
        }
        let word = self.text[span.range()].split_whitespace().next().map_or(0, str::len);
        let span = Span::new(span.start, span.start + word);
        if anchor > 0 {
            self.fault(SlipKind::Refused { what: Refused::Anchor }, span, node);
        }
        if tagged {
            self.fault(SlipKind::Refused { what: Refused::Tag }, span, node);
        }
    }

    /// A feature of YAML that a report file may not use; the node is skipped from here on.
    fn refuse(&mut self, what: Refused, span: Span, node: NodeId) {
        if let Some(node) = self.parsed.tree.nodes.get_mut(node as usize).filter(|_| what != Refused::SecondDocument) {
            node.refused = true;
        }
        self.fault(SlipKind::Refused { what }, span, node);
    }

    fn fault(&mut self, kind: SlipKind, span: Span, node: NodeId) {
        self.parsed.faults.push(Fault { kind, span, node });
    }

    fn finish(mut self) -> Parsed<'a> {
        while !self.open.is_empty() {
            self.close(None);
        }
        self.parsed
    }
}
