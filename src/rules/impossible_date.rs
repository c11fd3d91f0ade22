use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A day or a month that no calendar has: 2月30日.
pub const RULE: Rule = Rule {
    code: "FZ454",
    name: "impossible-date",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "4月31日开展案卷评查。"),
    good: sample!(measure: "4月30日开展案卷评查。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::ImpossibleDate], findings),
};
