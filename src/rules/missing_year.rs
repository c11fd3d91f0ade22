use super::noted::shape;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};

/// The year reported on is not given.
pub const RULE: Rule = Rule {
    code: "FZ305",
    name: "missing-year",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  成文日期: 2024-01-15
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    if shape::lacks_head(context) {
        return;
    }
    let head = &context.report.report;
    // A year that cannot be read is a fault of shape and told there.
    let typed = context.slips.iter().any(|slip| context.places.path(slip.place) == "report.year");
    if head.year.is_none() && !typed {
        findings.push(RULE.finding(Where::Key(head.at)));
    }
}
