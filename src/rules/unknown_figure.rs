use super::noted::faults;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::figures::FaultKind;

/// A formula or a text names a figure that the report has not.
pub const RULE: Rule = Rule {
    code: "FZ201",
    name: "unknown-figure",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到}，立案${行政复议.收道}。"),
    good: sample!(figures: "  行政复议:\n    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mine = |kind: &FaultKind| matches!(kind, FaultKind::UnknownFigure { .. });
    faults::report(&RULE, &faults::all(context), mine, findings);
}
