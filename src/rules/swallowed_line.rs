use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A text that ran on over a line which looks like a key of its own.
pub const RULE: Rule = Rule {
    code: "FZ010",
    name: "swallowed-line",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "开展案卷评查\n        供稿单位：县司法局"),
    good: sample!(measure: "{正文: 开展案卷评查, 供稿单位: 县司法局}"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
