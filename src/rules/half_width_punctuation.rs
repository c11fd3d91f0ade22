use std::ops::Range;

use super::noted::shape;
use super::{Authority, Context, Rule};
use crate::characters::leads::Leads;
use crate::diagnostic::{Edit, Finding, Findings, Severity, Where};
use crate::language::stretches::{is_wide, stretches};
use crate::message::Message;
use crate::model::Text;

/// Half-width marks between Chinese characters: one finding a text, or one a report where they are its habit.
pub const RULE: Rule = Rule {
    code: "FZ402",
    name: "half-width-punctuation",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "开展案卷评查,通报结果。"),
    good: sample!(measure: "开展案卷评查，通报结果。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mut found = by_text(context);
    // A report that was written half-width throughout is told so once: forty findings would say no more.
    let count: usize = found.iter().map(|(count, _)| count).sum();
    if (found.len() > HABIT || found.len() > 1 && count > MANY) && count > full_width_marks(context) {
        let mut once = found.remove(0).1;
        once.message = Message::new("rules.half-width-punctuation.habit").with("count", count);
        once.fix.extend(found.into_iter().flat_map(|(_, finding)| finding.fix));
        findings.push(once);
        return;
    }
    findings.extend(found.into_iter().map(|(_, finding)| finding));
}

/// As many texts with half-width marks are still single slips.
const HABIT: usize = 3;

/// So many marks are a habit in a short text too.
const MANY: usize = 12;

/// How many full-width marks the texts have; 。 is typed full-width even where the rest is not.
fn full_width_marks(context: &Context) -> usize {
    let marks = |text: &Text| text.value.matches(['，', '；', '：', '（', '）', '！', '？']).count();
    context.report.body().into_iter().map(marks).sum()
}

/// The finding of each text, with the number of its marks.
fn by_text(context: &Context) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    for text in context.report.body() {
        let marks = marks(&text.value);
        let [(first, _), ..] = &marks[..] else { continue };
        if shape::is_misread(context, text.place) {
            continue;
        }
        let mut finding = RULE.finding(Where::Range(text.place, first.clone())).with("count", marks.len());
        let edits = marks.iter().filter_map(|(range, full)| {
            // A full-width mark needs no blank after it.
            let blanks = text.value[range.end..].bytes().take_while(|byte| *byte == b' ').count();
            let range = range.start..range.end + blanks;
            let span = context.places.range(text.place, range.clone());
            // An escape or a fold in the source does not read as the mark itself: that one is left alone.
            let same = context.source.text().get(span.range()) == Some(&text.value[range]);
            same.then(|| Edit { span, replacement: (*full).to_owned() })
        });
        finding.fix.extend(edits);
        findings.push((marks.len(), finding));
    }
    findings
}

/// Half-width marks, and what ends a pair of them.
const MARKS: Leads = Leads::of(&[',', ';', ':', '!', '?', '.', '(', ')', '"', '\n']);

/// Every half-width mark that should be full-width, with the mark to write.
fn marks(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found = Vec::new();
    for stretch in stretches(text) {
        let mut open: Vec<usize> = Vec::new();
        let mut quote: Option<usize> = None;
        for (offset, c) in MARKS.each(&text[stretch.clone()]) {
            let at = stretch.start + offset;
            match c {
                '(' => open.push(at),
                ')' => found.extend(
                    open.pop()
                        .filter(|start| encloses_chinese(text, *start, at))
                        .into_iter()
                        .flat_map(|start| [(start..start + 1, "（"), (at..at + 1, "）")]),
                ),
                '"' => match quote.take() {
                    Some(start) if encloses_chinese(text, start, at) => {
                        found.extend([(start..start + 1, "“"), (at..at + 1, "”")]);
                    }
                    Some(_) => {}
                    None => quote = Some(at),
                },
                '\n' => {
                    open.clear();
                    quote = None;
                }
                _ => found.extend(full_width(text, at, c).map(|full| (at..at + 1, full))),
            }
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The full-width form of a mark that stands in Chinese text.
fn full_width(text: &str, at: usize, c: char) -> Option<&'static str> {
    let full = match c {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '!' => "！",
        '?' => "？",
        '.' => "。",
        _ => return None,
    };
    // Emphasis is no neighbour: **重点**:工作.
    let before = text[..at].trim_end_matches(['*', '_']).chars().next_back()?;
    let after = text[at + 1..].trim_start_matches(['*', '_']).chars().next();
    let chinese_after = after.is_some_and(is_wide);
    let ends = after.is_none_or(|after| after == '\n');
    let chinese = match (c, before) {
        ('.', before) => is_wide(before) && before.is_alphabetic() && (chinese_after || ends),
        (_, '}') => chinese_after || ends,
        (_, before) if is_wide(before) => true,
        (_, before) => chinese_after && (before.is_ascii_alphanumeric() || "%)\"".contains(before)),
    };
    chinese.then_some(full)
}

/// Bytes between two marks that are still taken for a pair.
const REACH: usize = 600;

/// Whether what two marks enclose, or what stands around them, is Chinese.
fn encloses_chinese(text: &str, start: usize, end: usize) -> bool {
    end - start <= REACH && text[start + 1..end].contains(is_wide)
        || text[..start].ends_with(is_wide)
        || text[end + 1..].starts_with(is_wide)
}
