use super::noted::shape;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};

/// An edition has no date of signing.
pub const RULE: Rule = Rule {
    code: "FZ304",
    name: "missing-date",
    severity: Severity::Warning,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
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
    // A date that is there and not filled is told as that.
    if context.views().any(|(_, view)| view.date().is_none()) {
        findings.push(RULE.finding(Where::Key(context.report.report.at)));
    }
}
