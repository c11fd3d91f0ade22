use super::{Authority, Context, Rule};
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::document::passage::Kind;
use crate::document::{Origin, Passage, Role};
use crate::outline::count::{Count, Step};
use crate::outline::numbering::{heading_mark, leading_mark};

/// The typed number of a heading or a paragraph comes twice, or one is left out: 一、三、, （一）（一）.
pub const RULE: Rule = Rule {
    code: "FZ111",
    name: "number-out-of-order",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: |
      （1）县长带头学法。

      （2）开展案卷评查。

      （2）通报评查结果。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    good: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 主要举措和成效
    正文: |
      （1）县长带头学法。

      （2）开展案卷评查。

      （3）通报评查结果。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for heading in context.numbers {
        findings.push(finding(Where::Source(heading.at), &heading.mark, &heading.due, heading.is_repeated));
    }
    for passages in context.passages() {
        check_paragraphs(passages, findings);
    }
}

fn finding(at: Where, mark: &str, due: &str, is_repeated: bool) -> Finding {
    let variant = if is_repeated { "message" } else { "missing" };
    RULE.finding(at).saying(variant).with("mark", mark).with("missing", due)
}

/// Paragraphs that start with a number somebody typed, under one heading.
fn check_paragraphs(passages: &[Passage], findings: &mut Findings) {
    // Of each level of marks, the section and the numbers so far.
    let mut counts: [Option<(usize, Count)>; 4] = [None; 4];
    for passage in passages.iter().filter(|passage| matches!(passage.kind, Kind::Paragraph(Role::Text))) {
        let text = passage.plain.text.as_str();
        let near = &text[..text.floor_char_boundary(REACH.min(text.len()))];
        let is_typed = passage.plain.pieces.first().is_some_and(|(_, origin)| matches!(origin, Origin::Typed { .. }));
        let Some(mark) = leading_mark(near).filter(|_| is_typed) else { continue };
        let Some(level) = mark.kind.level() else { continue };
        let (own, inner) = (usize::from(level) - 1, usize::from(level));
        counts[inner..].fill(None);
        let series = counts[own].filter(|(section, _)| *section == passage.section);
        let (last, mut count) = series.map_or((0, Count::from(mark.number)), |(_, count)| (count.last(), count));
        let step = if series.is_some() { count.step(mark.number) } else { Step::On };
        counts[own] = Some((passage.section, count));
        if step != Step::On && !passage.is_repeated() {
            let at = passage.plain.locate(0..mark.length);
            let due = heading_mark(level, last + 1);
            findings.push(finding(at, near[..mark.length].trim(), &due, step == Step::Twice));
        }
    }
}

/// The longest mark, in bytes.
const REACH: usize = 32;
