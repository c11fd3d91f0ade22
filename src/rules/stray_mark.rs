use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A pause at the start of a paragraph, after an opening bracket or before a closing one.
pub const RULE: Rule = Rule {
    code: "FZ433",
    name: "stray-mark",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "各乡镇（街道、）普遍设立调解组织。"),
    good: sample!(measure: "各乡镇（街道）普遍设立调解组织。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::StrayMark], findings),
};
