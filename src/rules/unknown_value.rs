use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A fixed value that is none of those there are.
pub const RULE: Rule = Rule {
    code: "FZ002",
    name: "unknown-value",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  层级: 县及
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
