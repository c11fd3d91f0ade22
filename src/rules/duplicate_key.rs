use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A key typed twice, by one name or by two names of the same thing.
pub const RULE: Rule = Rule {
    code: "FZ003",
    name: "duplicate-key",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  发文字号: 云政〔2024〕3号
  发文字号: 云政〔2024〕3号
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  发文字号: 云政〔2024〕3号
"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
