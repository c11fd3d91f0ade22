//! Files that cannot be read among others: every answer tells which they are.

use super::check::GOOD;
use crate::harness::{Fazhi, Ran};

/// What is said of the file that is empty.
const WHY: &str = "b/c.yaml: the file is empty";

fn checked(arguments: &[&str]) -> Ran {
    let arguments = ["check", "b", "--today", "2022-01-15"].into_iter().chain(arguments.iter().copied());
    let ran = Fazhi::new().write("b/a.yaml", GOOD).write("b/c.yaml", "").args(arguments).run().code(2);
    assert!(ran.err().starts_with(&format!("not done: {WHY}\n")), "{}", ran.err());
    ran
}

#[test]
fn a_person_reads_them_behind_the_counts() {
    let ran = checked(&[]);
    assert!(ran.out().ends_with("not checked, 1: b/c.yaml\n"), "{}", ran.out());
    // One that was named alone has been told.
    Fazhi::new().write("c.yaml", "").args(["check", "c.yaml"]).run().code(2).stdout("");
}

#[test]
fn programs_get_them_in_a_list() {
    let read = |format: &str| -> serde_json::Value {
        serde_json::from_str(&checked(&["--format", format]).out()).expect("it is JSON")
    };
    assert_eq!(read("json")["unread"], serde_json::json!([{"file": "b/c.yaml", "message": WHY}]));
    let run = &read("sarif")["runs"][0]["invocations"][0];
    assert_eq!(run["executionSuccessful"], false);
    let notified = &run["toolExecutionNotifications"];
    assert_eq!(notified[0]["message"]["text"], WHY);
    assert_eq!(notified[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "b/c.yaml");
    assert_eq!(notified.as_array().map(Vec::len), Some(1));
    let lines = checked(&["--format", "github"]).out();
    assert!(lines.ends_with(&format!("::error file=b/c.yaml::{WHY}\n")), "{lines}");
}

#[test]
fn the_sheet_names_them() {
    let sheet = checked(&["--format", "md"]).out();
    assert!(sheet.ends_with(&format!("\nnot checked: {WHY}\n")), "{sheet}");
    let sheet = checked(&["--format", "csv"]).out();
    assert!(sheet.ends_with(&format!("\"b/c.yaml\",\"\",\"not checked: {WHY}\",\"\",\"\"\r\n")), "{sheet}");
}

#[cfg(feature = "docx")]
#[test]
fn the_sheet_for_word_names_them() {
    use std::io::Read;

    let bytes = checked(&["-o", "sheet.docx"]).bytes("sheet.docx");
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("it is a package");
    let mut text = String::new();
    package.by_name("word/document.xml").expect("it has a text").read_to_string(&mut text).expect("it is text");
    assert!(text.contains(&format!(">not checked: {WHY}<")), "{text}");
}

#[test]
fn papers_in_a_folder_of_published_reports_are_named_at_the_end() {
    let text = "甲县人民政府关于2021年法治政府建设情况的报告\n一、主要举措和成效\n全面推进依法行政。\n";
    let folder = || {
        let folder = Fazhi::new().write("报送/甲.txt", text).write("报送/甲.pdf", "%PDF-1.7\n");
        folder.write("报送/乙.doc", "").write("报送/乡镇/丙.PDF", "").write("报送/说明.xlsx", "")
    };
    let said = "passed over in the folder, 2: 报送/乙.doc, 报送/乡镇/丙.PDF; save them as .docx, or copy their text \
                into a .txt file\n";
    let ran = folder().args(["check", "报送", "--today", "2022-01-15"]).run();
    assert!(ran.err().ends_with(said), "{}", ran.err());
    // What was named file by file is all that was meant; and beside report files lie what they were made of.
    let alone = folder().args(["check", "报送/甲.txt"]).run();
    assert!(!alone.err().contains("passed over"), "{}", alone.err());
    folder().write("报送/a.yaml", GOOD).args(["check", "报送", "--today", "2022-01-15"]).run().code(0).stderr("");
}

#[test]
fn a_folder_or_pattern_without_texts_stops_no_others() {
    let ran =
        Fazhi::new().write("a.yaml", GOOD).write("b/note.log", "").args(["check", "a.yaml", "b", "c/*.txt"]).run();
    let ran = ran.code(2);
    assert!(ran.out().ends_with("not checked, 2: b, c/*.txt\n"), "{}", ran.out());
    let ran = Fazhi::new().write("a.yaml", GOOD).write("b/note.log", "").args(["render", "a.yaml", "b"]).run().code(2);
    assert!(!ran.file("out/a.txt").is_empty());
}

#[test]
fn texts_beside_report_files_are_told() {
    let folder = || Fazhi::new().write("b/a.yaml", GOOD).write("b/a.docx", "").write("b/a.public.html", "");
    let told = |ran: Ran| ran.err().lines().find(|line| line.contains("texts beside")).map(str::to_owned);
    assert_eq!(told(folder().args(["check", "b"]).run()), None);
    let ran = ["c", "d", "e"].iter().fold(folder(), |ran, name| ran.write(&format!("b/{name}.html"), ""));
    assert_eq!(told(ran.write("b/README.md", "").args(["check", "b"]).run()), None);
    let ran = ["c", "d", "e", "f"].iter().fold(folder(), |ran, name| ran.write(&format!("b/{name}.html"), ""));
    let ran = ran.args(["check", "b"]).run();
    let said = "of a folder with report files those only were checked, not 4 texts beside them: b/c.html, b/d.html, \
                b/e.html, b/f.html; name the files, or a pattern such as *.docx";
    assert_eq!(told(ran).as_deref(), Some(said));
}

#[test]
fn a_sheet_of_an_earlier_run_is_no_report() {
    let text = "某县2021年法治政府建设年度报告\n\n一、主要举措\n全年收到行政复议申请83件，均已办结。\n";
    let ran = Fazhi::new().write("b/a.txt", text).args(["check", "b", "-o", "b/sheet.md"]).run();
    let ran = ran.again().args(["check", "b", "-o", "b/sheet.md"]).run();
    assert!(ran.err().ends_with("written b/sheet.md\n") && !ran.err().contains("not done"), "{}", ran.err());
    let sheet = format!("# Review sheet\n\n{}", text.repeat(20));
    let ran = ran.again().write("b/sheet.md", sheet).args(["check", "b"]).run().code(2);
    assert!(ran.err().contains("b/sheet.md is a review sheet, no report; it was not checked"), "{}", ran.err());
}
