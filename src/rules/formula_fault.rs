use super::noted::faults;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::figures::FaultKind;

/// A formula that cannot be read or computed.
pub const RULE: Rule = Rule {
    code: "FZ208",
    name: "formula-fault",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: 0件\n    办结: 0件\n    办结率: =办结/收到", measure: "收到${行政复议.收到}，办结率${行政复议.办结率}。"),
    good: sample!(figures: "  行政复议:\n    收到: 83件\n    办结: 37件\n    办结率: =办结/收到", measure: "收到${行政复议.收到}，办结率${行政复议.办结率}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mine = |kind: &FaultKind| {
        matches!(
            kind,
            FaultKind::Syntax { .. }
                | FaultKind::IsGroup { .. }
                | FaultKind::Cycle { .. }
                | FaultKind::DivisionByZero { .. }
                | FaultKind::Overflow
                | FaultKind::ValueAndFormula
        )
    };
    faults::report(&RULE, &faults::of_figures(context), mine, findings);
}
