use super::noted::leftovers;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::readers::LeftoverKind;

/// Changes that were tracked and neither accepted nor rejected: the file tells what was struck out.
pub const RULE: Rule = Rule {
    code: "FZ612",
    name: "tracked-changes",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: "审核力量{删除：严重}不足，主要原因是编制紧张。\n",
    good: "审核力量不足，主要原因是编制紧张。\n",
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    leftovers::report(context, &RULE, &[LeftoverKind::Added, LeftoverKind::Removed], findings);
}
