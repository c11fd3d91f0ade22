use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A range of percentages whose first number has no %.
pub const RULE: Rule = Rule {
    code: "FZ438",
    name: "bare-percent",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "各科室办案量增长10～20%。"),
    good: sample!(measure: "各科室办案量增长10%～20%。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::BarePercent], findings),
};
