use super::{Authority, Context, Rule, shape};
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
    tell(context, &context.report.sections, false, findings);
}

fn tell(context: &Context, sections: &[Section], is_inner: bool, findings: &mut Findings) {
    // Of a published text a row of headings alone is a list: （一）加强学习 （二）规范执法.
    let is_list = context.is_published && is_inner && sections.len() > 1 && sections.iter().all(is_empty);
    for section in sections {
        // What stands below it was read as part of its name.
        let is_misread = || shape::is_misread(context, section.name_place());
        if is_empty(section) && !is_list && !section.is_sentence() && !is_misread() {
            let name = context.name_of(section);
            findings.push(RULE.finding(Where::Value(section.name_place())).with("section", name));
        }
        tell(context, &section.sections, true, findings);
    }
}

fn is_empty(section: &Section) -> bool {
    section.text.is_none() && section.after.is_none() && section.measures.is_empty() && section.sections.is_empty()
}
