use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// The change of a rate told in % where 个百分点 is meant.
pub const RULE: Rule = Rule {
    code: "FZ450",
    name: "rate-changed-by-percent",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "按期办结率98%，比上年提高2%。"),
    good: sample!(measure: "按期办结率98%，比上年提高2个百分点。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::RateChange], findings),
};
