use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A label of a series that is left out: 一是……三是.
pub const RULE: Rule = Rule {
    code: "FZ444",
    name: "missing-ordinal",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "主要做法有：一是开展评查；三是通报结果。"),
    good: sample!(measure: "主要做法有：一是开展评查；二是通报结果。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::MissingOrdinal], findings),
};
