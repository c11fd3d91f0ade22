use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A word that immediately follows itself: 政府政府.
pub const RULE: Rule = Rule {
    code: "FZ448",
    name: "repeated-word",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "落实县委县政府政府的部署。"),
    good: sample!(measure: "落实县委县政府的部署。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::RepeatedWord], findings),
};
