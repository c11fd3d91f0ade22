use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// The year of a document number in other brackets than 〔〕.
pub const RULE: Rule = Rule {
    code: "FZ442",
    name: "number-in-other-brackets",
    severity: Severity::Hint,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "落实云政发[2023]5号文件。"),
    good: sample!(measure: "落实云政发〔2023〕5号文件。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::NumberBrackets], findings),
};
