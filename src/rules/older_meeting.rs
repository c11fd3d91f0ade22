use super::questions::timely::{Days, is_text};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::Passage;
use crate::wording::{Citation, Entry, citations, meetings};

/// The newest meeting a report cites is older than the newest held by the end of the year; one hint a report.
///
/// What looks back (十九大以来) and what speaks of all sessions (历次全会) is never left over.
pub const RULE: Rule = Rule {
    code: "FZ322",
    name: "older-meeting",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "传达学习党的十九大和十九届六中全会精神。"),
    good: sample!(measure: "传达学习党的二十大和二十届二中全会精神。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(days) = Days::of(context) else { return };
    let held = meetings().iter().filter(|meeting| meeting.is_over(days.end) && !meeting.announced);
    let Some(((congress, session), now)) = held.filter_map(|meeting| meeting.number.zip(Some(meeting))).next_back()
    else {
        return;
    };
    let passages: Vec<_> = context.each_sighted().filter(|(passage, _)| is_text(passage)).collect();
    // 历次全会, or 历届: whichever they are, the newest is among them.
    if passages.iter().any(|(passage, _)| passage.plain.text.contains("历次")) {
        return;
    }
    let citing = passages.iter().filter(|(_, sightings)| sightings.has(|entry| entry == Entry::Congress));
    let cited = citing.flat_map(|(passage, _)| {
        let cited = citations(&passage.plain.text);
        cited.into_iter().filter(|citation| !looks_back(passage, citation)).map(move |citation| (passage, citation))
    });
    let newest = cited.fold(None, |newest: Option<(&&Passage, Citation)>, (passage, citation)| match newest {
        Some(newest) if number(&newest.1) >= number(&citation) => Some(newest),
        _ => Some((passage, citation)),
    });
    let Some((passage, citation)) = newest else { return };
    // A congress cited alone stands for its sessions too; and a session of the congress before last year's is fine.
    let is_older = citation.congress < congress
        || citation.congress == congress && citation.session > 0 && citation.session < session;
    if is_older && let Some(name) = now.names.first() {
        let words = passage.plain.text[citation.whole.clone()].to_owned();
        let finding = RULE.finding(passage.plain.locate(citation.whole)).with("words", words);
        findings.push(finding.with("now", *name).with("day", now.last));
    }
}

fn number(citation: &Citation) -> (u8, u8) {
    (citation.congress, citation.session)
}

fn looks_back(passage: &Passage, citation: &Citation) -> bool {
    let after = &passage.plain.text[citation.whole.end..];
    ["以来", "闭幕以来", "召开以来", "之后", "后"].iter().any(|word| after.starts_with(word))
}
