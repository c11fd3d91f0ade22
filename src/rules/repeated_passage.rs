use std::collections::hash_map::Entry;
use std::ops::Range;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::passage::{self, Passage};
use crate::map::Map;
use crate::message;
use crate::outline::numbering::leading_mark;

/// A paragraph, a measure or a long sentence that the report says twice, word for word.
pub const RULE: Rule = Rule {
    code: "FZ455",
    name: "repeated-passage",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: 举措成效\n    条目:\n      - 组织行政执法人员分三批轮训，逐案评查行政处罚案卷，评查结果在全县通报。\n      - 县司法局牵头修订执法文书样式。\n      - 组织行政执法人员分三批轮训，逐案评查行政处罚案卷，评查结果在全县通报。\n  - 内容项: 不足原因\n    正文: 审核力量不足，主要原因是编制紧张。\n  - 内容项: 第一责任人\n    正文: 县长带头学法、述法。\n  - 内容项: 下年安排\n    正文: 2024年充实审核力量。\n"),
    good: sample!(sections: "  - 内容项: 举措成效\n    条目:\n      - 组织行政执法人员分三批轮训，逐案评查行政处罚案卷，评查结果在全县通报。\n      - 县司法局牵头修订执法文书样式。\n  - 内容项: 不足原因\n    正文: 审核力量不足，主要原因是编制紧张。\n  - 内容项: 第一责任人\n    正文: 县长带头学法、述法。\n  - 内容项: 下年安排\n    正文: 2024年充实审核力量。\n"),
    check,
};

/// Shorter paragraphs and measures are alike by custom: 特此报告。
const PARAGRAPH: usize = 24;
/// Shorter sentences are formulas.
const SENTENCE: usize = 40;
/// Findings of one report; beyond them it is told by the others.
const MOST: usize = 20;

/// The passage a text stands in, and where in it.
type At = (usize, Range<usize>);

/// Where each text was met first.
#[derive(Default)]
struct Seen<'t>(Map<&'t str, At>);

impl<'t> Seen<'t> {
    /// Where a text was met before; else it is met here.
    fn meet(&mut self, text: &'t str, at: At) -> Option<At> {
        match self.0.entry(text) {
            Entry::Occupied(earlier) => Some(earlier.get().clone()),
            Entry::Vacant(place) => {
                place.insert(at);
                None
            }
        }
    }
}

fn check(context: &Context, findings: &mut Findings) {
    let mut told = 0;
    let is_new = |passage: &Passage| passage.is_prose() && !passage.is_repeated();
    let editions = context.passages();
    // An edition that only leaves out what others say tells nothing new.
    let last = editions.iter().rposition(|passages| passages.iter().any(is_new)).map_or(0, |last| last + 1);
    let read = |passage: &Passage| if passage.is_prose() { units(passage) } else { Vec::new() };
    for (passages, units) in editions[..last].iter().zip(passage::read_each(&editions[..last], read)) {
        let mut seen = Seen::default();
        seen.0.reserve(2 * passages.len());
        for (index, (passage, units)) in passages.iter().zip(&units).enumerate() {
            for (range, earlier) in repeated(&passage.plain.text, index, units, &mut seen) {
                told += 1;
                if passage.is_repeated() || told > MOST {
                    continue;
                }
                let first = passages[earlier.0].plain.locate(earlier.1);
                let finding = RULE.finding(passage.plain.locate(range.clone()));
                let finding = finding.beside(first, message!("rules.repeated-passage.first"));
                findings.push(match is_told_whole(&passage.plain.text, &range) {
                    true => finding,
                    false => finding.saying("sentence").graded(Severity::Hint),
                });
            }
        }
    }
}

/// Whether a repetition is all of its passage, or a measure of it: 二是……。
fn is_told_whole(text: &str, range: &Range<usize>) -> bool {
    let all = whole(text);
    let (before, after) = (text[all.start..range.start].trim_end(), &text[range.end..all.end]);
    let opens = before.is_empty() || marker(before.rsplit(['。', '；', '：', '\n']).next().unwrap_or_default()) > 0;
    let ends = after.is_empty() || marker(after) > 0;
    opens && ends
}

/// What is compared of a passage: all of it, then its measures and long sentences.
#[derive(Clone, Debug)]
struct Unit {
    range: Range<usize>,
    is_whole: bool,
}

fn units(passage: &Passage) -> Vec<Unit> {
    let text = passage.plain.text.as_str();
    let all = whole(text);
    let mut units = Vec::new();
    for sentence in passage.plain.sentences() {
        let start = sentence.start + marker(&text[sentence.clone()]);
        let range = start..start + text[start..sentence.end].trim_end().len();
        let least = if start > sentence.start { PARAGRAPH } else { SENTENCE };
        if range != all && has_characters(&text[range.clone()], least) {
            units.push(Unit { range, is_whole: false });
        }
    }
    if is_paragraph(&text[all.clone()]) {
        units.insert(0, Unit { range: all, is_whole: true });
    }
    units
}

/// What of a passage was met before, and where: all of it, else its measures and long sentences, those in a row as one.
fn repeated<'t>(text: &'t str, index: usize, units: &[Unit], seen: &mut Seen<'t>) -> Vec<(Range<usize>, At)> {
    let mut found: Vec<(Range<usize>, At)> = Vec::new();
    for Unit { range, is_whole } in units {
        let Some(earlier) = seen.meet(&text[range.clone()], (index, range.clone())) else { continue };
        if *is_whole {
            return vec![(range.clone(), earlier)];
        }
        let follows = |(last, (passage, from)): &&mut (Range<usize>, At)| {
            last.end == range.start && *passage == earlier.0 && from.end == earlier.1.start
        };
        match found.last_mut().filter(follows) {
            Some((last, (_, from))) => (last.end, from.end) = (range.end, earlier.1.end),
            None => found.push((range.clone(), earlier)),
        }
    }
    found
}

/// Whether a text has at least so many characters.
fn has_characters(text: &str, least: usize) -> bool {
    text.len() >= least && text.chars().nth(least - 1).is_some()
}

/// Bytes of the number a sentence starts with, and of the blanks before it: 一是, （二）, 3.
fn marker(sentence: &str) -> usize {
    let blanks = sentence.len() - sentence.trim_start().len();
    leading_mark(sentence).map_or(blanks, |mark| mark.length)
}

/// A text without its number and the blanks around it.
fn whole(text: &str) -> Range<usize> {
    let start = marker(text);
    start..start.max(text.trim_end().len())
}

/// Whether a text is a paragraph of its own, and no line that belongs below several: 责任单位：县司法局。
fn is_paragraph(text: &str) -> bool {
    let label = text.char_indices().take(8).any(|(_, c)| matches!(c, '：' | ':'));
    !label && text.ends_with(['。', '；', '！', '.', ';']) && has_characters(text, PARAGRAPH)
}
