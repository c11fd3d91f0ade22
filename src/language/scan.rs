//! The pass over a text: each character goes to those who look for it.

use super::fault::Fault;
use super::pairing::{MARKS, Pairing};
use super::series::{NUMERALS, Series};
use super::{approximation, citation, day, number, punctuation, repetition};
use crate::document::PlainText;
use crate::leads::Leads;
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
    if reading.is_known {
        follow(plain, pairing, series);
        return;
    }
    let text = plain.text.as_str();
    let mut previous = None;
    let mut words = repetition::Runs::default();
    // Where the number ends that was read last.
    let mut number_end = 0;
    for (at, c) in text.char_indices() {
        // Most of a text is Han characters that nobody looks for: they pass first.
        if matches!(c, '\u{4e00}'..='\u{9fff}') {
            if reading.is_prose {
                words.step(text, at, c, faults);
            }
            match c {
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' if !pairing.is_inside() =>
                {
                    series.step(plain, at, previous);
                }
                '等' => punctuation::check_deng(text, at, previous, faults),
                '截' => day::check_until(text, at, faults),
                '年' => day::check_year(text, at, faults),
                '月' => day::check_month(text, at, faults),
                '近' => approximation::check_han_approximation(text, at, faults),
                '其' | '帐' => punctuation::check_variant(text, at, faults),
                _ => {}
            }
        } else {
            words.end();
            pairing.step(text, at, c);
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
        previous = Some(c);
    }
    punctuation::check_start(text, faults);
}

/// Reads a text that was judged already for what it opens and counts.
fn follow(plain: &PlainText, pairing: &mut Pairing, series: &mut Series) {
    const LEADS: Leads = Leads::of(&NUMERALS).and(&Leads::of(&MARKS));
    let text = plain.text.as_str();
    for (at, c) in LEADS.each(text) {
        if !NUMERALS.contains(&c) {
            pairing.step(text, at, c);
        } else if !pairing.is_inside() {
            series.step(plain, at, text[..at].chars().next_back());
        }
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
