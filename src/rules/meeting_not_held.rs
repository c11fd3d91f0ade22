use std::collections::HashSet;
use std::ops::Range;

use super::questions::around::{clause, has_any};
use super::questions::timely::{Days, Tense, grade, is_text, tense};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Finding, Findings, Severity};
use crate::document::Passage;
use crate::outline::Sure;
use crate::wording::{Citation, Entry, Meeting, Sightings, citations, held, meetings};

/// A meeting is cited that was held after the report was signed, or after the year whose work is told, or that there is
/// none of; each once.
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
        let has_congress = sightings.has(|entry| entry == Entry::Congress);
        let citations = if has_congress { citations(text) } else { Vec::new() };
        check_unheard(&days, passage, &citations, findings);
        let limit = match tense(passage) {
            Tense::Past => days.end,
            Tense::Plan | Tense::Signing => days.signed,
        };
        for (index, range) in cited(text, sightings, citations) {
            let meeting = &meetings()[index];
            if meeting.is_over(limit) {
                findings.extend(misdated(passage, &range, meeting));
                continue;
            }
            if has_any(clause(text, &range), &AHEAD) || !told.insert(index) {
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

/// A meeting that the text gives another year or month: 2023年7月召开的党的二十届三中全会.
fn misdated(passage: &Passage, range: &Range<usize>, meeting: &Meeting) -> Option<Finding> {
    let text = &passage.plain.text;
    let held = held(text, range)?;
    let months = meeting.first.month()..=meeting.last.month();
    let is_right = held.year == meeting.first.year() && held.month.is_none_or(|month| months.contains(&month));
    let finding = RULE.finding(passage.plain.locate(held.range.clone())).saying("day");
    let finding = finding.graded(grade(RULE.severity, meeting.sure)).with("told", &text[held.range]);
    let name = meeting.names.first().copied().unwrap_or_default();
    (!is_right).then(|| finding.with("meeting", name).with("day", meeting.first))
}

/// Sessions that a Central Committee never had, and what comes after the newest meeting there is: 十九届八中全会, 二十一大.
fn check_unheard(days: &Days, passage: &Passage, citations: &[Citation], findings: &mut Findings) {
    if citations.is_empty() {
        return;
    }
    let text = &passage.plain.text;
    let numbered = || meetings().iter().filter_map(|meeting| Some((meeting.number?, meeting)));
    let Some((newest, last)) = numbered().max_by_key(|(number, _)| *number) else { return };
    for citation in citations {
        let number = (citation.congress, citation.session);
        let own = numbered().filter(|((congress, _), _)| *congress == number.0).max_by_key(|(number, _)| *number);
        let never = own.filter(|((congress, most), _)| *congress < newest.0 && number.1 > *most);
        let is_beyond = number > newest && days.signed <= last.last;
        if !is_beyond && never.is_none() || has_any(clause(text, &citation.range), &AHEAD) {
            continue;
        }
        let (variant, known) = never.map_or(("beyond", last), |(_, final_one)| ("never", final_one));
        let sure = if variant == "never" { known.sure } else { Sure::Certain };
        let severity = if days.is_signed { grade(RULE.severity, sure) } else { Severity::Hint };
        let words = called(text, citation);
        let finding = RULE.finding(passage.plain.locate(citation.range.clone())).saying(variant).graded(severity);
        let known = known.names.first().copied().unwrap_or_default();
        findings.push(finding.with("words", words).with("known", known));
    }
}

/// What a text calls a meeting; a member of a list by its own name: 十九届八中全会 of 十九届七中、八中全会.
fn called(text: &str, citation: &Citation) -> String {
    let (words, whole) = (&text[citation.range.clone()], &text[citation.whole.clone()]);
    let committee = whole.split_inclusive('届').next().unwrap_or_default();
    if words.len() < whole.len() {
        format!("{committee}{}全会", words.trim_start_matches(committee))
    } else {
        whole.to_owned()
    }
}

/// The meetings a text cites, by their place in the table: those with a number, then those with a name only.
fn cited(text: &str, sightings: &Sightings, citations: Vec<Citation>) -> Vec<(usize, Range<usize>)> {
    let numbered = citations.into_iter().filter_map(|citation| {
        let number = Some((citation.congress, citation.session));
        meetings().iter().position(|meeting| meeting.number == number).map(|index| (index, citation.range))
    });
    let first = |meeting: &Meeting| meeting.names.iter().find_map(|name| Some((text.find(name)?, name.len())));
    let has_named = sightings.has(|entry| matches!(entry, Entry::Meeting(_)));
    let named = meetings().iter().enumerate().filter(|(_, meeting)| has_named && meeting.number.is_none());
    let named = named.filter_map(|(index, meeting)| first(meeting).map(|(at, length)| (index, at..at + length)));
    numbered.chain(named).collect()
}
