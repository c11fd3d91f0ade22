use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::{Section, Text};

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
    for section in context.report.walk().filter(|section| is_empty(section) && !is_sentence(section)) {
        let name = context.name_of(section);
        findings.push(RULE.finding(Where::Value(section.name_place())).with("section", name));
    }
}

fn is_empty(section: &Section) -> bool {
    section.text.is_none() && section.after.is_none() && section.measures.is_empty() && section.sections.is_empty()
}

/// Whether the heading is an item that says all of it: 案卷质量不高，原因是培训不够。
fn is_sentence(section: &Section) -> bool {
    let says = |heading: &Text| heading.value.contains(['，', '；', '。', ',', ';']);
    section.part.is_empty() && section.heading.as_ref().is_some_and(says)
}
