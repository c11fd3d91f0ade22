use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// What YAML cannot read.
pub const RULE: Rule = Rule {
    code: "FZ006",
    name: "syntax-error",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "\"依法行政\"是基本要求。"),
    good: sample!(measure: "“依法行政”是基本要求。"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
