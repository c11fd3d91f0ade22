use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// YAML that a report file may not use, and files beyond all measure.
pub const RULE: Rule = Rule {
    code: "FZ007",
    name: "refused-yaml",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "&甲 开展案卷评查。"),
    good: sample!(measure: "'&甲 开展案卷评查。'"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
