use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// 截止 (closing) where 截至 (up to) is meant: 截止2021年底.
pub const RULE: Rule = Rule {
    code: "FZ436",
    name: "until-misspelt",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "截止2023年11月，开展案卷评查2次。"),
    good: sample!(measure: "截至2023年11月，开展案卷评查2次。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::UntilMisspelt], findings),
};
