use super::questions::around::has_any;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};

/// A heading of the rule or of a template taken over word for word: 上一年度, 下一年度 where the year belongs; one hint a
/// report.
pub const RULE: Rule = Rule {
    code: "FZ328",
    name: "literal-year",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 上一年度推进法治政府建设的主要举措和成效
    正文: 县长带头学法、述法。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    good: sample!(sections: "  - 内容项: [举措成效, 第一责任人]
    小标题: 2023年推进法治政府建设的主要举措和成效
    正文: 县长带头学法、述法。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
"),
    check,
};

const LITERAL: [&str; 4] = ["上一年度", "下一年度", "上年度", "下年度"];
/// What the rule asks for under these words.
const ASKED: [&str; 7] = ["推进法治", "举措", "成效", "不足", "第一责任人", "安排", "打算"];
/// The year before is meant in earnest.
const MEANT: [&str; 4] = ["整改", "反馈", "督察", "落实情况"];

fn check(context: &Context, findings: &mut Findings) {
    let Some(year) = context.year() else { return };
    let headings = context.report.walk().filter_map(|section| section.heading.as_ref());
    let literal = headings.filter_map(|heading| {
        let (at, word) = LITERAL.iter().find_map(|word| heading.value.find(word).map(|at| (at, word)))?;
        let is_copied = has_any(&heading.value, &ASKED) && !has_any(&heading.value, &MEANT);
        is_copied.then(|| (Where::Range(heading.place, at..at + word.len()), *word))
    });
    let literal: Vec<_> = literal.collect();
    if let Some((at, word)) = literal.first().cloned() {
        let meant = if word.starts_with('上') { year } else { year.saturating_add(1) };
        let finding = RULE.finding(at).with("words", word).with("count", literal.len());
        findings.push(finding.with("meant", meant));
    }
}
