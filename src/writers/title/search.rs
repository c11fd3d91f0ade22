//! The search for the lines of a title whose breaks cost least and whose shape is best.

use super::cost::{BETWEEN_WORDS, IN_WORD, UNKNOWN};

/// The search for the best lines.
pub(super) struct Search<'a> {
    columns: &'a [usize],
    costs: &'a [u32],
    /// Where a break costs nothing: before 关于, between joint organs.
    best_places: Vec<usize>,
    longest: usize,
}

impl<'a> Search<'a> {
    pub(super) fn new(columns: &'a [usize], costs: &'a [u32], longest: usize) -> Self {
        let best_places = (1..costs.len()).filter(|&at| costs[at] == 0).collect();
        Self { columns, costs, best_places, longest }
    }

    /// The cheapest breaks into `fewest` lines, or one more where that spares a bad break.
    pub(super) fn best(&self, fewest: usize) -> Option<Vec<usize>> {
        for worst in [BETWEEN_WORDS, UNKNOWN, IN_WORD, u32::MAX] {
            let places: Vec<usize> = (1..self.costs.len()).filter(|&at| self.costs[at] <= worst).collect();
            let mut best: Option<(u32, Vec<usize>)> = None;
            for lines in fewest..=fewest + 1 {
                self.try_lines(&places, lines, &mut Vec::new(), &mut best);
            }
            if let Some((_, breaks)) = best {
                return Some(breaks);
            }
        }
        None
    }

    /// Tries all breaks into so many lines that go on from `breaks`.
    fn try_lines(&self, places: &[usize], lines: usize, breaks: &mut Vec<usize>, best: &mut Option<(u32, Vec<usize>)>) {
        let start = breaks.last().copied().unwrap_or_default();
        let end = self.costs.len();
        if breaks.len() + 1 == lines {
            if self.width(start, end) <= self.longest {
                let cost = self.cost(breaks);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    *best = Some((cost, breaks.clone()));
                }
            }
            return;
        }
        for (index, &place) in places.iter().enumerate() {
            let width = self.width(start, place);
            if width > self.longest {
                break;
            }
            let lines_left = lines - breaks.len() - 1;
            if self.width(place, end) <= self.longest * lines_left {
                breaks.push(place);
                self.try_lines(&places[index + 1..], lines, breaks, best);
                breaks.pop();
            }
        }
    }

    fn width(&self, from: usize, to: usize) -> usize {
        self.columns[to] - self.columns[from]
    }

    fn cost(&self, breaks: &[usize]) -> u32 {
        let mut widths = Vec::with_capacity(breaks.len() + 1);
        let mut start = 0;
        for &at in breaks.iter().chain([&self.costs.len()]) {
            widths.push(self.width(start, at));
            start = at;
        }
        breaks.iter().fold(shape(&widths), |sum, &at| sum.saturating_add(self.costs[at]))
            + LINE * count(breaks.len())
            + NOT_ABOUT * count(self.best_places.iter().filter(|place| !breaks.contains(place)).count())
    }

    /// Lines filled from the first to the last, each broken where it costs least in its second half.
    pub(super) fn greedy(&self) -> Vec<usize> {
        let mut breaks = Vec::new();
        let mut start = 0;
        while self.width(start, self.costs.len()) > self.longest {
            let fits = |&at: &usize| self.width(start, at) <= self.longest;
            let last = (start + 1..self.costs.len()).take_while(fits).last().unwrap_or(start + 1);
            let first = start + (last - start).div_ceil(2);
            let at = (first..=last).rev().min_by_key(|&at| self.costs[at]).unwrap_or(last);
            breaks.push(at);
            start = at;
        }
        breaks
    }
}

/// Another line costs nearly as much as a break between words.
const LINE: u32 = 50;

/// 关于 inside a line, or a second organ, costs more.
const NOT_ABOUT: u32 = 140;

/// A number of breaks, of which there are few.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX / 1000)
}

/// How far the lines are from a trapezium or a lozenge: an hourglass is worst, then a very short line, then a block.
fn shape(widths: &[usize]) -> u32 {
    let widest = widths.iter().copied().max().unwrap_or_default();
    let is_hourglass = widths.windows(3).any(|three| three[1] < three[0] && three[1] < three[2]);
    let is_block = widths.windows(2).any(|two| two[0] == two[1]);
    let stub = widths.iter().any(|&width| width * 10 < widest * 3);
    let last_is_stub = widths.last().is_some_and(|&width| width * 2 < widest);
    u32::from(is_hourglass) * 80 + u32::from(is_block) * 15 + u32::from(stub) * 60 + u32::from(last_is_stub) * 40
}
