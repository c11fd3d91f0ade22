use super::noted::language;
use super::{Authority, Rule};
use crate::diagnostic::Severity;
use crate::language::Kind;

/// A quotation mark, title mark or bracket without its partner.
pub const RULE: Rule = Rule {
    code: "FZ431",
    name: "unpaired-mark",
    severity: Severity::Warning,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "印发《云溪县行政规范性文件管理办法，规范制定程序。"),
    good: sample!(measure: "印发《云溪县行政规范性文件管理办法》，规范制定程序。"),
    check: |context, findings| language::report(context, &RULE, &[Kind::UnpairedMark], findings),
};
