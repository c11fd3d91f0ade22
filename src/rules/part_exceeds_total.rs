use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::message;

/// A part is larger than 合计.
pub const RULE: Rule = Rule {
    code: "FZ205",
    name: "part-exceeds-total",
    severity: Severity::Error,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(figures: "  清理:\n    合计: 51件\n    保留: 340件\n    废止: 16件", measure: "清理行政规范性文件${清理.合计}，保留${清理.保留}，废止${清理.废止}。"),
    good: sample!(figures: "  清理:\n    合计: 50件\n    保留: 34件\n    废止: 16件", measure: "清理行政规范性文件${清理.合计}，保留${清理.保留}，废止${清理.废止}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for total in context.table.totals() {
        for (part, quantity) in total.larger_parts() {
            findings.push(
                RULE.finding(Where::Value(part.place))
                    .with("part", &part.name)
                    .with("value", &quantity.written)
                    .with("total", &total.stated.written)
                    .beside(Where::Value(total.total.place), message!("rules.part-exceeds-total.whole")),
            );
        }
    }
}
