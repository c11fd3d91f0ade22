//! No text makes a rule panic or point outside the file, and no fix breaks the file.

use fazhi::diagnostic::{Checked, Edit, Finding, Severity};
use fazhi::listings::{Look, human, json};
use fazhi::message::Lang;
use fazhi::rules::Selection;
use proptest::prelude::*;

use super::checked;

/// What rules look for, and what lies in wait beside it.
const PIECES: [&str; 58] = [
    "年",
    "月",
    "日",
    "2023年",
    "２０２３年",
    "〔2024〕",
    "〔",
    "〕",
    "号",
    "×",
    "××",
    "XX",
    "x",
    "*",
    "**",
    "_",
    "___",
    "＿",
    "待",
    "待填",
    "待补充",
    "TODO",
    "【",
    "】",
    "（",
    "）",
    "(",
    ")",
    ",",
    ".",
    ":",
    ";",
    "\"",
    "“",
    "`",
    "](",
    "http://",
    "www.",
    "<http",
    "$",
    "${",
    "}",
    "￥｛",
    "一是",
    "（一）",
    "①",
    "第一责任人",
    "𠮷",
    "13800138000",
    "532301198509170016",
    "豫A12345车",
    "机密★1年",
    "内部资料",
    "（此段不公开）",
    "恳请",
    "请批示",
    "81.5件",
    "制定地方性法规2部",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// A report all of whose texts are the given ones, in YAML that takes any text.
fn report(texts: &[String; 6]) -> String {
    let [title, number, preamble, heading, measure, plan] =
        texts.each_ref().map(|text| serde_json::to_string(text).expect("a text is JSON, and JSON is YAML"));
    format!(
        "report: {{year: 2023, issuer: 云溪县人民政府, date: 2024-01-15, title: {title}, number: {number}}}\n\
         preamble: {preamble}\n\
         sections:\n  - part: achievements\n    heading: {heading}\n    measures: [{measure}, {{part: responsibility, text: {plan}}}]\n\
         \x20 - {{part: shortcomings, text: {measure}}}\n  - {{part: plan, text: {plan}}}\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_checked_shown_and_mended(texts in prop::array::uniform6(text())) {
        let source = report(&texts);
        let (project, findings) = checked(&source, &Selection::default());
        for finding in &findings {
            let span = finding.at.span(&project.reading.places);
            prop_assert!(source.get(span.range()).is_some(), "{finding:?} is outside the file");
        }
        let shown = Checked { source: &project.source, places: &project.reading.places, findings: &findings, overview: None };
        prop_assert_eq!(human::write(&shown, Look::default()).is_empty(), findings.is_empty());
        prop_assert!(json::write(&[shown], &[], Lang::En).contains("findings"));
        let mut edits: Vec<&Edit> = findings.iter().flat_map(|finding| &finding.fix).collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
        prop_assert!(edits.windows(2).all(|pair| pair[1].span.end <= pair[0].span.start), "edits overlap");
        let mut mended = source.clone();
        edits.iter().for_each(|edit| mended.replace_range(edit.span.range(), &edit.replacement));
        // What a forbidden character kept apart may be a slip of the keyboard without it, which is a hint.
        let is_shape = |finding: &&Finding| finding.code < "FZ1" && finding.severity != Severity::Hint;
        let shape = |text: &str| checked(text, &Selection::default()).1.iter().filter(is_shape).count();
        prop_assert!(shape(&mended) <= shape(&source), "a fix breaks the file");
    }
}

#[test]
fn the_largest_figures_are_judged() {
    let report = |figure: &str| {
        format!(
            "报告: {{类型: 政府, 层级: 县级, 地区: 云溪县, 发文机关: 云溪县人民政府, 年度: 2023, 成文日期: 2024-01-15}}\n\
             数据:\n  组:\n    合计: {{数值: {figure}, 上年: {figure}}}\n    甲: {{数值: {figure}, 上年: 1件}}\n    \
             乙: {{数值: 1件, 上年: {figure}}}\n  丙: =组.甲+组.乙\n  丁: =组.甲*组.乙*组.甲\n  戊: =组.甲/组.乙\n\
             自定核对: [组.甲 == 组.合计, 组.甲 <= 组.乙 + 组.合计]\n章节:\n  - 小标题: 甲\n    \
             正文: 办结${{组.甲|change}}，${{组.乙|同比}}，${{组.甲|占比(组.合计)}}，${{组.甲|约数}}，${{组.合计|万}}，\
             共{figure}，其中甲{figure}、乙{figure}，同比增长{figure}，占{figure}，比上年的{figure}增加{figure}，\
             甲、乙分别为{figure}和{figure}，共计{figure}。是上年的{figure}倍，平均每件{figure}。\n"
        )
    };
    for mark in ["约{}件", "{}余件", "近{}亿件", "{}%", "{}", "{}‰", "-{}件"] {
        for digits in [
            "9".repeat(20),
            "9".repeat(29),
            "79228162514264337593543950335".to_owned(),
            "0.".to_owned() + &"9".repeat(28),
        ] {
            checked(&report(&mark.replace("{}", &digits)), &Selection::default());
        }
    }
}

#[test]
fn many_allowances_and_findings_take_time_in_their_number() {
    let sections: String =
        (0..2_000).map(|number| format!("  - 小标题: 甲{number}\n    正文: 其它{number}工作。\n")).collect();
    let allows: String =
        (0..20_000).map(|number| format!("  - {{规则: total-mismatch, 理由: 乙{number}}}\n")).collect();
    let start = std::time::Instant::now();
    let (_, findings) =
        checked(&format!("报告: {{年度: 2023}}\n章节:\n{sections}免检:\n{allows}"), &Selection::default());
    assert!(findings.len() > 20_000, "{}", findings.len());
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}

#[test]
fn many_unknown_names_in_checks_take_time_in_their_number() {
    let figures: String = (0..2_000).map(|number| format!("  数{number}: 1件\n")).collect();
    let checks: String = (0..2_000).map(|number| format!("  - 甲{number} == 乙{number}\n")).collect();
    let start = std::time::Instant::now();
    let (_, findings) =
        checked(&format!("报告: {{年度: 2023}}\n数据:\n{figures}自定核对:\n{checks}"), &Selection::default());
    assert!(findings.iter().filter(|finding| finding.name == "unknown-figure").count() == 4_000);
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}
