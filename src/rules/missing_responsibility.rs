use super::missing_part::{is_fulfilled, owed, sections};
use super::noted::shape;
use super::questions::told;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::message;
use crate::model::{Section, Text};
use crate::yaml::keys::part_id;

/// The principal's duties as first person responsible are not reported on, or only mentioned in passing.
pub const RULE: Rule = Rule {
    code: "FZ106",
    name: "missing-responsibility",
    severity: Severity::Error,
    authority: Authority::PartyRegulation,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: 举措成效
    正文: 开展案卷评查，严格执法程序。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    good: sample!(sections: "  - 内容项: 举措成效
    条目:
      - 开展案卷评查，严格执法程序
      - {内容项: 第一责任人, 正文: 县长带头学法、述法}
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    check,
};

/// The id of the content.
const ID: &str = "responsibility";

/// The words by which a text speaks of it.
const WORDS: &str = "第一责任人";

fn check(context: &Context, findings: &mut Findings) {
    let Some(part) = owed(context).find(|part| part.id == ID) else { return };
    let nothing_read = context.report.sections.is_empty() && shape::is_faulty(context);
    if nothing_read || is_fulfilled(context, ID) || shape::is_section_lost(context) {
        return;
    }
    let finding = RULE.finding(sections(context));
    findings.push(match mention(context) {
        // Nobody could mark it in a published text: that it is spoken of is what can be seen.
        Some((section, text, at)) => finding
            .graded(if context.is_published { Severity::Hint } else { Severity::Warning })
            .saying("mentioned")
            .with("section", context.name_of(section))
            .beside(Where::Range(text.place, at..at + WORDS.len()), message!("rules.missing-responsibility.here")),
        None if context.is_published => {
            let finding = finding.with("heading", context.heading_of(part));
            match told::told(context, ID) {
                Some(_) => finding.graded(Severity::Warning),
                None if told::owes_surely(context) => finding,
                None => finding.graded(Severity::Warning),
            }
        }
        None => finding.with("heading", context.heading_of(part)),
    });
}

/// Where the report speaks of it outside shortcomings and plan.
pub(super) fn mention<'a>(context: &'a Context) -> Option<(&'a Section, &'a Text, usize)> {
    let achieved = |section: &&Section| {
        let parts = section.part.iter().map(|name| part_id(name));
        !parts.into_iter().any(|id| id == "shortcomings" || id == "plan")
    };
    let sections = context.report.sections.iter().filter(achieved);
    let (text, at) = sections.flat_map(Section::prose).find_map(|text| text.value.find(WORDS).map(|at| (text, at)))?;
    Some((context.report.section_at(text.place, context.places)?, text, at))
}
