use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A hyphen or double dash in a span of time or a range of numbers.
pub const RULE: Rule = Rule {
    code: "FZ440",
    name: "makeshift-range-mark",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "落实三年行动方案（2023-2025年）。"),
    good: sample!(measure: "落实三年行动方案（2023—2025年）。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::RangeMark], findings),
};
