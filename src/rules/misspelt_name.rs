use std::collections::HashSet;

use super::questions::around::{before, has_any, sentence};
use super::questions::timely::{grade, is_text};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::outline::Sure;
use crate::wording::{Entry, misspelt, numbered, slips};

/// The name of a law or an outline, or a fixed formula, with another character, one more or one less; each once.
pub const RULE: Rule = Rule {
    code: "FZ411",
    name: "misspelt-name",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "落实《法治政府建设实施纲要（2021—2025）》。"),
    good: sample!(measure: "落实《法治政府建设实施纲要（2021—2025年）》。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mut told: HashSet<(String, &str)> = HashSet::new();
    for (passage, sightings) in context.each_sighted().filter(|(passage, _)| is_text(passage)) {
        let text = &passage.plain.text;
        let mut tell = |range: std::ops::Range<usize>, right: &'static str, severity, source: &'static str| {
            if told.insert((text[range.clone()].to_owned(), right)) {
                let (words, right) = (bare(&text[range.clone()]), bare(right));
                let finding = RULE.finding(passage.plain.locate(range)).graded(severity);
                findings.push(finding.with("words", words).with("right", right).with("source", source));
            }
        };
        let mut near = misspelt(text);
        let slip = |entry| match entry {
            Entry::Slip(index) => Some(index),
            _ => None,
        };
        for (range, index) in sightings.longest(slip) {
            let slip = &slips()[index];
            let lead = before(text, range.start);
            let is_led = slip.before.is_empty() || slip.before.iter().any(|word| lead.ends_with(word));
            let is_covered = near.iter().any(|near| near.range.start < range.end && range.start < near.range.end);
            if is_led && !is_covered && !has_any(sentence(text, &range), &slip.unless) {
                let severity = if slip.is_grave { Severity::Error } else { grade(RULE.severity, slip.sure) };
                tell(range, slip.right, severity, slip.source);
            }
        }
        let formula = |entry| match entry {
            Entry::Numbered(index) => Some(&numbered()[index]),
            _ => None,
        };
        for (noun, formula) in sightings.all(formula) {
            let is_early = formula.since.zip(context.year()).is_some_and(|(since, year)| year < since);
            let Some(range) = formula.other_number(text, &noun).filter(|_| !is_early) else { continue };
            let is_two = text[range.clone()].starts_with('二') && formula.number() == "两";
            let sentence = sentence(text, &range);
            // Beside 五位一体, 四位一体 is something else.
            if is_two || has_any(sentence, &formula.beside) && !sentence.contains(formula.name) {
                // A longer formula around it has the same slip.
                near.retain(|near| near.range.end <= range.start || range.end <= near.range.start);
                tell(range, formula.name, grade(RULE.severity, formula.sure), formula.source);
            }
        }
        for near in near.into_iter().filter(|near| !lacks_only_mark(&text[near.range.clone()])) {
            // A word too many may be meant; one lost or another never is, in the name of a thought.
            let is_error = near.name.is_grave && !near.is_longer && near.name.sure == Sure::Certain;
            let severity = if is_error { Severity::Error } else { grade(RULE.severity, near.name.sure) };
            tell(near.range, near.name.name, severity, near.name.source);
        }
    }
}

/// Whether nothing but the mark between two years is missing, as in （20212025年）: that is told of the years.
fn lacks_only_mark(name: &str) -> bool {
    /// Digits of a year.
    const YEAR: usize = 4;
    let is_glued = |at: &usize| name[*at..].bytes().take_while(u8::is_ascii_digit).count() == 2 * YEAR;
    let at = name.bytes().position(|byte| byte.is_ascii_digit()).filter(is_glued);
    at.is_some_and(|at| {
        let (before, after) = name.split_at(at + YEAR);
        misspelt(&format!("《{}—{}》", before.trim_start_matches('《'), after.trim_end_matches('》'))).is_empty()
    })
}

/// Words without the quotation marks around them: the message has its own.
fn bare(words: &str) -> &str {
    words.strip_prefix('“').and_then(|words| words.strip_suffix('”')).unwrap_or(words)
}
