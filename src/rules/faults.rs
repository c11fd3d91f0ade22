//! Faults of figures, formulas and placeholders as findings.

use std::collections::BTreeSet;

use super::{Context, Rule};
use crate::diagnostic::{Finding, Findings};
use crate::figures::Fault;

/// Those of the figures themselves.
pub fn of_figures<'a>(context: &'a Context) -> impl Iterator<Item = &'a Fault> {
    context.table.faults().iter()
}

/// Those of the texts, each once though several editions have the text.
pub fn of_texts<'a>(context: &'a Context) -> impl Iterator<Item = &'a Fault> {
    let mut seen = BTreeSet::new();
    let all = context.editions.iter().flat_map(|composed| &composed.faults);
    all.filter(move |fault| seen.insert((fault.place, fault.range.start, fault.range.end)))
}

/// Both.
pub fn all<'a>(context: &'a Context) -> impl Iterator<Item = &'a Fault> {
    of_figures(context).chain(of_texts(context))
}

/// Adds a finding a fault.
pub fn report<'a>(rule: &Rule, faults: impl Iterator<Item = &'a Fault>, findings: &mut Findings) {
    let finding = |fault: &Fault| Finding { message: fault.message(), help: fault.help(), ..rule.finding(fault.at()) };
    findings.extend(faults.map(finding));
}
