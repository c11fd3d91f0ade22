use super::noted::shape;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};

/// Nobody signs: the title cannot be composed.
pub const RULE: Rule = Rule {
    code: "FZ303",
    name: "missing-issuer",
    severity: Severity::Error,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  年度: 2023
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
    // One that is there and not filled is told as that.
    if head.issuer.is_empty()
        && head.editions.iter().flat_map(|edition| &edition.issuer).all(|issuer| issuer.is_empty())
    {
        findings.push(RULE.finding(Where::Key(head.at)));
    }
}
