use super::noted::leftovers;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::readers::LeftoverKind;

/// What reviewers wrote to one another is still in the file.
pub const RULE: Rule = Rule {
    code: "FZ613",
    name: "comment-left",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: "审核力量不足{批注：这句再斟酌}，主要原因是编制紧张。\n",
    good: "审核力量不足，主要原因是编制紧张。\n",
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    leftovers::report(context, &RULE, &[LeftoverKind::Comment], findings);
}
