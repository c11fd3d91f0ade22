use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A month or day with a zero before it.
pub const RULE: Rule = Rule {
    code: "FZ445",
    name: "padded-date",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "2023年05月08日开展案卷评查。"),
    good: sample!(measure: "2023年5月8日开展案卷评查。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::PaddedDate], findings),
};
