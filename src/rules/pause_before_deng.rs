use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// 、 before 等 at the end of an enumeration.
pub const RULE: Rule = Rule {
    code: "FZ435",
    name: "pause-before-deng",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "公安、交通、等部门联合执法。"),
    good: sample!(measure: "公安、交通等部门联合执法。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::PauseBeforeDeng], findings),
};
