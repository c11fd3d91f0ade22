use std::collections::HashSet;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::{Report, Text};

/// Paragraphs and measures that are word for word those of last year's report; one finding a section.
pub const RULE: Rule = Rule {
    code: "FZ310",
    name: "stale-text",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "组织全县行政执法人员集中培训，逐案评查行政处罚案卷。"),
    good: sample!(measure: "全县行政执法人员分三批轮训，行政处罚案卷评查向乡镇延伸。"),
    check,
};

/// Last year's report of the examples.
pub(super) const LAST_YEAR: &str = "报告:
  年度: 2022
章节:
  - 内容项: 举措成效
    条目:
      - 组织全县行政执法人员集中培训，逐案评查行政处罚案卷。
";

/// Shorter texts are alike by chance or by custom: 特此报告。
const SHORTEST: usize = 16;

/// How many texts are shown, and how much of each.
const SHOWN: usize = 5;
const OPENING: usize = 12;

fn check(context: &Context, findings: &mut Findings) {
    let Some(previous) = context.previous else { return };
    let whole = |text: &Text| words(text).collect::<String>();
    let old: HashSet<String> = groups(previous).into_iter().flatten().map(whole).collect();
    for texts in groups(context.report) {
        let is_stale = |text: &&Text| {
            let words = whole(text);
            words.chars().count() >= SHORTEST && old.contains(&words)
        };
        let stale: Vec<&Text> = texts.into_iter().filter(is_stale).collect();
        let Some(first) = stale.first() else { continue };
        let openings: Vec<String> = stale.iter().take(SHOWN).map(|text| opening(text)).collect();
        let finding = RULE.finding(Where::Value(first.place)).saying(match stale.len() {
            1 => "message",
            2..=SHOWN => "some",
            _ => "many",
        });
        findings.push(finding.with("count", stale.len()).with("texts", openings));
    }
}

/// The texts a drafter writes anew each year, by the section they stand in: headings are custom.
fn groups(report: &Report) -> Vec<Vec<&Text>> {
    let mut groups: Vec<Vec<&Text>> = vec![report.preamble.iter().collect()];
    groups.extend(report.walk().map(|section| {
        let measures = section.measures.iter().map(|measure| &measure.text);
        section.text.iter().chain(measures).chain(&section.after).collect()
    }));
    groups
}

/// A text without blanks and line ends: a paragraph that was only wrapped anew is still the same.
pub fn words(text: &Text) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_whitespace())
}

/// The first words of a text.
fn opening(text: &Text) -> String {
    words(text).take(OPENING).collect::<String>() + "……"
}
