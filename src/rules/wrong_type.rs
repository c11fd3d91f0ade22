use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A text where a list or a map belongs, and the other way round.
pub const RULE: Rule = Rule {
    code: "FZ005",
    name: "wrong-type",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "{正文: 开展案卷评查。, 供稿单位: [县司法局]}"),
    good: sample!(measure: "{正文: 开展案卷评查。, 供稿单位: 县司法局}"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
