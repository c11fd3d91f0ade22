//! What a Word file holds beside its text.

use std::io::{Cursor, Write};

use fazhi::project::{Project, Surroundings};
use fazhi::published;
use fazhi::rules::{RULES, Selection};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::harness::Fazhi;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A report without fault, its shortcomings left to be filled.
const REPORT: &str = "\
云溪县人民政府关于2023年法治政府建设情况的报告
2023年，云溪县深入推进法治政府建设，各项工作取得新进展。现将有关情况报告如下：
一、主要举措和成效
县委常委会听取法治政府建设情况汇报，督促各部门依法办事。开展案卷评查，逐一通报评查结果。
二、第一责任人履职情况
县长带头学法、述法，专题研究法治政府建设，部署年度任务。
三、存在的不足和原因
SHORTCOMINGS
四、2024年工作安排
2024年充实审核力量，健全审核机制。
云溪县人民政府
2024年1月15日
";

/// A paragraph in WordprocessingML, with {隐藏：…}, {插入：…}, {删除：…} and {批注：…/…} as Word keeps them.
fn paragraph(text: &str, comments: &mut Vec<String>) -> String {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let mut xml = String::from("<w:p>");
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (mark, after) = after.split_once('}').expect("a mark ends");
        let (kind, words) = mark.split_once('：').expect("a mark names its kind");
        xml.push_str(&run(before));
        xml.push_str(&match kind {
            "隐藏" => format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r>"),
            "插入" => format!("<w:ins w:id=\"1\" w:author=\"甲\">{}</w:ins>", run(words)),
            "删除" => format!("<w:del w:id=\"2\" w:author=\"甲\"><w:r><w:delText>{words}</w:delText></w:r></w:del>"),
            "批注" => {
                comments.push(words.replace('/', "</w:t></w:r></w:p><w:p><w:r><w:t>"));
                format!("<w:r><w:commentReference w:id=\"{}\"/></w:r>", comments.len() - 1)
            }
            other => panic!("{other} is no kind"),
        });
        rest = after;
    }
    xml + &run(rest) + "</w:p>"
}

/// A Word file of these lines.
pub fn docx(text: &str) -> Vec<u8> {
    let mut comments = Vec::new();
    let body: String = text.lines().map(|line| paragraph(line, &mut comments)).collect();
    let comments: String = comments
        .iter()
        .enumerate()
        .map(|(id, text)| format!("<w:comment w:id=\"{id}\"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"))
        .collect();
    let parts = [
        ("word/document.xml", format!("<w:document xmlns:w=\"{NAMESPACE}\"><w:body>{body}</w:body></w:document>")),
        ("word/comments.xml", format!("<w:comments xmlns:w=\"{NAMESPACE}\">{comments}</w:comments>")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part can be started");
        zip.write_all(text.as_bytes()).expect("a part can be written");
    }
    zip.finish().expect("a package can be finished").into_inner()
}

#[test]
fn examples_of_the_rules_on_word_files() {
    let rules: Vec<_> = RULES.iter().filter(|rule| rule.is_of_word()).collect();
    assert_eq!(rules.len(), 3);
    for rule in rules {
        for (sample, expected) in [(rule.bad, &[rule.name][..]), (rule.good, &[])] {
            let bytes = docx(&REPORT.replace("SHORTCOMINGS", sample.trim()));
            let published = published::read("a.docx", &bytes).expect("it is a report");
            let project = Project::of_published(published, &Surroundings::default()).expect("the outlines are ours");
            let findings = project.check(&Selection::default(), None);
            assert_eq!(findings.iter().map(|finding| finding.name).collect::<Vec<_>>(), expected, "{}", rule.name);
        }
    }
}

#[test]
fn what_is_left_in_a_word_file_is_told_at_its_paragraph() {
    let shortcomings =
        "审核力量{删除：严重}不足{隐藏：，拟约谈县司法局}{批注：再斟酌/县领导}，主要原因是{插入：编制}紧张。";
    let text = REPORT.replace("SHORTCOMINGS", shortcomings).replace("开展案卷", "{插入：组织}开展案卷");
    let check = |arguments: &[&str]| {
        let arguments = [&["check", "a.docx", "--today", "2024-01-20"], arguments].concat();
        Fazhi::new().write("a.docx", docx(&text)).args(arguments).run()
    };
    let ran = check(&[]).code(0);
    let at = |line: &str| ran.out().lines().any(|found| found.starts_with(line));
    assert!(
        at("a.docx:4:29: warning[FZ612 tracked-changes]: changes neither accepted nor rejected: 3, such as \"组织\""),
        "{}",
        ran.out()
    );
    assert!(
        at("a.docx:8:1: warning[FZ611 hidden-text]: hidden text, passages: 1: \"，拟约谈县司法局\""),
        "{}",
        ran.out()
    );
    assert!(at("a.docx:8:1: warning[FZ613 comment-left]: comments: 1: \"再斟酌 县领导\""), "{}", ran.out());
    assert!(ran.out().ends_with("errors: 0, warnings: 3, hints: 0\n"), "{}", ran.out());
    assert!(check(&["--final"]).code(1).out().ends_with("errors: 3, warnings: 0, hints: 0\n"));
}
