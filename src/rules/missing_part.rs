use super::noted::shape;
use super::questions::told;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::message::Argument;
use crate::outline::Part;
use crate::yaml::keys::{self, Domain, part_id};

/// A content owed by rule that no section and no measure fulfils.
pub const RULE: Rule = Rule {
    code: "FZ101",
    name: "missing-part",
    severity: Severity::Error,
    authority: Authority::PartyRegulation,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: 县长带头学法、述法。
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
    if (context.report.sections.is_empty() && shape::is_faulty(context)) || shape::is_section_lost(context) {
        return;
    }
    for part in owed(context).filter(|part| part.id != "responsibility" && !is_fulfilled(context, &part.id)) {
        let zh = keys::chinese(Domain::Part, &part.id).unwrap_or(&part.id).to_owned();
        let name = Argument::Words { zh, en: part.id.clone() };
        let finding = match context.is_published {
            true => of_published(context, &part.id),
            false => Some(RULE.finding(sections(context))),
        };
        findings.extend(finding.map(|finding| finding.with("part", name).with("heading", context.heading_of(part))));
    }
}

/// A published text is told by its headings: what it speaks of without one is there, if not easily found.
fn of_published(context: &Context, id: &str) -> Option<Finding> {
    // Whatever a report tells that is neither shortcoming nor plan is what was done.
    if id == "achievements" {
        return None;
    }
    let finding = RULE.finding(sections(context));
    Some(match told::told(context, id) {
        Some(at) => Finding { at, ..finding.saying("told") }.graded(Severity::Warning),
        None if told::owes_surely(context) => finding,
        None => finding.graded(Severity::Warning),
    })
}

/// The contents a report on this year must have. Other matters worth reporting are owed by name only: a report that has
/// none leaves them out.
pub(super) fn owed<'a>(context: &'a Context) -> impl Iterator<Item = &'a Part> {
    // Without its head a report has no year and no kind, and nothing is known to be owed.
    let year = if shape::lacks_head(context) { i16::MIN } else { context.year().unwrap_or(i16::MAX) };
    let (kind, level) = (context.kind(), context.level());
    let owed = move |part: &&Part| part.id != "other" && part.is_owed(year) && part.suits(kind, level, year);
    context.outline.contents().filter(owed)
}

/// Whether a section or a measure says that it fulfils the part.
pub(super) fn is_fulfilled(context: &Context, id: &str) -> bool {
    context.report.sections.iter().flat_map(|section| section.parts()).any(|part| part_id(part) == id)
}

/// Where something about the sections as a whole is said: their key, or that of the report where there are none.
pub(super) fn sections(context: &Context) -> Where {
    let first = context.report.sections.first().map_or(context.report.report.at, |section| section.at);
    match context.places.entry(first).and_then(|entry| entry.parent) {
        Some(list) if !context.report.sections.is_empty() => Where::Key(list),
        _ => Where::Key(first),
    }
}
