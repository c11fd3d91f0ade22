use super::{Authority, Context, Rule, unreadable_picture};
use crate::diagnostic::{Findings, Severity};
use crate::picture::Fault;

/// A picture that is an address, or a path that leads out of the report's folder.
pub const RULE: Rule = Rule {
    code: "FZ504",
    name: "picture-elsewhere",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "|\n        开展案卷评查。\n\n        ![评查现场](../图/评查.png)"),
    good: sample!(measure: "开展案卷评查。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for refused in unreadable_picture::refused(context).filter(|refused| refused.fault.is_elsewhere()) {
        let variant = if refused.fault == Fault::Address { "address" } else { "message" };
        findings.push(RULE.finding(refused.at.clone()).saying(variant).with("path", &refused.path));
    }
}
