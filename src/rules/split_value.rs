use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A value in braces that ended at a comma inside it.
pub const RULE: Rule = Rule {
    code: "FZ013",
    name: "split-value",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:
    收到: {数值: 1,234件, 来源: 县司法局}", measure: "全年收到行政复议申请${行政复议.收到}。"),
    good: sample!(figures: "  行政复议:
    收到: {数值: '1,234件', 来源: 县司法局}", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
