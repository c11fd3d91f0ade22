use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// What a Chinese keyboard types in the place of what YAML reads: read as it was meant.
pub const RULE: Rule = Rule {
    code: "FZ008",
    name: "keyboard-slip",
    severity: Severity::Hint,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  主送：市人民政府
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  主送: 市人民政府
"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
