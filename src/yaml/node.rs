//! The tree of a YAML file: what saphyr-parser's events say, with the span of every key and value.

use std::borrow::Cow;

use crate::source::Span;

/// A node's index in its [`Tree`]; the place of its value has the same number.
pub type NodeId = u32;

/// All nodes of a file, each before the nodes inside it; the first is the document.
#[derive(Debug, Default)]
pub struct Tree<'a> {
    pub nodes: Vec<Node<'a>>,
}

/// One value.
#[derive(Debug)]
pub struct Node<'a> {
    pub parent: Option<NodeId>,
    /// Its key, where it stands in a map.
    pub key: Option<Key<'a>>,
    /// Its index, where it stands in a list.
    pub index: usize,
    pub content: Content<'a>,
    pub span: Span,
    /// Refused already: to be skipped without another word.
    pub refused: bool,
}

/// The key of a value as typed.
#[derive(Clone, Debug)]
pub struct Key<'a> {
    pub text: Cow<'a, str>,
    pub span: Span,
}

/// What a node holds.
#[derive(Debug)]
pub enum Content<'a> {
    Scalar { text: Cow<'a, str>, style: Style },
    List { items: Vec<NodeId>, flow: bool },
    Map { entries: Vec<NodeId>, flow: bool },
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

impl<'a> Tree<'a> {
    /// The node of an id of this tree.
    pub fn node(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id as usize]
    }
}

impl Node<'_> {
    /// Nothing at all, or the plain word for nothing.
    pub fn is_null(&self) -> bool {
        match &self.content {
            Content::Scalar { text, style: Style::Plain } => matches!(&**text, "" | "~" | "null" | "Null" | "NULL"),
            _ => false,
        }
    }

    /// The text of a scalar; that of a null is empty.
    pub fn scalar(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { .. } if self.is_null() => Some(""),
            Content::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }
}
