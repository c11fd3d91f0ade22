use super::{Authority, Context, Rule, shape};
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
    let of_editions = head.editions.iter().flat_map(|edition| &edition.issuer).flat_map(|issuer| issuer.iter());
    if head.issuer.iter().chain(of_editions).all(|issuer| issuer.is_unfilled()) {
        let at = head.issuer.first().map_or(head.at, |issuer| issuer.place);
        findings.push(RULE.finding(Where::Key(at)));
    }
}
