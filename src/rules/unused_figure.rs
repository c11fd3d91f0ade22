use std::collections::BTreeSet;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::figures::{Resolved, Value};

/// Figures that no text prints; one hint a report.
pub const RULE: Rule = Rule {
    code: "FZ203",
    name: "unused-figure",
    severity: Severity::Hint,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: 83件\n    立案: 41件", measure: "全年收到行政复议申请${行政复议.收到}。"),
    good: sample!(figures: "  行政复议:\n    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check,
};

/// Names that are written out; of more only the number is told.
const SHOWN: usize = 8;

fn check(context: &Context, findings: &mut Findings) {
    let unused = unused(context);
    let Some(first) = unused.first() else { return };
    let names: Vec<&str> = unused.iter().take(SHOWN).map(|figure| figure.name.as_str()).collect();
    let variant = if unused.len() > SHOWN { "many" } else { "message" };
    let finding = RULE.finding(Where::Key(first.place)).saying(variant);
    findings.push(finding.with("names", names).with("count", unused.len()));
}

/// Figures that are filled, printed nowhere, no part of a total that is, and in no comparison of the user's own.
fn unused<'a>(context: &'a Context) -> Vec<&'a Resolved> {
    let texts = context.report.body().into_iter().chain(context.report.frame());
    let mut unused = context.table.unused(texts);
    let idle: BTreeSet<&str> = unused.iter().map(|figure| figure.name.as_str()).collect();
    let counted: Vec<_> = context.table.totals().filter(|total| !idle.contains(total.total.name.as_str())).collect();
    let parts: BTreeSet<&str> =
        counted.iter().flat_map(|total| total.parts.iter().map(|(part, _)| part.name.as_str())).collect();
    let compared = |figure: &Resolved| context.report.checks.iter().any(|check| check.contains(figure.short_name()));
    unused.retain(|figure| {
        matches!(figure.value, Value::Known(_)) && !parts.contains(figure.name.as_str()) && !compared(figure)
    });
    unused
}
