use super::noted::leftovers;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::readers::LeftoverKind;

/// Text that Word does not show, and that whoever opens the file can turn on.
pub const RULE: Rule = Rule {
    code: "FZ611",
    name: "hidden-text",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: "审核力量不足{隐藏：，拟约谈县司法局}，主要原因是编制紧张。\n",
    good: "审核力量不足，主要原因是编制紧张。\n",
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    leftovers::report(context, &RULE, &[LeftoverKind::Hidden], findings);
}
