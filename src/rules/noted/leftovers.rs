//! What a Word file holds beside its text, as findings: one a file and kind, with the places of the others.

use crate::diagnostic::{Findings, Where};
use crate::message;
use crate::readers::LeftoverKind;
use crate::rules::{Context, Rule};

/// Other places that are told beside the first.
const BESIDE: usize = 9;
/// The longest text of a leftover that is quoted.
const QUOTED: usize = 30;

/// Reports the leftovers of some kinds.
pub fn report(context: &Context, rule: &Rule, kinds: &[LeftoverKind], findings: &mut Findings) {
    let found: Vec<_> = context.leftovers.iter().filter(|leftover| kinds.contains(&leftover.kind)).collect();
    let Some((first, others)) = found.split_first() else { return };
    let mut finding = rule.finding(Where::Source(first.at));
    finding = finding.with("count", found.len()).with("text", quoted(&first.text));
    for other in others.iter().take(BESIDE) {
        let text = quoted(&other.text);
        let words = match other.kind {
            LeftoverKind::Removed => message!("diagnostic.struck-out", text = text),
            _ => message!("diagnostic.leftover", text = text),
        };
        finding = finding.beside(Where::Source(other.at), words);
    }
    findings.push(finding);
}

fn quoted(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
