use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// Two marks in a row where one belongs: ，， 。。 ，。
pub const RULE: Rule = Rule {
    code: "FZ432",
    name: "doubled-mark",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "开展案卷评查，，通报结果。"),
    good: sample!(measure: "开展案卷评查，通报结果。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::DoubledMark], findings),
};
