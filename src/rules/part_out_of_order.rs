use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::Section;
use crate::yaml::keys::part_id;

/// Sections that stand in another order than the outline's: many good reports do it, so it is only told when asked.
pub const RULE: Rule = Rule {
    code: "FZ103",
    name: "part-out-of-order",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: true,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: 县长带头学法、述法。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
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
    compare(context, &context.report.sections, findings);
    for section in context.report.walk() {
        compare(context, &section.sections, findings);
    }
}

/// Compares neighbours: of a section moved to the front only the one after it is out of order.
fn compare(context: &Context, sections: &[Section], findings: &mut Findings) {
    let position = |section: &Section| {
        let first = section.part.first()?;
        context.outline.parts.iter().position(|part| part.id == part_id(first))
    };
    let placed: Vec<_> = sections.iter().filter_map(|section| Some((position(section)?, section))).collect();
    for pair in placed.windows(2).filter(|pair| pair[1].0 < pair[0].0) {
        let finding = RULE.finding(Where::Value(pair[1].1.name_place()));
        findings.push(finding.with("section", context.name_of(pair[1].1)).with("before", context.name_of(pair[0].1)));
    }
}
