use super::{Authority, Rule, shape};
use crate::diagnostic::Severity;

/// A text that ran on over a line which looks like a key of its own.
pub const RULE: Rule = Rule {
    code: "FZ010",
    name: "swallowed-line",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:
    收到：83件
    立案：41件", measure: "全年收到行政复议申请${行政复议.收到}。"),
    good: sample!(figures: "  行政复议:
    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
