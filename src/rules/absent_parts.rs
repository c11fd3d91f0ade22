use super::missing_part::{is_fulfilled, sections};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::outline::Part;
use crate::yaml::keys::{self, Domain};

/// A report that follows the outline leaves some of its parts out.
pub const RULE: Rule = Rule {
    code: "FZ108",
    name: "absent-parts",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    条目:
      - {内容项: 党的领导, 正文: 县委常委会听取汇报}
      - {内容项: 政府职能, 正文: 公布权责清单}
      - {内容项: 制度体系, 正文: 清理行政规范性文件}
      - {内容项: 行政决策, 正文: 公布决策事项目录}
      - {内容项: 行政执法, 正文: 开展案卷评查}
      - {内容项: 突发事件, 正文: 修订应急预案}
      - {内容项: 矛盾化解, 正文: 规范行政调解}
      - {内容项: 权力监督, 正文: 办理建议提案}
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    good: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    条目:
      - {内容项: 党的领导, 正文: 县委常委会听取汇报}
      - {内容项: 政府职能, 正文: 公布权责清单}
      - {内容项: 制度体系, 正文: 清理行政规范性文件}
      - {内容项: 行政决策, 正文: 公布决策事项目录}
      - {内容项: 行政执法, 正文: 开展案卷评查}
      - {内容项: 突发事件, 正文: 修订应急预案}
      - {内容项: 矛盾化解, 正文: 规范行政调解}
      - {内容项: 权力监督, 正文: 办理建议提案}
      - {内容项: 数字法治, 正文: 归集执法数据}
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    check,
};

/// One hint a report, and only where most parts are there: a report with an order of its own is not spoken to.
fn check(context: &Context, findings: &mut Findings) {
    let Some(year) = context.year() else { return };
    let usual = |part: &&Part| !part.is_content() && part.is_usual(context.kind(), context.level(), year);
    let (there, absent): (Vec<&Part>, Vec<&Part>) =
        context.outline.parts.iter().filter(usual).partition(|part| is_fulfilled(context, &part.id));
    if !absent.is_empty() && there.len() >= 2 * absent.len() {
        let names: Vec<&str> =
            absent.iter().map(|part| keys::chinese(Domain::Part, &part.id).unwrap_or(&part.id)).collect();
        findings.push(RULE.finding(sections(context)).with("parts", names));
    }
}
