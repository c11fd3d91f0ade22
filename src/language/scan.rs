//! The pass over a text: each character goes to those who look for it.

use super::fault::Fault;
use super::pairing::Pairing;
use super::series::Series;
use super::{approximation, citation, day, number, punctuation, repetition};
use crate::document::PlainText;
use crate::model::numeral;
use crate::rules::wording::stretches;

/// How a passage is read.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// Running text: no line of the frame, heading or cell.
    pub is_prose: bool,
    /// It was judged already: only what it opens and counts matters.
    pub is_known: bool,
}

pub(super) fn scan(
    plain: &PlainText,
    reading: Reading,
    pairing: &mut Pairing,
    series: &mut Series,
    faults: &mut Vec<Fault>,
) {
    let text = plain.text.as_str();
    let mut previous = None;
    let mut words = repetition::Runs::default();
    // Where the number ends that was read last.
    let mut number_end = 0;
    for (at, c) in text.char_indices() {
        let judged = !reading.is_known;
        // Most of a text is Han characters that nobody looks for: they pass first.
        if matches!(c, '\u{4e00}'..='\u{9fff}') {
            if reading.is_prose && judged {
                words.step(text, at, c, faults);
            }
            match c {
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' if !pairing.is_inside() =>
                {
                    series.step(plain, at, previous);
                }
                '等' if judged => punctuation::check_deng(text, at, previous, faults),
                '截' if judged => day::check_until(text, at, faults),
                '年' if judged => day::check_year(text, at, faults),
                '月' if judged => day::check_month(text, at, faults),
                '近' if judged => approximation::check_han_approximation(text, at, faults),
                '其' | '帐' if judged => punctuation::check_variant(text, at, faults),
                _ => {}
            }
        } else {
            words.end();
            pairing.step(text, at, c);
            if judged {
                punctuation::check(text, at, previous, c, faults);
                match c {
                    '《' => citation::check_title(text, at, faults),
                    '[' | '［' | '(' | '（' | '【' | '〔' | '〈' => citation::check_number(text, at, faults),
                    _ if at >= number_end && numeral::digit(c).is_some() => {
                        number_end = number::check(text, at, faults);
                    }
                    _ => {}
                }
            }
        }
        previous = Some(c);
    }
    if !reading.is_known {
        punctuation::check_start(text, faults);
    }
}

/// Leaves out what stands in an address or in code.
pub(super) fn keep_words(text: &str, faults: &mut Vec<Fault>) {
    if faults.is_empty() || !["://", "www.", "`"].iter().any(|sign| text.contains(sign)) {
        return;
    }
    let words = stretches(text);
    faults.retain(|fault| {
        let index = words.partition_point(|words| words.end < fault.range.end);
        words.get(index).is_some_and(|words| words.start <= fault.range.start)
    });
}
