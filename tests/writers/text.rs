//! Plain text, a line a paragraph and wrapped.

use fazhi::writers::{Eol, Options};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::{sample, text, text_with};

const REPORT: &str = "\
中共某县委员会
某县人民政府
关于2021年度法治政府建设情况的报告
（送审稿）
某政〔2022〕1号

市人民政府：
　　现将有关情况报告如下：
　　一、主要举措和成效
　　（一）贯彻《行政复议法》。全年收到申请83件，办结率90.24%。［注1］

行政复议情况
事项          件数
------------  ----
收到            83
立案（受理）    41

　　1. 甲
　　2. 乙
　　　　· 丙
　　1.依法行政
　　实施《行政处罚法》的【待填：件数】，见公告（https://www.gov.cn/a?b=1&c=2）。
　　次行
　　附件：数据附表

中共某县委员会
某县人民政府
2022年1月10日
　　（此件公开发布）

抄送：县人大常委会，县政协。

附件
数据附表

　　无。

　　［注1］含上年结转。
";

fn wide(width: usize) -> Options {
    Options { width: Some(width), ..Options::default() }
}

#[test]
fn a_paragraph_is_one_line() {
    assert_eq!(text("txt", &sample::report()), REPORT);
}

#[test]
fn old_windows_gets_its_line_ends() {
    let options = Options { eol: Eol::Crlf, ..Options::default() };
    assert_eq!(text_with("txt", &sample::report(), &options), REPORT.replace('\n', "\r\n"));
}

#[test]
fn wrapped_lines_are_centred_and_set_to_the_right() {
    let wrapped = text_with("txt", &sample::report(), &wide(40));
    let head = "             中共某县委员会
              某县人民政府
   关于2021年度法治政府建设情况的报告
               （送审稿）
            某政〔2022〕1号

市人民政府：
　　现将有关情况报告如下：
　　一、主要举措和成效
　　（一）贯彻《行政复议法》。全年收到申
请83件，办结率90.24%。［注1］
";
    let lines: Vec<&str> = wrapped.lines().take(head.lines().count()).collect();
    assert_eq!(lines, head.lines().collect::<Vec<_>>());
    assert!(wrapped.contains("\n                       2022年1月10日\n"), "{wrapped}");
}

/// Paragraphs of what reports are made of, numbers with their units among them.
fn prose() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "推进",
        "法治",
        "政府",
        "建设",
        "，",
        "。",
        "；",
        "：",
        "！",
        "？",
        "、",
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        "「",
        "」",
        "收83件的",
        "率90.24%即",
        "有3.2万人次在",
        "按2021—2025年的",
        "共1,234名在",
        "近400家在",
        "约10%～20%的",
        "——",
        "……",
        "的",
    ]);
    prop::collection::vec(pieces, 1..80).prop_map(|pieces| pieces.concat())
}

/// What must stay on one line.
const WHOLE: &[&str] = &["83件", "90.24%", "3.2万人次", "2021—2025年", "1,234名", "400家", "10%～20%"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_line_begins_or_ends_where_it_must_not(prose in prose(), width in 40usize..100) {
        let document = sample::paragraphs(&[&prose]);
        let wrapped = text_with("txt", &document, &wide(width));
        let lines: Vec<&str> = wrapped.lines().skip(2).collect();
        prop_assert_eq!(lines.concat(), format!("　　{prose}"));
        // Marks in a row that may not be parted can be longer than a line; then they are.
        let unbroken = prose.split(|c: char| c.is_alphanumeric()).map(|marks| marks.width()).max().unwrap_or_default();
        if unbroken > width / 3 {
            return Ok(());
        }
        for (index, line) in lines.iter().enumerate() {
            prop_assert!(line.width() <= width, "{} columns: {line}", line.width());
            let line = if index == 0 { &line["　　".len()..] } else { line };
            prop_assert!(index == 0 || !line.starts_with(['，', '。', '；', '：', '！', '？', '、', '）', '》', '」', '”', '%']), "{wrapped}");
            let is_last = index + 1 == lines.len();
            prop_assert!(is_last || !line.ends_with(['（', '《', '「', '“']), "{wrapped}");
        }
        for whole in WHOLE {
            let found: usize = lines.iter().map(|line| line.matches(whole).count()).sum();
            prop_assert_eq!(found, prose.matches(whole).count(), "{} in\n{}", whole, wrapped);
        }
    }
}

#[test]
fn several_annexes_are_listed_under_one_another() {
    let mut document = sample::paragraphs(&["甲。"]);
    for title in ["数据附表", "名词解释"] {
        document.annexes.push(fazhi::document::Annex { title: sample::line(title), ..Default::default() });
    }
    let written = text("txt", &document);
    assert!(written.contains("\n　　附件：1.数据附表\n　　　　　2.名词解释\n"), "{written}");
    let written = text("md", &document);
    assert!(written.contains("\n附件：1.数据附表；2.名词解释\n"), "{written}");
    let written = text("html", &document);
    let list = "<div class=\"annexes numbered\">\n<p>附件：1.数据附表</p>\n<p>2.名词解释</p>\n</div>\n";
    assert!(written.contains(list), "{written}");
    let fragment = fazhi::writers::Options { fragment: true, ..Default::default() };
    let written = super::text_with("html", &document, &fragment);
    let list = [
        "padding-left:6em;text-indent:-4em\">附件：1.数据附表</p>",
        "padding-left:6em;text-indent:-1em\">2.名词解释</p>",
    ];
    assert!(list.iter().all(|line| written.contains(line)), "{written}");
}

#[test]
fn a_table_wider_than_the_page_becomes_paragraphs() {
    let cells = |texts: [&str; 3]| texts.iter().map(|text| vec![sample::run(text)]).collect::<Vec<_>>();
    let table = fazhi::document::Table {
        head: cells(["事项", "承办单位", "说明"]),
        rows: vec![cells(["行政复议", "县司法局行政复议科", "含上年结转案件和年末未结案件"])],
        ..Default::default()
    };
    let document = fazhi::document::Document { body: vec![fazhi::document::Block::Table(table)], ..Default::default() };
    assert_eq!(
        text_with("txt", &document, &wide(40)),
        "　　事项：行政复议；承办单位：县司法局行\n政复议科；说明：含上年结转案件和年末未结\n案件\n"
    );
}

/// A table of two columns with short rows below the first.
fn table(head: &str, first: &str, rows: usize) -> fazhi::document::Document {
    let cells = |texts: [&str; 2]| texts.iter().map(|text| vec![sample::run(text)]).collect::<Vec<_>>();
    let rows = std::iter::once(cells([first, "乙"])).chain(std::iter::repeat_n(cells(["一", "二"]), rows)).collect();
    let table = fazhi::document::Table { head: cells([head, "乙"]), rows, ..Default::default() };
    fazhi::document::Document { body: vec![fazhi::document::Block::Table(table)], ..Default::default() }
}

#[test]
fn a_table_wider_than_any_page_becomes_paragraphs_without_a_width_too() {
    let cell = "法".repeat(120);
    assert_eq!(text("txt", &table("甲", &cell, 1)), format!("　　甲：{cell}；乙：乙\n　　甲：一；乙：二\n"));
    // What heads it is not said again in every row then.
    assert_eq!(text("txt", &table(&cell, "甲", 1)), format!("　　{cell}；乙\n　　甲；乙\n　　一；二\n"));
}

#[test]
fn a_long_cell_does_not_lengthen_every_row() {
    let cell = "法".repeat(20_000);
    for document in [table("甲", &cell, 2_000), table(&cell, "甲", 2_000)] {
        let written = text("txt", &document);
        assert!(written.len() < 200_000, "{} bytes", written.len());
    }
}
