use super::noted::shape;
use super::{Authority, Rule};
use crate::diagnostic::Severity;

/// A key without which the rest means nothing.
pub const RULE: Rule = Rule {
    code: "FZ004",
    name: "missing-key",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: "章节:\n  - 内容项: 举措成效\n    正文: 开展案卷评查。\n",
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
"),
    check: |context, findings| shape::report(context, &RULE, findings),
};
