use std::collections::HashSet;
use std::ops::Range;

use super::around::{clause, has_any};
use super::timely::{Days, Tense, grade, is_text, tense};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::Passage;
use crate::wording::{Entry, Meeting, Sightings, citations, meetings};

/// A meeting is cited that was held after the report was signed, or after the year whose work is told; each once.
pub const RULE: Rule = Rule {
    code: "FZ321",
    name: "meeting-not-held",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "传达学习党的二十届三中全会精神。"),
    good: sample!(measure: "传达学习党的二十届二中全会精神。"),
    check,
};

/// Words of a clause that looks ahead to a meeting.
const AHEAD: [&str; 9] = ["迎接", "喜迎", "即将", "将召开", "决定召开", "将于", "筹备", "献礼", "召开前"];

fn check(context: &Context, findings: &mut Findings) {
    let Some(days) = Days::of(context) else { return };
    let mut told = HashSet::new();
    for (passage, sightings) in context.each_sighted().filter(|(passage, _)| is_text(passage)) {
        let text = &passage.plain.text;
        let limit = match tense(passage) {
            Tense::Past => days.end,
            Tense::Plan | Tense::Signing => days.signed,
        };
        for (index, range) in cited(passage, sightings) {
            let meeting = &meetings()[index];
            if meeting.is_over(limit) || has_any(clause(text, &range), &AHEAD) || !told.insert(index) {
                continue;
            }
            let is_early = !meeting.is_over(days.signed) && days.is_signed && !meeting.announced;
            let severity = if is_early { grade(RULE.severity, meeting.sure) } else { Severity::Hint };
            let variant = if meeting.is_over(days.signed) { "year" } else { "message" };
            let finding = RULE.finding(passage.plain.locate(range)).saying(variant).graded(severity);
            let name = meeting.names.first().copied().unwrap_or_default();
            findings.push(finding.with("meeting", name).with("day", meeting.last).with("year", days.year));
        }
    }
}

/// The meetings a passage cites, by their place in the table.
fn cited(passage: &Passage, sightings: &Sightings) -> Vec<(usize, Range<usize>)> {
    if !sightings.has(|entry| matches!(entry, Entry::Congress | Entry::Meeting(_))) {
        return Vec::new();
    }
    let text = &passage.plain.text;
    let position = |is: &dyn Fn(&Meeting) -> bool| meetings().iter().position(is);
    let numbered = citations(text).into_iter().filter_map(|citation| {
        let number = Some((citation.congress, citation.session));
        position(&|meeting| meeting.number == number).map(|index| (index, citation.range))
    });
    let named = meetings().iter().enumerate().filter(|(_, meeting)| meeting.number.is_none());
    let named = named.filter_map(|(index, meeting)| {
        meeting.names.iter().find_map(|name| text.find(name).map(|at| (index, at..at + name.len())))
    });
    numbered.chain(named).collect()
}
