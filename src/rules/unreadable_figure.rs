use super::noted::faults;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::figures::FaultKind;

/// A figure whose value is no quantity, or whose name cannot be one.
pub const RULE: Rule = Rule {
    code: "FZ209",
    name: "unreadable-figure",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: 见附表", measure: "全年收到行政复议申请${行政复议.收到}。"),
    good: sample!(figures: "  行政复议:\n    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mine = |kind: &FaultKind| matches!(kind, FaultKind::NotAQuantity { .. } | FaultKind::BadName { .. });
    faults::report(&RULE, &faults::all(context), mine, findings);
}
