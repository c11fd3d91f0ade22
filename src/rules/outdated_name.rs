use std::collections::HashSet;

use super::questions::around::{has_any, sentence};
use super::questions::timely::{Days, grade, is_text};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::wording::{Entry, old_names};

/// An organ, a law or a notion by a name that is out of use; each once.
pub const RULE: Rule = Rule {
    code: "FZ326",
    name: "outdated-name",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "县工商局开展案卷评查。"),
    good: sample!(measure: "县市场监督管理局开展案卷评查。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(days) = Days::of(context) else { return };
    let old = |entry| match entry {
        Entry::OldName(index) => Some(index).filter(|index| old_names()[*index].is_old(days.year)),
        _ => None,
    };
    let mut told = HashSet::new();
    for (passage, sightings) in context.each_sighted().filter(|(passage, _)| is_text(passage)) {
        let text = &passage.plain.text;
        for (range, index) in sightings.longest(old) {
            let name = &old_names()[index];
            if has_any(sentence(text, &range), &name.unless) || !told.insert(index) {
                continue;
            }
            let finding = RULE.finding(passage.plain.locate(range.clone())).graded(grade(RULE.severity, name.sure));
            let finding = finding.with("words", text[range].to_owned()).with("now", name.now);
            findings.push(finding.with("source", name.source));
        }
    }
}
