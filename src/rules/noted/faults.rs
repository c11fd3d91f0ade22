//! Faults of figures, formulas and placeholders as findings.

use std::collections::BTreeSet;

use super::shape;
use crate::diagnostic::{Finding, Findings};
use crate::figures::{Fault, FaultKind};
use crate::rules::{Context, Rule};

/// Those of the figures themselves, and of the comparisons of the user's own.
pub fn of_figures(context: &Context) -> Vec<Fault> {
    let checks = context.report.checks.iter().filter(|check| !check.is_unfilled());
    let of_checks = checks.filter_map(|check| context.table.compare(check).err()).flatten();
    let of_table = context.table.faults().iter().filter(|fault| !shape::is_misread(context, fault.place));
    of_table.cloned().chain(context.table.suggested(of_checks)).collect()
}

/// Those of the texts, each once though several editions have the text.
pub fn of_texts(context: &Context) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let all = context.editions.iter().flat_map(|composed| &composed.faults);
    all.filter(|fault| seen.insert((fault.place, fault.range.start, fault.range.end))).cloned().collect()
}

/// Both.
pub fn all(context: &Context) -> Vec<Fault> {
    let mut faults = of_figures(context);
    faults.extend(of_texts(context));
    faults
}

/// Adds a finding for each fault of the kinds that are the rule's.
pub fn report(rule: &Rule, faults: &[Fault], kinds: fn(&FaultKind) -> bool, findings: &mut Findings) {
    let finding = |fault: &Fault| Finding { message: fault.message(), help: fault.help(), ..rule.finding(fault.at()) };
    findings.extend(faults.iter().filter(|fault| kinds(&fault.kind)).map(finding));
}
