//! Faults of language as findings: they were met in one pass over the passages, the rules only name them.

use super::shape;
use crate::diagnostic::{Edit, Finding, Findings, Severity, Where};
use crate::document::{Origin, PlainText};
use crate::language::{self, Fault, Kind};
use crate::message;
use crate::rules::{Context, Rule};

/// As many findings of one rule are still single slips; more are a habit, which is told once.
const HABIT: usize = 3;

/// Tells the faults of these kinds.
pub(crate) fn report(context: &Context, rule: &Rule, kinds: &[Kind], findings: &mut Findings) {
    report_saying(context, rule, kinds, |_| "message", findings);
}

/// Tells the faults of these kinds, each by a sentence of the rule.
pub(crate) fn report_saying(
    context: &Context,
    rule: &Rule,
    kinds: &[Kind],
    say: fn(&Fault) -> &'static str,
    findings: &mut Findings,
) {
    let mut found = found(context, rule, kinds, say);
    let is_habit = rule.severity == Severity::Hint && found.len() > HABIT;
    // Lines that were broken by hand end anywhere.
    if is_habit && kinds.contains(&Kind::UnmarkedParagraph) {
        return;
    }
    if is_habit || found.len() > 1 && kinds.contains(&Kind::FullWidthDigits) {
        let count = found.len();
        let mut once = found.remove(0);
        once.message = message!("rules.language.many", what = once.message, count = count);
        once.fix.extend(found.into_iter().flat_map(|finding| finding.fix));
        findings.push(once);
        return;
    }
    findings.append(&mut found);
}

fn found(context: &Context, rule: &Rule, kinds: &[Kind], say: fn(&Fault) -> &'static str) -> Findings {
    let editions = context.passages();
    let faults = context.language.get_or_init(|| language::faults(editions));
    let mut found = Findings::new();
    for (passages, faults) in editions.iter().zip(faults) {
        for (index, fault) in faults.iter().filter(|(_, fault)| kinds.contains(&fault.kind)) {
            found.extend(finding(context, rule, &passages[*index].plain, fault, say(fault)));
        }
    }
    found
}

fn finding(context: &Context, rule: &Rule, plain: &PlainText, fault: &Fault, words: &str) -> Option<Finding> {
    // What the program supplied is not the drafter's.
    let at = plain.locate(fault.range.clone());
    let Where::Range(place, _) = at else { return None };
    if shape::is_misread(context, place) {
        return None;
    }
    let finding = rule.finding(at).saying(words);
    let mut finding = finding.with("found", &plain.text[fault.range.clone()]).with("better", fault.better.as_str());
    if fault.is_safe {
        finding.fix.extend(edit(context, plain, fault));
    }
    Some(finding)
}

/// The edit, where the words were typed in one go and stand in the source as they are read.
fn edit(context: &Context, plain: &PlainText, fault: &Fault) -> Option<Edit> {
    let range = &fault.range;
    let (piece, origin) =
        plain.pieces.iter().find(|(piece, _)| piece.start <= range.start && range.end <= piece.end)?;
    let Origin::Typed { place, range: typed } = origin else { return None };
    let start = typed.start + (range.start - piece.start);
    let span = context.places.range(*place, start..start + range.len());
    let is_same = context.source.text().get(span.range()) == Some(&plain.text[range.clone()]);
    is_same.then(|| Edit { span, replacement: fault.better.clone() })
}
