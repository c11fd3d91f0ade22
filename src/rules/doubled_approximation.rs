use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::{Fault, Kind};

/// A number that is made approximate twice: 近300余人, 约30人左右.
pub const RULE: Rule = Rule {
    code: "FZ437",
    name: "doubled-approximation",
    severity: Severity::Warning,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "培训执法人员近300余人次。"),
    good: sample!(measure: "培训执法人员300余人次。"),
    check: |context, findings| {
        let say = |fault: &Fault| if fault.better.is_empty() { "message" } else { "suggest" };
        language::report_saying(context, &RULE, &[Kind::DoubledApproximation], say, findings);
    },
};
