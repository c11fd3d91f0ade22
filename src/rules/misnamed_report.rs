use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::{OneOrMany, Text};

/// A title that names another kind of paper, leaves out what is reported on, or ends with a mark.
pub const RULE: Rule = Rule {
    code: "FZ315",
    name: "misnamed-report",
    severity: Severity::Warning,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  标题: 云溪县人民政府关于2023年法治政府建设情况的请示
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  标题: 云溪县人民政府关于2023年法治政府建设情况的报告
"),
    check,
};

/// Kinds of papers (《党政机关公文处理工作条例》) that a title may end with and that are no report.
const OTHER_PAPERS: [&str; 10] = ["请示", "通知", "通报", "批复", "公告", "通告", "的函", "议案", "命令", "纪要"];
/// Stages of a paper before the last.
const STAGES: [&str; 6] = ["征求意见稿", "送审稿", "讨论稿", "审议稿", "代拟稿", "初稿"];
/// What a report is called at the desk and is no kind of paper.
const NO_PAPERS: [&str; 3] = ["总结", "小结", "自查"];

fn check(context: &Context, findings: &mut Findings) {
    let head = &context.report.report;
    let titles = head.title.iter().chain(head.editions.iter().filter_map(|edition| edition.title.as_ref()));
    titles.for_each(|title| check_title(context, title, findings));
}

fn check_title(context: &Context, title: &OneOrMany, findings: &mut Findings) {
    let Some(last) = title.last().filter(|_| title.iter().all(|line| !line.is_unfilled())) else { return };
    let whole: String = title.iter().map(|line| line.trim()).collect();
    check_mark(last, findings);
    if context.is_published {
        check_stage(last, findings);
    }
    let name = without_remark(last.trim_end_matches(is_mark));
    if let Some(word) = OTHER_PAPERS.iter().find(|word| name.ends_with(**word)) {
        let start = name.len() - word.len();
        let finding = RULE.finding(Where::Range(last.place, start..name.len()));
        findings.push(finding.with("words", word.trim_start_matches('的')));
    } else if let Some(word) = NO_PAPERS.iter().find(|word| name.ends_with(**word)) {
        let start = name.len() - word.len();
        let finding = RULE.finding(Where::Range(last.place, start..name.len())).graded(Severity::Hint);
        findings.push(finding.with("words", *word));
    }
    // Before the Provisions of 2019 such reports had the older name, too.
    let is_old = context.year().is_some_and(|year| year < 2019) && whole.contains("依法行政");
    if !whole.contains("法治政府") && !whole.contains('$') && !is_old {
        findings.push(RULE.finding(Where::Value(last.place)).saying("subject").graded(Severity::Hint));
    }
}

/// A mark behind the title; brackets and quotes belong to it.
fn check_mark(last: &Text, findings: &mut Findings) {
    let kept = last.trim_end();
    let bare = kept.trim_end_matches(is_mark);
    if bare.len() < kept.len() {
        let at = Where::Range(last.place, bare.len()..kept.len());
        let finding = RULE.finding(at).saying("mark").graded(Severity::Hint);
        findings.push(finding.with("words", &kept[bare.len()..]));
    }
}

/// （征求意见稿） behind the title of what was published.
fn check_stage(last: &Text, findings: &mut Findings) {
    let title = last.trim_end().trim_end_matches(['）', ')', '】']);
    if let Some(stage) = STAGES.iter().find(|stage| title.ends_with(**stage)) {
        let at = Where::Range(last.place, title.len() - stage.len()..title.len());
        findings.push(RULE.finding(at).saying("stage").graded(Severity::Hint).with("words", *stage));
    }
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || "。，、；：！.,;:".contains(c)
}

/// A title without what stands in brackets behind it: （送审稿）.
fn without_remark(title: &str) -> &str {
    let inside = title.strip_suffix(['）', ')']).and_then(|rest| rest.rfind(['（', '(']));
    inside.map_or(title, |start| title[..start].trim_end())
}
