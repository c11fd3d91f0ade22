use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A text over two lines, joined by a blank that nobody typed.
pub const RULE: Rule = Rule {
    code: "FZ012",
    name: "folded-line",
    severity: Severity::Warning,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "开展案卷评查，
        通报评查结果。"),
    good: sample!(measure: "开展案卷评查，通报评查结果。"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
