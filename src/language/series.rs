//! 一是……二是……三是: whether the labels of a series go on one by one.
//!
//! A series may stand inside an item of another and start anew; what a text quotes is not counted.

use std::collections::HashSet;

use super::fault::{Fault, Kind};
use crate::document::{Origin, PlainText};
use crate::outline::numbering::{MarkKind, leading_mark};

/// A label that was read.
#[derive(Clone, Copy, Debug)]
struct Label {
    number: usize,
    passage: usize,
    /// Where its item starts in the text.
    start: usize,
    /// It opens its passage.
    leads: bool,
    /// The program counted it: what a drafter typed inside its item never goes on with it.
    is_composed: bool,
}

impl Label {
    fn goes_on(self, last: Self) -> bool {
        last.number + 1 == self.number && last.is_composed == self.is_composed
    }

    /// Whether it can be judged by the one before: both in one text, or at the start of neighbouring paragraphs.
    fn follows(self, last: Self) -> bool {
        let is_near = last.passage == self.passage || last.leads && self.leads && last.passage + 1 == self.passage;
        is_near && last.is_composed == self.is_composed
    }
}

/// What labels begin with.
pub(super) const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// The series of an edition, passage after passage.
#[derive(Default)]
pub(super) struct Series {
    passage: usize,
    section: usize,
    /// The last label of each series that may go on, the outermost first.
    open: Vec<Label>,
    /// Of two series in a row that began with 一是: the passage, the second, and where both stand.
    doubtful: Option<(usize, std::ops::Range<usize>)>,
    found: Vec<(usize, Fault)>,
}

impl Series {
    /// Goes on to another passage; under another heading, all starts anew.
    pub(super) fn enter(&mut self, passage: usize, section: usize) {
        if section != self.section {
            self.open.clear();
        }
        (self.passage, self.section, self.doubtful) = (passage, section, None);
    }

    /// Looks at a Han numeral outside all pairs.
    pub(super) fn step(&mut self, plain: &PlainText, at: usize, previous: Option<char>) {
        let text = plain.text.as_str();
        let starts_clause = previous.is_none_or(|c| "，。；：、！？,;:!?\n　 ）)".contains(c));
        let near = &text[at..text.floor_char_boundary((at + 24).min(text.len()))];
        if !starts_clause || !near.chars().skip(1).take(3).any(|c| c == '是') {
            return;
        }
        let Some(mark) = leading_mark(near).filter(|mark| mark.kind == MarkKind::Measure) else { return };
        let leads = text[..at].trim().is_empty();
        let typed = plain.pieces.get(plain.pieces.partition_point(|(piece, _)| piece.end <= at));
        let is_composed = typed.is_some_and(|(_, origin)| matches!(origin, Origin::Composed { .. }));
        let label = Label { number: mark.number, passage: self.passage, start: at, leads, is_composed };
        let end = at + mark.length;
        self.take(text, label, at..end);
    }

    fn take(&mut self, text: &str, label: Label, range: std::ops::Range<usize>) {
        let number = label.number;
        if number == 1 {
            self.doubtful = self.repeats_first(text, label).then_some((label.passage, range));
            self.push(label);
            return;
        }
        if number == 2
            && let Some((passage, range)) = self.doubtful.take()
        {
            self.found.push((passage, Fault::new(Kind::RepeatedOrdinal, range)));
        }
        if let Some(index) = self.open.iter().rposition(|last| label.goes_on(*last)) {
            self.open.truncate(index);
        } else if let Some(last) = self.open.pop().filter(|last| label.follows(*last)) {
            if last.number == number {
                self.found.push((label.passage, Fault::new(Kind::RepeatedOrdinal, range)));
            } else if last.number + 2 == number && !self.has_other_label(text, last, label) {
                let fault = Fault::new(Kind::MissingOrdinal, range);
                self.found.push((label.passage, fault));
            }
        }
        self.push(label);
    }

    fn push(&mut self, label: Label) {
        if self.open.len() == DEEPEST {
            self.open.remove(0);
        }
        self.open.push(label);
    }

    /// 一是建立网络，一是建立网络: the item was begun twice, not one series inside the other.
    fn repeats_first(&self, text: &str, label: Label) -> bool {
        let Some(last) = self.open.last().filter(|last| last.number == 1 && label.follows(**last)) else {
            return false;
        };
        let start = |at: usize| text[at..].chars().skip(2).take(SAME).collect::<String>();
        start(last.start) == start(label.start)
    }

    /// Whether the label that seems missing stands between the two in another form: 二、 or 第二.
    fn has_other_label(&self, text: &str, last: Label, label: Label) -> bool {
        let between = if last.passage == label.passage { &text[last.start..label.start] } else { "" };
        let missing = crate::outline::numbering::han(label.number - 1);
        let forms = ["是", "、", "要", "：", ":", "，", "）", ")", "来"];
        let mut heads: HashSet<String> = forms.iter().map(|form| format!("{missing}{form}")).collect();
        heads.insert(format!("第{missing}"));
        heads.iter().any(|head| between.contains(head.as_str()))
            || ["其次", "再次", "同时", "另一"].iter().any(|word| between.contains(word))
    }

    pub(super) fn finish(self) -> Vec<(usize, Fault)> {
        self.found
    }
}

/// Series inside one another that are followed; no text has as many.
const DEEPEST: usize = 16;

/// Characters that two items must begin with alike.
const SAME: usize = 4;
