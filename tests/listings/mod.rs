//! How findings look in each output.

mod sarif_schema;

use fazhi::diagnostic::overview::State;
use fazhi::diagnostic::{Checked, Edit, Finding, Overview, Severity, Where};
use fazhi::listings::{Look, github, human, json, sarif, sheet};
use fazhi::message::{Lang, Message};
use fazhi::place::Places;
use fazhi::source::{SourceFile, Span};

const SOURCE: &str = "figures:\n  规范性文件清理:\n    合计: 51件\n    保留: 34件\n    废止: 18件\n";

fn at(source: &str, word: &str) -> Where {
    let start = source.find(word).expect("the word stands in the source");
    Where::Source(Span::new(start, start + word.len()))
}

fn finding(at: Where) -> Finding {
    Finding {
        code: "FZ205",
        name: "total-mismatch",
        severity: Severity::Error,
        message: Message::new("合计51件，各项相加52件，相差1件"),
        why: Message::new("各项之和应当等于合计"),
        help: Message::new("核对各项"),
        at,
        related: Vec::new(),
        fix: vec![Edit { span: Span::new(0, 1), replacement: String::new() }],
    }
}

/// Runs `show` on findings of a file.
fn with<T>(source: &str, findings: &[Finding], show: impl Fn(&Checked) -> T) -> T {
    let file = SourceFile::new("郏县.yaml", source);
    let places = Places::new(Span::new(0, source.len()));
    show(&Checked { source: &file, places: &places, findings, overview: None })
}

fn drawn(source: &str, findings: &[Finding], unicode: bool) -> String {
    with(source, findings, |checked| human::write(checked, Look { lang: Lang::Zh, unicode, ..Look::default() }))
}

#[test]
fn a_frame_has_its_carets_under_full_width_text() {
    let mut sum = finding(at(SOURCE, "51件"));
    sum.related = vec![(at(SOURCE, "34件"), Message::new("这一项")), (at(SOURCE, "18件"), Message::new("这一项"))];
    let expected = "\
郏县.yaml:3:9: 错误[FZ205 total-mismatch]: 合计51件，各项相加52件，相差1件
  |
3 |     合计: 51件
  |           ^^^^
4 |     保留: 34件
  |           ---- 这一项
5 |     废止: 18件
  |           ---- 这一项
  |
  = 依据: 各项之和应当等于合计
  = 怎么改: 核对各项

";
    assert_eq!(drawn(SOURCE, &[sum.clone()], false), expected);
    let boxed = drawn(SOURCE, &[sum], true);
    assert!(boxed.contains("3 │     合计: 51件\n  │           ━━━━\n"), "{boxed}");
}

#[test]
fn long_sentences_are_broken_to_the_terminal() {
    let why =
        "《中华人民共和国政府信息公开条例》：公开会对第三方合法权益造成损害的个人信息，行政机关不得公开（共39个单位）";
    let help =
        Message::new("run fazhi check --select FZ205 --explain on outlines/a-long-name-of-a-folder/outline.yaml");
    let message = Message::new("合计51件，各项相加52件，相差1件，与上年相比多了1件，再与前年相比少了1件");
    let long = Finding { message, why: Message::new(why), help, ..finding(at(SOURCE, "51件")) };
    let shown = |color, width| {
        let look = Look { lang: Lang::Zh, color, width, ..Look::default() };
        with(SOURCE, std::slice::from_ref(&long), |checked| human::write(checked, look))
    };
    let expected = "\
郏县.yaml:3:9: 错误[FZ205 total-mismatch]: 合计51件，各项相
    加52件，相差1件，与上年相比多了1件，再与前年相比少了1件
  |
3 |     合计: 51件
  |           ^^^^
  |
  = 依据: 《中华人民共和国政府信息公开条例》：公开会对第三方
          合法权益造成损害的个人信息，行政机关不得公开（共
          39个单位）
  = 怎么改: run fazhi check --select FZ205 --explain on
            outlines/a-long-name-of-a-folder/outline.yaml

";
    assert_eq!(shown(false, Some(60)), expected);
    let narrow = "\
郏县.yaml:3:9: 错误[FZ205 total-mismatch]:
    合计51件，各项相加52件，相差1件，与上年相比
    多了1件，再与前年相比少了1件
  |
3 |     合计: 51件
  |           ^^^^
  |
  = 依据: 《中华人民共和国政府信息公开条例》：公
          开会对第三方合法权益造成损害的个人信
          息，行政机关不得公开（共39个单位）
  = 怎么改: run fazhi check --select FZ205
            --explain on outlines/
            a-long-name-of-a-folder/outline.yaml

";
    assert_eq!(shown(false, Some(48)), narrow);
    // Colours take no columns; what fits, and what no terminal shows, stays on one line.
    let painted = shown(true, Some(60));
    let (first, rest) = painted.split_once('\u{1b}').expect("it is coloured");
    let rest = rest.split('\u{1b}').filter_map(|part| part.split_once('m')).map(|(_, text)| text);
    assert_eq!(first.to_owned() + &rest.collect::<String>(), expected);
    assert_eq!(shown(false, Some(300)), shown(false, None));
    assert_eq!(shown(false, Some(20)), shown(false, None));
}

#[test]
fn a_long_paragraph_is_cut_to_the_clause() {
    let (before, after) = ("深入学习贯彻，".repeat(60), "办结37件。".repeat(80));
    let long = format!("a:\n  - {before}全年收到行政复议申请××件，立案41件，{after}");
    let expected = "\
郏县.yaml:2:435: 错误[FZ205 total-mismatch]: 合计51件，各项相加52件，相差1件
  |
2 | …全年收到行政复议申请××件，…
  |                      ^^
  |
  = 依据: 各项之和应当等于合计
  = 怎么改: 核对各项

";
    assert_eq!(drawn(&long, &[finding(at(&long, "××"))], false), expected);
    let endless = "字".repeat(5000);
    let whole = drawn(&endless, &[finding(Where::Source(Span::new(3000, 9000)))], false);
    assert!(whole.lines().all(|line| line.chars().count() < 110), "{whole}");
}

#[test]
fn a_far_place_is_named_and_not_drawn() {
    let source = format!("合计: 51件\n{}保留: 34件\n", "\n".repeat(500));
    let mut sum = finding(at(&source, "51件"));
    sum.related = vec![(at(&source, "34件"), Message::new("这一项"))];
    let shown = drawn(&source, &[sum], false);
    assert!(shown.contains("= 另见: 郏县.yaml:502:5 这一项\n"), "{shown}");
}

#[test]
fn odd_sources_are_drawn_without_a_panic() {
    for source in ["", "\n", "\r\n", "a\rb", "\u{feff}a", "\u{202e}\u{0}x", "一\n二\n三", "\t字"] {
        for end in 0..=source.len() + 2 {
            let shown = drawn(source, &[finding(Where::Source(Span::new(end / 2, end)))], end % 2 == 0);
            assert!(shown.starts_with("郏县.yaml:"), "{shown}");
        }
    }
}

#[test]
fn json_has_the_place_and_a_fingerprint_that_survives_moved_lines() {
    let json = |source: &str| {
        let mut findings = [finding(at(source, "51件")), finding(at(source, "51件"))];
        findings[0].related = vec![(at(source, "34件"), Message::new("这一项"))];
        with(source, &findings, |checked| json::write(&[*checked], &[], Lang::En))
    };
    let value = |source: &str| serde_json::from_str::<serde_json::Value>(&json(source)).expect("it is JSON");
    let (first, moved) = (value(SOURCE), value(&format!("# 说明\n\n{SOURCE}")));
    let expected = serde_json::json!({
        "code": "FZ205", "name": "total-mismatch", "severity": "error",
        "message": "合计51件，各项相加52件，相差1件", "why": "各项之和应当等于合计", "help": "核对各项",
        "file": "郏县.yaml", "line": 3, "column": 9, "end_line": 3, "end_column": 12,
        "excerpt": "合计: 51件", "fingerprint": "ecb9ac14c78b6407",
        "related": [{ "message": "这一项", "line": 4, "column": 9, "end_line": 4, "end_column": 12 }],
    });
    assert_eq!(first["findings"][0], expected);
    assert_eq!(first["summary"], serde_json::json!({"error": 2, "warning": 0, "hint": 0}));
    assert_eq!(moved["findings"][0]["line"], 5);
    assert_eq!(moved["findings"][0]["fingerprint"], first["findings"][0]["fingerprint"]);
    assert_ne!(first["findings"][0]["fingerprint"], first["findings"][1]["fingerprint"]);
}

#[test]
fn workflow_commands_are_one_line_each_and_escaped() {
    let mut odd = finding(at(SOURCE, "51件"));
    odd.message = Message::new("占100%：\n改");
    odd.severity = Severity::Hint;
    odd.at = at(SOURCE, "51件\n    保留");
    let shown = with(SOURCE, &[finding(at(SOURCE, "51件")), odd], |checked| github::write(&[*checked], Lang::Zh));
    let expected = "\
::error file=郏县.yaml,line=3,col=9,endLine=3,endColumn=12,title=FZ205 total-mismatch::合计51件，各项相加52件，相差1件%0A核对各项
::notice file=郏县.yaml,line=3,endLine=4,title=FZ205 total-mismatch::占100%25：%0A改%0A核对各项
";
    assert_eq!(shown, expected);
}

#[test]
fn a_review_sheet_is_a_table() {
    let sheet = with(SOURCE, &[finding(at(SOURCE, "51件"))], |checked| sheet::markdown(&[*checked], &[], Lang::Zh));
    let expected = "\
# 审核意见表

## 郏县.yaml

| 序号 | 位置 | 原文 | 问题 | 依据 | 建议 |
| --- | --- | --- | --- | --- | --- |
| 1 | 第3行第9字 | 合计: 51件 | 错误：合计51件，各项相加52件，相差1件 | 各项之和应当等于合计 | 核对各项 |

1处错误，0处存疑，0条建议。
";
    assert_eq!(sheet, expected);
}

#[test]
fn a_review_sheet_of_several_reports_begins_with_their_contents() {
    let overview = |unit: &str, plan| Overview {
        file: format!("{unit}.yaml"),
        unit: unit.to_owned(),
        year: Some(2023),
        contents: vec![("achievements".to_owned(), State::Present), ("plan".to_owned(), plan)],
    };
    let file = SourceFile::new("郏县.yaml", SOURCE);
    let places = Places::new(Span::new(0, SOURCE.len()));
    let [one, other] = [overview("郏县", State::Present), overview("云溪县", State::Missing)];
    let findings = [finding(at(SOURCE, "51件"))];
    let checked = |overview, findings| Checked { source: &file, places: &places, findings, overview: Some(overview) };
    let sheet = sheet::markdown(&[checked(&one, &findings), checked(&other, &[])], &[], Lang::Zh);
    let expected = "\
# 审核意见表

| 单位 | 年度 | 举措成效 | 下年安排 | 错误 | 存疑 | 建议 |
| --- | --- | --- | --- | --- | --- | --- |
| 郏县 | 2023 | 有 | 有 | 1 | 0 | 0 |
| 云溪县 | 2023 | 有 | 缺 | 0 | 0 | 0 |

## 郏县2023年度（郏县.yaml）

| 序号 | 位置 | 原文 | 问题 | 依据 | 建议 |
| --- | --- | --- | --- | --- | --- |
| 1 | 第3行第9字 | 合计: 51件 | 错误：合计51件，各项相加52件，相差1件 | 各项之和应当等于合计 | 核对各项 |

1处错误，0处存疑，0条建议。
";
    assert_eq!(sheet, expected);
}

#[test]
fn a_review_sheet_on_nothing_says_so() {
    let sheet = with(SOURCE, &[], |checked| sheet::markdown(&[*checked], &[], Lang::Zh));
    assert_eq!(sheet, "# 审核意见表\n\n没有发现问题。\n");
}

#[test]
fn a_review_sheet_for_spreadsheets_holds_no_formula() {
    let source = "=HYPERLINK(\"x\"): 51件\n";
    let sheet = with(source, &[finding(at(source, "51件"))], |checked| sheet::csv(&[*checked], &[], Lang::Zh));
    let expected = "\u{feff}\"序号\",\"位置\",\"原文\",\"问题\",\"依据\",\"建议\"\r\n\
        \"1\",\"郏县.yaml 第1行第18字\",\" =HYPERLINK(\"\"x\"\"): 51件\",\
        \"错误：合计51件，各项相加52件，相差1件\",\"各项之和应当等于合计\",\"核对各项\"\r\n";
    assert_eq!(sheet, expected);
}

#[test]
fn sarif_names_rule_place_and_fingerprint() {
    let mut sum = finding(at(SOURCE, "51件"));
    let part = (at(SOURCE, "34件"), Message::new("这一项"));
    sum.related = vec![part.clone(), part];
    let log = with(SOURCE, &[sum], |checked| sarif::write(&[*checked], &[], Lang::Zh));
    let log: serde_json::Value = serde_json::from_str(&log).expect("SARIF is JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let result = &run["results"][0];
    let index = result["ruleIndex"].as_u64().expect("the rule is in the table") as usize;
    let rule = &run["tool"]["driver"]["rules"][index];
    assert_eq!(rule["id"], result["ruleId"]);
    let known = fazhi::rules::RULES.iter().find(|rule| rule.code == "FZ205").expect("the rule is in the table");
    assert_eq!(rule["help"]["text"], known.explain(Lang::Zh));
    assert_eq!(rule["fullDescription"]["text"], known.why(Lang::Zh));
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%E9%83%8F%E5%8E%BF.yaml");
    let region = serde_json::json!({ "startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 12 });
    assert_eq!(place["region"], region);
    assert_eq!(result["relatedLocations"].as_array().map(Vec::len), Some(1), "each place once");
    assert_eq!(result["relatedLocations"][0]["message"]["text"], "这一项");
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let region = serde_json::json!({ "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2 });
    assert_eq!(replacement["deletedRegion"], region);
    assert_eq!(result["partialFingerprints"]["fazhi/v1"].as_str().map(str::len), Some(16));
}

#[test]
fn sarif_names_files_as_uris() {
    let uri = |name: &str| {
        let file = SourceFile::new(name, SOURCE);
        let places = Places::new(Span::new(0, SOURCE.len()));
        let findings = [finding(at(SOURCE, "51件"))];
        let log = sarif::write(
            &[Checked { source: &file, places: &places, findings: &findings, overview: None }],
            &[],
            Lang::Zh,
        );
        let log: serde_json::Value = serde_json::from_str(&log).expect("SARIF is JSON");
        let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
        location["uri"].as_str().expect("a text").to_owned()
    };
    assert_eq!(uri("报告/a b.yaml"), "%E6%8A%A5%E5%91%8A/a%20b.yaml");
    assert_eq!(uri("a:b.yaml"), "a%3Ab.yaml");
    assert_eq!(uri("/tmp/a#1.yaml"), "file:///tmp/a%231.yaml");
    assert_eq!(uri(r"2023\a.yaml"), "2023/a.yaml");
    assert_eq!(uri(r"C:\a\b.yaml"), "file:///C:/a/b.yaml");
    assert_eq!(uri(r"\\server\a.yaml"), "file://server/a.yaml");
}

#[test]
fn the_table_fits_the_terminal() {
    let row = |unit: &str, file: &str| {
        let contents = ["achievements", "shortcomings", "responsibility", "plan", "other"];
        let state = |id: &str| if id == "other" { State::NotOwed } else { State::Present };
        let contents = contents.map(|id| (id.to_owned(), state(id))).to_vec();
        (
            Overview { file: file.to_owned(), unit: unit.to_owned(), year: Some(2021), contents },
            fazhi::diagnostic::Counts::default(),
        )
    };
    let rows = [row("白石县人民政府", "白石县二〇二一年报送稿.txt"), row("白石县人民政府", "改.txt")];
    let table = |width| human::end(&rows, &[], Look { lang: Lang::Zh, width, ..Look::default() });
    assert_eq!(
        table(Some(80)),
        "\
单位            年度  举措成效  不足原因  第一责任人  下年安排  错误  存疑  建议
白石县…稿.txt   2021  有        有        有          有        0     0     0
白石县… 改.txt  2021  有        有        有          有        0     0     0

没有发现问题。
"
    );
    assert!(table(Some(80)).lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80));
    for width in [None, Some(120)] {
        assert!(table(width).contains("下年安排  其他情况  错误"), "{}", table(width));
    }
}
