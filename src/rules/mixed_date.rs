use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// Han and Arabic numerals in one date.
pub const RULE: Rule = Rule {
    code: "FZ447",
    name: "mixed-date",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "二〇二三年5月开展案卷评查。"),
    good: sample!(measure: "2023年5月开展案卷评查。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::MixedDate], findings),
};
