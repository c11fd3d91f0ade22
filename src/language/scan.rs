//! The pass over a text: each character goes to those who look for it.

use super::fault::Fault;
use super::pairing::{Pairing, Unpaired};
use super::series::Label;
use super::stretches::stretches;
use super::{approximation, citation, day, number, punctuation, repetition};
use crate::characters::han_set::HanSet;
use crate::document::PlainText;
use crate::model::numeral;

/// What a passage opens and counts, by which the passages around it are judged.
#[derive(Clone, Debug, Default)]
pub(super) struct Thread {
    pub unpaired: Vec<Unpaired>,
    pub labels: Vec<Label>,
}

/// The Han characters that somebody looks for.
const NOTED: HanSet = HanSet::of("一二三四五六七八九十等截年月近其帐");

/// Reads a text; whether it has words to go by, and is no other line of the frame and no cell, is said beside it.
pub(super) fn scan(plain: &PlainText, has_words: bool, faults: &mut Vec<Fault>) -> Thread {
    let text = plain.text.as_str();
    let mut pairing = Pairing::of(text);
    let mut labels = Vec::new();
    let mut previous = None;
    let mut words = repetition::Runs::default();
    // Where the number ends that was read last.
    let mut number_end = 0;
    for (at, c) in text.char_indices() {
        // Most of a text is Han characters that nobody looks for: they pass first.
        if matches!(c, '\u{4e00}'..='\u{9fff}') {
            if has_words {
                words.step(text, at, c, faults);
            }
            if NOTED.has(c) {
                match c {
                    '等' => punctuation::check_deng(text, at, previous, faults),
                    '截' => day::check_until(text, at, faults),
                    '年' => day::check_year(text, at, faults),
                    '月' => day::check_month(text, at, faults),
                    '近' => approximation::check_han_approximation(text, at, faults),
                    '其' | '帐' => punctuation::check_variant(text, at, faults),
                    _ if pairing.is_inside() => {}
                    _ => labels.extend(Label::at(plain, at, previous)),
                }
            }
        } else {
            words.end();
            match c {
                _ if numeral::digit(c).is_some() => {
                    if at >= number_end {
                        number_end = number::check(text, at, faults);
                    }
                }
                'a'..='z' | 'A'..='Z' => {}
                _ => {
                    pairing.step(text, at, c);
                    punctuation::check(text, at, previous, c, faults);
                    match c {
                        '《' => citation::check_title(text, at, faults),
                        '[' | '［' | '(' | '（' | '【' | '〔' | '〈' => citation::check_number(text, at, faults),
                        _ => {}
                    }
                }
            }
        }
        previous = Some(c);
    }
    punctuation::check_start(text, faults);
    Thread { unpaired: pairing.finish(), labels }
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
