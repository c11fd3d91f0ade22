use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A decimal without the zero before its point.
pub const RULE: Rule = Rule {
    code: "FZ451",
    name: "bare-decimal",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "复议纠错案件占.5%。"),
    good: sample!(measure: "复议纠错案件占0.5%。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::BareDecimal], findings),
};
