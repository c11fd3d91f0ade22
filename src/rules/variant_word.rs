use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A spelling for which official texts have another: 其它, 台帐.
pub const RULE: Rule = Rule {
    code: "FZ453",
    name: "variant-word",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: true,
    bad: sample!(measure: "建立案卷评查台帐。"),
    good: sample!(measure: "建立案卷评查台账。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::VariantWord], findings),
};
