use std::collections::HashSet;

use super::questions::around::{has_any, sentence};
use super::questions::timely::{Days, grade, is_text};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::wording::{Entry, Timeliness, topics};

/// A plan, a campaign or a formula is spoken of before there was one; each once.
pub const RULE: Rule = Rule {
    code: "FZ323",
    name: "premature-topic",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "落实“九五”普法规划。"),
    good: sample!(measure: "落实“八五”普法规划。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(days) = Days::of(context) else { return };
    let early = |entry| match entry {
        Entry::Topic(index) => Some(index).filter(|index| topics()[*index].timeliness(days.year) == Timeliness::Early),
        _ => None,
    };
    let mut told = HashSet::new();
    for (passage, sightings) in context.each_sighted().filter(|(passage, _)| is_text(passage)) {
        let text = &passage.plain.text;
        for (range, index) in sightings.longest(early) {
            let topic = &topics()[index];
            let Some(since) = topic.since.filter(|since| *since > days.limit(passage)) else { continue };
            if has_any(sentence(text, &range), &topic.ahead) || !told.insert(index) {
                continue;
            }
            // Where nobody signed yet, a text of the new year may know what the old one did not.
            let severity = if days.is_signed || since > days.signed { RULE.severity } else { Severity::Hint };
            let finding = RULE.finding(passage.plain.locate(range.clone())).graded(grade(severity, topic.sure));
            let finding = finding.with("words", &text[range]).with("since", since);
            findings.push(finding.with("source", topic.source));
        }
    }
}
