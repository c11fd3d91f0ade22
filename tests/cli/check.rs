use crate::harness::{Fazhi, examples};

/// A short report without a fault.
pub const GOOD: &str = include_str!("good.yaml");

#[test]
fn a_report_without_fault_passes() {
    Fazhi::new()
        .write("a.yaml", GOOD)
        .args(["check", "a.yaml", "--strict", "--today", "2022-01-15"])
        .run()
        .stderr("")
        .code(0);
}

#[test]
fn the_examples_have_neither_error_nor_warning() {
    for path in examples() {
        let name = path.to_str().expect("the examples have plain names").to_owned();
        let ran = Fazhi::new().args(["check", &name, "--fail-on", "warning"]).run();
        assert_eq!(ran.err(), "");
        ran.code(0);
    }
}

#[test]
fn a_finding_fails_from_its_severity_on() {
    let draft = GOOD.replace("成文日期: 2022-01-10", "成文日期: 2022-04-10");
    let check = |arguments: &[&str]| {
        let arguments = [&["check", "a.yaml", "--today", "2022-04-15"], arguments].concat();
        Fazhi::new().write("a.yaml", &draft).args(arguments).run()
    };
    let found = check(&[]).code(0);
    assert!(found.out().contains("warning[FZ302 date-out-of-window]"), "{}", found.out());
    check(&["--fail-on", "warning"]).code(1);
    check(&["--strict"]).code(1);
    check(&["--strict", "--ignore", "date-out-of-window"]).code(0);
    check(&["--strict", "--select", "FZ101,FZ102"]).code(0);
    check(&["--select", "date-out-of-windows"]).code(2).stderr(
        "not done: there is no rule \"date-out-of-windows\", did you mean \"date-out-of-window\"? See fazhi rules\n",
    );
    check(&["--strict", "--fail-on", "error"]).code(2);
}

#[test]
fn what_final_refuses_is_an_error_before_it_is_rendered() {
    let number = GOOD.replace("公布权责清单", "公布权责清单，王某手机13800138000");
    let open = GOOD.replace("成文日期: 2022-01-10", "成文日期: 待填");
    for draft in [number, open] {
        assert_ne!(draft, GOOD);
        let run = |arguments: &[&str]| {
            let arguments = [arguments, &["--today", "2022-01-15"]].concat();
            Fazhi::new().write("a.yaml", &draft).args(arguments).run()
        };
        run(&["check", "a.yaml"]).code(0);
        assert!(run(&["check", "a.yaml", "--final"]).code(1).out().contains("error[FZ"));
        run(&["render", "a.yaml", "--final"]).code(1);
    }
    Fazhi::new().write("a.yaml", GOOD).args(["check", "a.yaml", "--final", "--today", "2022-01-15"]).run().code(0);
}

#[test]
fn json_is_for_programs() {
    let ran = Fazhi::new()
        .write("a.yaml", GOOD.replace("年度: 2021", "年度: 2021\n  年龄: 5"))
        .args(["check", "a.yaml", "--format", "json", "--today", "2022-01-15"])
        .run()
        .code(1);
    let answer: serde_json::Value = serde_json::from_str(&ran.out()).expect("the answer is JSON");
    assert_eq!(answer["summary"]["error"], 1);
    let finding = &answer["findings"][0];
    assert_eq!((&finding["code"], &finding["line"], &finding["column"]), (&"FZ001".into(), &7.into(), &3.into()));
    assert_eq!(finding["file"], "a.yaml");
}

#[test]
fn fixes_are_written_once_and_end() {
    let slips = GOOD.replace("类型: 政府", "类型：政府").replace("依法行政。", "依法行政,");
    let ran =
        Fazhi::new().write("a.yaml", slips).args(["check", "a.yaml", "--fix", "--today", "2022-01-15"]).run().code(0);
    assert_eq!(ran.file("a.yaml"), GOOD.replace("依法行政。", "依法行政，"));
    assert_eq!(
        ran.err(),
        "fixed a.yaml, changes: 2\na.yaml:2: 类型：政府 → 类型: 政府\na.yaml:14: 依法行政,现将有关 → 依法行政，现将有关\n"
    );
    let again = ran.again().args(["check", "a.yaml", "--fix", "--today", "2022-01-15"]).run().code(0).stderr("");
    assert_eq!(again.out(), "No findings.\n");
}

#[test]
fn a_fix_leaves_byte_order_mark_and_line_ends() {
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let slips = GOOD.replace("依法行政。", "依法,行政。");
    let ran = Fazhi::new()
        .write("a.yaml", windows(&slips))
        .args(["check", "a.yaml", "--fix", "--today", "2022-01-15", "--lang", "zh"])
        .run()
        .code(0);
    assert_eq!(ran.file("a.yaml"), windows(&GOOD.replace("依法行政。", "依法，行政。")));
    assert_eq!(ran.err(), "已改 a.yaml：1处\na.yaml:14：郏县依法,行政。现 → 郏县依法，行政。现\n");
}

#[test]
fn standard_input_is_a_file_too() {
    Fazhi::new().stdin(GOOD).args(["check", "-", "--strict", "--today", "2022-01-15"]).run().code(0);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let ran = Fazhi::new()
        .write("a.yaml", GOOD)
        .write("c.yaml", GOOD.replace("年度: 2021", "年度: 2021\n  年龄: 5"))
        .args(["check", "a.yaml", "b.yaml", "c.yaml", "--today", "2022-01-15"])
        .run()
        .code(2);
    assert_eq!(ran.err(), "not done: there is no file b.yaml; check the name and the folder\n");
    assert!(ran.out().contains("c.yaml:7:3: error[FZ001 unknown-key]"), "{}", ran.out());
}

#[test]
fn messages_follow_the_language_asked_for() {
    let bad = GOOD.replace("年度: 2021", "年度: 2021\n  年龄: 5");
    let says = |variable: &str, arguments: &[&str]| {
        let arguments = [&["check", "a.yaml"], arguments].concat();
        Fazhi::new().write("a.yaml", &bad).env("FAZHI_LANG", variable).args(arguments).run().out()
    };
    assert!(says("zh", &[]).contains("错误[FZ001"));
    assert!(says("en", &[]).contains("error[FZ001"));
    assert!(says("en", &["--lang", "zh"]).contains("错误[FZ001"));
    // Nothing says a language: that of the file's keys.
    assert!(says("", &[]).contains("错误[FZ001"));
}

#[test]
fn a_file_in_another_encoding_is_not_rewritten() {
    let slips = GOOD.replace("类型: 政府", "类型：政府");
    let (gbk, _, _) = encoding_rs::GBK.encode(&slips);
    let ran =
        Fazhi::new().write("a.yaml", &gbk).args(["check", "a.yaml", "--fix", "--today", "2022-01-15"]).run().code(2);
    assert_eq!(ran.bytes("a.yaml"), gbk.as_ref());
    assert_eq!(ran.err(), "not done: a.yaml is not UTF-8 and was left alone; save it as UTF-8, then use --fix\n");
}

#[test]
fn dismissed_findings_stay_dismissed() {
    let bad = GOOD.replace("年度: 2021", "年度: 2021\n  年龄: 5");
    let ran = Fazhi::new()
        .write("a.yaml", &bad)
        .args(["check", "a.yaml", "--write-baseline", "seen.json", "--today", "2022-01-15"])
        .run()
        .code(1)
        .stderr("written seen.json\n");
    // Lines have moved; the finding is the same.
    let moved = format!("# 一行\n{bad}");
    let again = ran.again().write("a.yaml", &moved);
    let ran =
        again.args(["check", "a.yaml", "--strict", "--baseline", "seen.json", "--today", "2022-01-15"]).run().code(0);
    let more = moved.replace("年龄: 5", "年龄: 5\n  身高: 6");
    let ran = ran.again().write("a.yaml", more);
    let ran = ran.args(["check", "a.yaml", "--baseline", "seen.json", "--today", "2022-01-15"]).run().code(1);
    assert!(ran.out().contains("身高") && !ran.out().contains("error[FZ001 unknown-key]: 年龄"), "{}", ran.out());
    let ran = ran.again().write("seen.json", "{").args(["check", "a.yaml", "--baseline", "seen.json"]).run().code(2);
    assert!(ran.err().contains("seen.json is no baseline"), "{}", ran.err());
}

/// A short published report of ours: neither shortcomings nor plan.
const PUBLISHED: &str = "\
甲县人民政府关于2021年法治政府建设情况的报告

市人民政府：

　　2021年，甲县落实法治政府建设各项部署，取得成效。现将有关情况报告如下：

　　一、主要举措和成效

　　（一）加强党的领导。县委常委会听取法治政府建设情况汇报，县长履行第一责任人职责，带头学法用法，
推动各部门依法办事。

　　（二）规范行政执法。评查案卷××件，逐一通报评查结果，督促执法单位改正。

　　二、第一责任人履职情况

　　县长主持召开会议，专题研究法治政府建设，部署年度任务，听取部门述法。

甲县人民政府

2022年1月10日
";

#[test]
fn what_is_dismissed_in_one_file_is_told_in_another() {
    let bad = GOOD.replace("年度: 2021", "年度: 2021\n  年龄: 5");
    let check = |folder: Fazhi, arguments: &[&str]| {
        folder.args([&["check", "--today", "2022-01-15"], arguments].concat()).run()
    };
    let folder = Fazhi::new().write("a.yaml", &bad).write("b.yaml", GOOD);
    let ran = check(folder, &["a.yaml", "b.yaml", "--write-baseline", "seen.json"]).code(1);
    let ran = check(ran.again().write("b.yaml", &bad), &["./a.yaml", "b.yaml", "--baseline", "seen.json"]).code(1);
    assert!(ran.out().contains("b.yaml:7:3: error") && !ran.out().contains("a.yaml:"), "{}", ran.out());
    // What was dismissed before stays so when more is.
    let more = ["a.yaml", "b.yaml", "--baseline", "seen.json", "--write-baseline", "seen.json"];
    let ran = check(ran.again(), &more).code(1);
    let ran = check(ran.again(), &["a.yaml", "b.yaml", "--baseline", "seen.json", "--strict"]).code(0);
    // A draft checked alone is renamed from stage to stage.
    let ran = check(ran.again(), &["a.yaml", "--write-baseline", "one.json"]).code(1);
    let ran =
        check(ran.again().write("送审稿.yaml", &bad), &["送审稿.yaml", "--baseline", "one.json", "--strict"]).code(0);
    // A baseline is never written over a report.
    let ran = check(ran.again(), &["a.yaml", "b.yaml", "--write-baseline", "b.yaml"]).code(2);
    assert_eq!(ran.file("b.yaml"), bad);
}

#[test]
fn a_published_text_is_checked_where_it_stands() {
    let ran = Fazhi::new().write("甲.txt", PUBLISHED).args(["check", "甲.txt", "--today", "2022-01-15"]).run().code(1);
    let expected = "\
甲.txt:1:1: error[FZ101 missing-part]: \"shortcomings\" is missing: no section or measure reports on \"2021年推进法治政府建设存在的不足和原因\"
  |
1 | 甲县人民政府关于2021年法治政府建设情况的报告
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = why: the regulation on inspecting rule-of-law government (2019), chapter on the annual report, lists five contents: measures and results, shortcomings and causes, the duty of the first person responsible, the plan, other matters; the first four are owed every year
  = help: look whether it stands elsewhere and give it a heading; if it is not there, add \"2021年推进法治政府建设存在的不足和原因\"

甲.txt:1:1: error[FZ101 missing-part]: \"plan\" is missing: no section or measure reports on \"2022年推进法治政府建设的主要安排\"
  |
1 | 甲县人民政府关于2021年法治政府建设情况的报告
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = why: the regulation on inspecting rule-of-law government (2019), chapter on the annual report, lists five contents: measures and results, shortcomings and causes, the duty of the first person responsible, the plan, other matters; the first four are owed every year
  = help: look whether it stands elsewhere and give it a heading; if it is not there, add \"2022年推进法治政府建设的主要安排\"

甲.txt:12:17: warning[FZ401 placeholder-left]: \"××\" is still to be filled in
   |
12 | 　　（二）规范行政执法。评查案卷××件，逐一通报评查结果，督促执法单位改正。
   |                                 ^^
   |
   = why: it would be printed as it stands; once published, it does harm
   = help: fill it in or take it out

errors: 2, warnings: 1, hints: 0
";
    let ran = ran.stdout(expected).stderr("");
    // Nothing of it is ever changed.
    let ran = ran.again().args(["check", "甲.txt", "--fix", "--today", "2022-01-15"]).run().code(1);
    let ran = ran.stderr("甲.txt is a published text: it is checked, never changed\n");
    assert_eq!(ran.file("甲.txt"), PUBLISHED);
    let ran = Fazhi::new().stdin(PUBLISHED).args(["check", "-", "--today", "2022-01-15"]).run().code(1);
    assert!(ran.out().contains("12:17: warning[FZ401 placeholder-left]"), "{}", ran.out());
}

#[test]
fn a_published_text_is_checked_and_not_rendered() {
    let said = "not done: 甲.txt is the text of a report, not a report file: fazhi check reads it too; to render it, make a \
                report file of it with fazhi import\n";
    let ran = Fazhi::new().write("甲.txt", PUBLISHED).args(["render", "甲.txt"]).run().code(2).stdout("").stderr(said);
    assert_eq!(ran.files(), ["甲.txt"]);
    // Windows hides extensions: a report file may be called .txt.
    let ran = ran.again().write("甲.yaml.txt", GOOD);
    let ran = ran.args(["check", "甲.yaml.txt", "--today", "2022-01-15"]).run().code(0);
    let ran = ran.again().write("乙.txt", "首页\n导航\n").args(["check", "乙.txt"]).run().code(2).stdout("");
    assert!(ran.err().starts_with("not done: 乙.txt: "), "{}", ran.err());
}

/// The same report as a page and as Markdown, and as a report file that is rendered.
const PAGE: &str = "\
<!DOCTYPE html>
<html><head><meta charset=\"utf-8\"><title>甲县人民政府关于2021年法治政府建设情况的报告_甲县</title>
<script>if (a < b) { write('<p>评查案卷××件</p>') }</script></head><body>
<ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a href=\"/zw\">政务公开</a></li></ul>
<h1>甲县人民政府关于2021年法治政府建设情况的报告</h1>
<div id=\"text\"><p>2021年，甲县落实法治政府建设各项部署，取得成效。现将有关情况报告如下：</p>
<p>&emsp;&emsp;<strong>一、主要举措和成效</strong></p>
<p>（一）加强党的领导。县委常委会听取法治政府建设情况汇报，县长履行第一责任人职责，带头学法用法。</p>
<p>（二）规范行政执法。<!-- 数 -->评查&ldquo;案卷&rdquo;<span class=\"n\">×</span>×件，逐一通报评查结果，督促执法单位改正。</p>
<p><strong>二、第一责任人履职情况</strong></p>
<p>县长主持召开会议，专题研究法治政府建设，部署年度任务，听取部门述法。</p>
<p><strong>三、存在的不足和原因</strong></p><p>审核力量不足，原因是编制紧张。</p>
<p><strong>四、2022年工作安排</strong></p><p>充实审核力量，健全审核机制。</p></div>
<div>版权所有：甲县人民政府</div></body></html>
";

const MARKDOWN: &str = "\
# 甲县人民政府关于2021年法治政府建设情况的报告

2021年，甲县落实法治政府建设各项部署，取得成效。现将有关情况报告如下：

## 一、主要举措和成效

（一）加强党的领导。县委常委会听取法治政府建设情况汇报，县长履行第一责任人职责，带头学法用法。

（二）规范行政执法。[评查](https://a.example/1)**案卷××件**，逐一通报评查结果，督促执法单位改正。

## 二、第一责任人履职情况

县长主持召开会议，专题研究法治政府建设，部署年度任务，听取部门述法。

## 三、存在的不足和原因

审核力量不足，原因是编制紧张。

## 四、2022年工作安排

充实审核力量，健全审核机制。
";

#[test]
fn a_page_and_markdown_are_checked_where_they_stand() {
    let expected = "\
甲.html:9:58: warning[FZ401 placeholder-left]: \"××\" is still to be filled in
  |
9 | …>×</span>×件，…
  |   ^^^^^^^^^
  |
  = why: it would be printed as it stands; once published, it does harm
  = help: fill it in or take it out

errors: 0, warnings: 1, hints: 0
";
    Fazhi::new()
        .write("甲.html", PAGE)
        .args(["check", "甲.html", "--today", "2022-01-15"])
        .run()
        .code(0)
        .stdout(expected);
    let expected = "\
甲.md:9:40: warning[FZ401 placeholder-left]: \"××\" is still to be filled in
  |
9 | …[评查](https://a.example/1)**案卷××件**，…
  |                                   ^^
  |
  = why: it would be printed as it stands; once published, it does harm
  = help: fill it in or take it out

errors: 0, warnings: 1, hints: 0
";
    Fazhi::new()
        .write("甲.md", MARKDOWN)
        .args(["check", "甲.md", "--today", "2022-01-15"])
        .run()
        .code(0)
        .stdout(expected);
}

#[cfg(feature = "docx")]
#[test]
fn a_word_file_is_checked_paragraph_by_paragraph() {
    let yaml = GOOD.replace("依法行政。", "依法行政，评查案卷××件。");
    let ran = Fazhi::new().write("甲.yaml", yaml).args(["render", "甲.yaml", "--to", "docx", "-o", "甲.docx"]).run();
    let ran = ran.code(0).again().args(["check", "甲.docx", "--format", "json", "--today", "2022-01-15"]).run();
    let answer: serde_json::Value = serde_json::from_str(&ran.out()).expect("the answer is JSON");
    let found: Vec<&serde_json::Value> = answer["findings"].as_array().expect("findings").iter().collect();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0]["code"], "FZ401");
    assert!(found[0]["excerpt"].as_str().expect("an excerpt").contains("评查案卷××件"), "{found:#?}");
}

#[test]
fn several_files_end_with_a_table() {
    let earlier = PUBLISHED.replace("2021年", "2018年").replace("2022年", "2019年").replace("甲县", "云溪县");
    let check = |arguments: &[&str]| {
        let arguments =
            [&["check", "甲.txt", "乙.html", "丙.txt", "丁.txt", "--today", "2022-01-15"], arguments].concat();
        let ran = Fazhi::new().write("甲.txt", PUBLISHED).write("乙.html", PAGE).write("丙.txt", &earlier);
        ran.write("丁.txt", "首页\n导航\n").args(arguments).run()
    };
    let ran = check(&["--lang", "zh"]).code(2);
    let expected = "\
单位                  年度  举措成效  不足原因  第一责任人  下年安排  其他情况  错误  存疑  建议
甲县人民政府 甲.txt   2021  有        缺        有          缺        不适用    2     1     0
甲县人民政府 乙.html  2021  有        有        有          有        不适用    0     1     0
云溪县人民政府        2018  有        不适用    有          不适用    不适用    0     1     0

2处错误，3处存疑，0条建议。
另有1个文件没有核对：丁.txt。
";
    assert!(ran.out().ends_with(expected), "{}", ran.out());
    let ran = check(&["--format", "json"]).code(2);
    let answer: serde_json::Value = serde_json::from_str(&ran.out()).expect("the answer is JSON");
    let files = answer["files"].as_array().expect("files");
    assert_eq!(files.len(), 3);
    assert_eq!(files[0]["contents"]["plan"], "missing");
    assert_eq!((&files[1]["file"], &files[1]["summary"]["warning"]), (&"乙.html".into(), &1.into()));
    assert_eq!(files[2]["contents"]["plan"], "not-owed");
}

#[test]
fn of_a_text_that_is_no_report_words_and_figures_are_checked() {
    let text = "通知\n\n全县共审核文件221份，其中废止72份，修订35份，宣布失效11份，保留98份。某某局负责××工作。\n";
    let ran = Fazhi::new().write("通知.txt", text).args(["check", "通知.txt", "--select", "FZ101,FZ305,FZ401"]).run();
    let ran = ran.code(0).stderr(
        "通知.txt: no report found: there is hardly any running text (a navigation page, or an empty one); only its \
         words and figures are checked, not what a report must hold\n",
    );
    assert!(ran.out().contains("warning[FZ401 placeholder-left]: \"××\""), "{}", ran.out());
    assert!(ran.out().ends_with("\nerrors: 0, warnings: 1, hints: 0\n"), "{}", ran.out());
}

#[test]
fn a_folder_of_published_texts_is_checked() {
    let ran =
        Fazhi::new().write("年报/甲.txt", PUBLISHED).args(["check", "年报", "--today", "2022-01-15"]).run().code(1);
    assert!(ran.out().contains("甲.txt:12:17: warning[FZ401"), "{}", ran.out());
    // Where there are report files, texts beside them were made of them.
    let ran = ran.again().write("年报/甲.yaml", GOOD).args(["check", "年报", "--today", "2022-01-15"]).run().code(0);
    assert!(!ran.out().contains("甲.txt"), "{}", ran.out());
}

#[test]
fn what_is_no_map_is_said_once() {
    let ran = Fazhi::new().write("a.yaml", "- 甲\n- 乙\n").args(["check", "a.yaml"]).run().code(1);
    assert_eq!(ran.out().matches("error[").count() + ran.out().matches("warning[").count(), 1, "{}", ran.out());
}

#[test]
fn findings_go_to_a_file_in_the_format_of_its_name() {
    let bad = GOOD.replace("年度: 2021", "年度: 2021\n  年龄: 5");
    let check = |arguments: &[&str]| {
        let arguments = [&["check", "a.yaml", "--today", "2022-01-15"], arguments].concat();
        Fazhi::new().write("a.yaml", &bad).args(arguments).run()
    };
    let ran = check(&["-o", "findings.sarif"]).code(1).stdout("").stderr("written findings.sarif\n");
    assert!(ran.file("findings.sarif").contains("\"version\": \"2.1.0\""));
    let ran = check(&["-o", "sheets/sheet.MD"]).code(1);
    assert!(ran.file("sheets/sheet.MD").starts_with("# Review sheet\n"), "{}", ran.file("sheets/sheet.MD"));
    // What is asked for goes before the name, and colours stay on the screen.
    let ran = check(&["-o", "findings.json", "--format", "human", "--color", "always"]).code(1);
    assert!(
        ran.file("findings.json").starts_with("a.yaml:7:3: error[FZ001 unknown-key]"),
        "{}",
        ran.file("findings.json")
    );
    let ran = check(&["-o", "-", "--format", "csv"]).code(1).stderr("");
    assert!(ran.out().contains("a.yaml"), "{}", ran.out());
    let refused = "not done: ./a.yaml is an input or a baseline and is not overwritten; choose another place with -o\n";
    let ran = check(&["-o", "./a.yaml"]).code(2).stdout("").stderr(refused);
    assert_eq!(ran.file("a.yaml"), bad);
    check(&["-o", "b.json", "--write-baseline", "b.json"]).code(2);
}

#[cfg(feature = "docx")]
#[test]
fn a_review_sheet_for_word_is_bytes() {
    let ran = Fazhi::new()
        .write("a.yaml", GOOD)
        .args(["check", "a.yaml", "-o", "意见.docx", "--today", "2022-01-15"])
        .run()
        .code(0)
        .stdout("")
        .stderr("written 意见.docx\n");
    assert!(ran.bytes("意见.docx").starts_with(b"PK"));
    Fazhi::new().write("a.yaml", GOOD).args(["check", "a.yaml", "--format", "docx"]).run().code(0);
}
