use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A range whose first number lacks the 万 or 亿 of the second.
pub const RULE: Rule = Rule {
    code: "FZ439",
    name: "bare-magnitude",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "单笔补助3～5万元。"),
    good: sample!(measure: "单笔补助3万～5万元。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::BareMagnitude], findings),
};
