use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A label of a series that comes twice: 一是……五是……五是……六是.
pub const RULE: Rule = Rule {
    code: "FZ443",
    name: "repeated-ordinal",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "主要做法有：一是开展评查；二是通报结果；二是督促整改。"),
    good: sample!(measure: "主要做法有：一是开展评查；二是通报结果；三是督促整改。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::RepeatedOrdinal], findings),
};
