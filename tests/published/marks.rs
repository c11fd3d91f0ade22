//! Marks of secrecy above the title of a published text, where the import sees lines of the site, and of its stage
//! behind it.

use fazhi::diagnostic::Where;
use fazhi::project::{Project, Surroundings};
use fazhi::published;
use fazhi::rules::Selection;

const REPORT: &str = "甲县人民政府关于2023年法治政府建设情况的报告

2023年，甲县落实法治政府建设各项部署，取得新成效。现将有关情况报告如下：

一、主要举措和成效

（一）加强党的领导。县委常委会听取法治政府建设情况汇报，督促各部门依法办事。

（二）规范行政执法。评查案卷37件，逐一通报评查结果，督促执法单位改正，解决群众反映的突出问题。
";

/// What is told of a text: the rule, and the words it points at.
fn found(text: &str) -> Vec<(&'static str, String)> {
    let published = published::read("a.txt", text.as_bytes()).expect("it is a report");
    let project = Project::of_published(published, &Surroundings::default()).expect("the outlines are ours");
    let findings = project.check(&Selection::default(), None);
    let words = |at: &Where| text[at.span(&project.reading.places).range()].to_owned();
    findings.iter().map(|finding| (finding.name, words(&finding.at))).collect()
}

/// What is told of marks in a report with these lines above its title.
fn marks(above: &str) -> Vec<String> {
    let found = found(&format!("{above}{REPORT}"));
    found.into_iter().filter(|(name, _)| *name == "classification-mark").map(|(_, words)| words).collect()
}

#[test]
fn a_mark_above_the_title_is_told_where_it_stands() {
    assert_eq!(marks("内部资料　注意保存\n\n"), ["内部资料　注意保存"]);
    assert_eq!(marks("县政府办公室\n  秘密★1年\n"), ["秘密★1年"]);
}

#[test]
fn a_stage_behind_a_published_title_is_told() {
    let text = REPORT.replacen("情况的报告\n", "情况的报告（征求意见稿）\n", 1);
    let told = |text: &str| found(text).into_iter().filter(|(name, _)| *name == "misnamed-report").collect::<Vec<_>>();
    assert_eq!(told(&text), [("misnamed-report", "征求意见稿".to_owned())]);
    assert_eq!(told(REPORT), []);
}

#[test]
fn other_lines_above_the_title_are_no_marks() {
    assert_eq!(marks(""), Vec::<String>::new());
    assert_eq!(marks("公开方式：主动公开\n县保密局 国家秘密管理\n\n"), Vec::<String>::new());
}
