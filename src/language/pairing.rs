//! Marks that come in pairs: “” ‘’ 《》 〈〉 （） 〔〕 【】 「」 『』.

use std::ops::Range;

use super::fault::{Fault, Kind};
use crate::leads::Leads;

/// The marks of the pairs.
pub(super) const MARKS: [char; 24] = [
    '“', '”', '‘', '’', '《', '》', '〈', '〉', '（', '(', '）', ')', '〔', '〕', '[', '［', ']', '］', '【', '】',
    '「', '」', '『', '』',
];

/// The pairs; both widths of a parenthesis pair with each other, and so do 〔 and [.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pair {
    Double,
    Single,
    Title,
    InnerTitle,
    Round,
    Tortoise,
    /// [ ] alone: letters and signs of all kinds stand in them, they are never missed.
    Square,
    Black,
    Corner,
    WhiteCorner,
}

/// A mark of a pair and whether it opens.
fn side(c: char) -> Option<(Pair, bool)> {
    Some(match c {
        '“' => (Pair::Double, true),
        '”' => (Pair::Double, false),
        '‘' => (Pair::Single, true),
        '’' => (Pair::Single, false),
        '《' => (Pair::Title, true),
        '》' => (Pair::Title, false),
        '〈' => (Pair::InnerTitle, true),
        '〉' => (Pair::InnerTitle, false),
        '（' | '(' => (Pair::Round, true),
        '）' | ')' => (Pair::Round, false),
        '〔' => (Pair::Tortoise, true),
        '〕' => (Pair::Tortoise, false),
        '[' | '［' => (Pair::Square, true),
        ']' | '］' => (Pair::Square, false),
        '【' => (Pair::Black, true),
        '】' => (Pair::Black, false),
        '「' => (Pair::Corner, true),
        '」' => (Pair::Corner, false),
        '『' => (Pair::WhiteCorner, true),
        '』' => (Pair::WhiteCorner, false),
        _ => return None,
    })
}

impl Pair {
    fn closes(self, opening: Self) -> bool {
        self == opening || matches!((opening, self), (Self::Tortoise, Self::Square) | (Self::Square, Self::Tortoise))
    }
}

/// A mark without its partner.
#[derive(Clone, Debug)]
struct Single {
    pair: Pair,
    opens: bool,
    passage: usize,
    range: Range<usize>,
}

/// Passages over which a quotation or a title may run: a title is set in lines, a quotation in paragraphs.
const REACH: usize = 40;

/// Pairs inside one another, and single marks of a passage, that are followed: no text has as many.
const DEEPEST: usize = 32;
const MOST: usize = 16;

/// Quotation marks that do not say which side they are.
const STRAIGHT: Leads = Leads::of(&['"', '＂']);

/// The pairs of an edition, passage after passage.
#[derive(Default)]
pub(super) struct Pairing {
    passage: usize,
    /// Opened in this passage and not closed yet.
    open: Vec<(Pair, Range<usize>)>,
    singles: Vec<Single>,
    /// " stands beside “ in this passage: which closes which cannot be told.
    is_mixed: bool,
    /// The passages that start with “.
    quoted: Vec<usize>,
}

impl Pairing {
    /// Goes on to another passage.
    pub(super) fn enter(&mut self, passage: usize, text: &str) {
        self.leave();
        self.passage = passage;
        self.is_mixed = STRAIGHT.each(text).any(|(_, c)| matches!(c, '"' | '＂'));
        if text.trim_start().starts_with('“') {
            self.quoted.push(passage);
        }
    }

    /// Whether the text is inside a pair at this point.
    pub(super) fn is_inside(&self) -> bool {
        !self.open.is_empty()
    }

    pub(super) fn step(&mut self, text: &str, at: usize, c: char) {
        let Some((pair, opens)) = side(c) else { return };
        if self.is_mixed && pair == Pair::Double {
            return;
        }
        let range = at..at + c.len_utf8();
        if opens {
            if self.open.len() == DEEPEST {
                let (pair, range) = self.open.remove(0);
                self.miss(pair, true, range);
            }
            self.open.push((pair, range));
        } else if let Some(partner) = self.open.iter().rposition(|(opening, _)| pair.closes(*opening)) {
            // What was opened inside and is open still has no partner.
            let inside: Vec<_> = self.open.drain(partner..).skip(1).collect();
            inside.into_iter().for_each(|(pair, range)| self.miss(pair, true, range));
        } else if !is_no_mark(pair, &text[..at], &text[range.end..]) {
            self.miss(pair, false, range);
        }
    }

    fn miss(&mut self, pair: Pair, opens: bool, range: Range<usize>) {
        let here = self.singles.iter().rev().take(MOST).filter(|single| single.passage == self.passage).count();
        if pair != Pair::Square && here < MOST {
            self.singles.push(Single { pair, opens, passage: self.passage, range });
        }
    }

    fn leave(&mut self) {
        let open = std::mem::take(&mut self.open);
        open.into_iter().for_each(|(pair, range)| self.miss(pair, true, range));
    }

    /// The marks that have no partner, one a passage.
    pub(super) fn finish(mut self) -> Vec<(usize, Fault)> {
        self.leave();
        let mut left: Vec<Single> = Vec::new();
        for single in self.singles {
            let near = left.partition_point(|earlier| earlier.passage + REACH < single.passage);
            let is_partner = |earlier: &Single| {
                earlier.opens && !single.opens && earlier.pair == single.pair && earlier.passage < single.passage
            };
            match left[near..].iter().rposition(is_partner) {
                Some(partner) => drop(left.remove(near + partner)),
                None => left.push(single),
            }
        }
        // Of a quotation in paragraphs each is opened and only the last is closed.
        left.retain(|single| {
            let goes_on = single.opens && single.pair == Pair::Double;
            !(goes_on && self.quoted.binary_search(&(single.passage + 1)).is_ok())
        });
        left.dedup_by_key(|single| single.passage);
        left.into_iter().map(|single| (single.passage, Fault::new(Kind::UnpairedMark, single.range))).collect()
    }
}

/// 1） and a) number a list; the ’ of don’t and ’21 is an apostrophe.
fn is_no_mark(pair: Pair, before: &str, after: &str) -> bool {
    match pair {
        Pair::Round => {
            let is_label =
                |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c) || ('①'..='⑳').contains(&c);
            let length =
                before.chars().rev().take(LABEL + 1).take_while(|c| is_label(*c)).map(char::len_utf8).sum::<usize>();
            let rest = &before[..before.len() - length];
            length > 0 && !rest.ends_with(char::is_alphanumeric)
        }
        Pair::Single => {
            before.ends_with(|c: char| c.is_ascii_alphanumeric()) || after.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// Characters of the label of a list.
const LABEL: usize = 3;
