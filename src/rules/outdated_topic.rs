use std::collections::HashSet;

use super::questions::around::{has_any, sentence};
use super::questions::timely::{Days, grade, is_text};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::wording::{Entry, Timeliness, topics};

/// A plan, a campaign or a formula of earlier years is spoken of as current; each once, and in the first year after it
/// as a hint.
pub const RULE: Rule = Rule {
    code: "FZ324",
    name: "outdated-topic",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "落实“七五”普法规划。"),
    good: sample!(measure: "巩固“七五”普法成果，落实“八五”普法规划。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(days) = Days::of(context) else { return };
    let past = |entry| match entry {
        Entry::Topic(index) => Some(index).filter(|index| topics()[*index].timeliness(days.year) == Timeliness::Past),
        _ => None,
    };
    let mut told = HashSet::new();
    for (passage, sightings) in context.each_sighted().filter(|(passage, _)| is_text(passage)) {
        let text = &passage.plain.text;
        for (range, index) in sightings.longest(past) {
            let topic = &topics()[index];
            let Some(until) = topic.until else { continue };
            if has_any(sentence(text, &range), &topic.unless) || !told.insert(index) {
                continue;
            }
            let is_first_year = until.saturating_add(1) == days.year;
            let severity = if is_first_year { Severity::Hint } else { grade(RULE.severity, topic.sure) };
            let finding = RULE.finding(passage.plain.locate(range.clone())).graded(severity);
            let finding = match topic.now {
                Some(now) => finding.saying("now").with("now", now),
                None => finding,
            };
            findings.push(finding.with("words", &text[range]).with("until", until));
        }
    }
}
