use super::noted::faults;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::figures::FaultKind;

/// A placeholder that cannot be printed.
pub const RULE: Rule = Rule {
    code: "FZ210",
    name: "placeholder-fault",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到|同逼}。"),
    good: sample!(figures: "  行政复议:\n    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mine = |kind: &FaultKind| {
        matches!(
            kind,
            FaultKind::Syntax { .. }
                | FaultKind::IsGroup { .. }
                | FaultKind::DivisionByZero { .. }
                | FaultKind::Overflow
                | FaultKind::UnknownFilter { .. }
                | FaultKind::FilterNeeds { .. }
                | FaultKind::Unclosed
        )
    };
    faults::report(&RULE, &faults::of_texts(context), mine, findings);
}
