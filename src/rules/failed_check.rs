use super::noted::relations;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::Verdict;

/// A comparison of the user's own, in `checks:`, does not hold.
pub const RULE: Rule = Rule {
    code: "FZ212",
    name: "failed-check",
    severity: Severity::Error,
    authority: Authority::Custom,
    opt_in: false,
    bad: concat!(
        sample!(figures: "  行政复议:\n    收到: 83件\n    立案: 41件\n    未立案: 42件", measure: "收到${行政复议.收到}，立案${行政复议.立案}，未立案${行政复议.未立案}。"),
        "自定核对:\n  - 行政复议.收到 == 行政复议.立案\n"
    ),
    good: concat!(
        sample!(figures: "  行政复议:\n    收到: 83件\n    立案: 41件\n    未立案: 42件", measure: "收到${行政复议.收到}，立案${行政复议.立案}，未立案${行政复议.未立案}。"),
        "自定核对:\n  - 行政复议.收到 == 行政复议.立案 + 行政复议.未立案\n"
    ),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for text in context.report.checks.iter().filter(|text| !text.is_unfilled()) {
        if let Ok(Some(relation)) = context.table.compare(text)
            && relation.verdict == Verdict::Fails
        {
            let finding = relations::finding(RULE.finding(Where::Value(text.place)), &relation);
            findings.push(finding.with("relation", text.value.trim()));
        }
    }
}
