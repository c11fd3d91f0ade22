//! Which of the openings of a body are headings.

use crate::import::heading::{self, Certainty, Kind, Opening};
use crate::import::piece::{Piece, Shape};
use crate::import::unnumbered;

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

/// The openings that are headings, one for each piece.
pub fn openings(pieces: &[&Piece]) -> Vec<Option<Opening>> {
    let quoted = quoted(pieces);
    let mut openings: Vec<Option<Opening>> = pieces
        .iter()
        .enumerate()
        .map(|(index, piece)| heading::opening(piece).filter(|_| !quoted[index] && may_open(piece)))
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
