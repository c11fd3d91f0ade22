use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};

/// No outline is in force in the year reported on.
pub const RULE: Rule = Rule {
    code: "FZ309",
    name: "outline-nearest",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2027
  成文日期: 2028-01-15
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2027
  纲要: 2021-2025
  成文日期: 2028-01-15
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    if context.outline_is_nearest
        && let Some(year) = &context.report.report.year
    {
        let finding = RULE.finding(Where::Value(year.place));
        findings.push(finding.with("year", i64::from(year.value)).with("outline", &context.outline.name));
    }
}
