//! Marks that come in pairs: “” ‘’ 《》 〈〉 （） 〔〕 【】 「」 『』.

use std::collections::HashSet;
use std::ops::Range;

use super::fault::{Fault, Kind};
use crate::characters::leads::Leads;

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

/// A mark that has no partner in its passage.
#[derive(Clone, Debug)]
pub(super) struct Unpaired {
    pair: Pair,
    opens: bool,
    range: Range<usize>,
}

/// Passages over which a quotation or a title may run: a title is set in lines, a quotation in paragraphs.
const REACH: usize = 40;

/// Pairs inside one another, and single marks of a passage, that are followed: no text has as many.
const DEEPEST: usize = 32;
const MOST: usize = 16;

/// Quotation marks that do not say which side they are.
const STRAIGHT: Leads = Leads::of(&['"', '＂']);

/// The pairs of a passage.
pub(super) struct Pairing {
    /// Opened and not closed yet.
    open: Vec<(Pair, Range<usize>)>,
    unpaired: Vec<Unpaired>,
    /// " stands beside “ in this passage: which closes which cannot be told.
    is_mixed: bool,
}

impl Pairing {
    /// Those of this text, of which nothing was read yet.
    pub(super) fn of(text: &str) -> Self {
        let is_mixed = STRAIGHT.each(text).any(|(_, c)| matches!(c, '"' | '＂'));
        Self { open: Vec::new(), unpaired: Vec::new(), is_mixed }
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
            while self.open.len() > partner + 1 {
                let (pair, range) = self.open.remove(partner + 1);
                self.miss(pair, true, range);
            }
            self.open.pop();
        } else if !is_no_mark(pair, &text[..at], &text[range.end..]) {
            self.miss(pair, false, range);
        }
    }

    fn miss(&mut self, pair: Pair, opens: bool, range: Range<usize>) {
        if pair != Pair::Square && self.unpaired.len() < MOST {
            self.unpaired.push(Unpaired { pair, opens, range });
        }
    }

    /// The marks that have no partner in the text.
    pub(super) fn finish(mut self) -> Vec<Unpaired> {
        let open = std::mem::take(&mut self.open);
        open.into_iter().for_each(|(pair, range)| self.miss(pair, true, range));
        self.unpaired
    }
}

/// A passage of an edition, with what it leaves unpaired.
pub(super) struct Leftover<'t> {
    pub passage: usize,
    pub text: &'t str,
    pub unpaired: &'t [Unpaired],
}

/// The marks of an edition that have no partner, one a passage.
pub(super) fn unpaired<'t>(passages: impl Iterator<Item = Leftover<'t>> + Clone) -> Vec<(usize, Fault)> {
    let mut left: Vec<(usize, &Unpaired)> = Vec::new();
    for (passage, mark) in passages.clone().flat_map(|left| left.unpaired.iter().map(move |mark| (left.passage, mark)))
    {
        let near = left.partition_point(|(earlier, _)| earlier + REACH < passage);
        let is_partner = |(earlier, opening): &(usize, &Unpaired)| {
            opening.opens && !mark.opens && opening.pair == mark.pair && *earlier < passage
        };
        match left[near..].iter().rposition(is_partner) {
            Some(partner) => drop(left.remove(near + partner)),
            None => left.push((passage, mark)),
        }
    }
    if left.is_empty() {
        return Vec::new();
    }
    // Of a quotation in paragraphs each is opened and only the last is closed.
    let quoted: HashSet<usize> =
        passages.filter(|passage| passage.text.trim_start().starts_with('“')).map(|passage| passage.passage).collect();
    left.retain(|(passage, mark)| !(mark.opens && mark.pair == Pair::Double && quoted.contains(&(passage + 1))));
    left.dedup_by_key(|(passage, _)| *passage);
    let fault = |(passage, mark): (usize, &Unpaired)| (passage, Fault::new(Kind::UnpairedMark, mark.range.clone()));
    left.into_iter().map(fault).collect()
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
