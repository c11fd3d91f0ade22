use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// The number of a document before its title.
pub const RULE: Rule = Rule {
    code: "FZ441",
    name: "number-before-title",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "落实国办发〔2018〕118号《关于全面推行行政执法三项制度的指导意见》。"),
    good: sample!(measure: "落实《关于全面推行行政执法三项制度的指导意见》（国办发〔2018〕118号）。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::NumberBeforeTitle], findings),
};
