use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A fall told in multiples: 下降2倍.
pub const RULE: Rule = Rule {
    code: "FZ449",
    name: "fall-in-multiples",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "信访量比上年下降2倍。"),
    good: sample!(measure: "信访量比上年下降三分之二。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::FallInMultiples], findings),
};
