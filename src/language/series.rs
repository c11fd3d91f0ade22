//! 一是……二是……三是: whether the labels of a series go on one by one.
//!
//! A series may stand inside an item of another and start anew; what a text quotes is not counted.

use std::collections::HashSet;

use super::fault::{Fault, Kind};
use crate::document::{Origin, PlainText};
use crate::outline::numbering::{MarkKind, leading_mark};

/// A label that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    number: usize,
    /// Where its item starts in the text, and where the label ends.
    start: usize,
    end: usize,
    /// It opens its passage.
    leads: bool,
    /// The program counted it: what a drafter typed inside its item never goes on with it.
    is_composed: bool,
}

impl Label {
    /// The label that a Han numeral outside all pairs begins.
    pub(super) fn at(plain: &PlainText, at: usize, previous: Option<char>) -> Option<Self> {
        let text = plain.text.as_str();
        let starts_clause = previous.is_none_or(|c| "，。；：、！？,;:!?\n　 ）)".contains(c));
        let near = &text[at..text.floor_char_boundary((at + 24).min(text.len()))];
        if !starts_clause || !near.chars().skip(1).take(3).any(|c| c == '是') {
            return None;
        }
        let mark = leading_mark(near).filter(|mark| mark.kind == MarkKind::Measure)?;
        let leads = text[..at].trim().is_empty();
        let typed = plain.pieces.get(plain.pieces.partition_point(|(piece, _)| piece.end <= at));
        let is_composed = typed.is_some_and(|(_, origin)| matches!(origin, Origin::Composed { .. }));
        Some(Self { number: mark.number, start: at, end: at + mark.length, leads, is_composed })
    }

    fn goes_on(self, last: Self) -> bool {
        last.number + 1 == self.number && last.is_composed == self.is_composed
    }
}

/// The passage a label stands in, and the label.
type Placed = (usize, Label);

/// Whether a label can be judged by the one before: both in one text, or at the start of neighbouring paragraphs.
fn follows((passage, label): Placed, (earlier, last): Placed) -> bool {
    let is_near = earlier == passage || last.leads && label.leads && earlier + 1 == passage;
    is_near && last.is_composed == label.is_composed
}

/// The series of an edition, passage after passage.
#[derive(Default)]
pub(super) struct Series {
    section: usize,
    /// The last label of each series that may go on, the outermost first.
    open: Vec<Placed>,
    found: Vec<(usize, Fault)>,
}

impl Series {
    /// Goes on with the labels of another passage; under another heading, all starts anew.
    pub(super) fn read(&mut self, passage: usize, section: usize, text: &str, labels: &[Label]) {
        if section != self.section {
            self.open.clear();
        }
        self.section = section;
        // Of two series in a row that began with 一是, the second.
        let mut doubtful: Option<Label> = None;
        for &label in labels {
            self.take(passage, text, label, &mut doubtful);
        }
    }

    fn take(&mut self, passage: usize, text: &str, label: Label, doubtful: &mut Option<Label>) {
        let number = label.number;
        let mut tell = |kind, label: Label| self.found.push((passage, Fault::new(kind, label.start..label.end)));
        if number == 1 {
            *doubtful =
                self.open.last().is_some_and(|&last| repeats_first(text, (passage, label), last)).then_some(label);
            self.push((passage, label));
            return;
        }
        if number == 2
            && let Some(first) = doubtful.take()
        {
            tell(Kind::RepeatedOrdinal, first);
        }
        if let Some(index) = self.open.iter().rposition(|(_, last)| label.goes_on(*last)) {
            self.open.truncate(index);
        } else if let Some((earlier, last)) = self.open.pop().filter(|&last| follows((passage, label), last)) {
            let between = if earlier == passage { &text[last.start..label.start] } else { "" };
            if last.number == number {
                tell(Kind::RepeatedOrdinal, label);
            } else if last.number + 2 == number && !has_other_label(between, number - 1) {
                tell(Kind::MissingOrdinal, label);
            }
        }
        self.push((passage, label));
    }

    fn push(&mut self, label: Placed) {
        if self.open.len() == DEEPEST {
            self.open.remove(0);
        }
        self.open.push(label);
    }

    pub(super) fn finish(self) -> Vec<(usize, Fault)> {
        self.found
    }
}

/// 一是建立网络，一是建立网络: the item was begun twice, not one series inside the other.
fn repeats_first(text: &str, label: Placed, last: Placed) -> bool {
    let start = |label: Label| text[label.start..].chars().skip(2).take(SAME);
    let is_same = || last.0 != label.0 || start(last.1).eq(start(label.1));
    last.1.number == 1 && follows(label, last) && is_same()
}

/// Whether the label that seems missing stands between two others in another form: 二、 or 第二.
fn has_other_label(between: &str, missing: usize) -> bool {
    let missing = crate::outline::numbering::han(missing);
    let forms = ["是", "、", "要", "：", ":", "，", "）", ")", "来"];
    let mut heads: HashSet<String> = forms.iter().map(|form| format!("{missing}{form}")).collect();
    heads.insert(format!("第{missing}"));
    heads.iter().any(|head| between.contains(head.as_str()))
        || ["其次", "再次", "同时", "另一"].iter().any(|word| between.contains(word))
}

/// Series inside one another that are followed; no text has as many.
const DEEPEST: usize = 16;

/// Characters that two items must begin with alike.
const SAME: usize = 4;
