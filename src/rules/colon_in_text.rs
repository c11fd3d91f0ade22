use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A text that became a key and a value at a colon and a blank.
pub const RULE: Rule = Rule {
    code: "FZ014",
    name: "colon-in-text",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "重点: 开展案卷评查。"),
    good: sample!(measure: "重点：开展案卷评查。"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
