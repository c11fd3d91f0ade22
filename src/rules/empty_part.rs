use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::Section;

/// A section that prints a heading and nothing below it.
pub const RULE: Rule = Rule {
    code: "FZ102",
    name: "empty-part",
    severity: Severity::Error,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: 县长带头学法、述法。
  - 内容项: 不足原因
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    good: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: 县长带头学法、述法。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for section in context.report.walk().filter(|section| is_empty(section) && !section.is_sentence()) {
        let name = context.name_of(section);
        findings.push(RULE.finding(Where::Value(section.name_place())).with("section", name));
    }
}

fn is_empty(section: &Section) -> bool {
    section.text.is_none() && section.after.is_none() && section.measures.is_empty() && section.sections.is_empty()
}
