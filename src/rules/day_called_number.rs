use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// 号 for 日 in a date.
pub const RULE: Rule = Rule {
    code: "FZ446",
    name: "day-called-number",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "5月8号开展案卷评查。"),
    good: sample!(measure: "5月8日开展案卷评查。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::DayAsNumber], findings),
};
