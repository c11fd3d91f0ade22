//! The tree of sections: which openings are headings, and which stands under which.

use super::content::Content;
use super::heading::{self, Certainty, Kind, Opening};
use super::piece::{Piece, Shape};
use super::unnumbered;
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

/// Of which kind an open section is.
#[derive(Clone, Copy)]
struct Level {
    kind: Kind,
    number: usize,
    /// The level the source gives it.
    hint: Option<u8>,
}

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
    let outer = |hint| open.iter().position(|(_, open)| open.hint.is_some_and(|outer| outer >= hint));
    let mut depth = level.hint.and_then(outer).unwrap_or(open.len());
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
    if let Some(hint) = level.hint {
        let is_outer = |(_, open): &(Node, Level)| open.hint.is_some_and(|outer| outer >= hint);
        return open.iter().position(is_outer).unwrap_or(open.len());
    }
    open.iter().rposition(|(_, open)| open.kind == Kind::Bare).unwrap_or(0)
}

/// For each kind the index of its next opening.
type Next = [Option<usize>; Kind::MARKED];

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

/// The openings that are headings, one for each piece.
fn openings(pieces: &[&Piece]) -> Vec<Option<Opening>> {
    let quoted = quoted(pieces);
    let is_quoted = |index: usize| quoted[index];
    let mut openings: Vec<Option<Opening>> = pieces
        .iter()
        .enumerate()
        .map(|(index, piece)| heading::opening(piece).filter(|_| !is_quoted(index) && may_open(piece)))
        .collect();
    drop_half_lists(pieces, &mut openings);
    drop_strays(&mut openings);
    nest_again(&mut openings);
    unnumbered::add(pieces, &mut openings);
    openings
}

/// Whether a piece may be a heading at all: a table is none, an item of a list only where text follows its heading.
fn may_open(piece: &Piece) -> bool {
    match (&piece.shape, piece.hint.item) {
        (Shape::Table(_), _) => false,
        (_, Some(item)) => item.is_ordered && heading::opening(piece).is_some_and(|opening| opening.is_run_in),
        _ => true,
    }
}

/// Which pieces stand in a quotation that goes over several paragraphs.
fn quoted(pieces: &[&Piece]) -> Vec<bool> {
    const FARTHEST: usize = 20;
    let mut quoted = vec![false; pieces.len()];
    let open = |text: &str| text.matches('“').count() > text.matches('”').count();
    for (index, piece) in pieces.iter().enumerate() {
        if quoted[index] || !open(piece.text()) {
            continue;
        }
        let rest = pieces.iter().skip(index + 1).take(FARTHEST);
        let end = rest.map(|piece| piece.text()).position(|text| {
            let close = text.find('”');
            close.is_some_and(|close| text.find('“').is_none_or(|open| close < open))
        });
        quoted.iter_mut().skip(index + 1).take(end.map_or(0, |end| end + 1)).for_each(|quoted| *quoted = true);
    }
    quoted
}

/// Takes back the openings of an ordered list where one of its items is none: a list is either headings or text.
fn drop_half_lists(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let is_ordered = |index: usize| pieces[index].hint.item.is_some_and(|item| item.is_ordered);
    let mut start = 0;
    while start < pieces.len() {
        let end = (start..pieces.len()).find(|&index| !is_ordered(index)).unwrap_or(pieces.len());
        let list = &mut openings[start..end];
        if list.iter().any(Option::is_none) {
            list.fill(None);
        }
        start = end + 1;
    }
}

/// Takes back openings that belong to no series of headings: a number that continues nothing, a series of whole
/// sentences, a single ①.
fn drop_strays(openings: &mut [Option<Opening>]) {
    let mut series: [Series; Kind::MARKED] = Default::default();
    let mut dropped = Vec::new();
    for (index, opening) in openings.iter().enumerate() {
        let Some(opening) = opening.as_ref().filter(|opening| opening.kind != Kind::Bare) else { continue };
        let kind = opening.kind as usize;
        if !series[kind].takes(opening) {
            dropped.push(index);
            continue;
        }
        if opening.number <= series[kind].last {
            series[kind].end(&mut dropped);
        }
        for inner in series.iter_mut().skip(kind + 1) {
            inner.end(&mut dropped);
        }
        series[kind].add(index, opening);
    }
    for series in &mut series {
        series.end(&mut dropped);
    }
    for index in dropped {
        openings[index] = None;
    }
}

/// Tells a series of 一、 that starts anew right under a heading of its kind: 一、主要举措 一、强化领导 二、规范执法 二、存在的问题
fn nest_again(openings: &mut [Option<Opening>]) {
    // The number of the heading the inner series stands under, and the last one of the series.
    let mut inner: Option<(usize, usize)> = None;
    let mut above: Option<(usize, usize)> = None;
    for index in 0..openings.len() {
        let Some(number) = openings[index].as_ref().filter(|own| own.kind == Kind::Han).map(|own| own.number) else {
            continue;
        };
        let comes_again = || openings[index + 1..].iter().flatten().any(|o| o.kind == Kind::Han && o.number == number);
        inner = match (inner, above) {
            (_, Some((at, outer))) if number == 1 && at + 1 == index => Some((outer, 1)),
            (Some((outer, last)), _) if number == last + 1 && (outer != last || comes_again()) => Some((outer, number)),
            _ => None,
        };
        above = None;
        match (inner, &mut openings[index]) {
            (Some(_), Some(opening)) => opening.kind = Kind::HanAgain,
            (None, Some(opening)) if !opening.is_run_in => above = Some((index, number)),
            _ => {}
        }
    }
}

/// Openings of one kind that count on.
#[derive(Default)]
struct Series {
    kind: Option<Kind>,
    members: Vec<(usize, Certainty)>,
    last: usize,
}

impl Series {
    /// Whether a number may stand here: 一、 anywhere, the Arabic ones only first or next, one left out or doubled.
    fn takes(&self, opening: &Opening) -> bool {
        let is_next = (self.last..=self.last + 3).contains(&opening.number);
        matches!(opening.kind, Kind::Part | Kind::Han | Kind::HanParenthesis) || opening.number == 1 || is_next
    }

    fn add(&mut self, index: usize, opening: &Opening) {
        self.kind = Some(opening.kind);
        self.last = opening.number;
        self.members.push((index, opening.certainty));
    }

    /// Ends the series: one of which no member is surely a heading is dropped.
    fn end(&mut self, dropped: &mut Vec<usize>) {
        let members = std::mem::take(&mut self.members);
        let Some(kind) = self.kind else { return };
        let likely = members.iter().filter(|(_, certainty)| *certainty != Certainty::Doubtful).count();
        // 1. 健全机制； 2. 规范执法。
        let is_listed = |pair: &[(usize, Certainty)]| pair[0].1 == Certainty::Listed && pair[0].0 + 1 == pair[1].0;
        let is_series = match kind {
            Kind::Part | Kind::Han => true,
            _ if members.windows(2).any(is_listed) => false,
            Kind::Circled | Kind::Ordinal => likely == members.len() && likely >= 2,
            Kind::HanParenthesis => likely > 0,
            _ => likely * 2 >= members.len(),
        };
        if !is_series {
            dropped.extend(members.into_iter().map(|(index, _)| index));
        }
    }
}
