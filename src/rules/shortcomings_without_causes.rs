use super::missing_part::owed;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::Section;
use crate::yaml::keys::part_id;

/// Shortcomings are told without their causes: the content owed is 不足和原因.
pub const RULE: Rule = Rule {
    code: "FZ107",
    name: "shortcomings-without-causes",
    severity: Severity::Hint,
    authority: Authority::PartyRegulation,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: 县长带头学法、述法。
  - 内容项: 不足原因
    正文: 审核力量不足，普法针对性不强。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    good: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: 县长带头学法、述法。
  - 内容项: 不足原因
    正文: 受编制制约，审核力量不足。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    check,
};

/// Words that give a cause.
const CAUSAL: [&str; 14] =
    ["原因", "由于", "导致", "所致", "致使", "造成", "制约", "受限", "限于", "根源", "源于", "缘于", "归结", "在于"];

/// Words with 因 that give none.
const NOT_CAUSAL: [&str; 5] = ["因此", "因而", "因地制宜", "因素", "因应"];

fn check(context: &Context, findings: &mut Findings) {
    // Reports on years before the regulation owe no causes.
    if !owed(context).any(|part| part.id == "shortcomings") {
        return;
    }
    let about = |section: &&Section| section.part.iter().any(|part| part_id(part) == "shortcomings");
    let sections: Vec<&Section> = context.report.walk().filter(about).collect();
    let text: String = sections.iter().flat_map(|section| body(section)).collect();
    if let [first, ..] = sections[..]
        && !text.trim().is_empty()
        && !gives_cause(&text)
    {
        findings.push(RULE.finding(Where::Value(first.name_place())));
    }
}

/// The texts that are filled, without headings: the official heading itself says 原因.
fn body(section: &Section) -> Vec<&str> {
    let headed = walk(section).filter(|section| !section.is_sentence());
    let headings: Vec<_> = headed.filter_map(|section| section.heading.as_ref()).map(|text| text.place).collect();
    let filled = |text: &&crate::model::Text| !text.is_unfilled() && !headings.contains(&text.place);
    section.prose().into_iter().filter(filled).map(|text| text.value.as_str()).collect()
}

fn walk(section: &Section) -> impl Iterator<Item = &Section> {
    let mut stack = vec![section];
    std::iter::from_fn(move || {
        let section = stack.pop()?;
        stack.extend(&section.sections);
        Some(section)
    })
}

fn gives_cause(text: &str) -> bool {
    let because = |(at, _): (usize, &str)| !NOT_CAUSAL.iter().any(|word| text[at..].starts_with(word));
    CAUSAL.iter().any(|word| text.contains(word)) || text.match_indices('因').any(because)
}
