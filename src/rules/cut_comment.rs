use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A text of which the rest is a comment for YAML.
pub const RULE: Rule = Rule {
    code: "FZ011",
    name: "cut-comment",
    severity: Severity::Warning,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "建设一号 #2楼调解室，全年接待群众。"),
    good: sample!(measure: "建设一号#2楼调解室，全年接待群众。"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
