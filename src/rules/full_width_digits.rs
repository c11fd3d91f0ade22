use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// Full-width digits: one finding a report.
pub const RULE: Rule = Rule {
    code: "FZ452",
    name: "full-width-digits",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "开展案卷评查２次。"),
    good: sample!(measure: "开展案卷评查2次。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::FullWidthDigits], findings),
};
