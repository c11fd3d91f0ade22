//! In which order formulas are computed: each after those it reads.

use std::ops::Range;

use super::name::Target;

/// A figure as the search sees it.
pub(super) trait Reads {
    /// What its formula reads and where it says so; `None` for what is no formula.
    fn reads(&self) -> Option<&[(Target, Range<usize>)]>;
}

/// The order, and what stands in its way.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Order {
    /// The formulas, those on circles too.
    pub order: Vec<usize>,
    pub circles: Vec<Circle>,
}

/// Formulas that need one another.
#[derive(Debug, PartialEq)]
pub(super) struct Circle {
    /// The formula that closes it, and where in it.
    pub closing: usize,
    pub range: Range<usize>,
    /// The formulas on it, of a long one the beginning: one more than [`SHOWN`].
    pub path: Vec<usize>,
}

/// How many formulas of a circle are named.
pub(super) const SHOWN: usize = 8;

/// How far the search has come with a formula; an open one knows its depth in the path.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open(usize),
    Done,
}

/// Searches without recursion: a chain of formulas may be as long as the file.
pub(super) fn of(figures: &[impl Reads]) -> Order {
    let mut found = Order::default();
    let mut states = vec![State::New; figures.len()];
    for first in 0..figures.len() {
        if states[first] == State::New && figures[first].reads().is_some() {
            search(figures, first, &mut states, &mut found);
        }
    }
    found
}

/// Follows what one formula reads; the path holds each open formula with how many of its names were followed.
fn search(figures: &[impl Reads], first: usize, states: &mut [State], found: &mut Order) {
    let mut path = vec![(first, 0)];
    states[first] = State::Open(0);
    while let Some((index, followed)) = path.last_mut() {
        let index = *index;
        let Some((target, range)) = figures[index].reads().and_then(|reads| reads.get(*followed)) else {
            states[index] = State::Done;
            found.order.push(index);
            path.pop();
            continue;
        };
        *followed += 1;
        // The sum of a group has no formulas in it.
        let Target::Figure(target) = *target else { continue };
        match states[target] {
            State::Open(depth) => {
                let circle = path[depth..].iter().take(SHOWN + 1).map(|&(index, _)| index).collect();
                found.circles.push(Circle { closing: index, range: range.clone(), path: circle });
            }
            State::New if figures[target].reads().is_some() => {
                states[target] = State::Open(path.len());
                path.push((target, 0));
            }
            State::New | State::Done => {}
        }
    }
}
