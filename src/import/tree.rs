//! The tree of sections: which heading stands under which.

mod openings;

use openings::openings;

use super::content::Content;
use super::heading::{Kind, Opening};
use super::piece::{Piece, Shape};
use crate::document::Table;

/// A section as it stands in the source.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// As it stands, without its mark.
    pub heading: Content,
    /// The number its mark has; 0 where it has none.
    pub number: usize,
    pub kind: Option<Kind>,
    /// Text follows in the heading's paragraph, after a full stop.
    pub is_run_in: bool,
    pub blocks: Vec<Block>,
    pub sections: Vec<Node>,
}

impl Node {
    /// The links of the headings below, which the file has no place for: a heading is plain text.
    pub fn links_of_headings(&self) -> Vec<String> {
        let below = |section: &Self| section.heading.links().chain(section.links_of_headings()).collect::<Vec<_>>();
        self.sections.iter().flat_map(below).collect()
    }
}

/// What stands between headings.
#[derive(Clone, Debug)]
pub enum Block {
    Text(Content),
    /// An item of a list.
    Item(Content, crate::readers::Item),
    Table(Table),
}

/// Of which kind an open section is.
#[derive(Clone, Copy)]
struct Level {
    kind: Kind,
    number: usize,
    /// The level the source gives it.
    hint: Option<u8>,
}

/// For each kind the index of its next opening.
type Next = [Option<usize>; Kind::MARKED];

/// The deepest level that has numbers.
pub const DEEPEST: usize = 4;

/// The tree of a body: a root without heading, whose blocks are the opening paragraphs.
pub fn tree(pieces: &[&Piece]) -> Node {
    let openings = openings(pieces);
    let next = next_of_kinds(&openings);
    let mut open: Vec<(Node, Level)> = Vec::new();
    let mut root = Node::default();
    for (index, piece) in pieces.iter().enumerate() {
        let Some(opening) = &openings[index] else {
            let node = open.last_mut().map_or(&mut root, |(node, _)| node);
            node.blocks.push(block(piece));
            continue;
        };
        let level = Level { kind: opening.kind, number: opening.number, hint: piece.level() };
        let depth = depth(&open, level, &next[index], &openings);
        if depth >= DEEPEST {
            let node = open.last_mut().map_or(&mut root, |(node, _)| node);
            node.blocks.push(block(piece));
            continue;
        }
        while open.len() > depth {
            close(&mut open, &mut root);
        }
        open.push((node(piece, opening), level));
    }
    while !open.is_empty() {
        close(&mut open, &mut root);
    }
    root
}

/// Puts the innermost open section where it belongs.
fn close(open: &mut Vec<(Node, Level)>, root: &mut Node) {
    if let Some((node, _)) = open.pop() {
        open.last_mut().map_or(root, |(outer, _)| outer).sections.push(node);
    }
}

fn node(piece: &Piece, opening: &Opening) -> Node {
    let text = piece.text();
    let rest = piece.content.slice(opening.rest..text.len());
    let blocks = if rest.plain().is_empty() { Vec::new() } else { vec![Block::Text(rest)] };
    Node {
        heading: piece.content.slice(opening.start..opening.end),
        number: opening.number,
        kind: Some(opening.kind),
        is_run_in: opening.is_run_in,
        blocks,
        sections: Vec::new(),
    }
}

/// What a piece is between headings.
pub fn block(piece: &Piece) -> Block {
    match (&piece.shape, piece.hint.item) {
        (Shape::Table(table), _) => Block::Table(table.clone()),
        (_, Some(item)) => Block::Item(piece.content.clone(), item),
        _ => Block::Text(piece.content.clone()),
    }
}

/// How many sections stay open above a new one.
fn depth(open: &[(Node, Level)], level: Level, next: &Next, openings: &[Option<Opening>]) -> usize {
    match level.kind {
        Kind::Bare => return bare_depth(open, level),
        // Beside its like, else inside what is open.
        Kind::Under => return open.iter().rposition(|(_, open)| open.kind == Kind::Under).unwrap_or(open.len()),
        _ => {}
    }
    if let Some(same) = open.iter().rposition(|(_, open)| open.kind == level.kind) {
        return same;
    }
    let mut depth = level.hint.map_or(open.len(), |hint| hinted_depth(open, hint));
    while let Some((_, top)) = depth.checked_sub(1).and_then(|last| open.get(last)) {
        let goes_on = || goes_on(top, &open[..depth - 1], next, openings);
        let is_inner = match top.kind {
            Kind::Bare => top.hint.is_some() || level.hint.is_none(),
            Kind::Under => level.kind >= Kind::Arabic,
            kind => kind < level.kind || level.number == 1 && goes_on(),
        };
        if is_inner {
            break;
        }
        depth -= 1;
    }
    depth
}

/// Whether the numbers of an open section go on before an outer section ends: 1. （一） （二） 2.
fn goes_on(top: &Level, outer: &[(Node, Level)], next: &Next, openings: &[Option<Opening>]) -> bool {
    let Some(at) = next[top.kind as usize] else { return false };
    let follows = openings[at].as_ref().is_some_and(|opening| opening.number == top.number + 1);
    follows
        && outer
            .iter()
            .all(|(_, outer)| !outer.kind.is_numbered() || next[outer.kind as usize].is_none_or(|end| at < end))
}

/// A heading without a mark: by the level the source gives it, else beside its like, else inside what is open.
fn bare_depth(open: &[(Node, Level)], level: Level) -> usize {
    match level.hint {
        Some(hint) => hinted_depth(open, hint),
        None => open.iter().rposition(|(_, open)| open.kind == Kind::Bare).unwrap_or(0),
    }
}

/// How many sections stay open above one of a level that the source gives.
fn hinted_depth(open: &[(Node, Level)], hint: u8) -> usize {
    open.iter().position(|(_, open)| open.hint.is_some_and(|own| own >= hint)).unwrap_or(open.len())
}

fn next_of_kinds(openings: &[Option<Opening>]) -> Vec<Next> {
    let mut next: Next = [None; Kind::MARKED];
    let mut all = vec![next; openings.len()];
    for (index, opening) in openings.iter().enumerate().rev() {
        all[index] = next;
        if let Some(opening) = opening.as_ref().filter(|opening| opening.kind.is_numbered()) {
            next[opening.kind as usize] = Some(index);
        }
    }
    all
}
