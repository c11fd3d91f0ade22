//! The hard cases of single rules, told in Markdown: `tests/rules/cases/NAME.md`.
//!
//! A block ```yaml is a whole report, a block ```measure one measure of a whole one. The block ```findings after it says
//! all that is found: severity, name, the words marked, the message; `=>` shows what `--fix` makes of the marked line.
//! `UPDATE=1 cargo test cases` writes the blocks anew; read the difference before you commit it.

use std::fmt::Write;
use std::path::Path;

use fazhi::diagnostic::Edit;
use fazhi::message::Lang;
use fazhi::rules::{Selection, find};

use super::checked;

/// The report a measure stands in.
const FRAME: &str = "\
报告:
  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
数据:
  行政复议:
    收到: 83件
章节:
  - 内容项: 举措成效
    正文: 收到${行政复议.收到}。
    条目:
      - MEASURE
      - 开展案卷评查。
  - 内容项: 不足原因
    正文: 审核力量不足，主要原因是编制紧张。
  - 内容项: 第一责任人
    正文: 县长带头学法、述法。
  - 内容项: 下年安排
    正文: 2024年充实审核力量。
";

/// What is found in a report, and mended.
fn account(text: &str) -> String {
    let (project, findings) = checked(text, &Selection::default());
    let mut account = String::new();
    for finding in &findings {
        let span = finding.at.span(&project.reading.places);
        let words: String = project.source.slice(span).lines().next().unwrap_or_default().chars().take(30).collect();
        let severity = finding.severity.message().text(Lang::Zh);
        let message = finding.message.text(Lang::Zh);
        writeln!(account, "{severity} {} [{words}] {message}", finding.name).expect("a text takes all");
        if !finding.fix.is_empty() {
            let mended = mend(text, &finding.fix);
            let line = project.source.position(span.start).line;
            writeln!(account, "=> {}", mended.lines().nth(line - 1).unwrap_or_default().trim())
                .expect("a text takes all");
            let again = checked(&mended, &Selection::default()).1;
            let left = again.iter().filter(|left| left.name == finding.name).count();
            let before = findings.iter().filter(|other| other.name == finding.name).count();
            assert!(left < before, "the fix of {} mends nothing", finding.name);
        }
    }
    if account.is_empty() { "无\n".to_owned() } else { account }
}

fn mend(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let mut text = text.to_owned();
    for edit in edits {
        text.replace_range(edit.span.range(), &edit.replacement);
    }
    text
}

/// The file with every block of findings as it is, and the number of its cases.
fn rewritten(text: &str) -> (String, usize) {
    let (mut out, mut cases) = (String::new(), 0);
    let mut lines = text.lines();
    let mut pending: Option<String> = None;
    while let Some(line) = lines.next() {
        let mut block =
            || lines.by_ref().take_while(|line| *line != "```").fold(String::new(), |block, line| block + line + "\n");
        match line {
            "```yaml" | "```measure" => {
                let block = block();
                write!(out, "{line}\n{block}```\n").expect("a text takes all");
                let report = if line == "```yaml" { block } else { FRAME.replace("MEASURE", block.trim_end()) };
                pending = Some(account(&report));
            }
            "```findings" => {
                block();
                let found = pending.take().expect("findings come after a report");
                write!(out, "{line}\n{found}```\n").expect("a text takes all");
                cases += 1;
            }
            _ => writeln!(out, "{line}").expect("a text takes all"),
        }
    }
    (out, cases)
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/cases");
    let mut cases = 0;
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry can be read").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("names are ASCII");
        assert!(find(name).is_some(), "{name} is no rule");
        let text = std::fs::read_to_string(&path).expect("the file is UTF-8");
        let (found, count) = rewritten(&text);
        cases += count;
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, found).expect("the file can be written");
        } else {
            assert!(found == text, "{}: found is\n{found}", path.display());
        }
    }
    assert!(cases > 60, "only {cases} cases");
}
