//! Whatever is imported: no panic, a file without faults, and nothing lost.

use std::collections::BTreeMap;

use fazhi::document::{Block, plain};
use fazhi::import::{Options, import};
use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::readers;
use fazhi::source::SourceFile;
use fazhi::yaml;
use proptest::prelude::*;

/// Characters that stand for the content of a report: how often each occurs can be counted.
const CONTENT: &str = "甲乙丙丁戊己庚辛壬癸";

/// What such texts are made of.
const FRAGMENTS: [&str; 58] = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "(三)",
    "1.",
    "2、",
    "（1）",
    "①",
    "第一，",
    "第二，",
    "一是",
    "二是",
    "三是",
    "。",
    "；",
    "，",
    "：",
    "！",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "　　",
    "  ",
    "2021年",
    "1.5万",
    "发布日期：2022-01-12 ",
    "来源：",
    "首页 > ",
    "打印",
    "附件1",
    "附件：",
    "特此报告。",
    "县人民政府",
    "2022年1月10日",
    "关于2021年法治政府建设情况的报告",
    "甲县",
    "- ",
    "> ",
    "# ",
    "**",
    "|",
    "${",
    "[",
    "](",
    "\\",
    "<b>",
    "</b>",
    "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸",
    "乙丙丁戊己",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&FRAGMENTS[..]), 0..80).prop_map(|parts| parts.concat())
}

fn counts(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in text.chars().filter(|&c| CONTENT.contains(c)) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// A report around a text, so that it is not refused.
fn report(text: &str) -> String {
    let title = "关于2021年法治政府建设情况的报告";
    let prose = "甲县推进法治政府建设，乙局落实依法行政，丙镇完善法治建设。".repeat(6);
    format!("{title}\n　　{prose}\n一、主要举措和成效\n{text}\n　　{prose}\n")
}

/// The text without the targets of links: no page prints them, and a heading has none.
fn without_targets(source: &str) -> String {
    let mut parts = source.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.map(|part| part.split_once(')').map_or(part, |(_, rest)| rest)).collect::<String>()
}

fn check(name: &str, source: &str) -> Result<(), TestCaseError> {
    keeps(name, source, source)
}

/// That the file made of a source is without faults and has all of a text.
fn keeps(name: &str, source: &str, text: &str) -> Result<(), TestCaseError> {
    let imported = readers::read(name, source.as_bytes())
        .and_then(|text| import(&text, Options { keys: Lang::En, figures: false }));
    let imported = imported.map_err(|message| TestCaseError::fail(format!("{}\n{source}", message.text(Lang::En))))?;
    let reading = yaml::read(&SourceFile::new("imported.yaml", imported.yaml.as_str()));
    prop_assert!(reading.slips.is_empty(), "{:#?}\n{}", reading.slips, imported.yaml);
    let kept = counts(&imported.yaml);
    for (c, count) in counts(text) {
        prop_assert!(kept.get(&c).is_some_and(|&kept| kept >= count), "{} is lost\n{}\n{}", c, source, imported.yaml);
    }
    Ok(())
}

proptest! {
    #[test]
    fn texts_lose_nothing(text in text()) {
        check("a.txt", &report(&text))?;
    }

    #[test]
    fn markdown_loses_nothing(text in text()) {
        let source = report(&text);
        keeps("a.md", &source, &without_targets(&source))?;
    }

    #[test]
    fn pages_lose_nothing(text in text()) {
        let page = report(&text).replace('\n', "</p><p>");
        check("a.html", &format!("<html><body><div><p>{page}</p></div></body></html>"))?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let read = readers::read("a.txt", &bytes).and_then(|text| import(&text, Options::default()));
        prop_assert!(read.is_ok() || read.is_err());
    }
}

#[test]
fn the_title_of_an_annex_without_a_text_is_left_over() {
    let lost = "附件1\n\n《一、甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸\n附件1";
    check("a.txt", &report(lost)).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn notes_that_no_text_has_are_left_over() {
    let report = report("正文[^3]。\n\n## （一）标题[^2]\n\n正文。");
    let source = format!("# {}\n[^1]: 甲题\n\n[^2]: 乙题\n\n[^3]: 丙注\n", report.replacen('\n', "[^1]\n\n", 1));
    let imported = readers::read("a.md", source.as_bytes()).and_then(|text| import(&text, Options::default()));
    let imported = imported.unwrap_or_else(|message| panic!("{}", message.text(Lang::En)));
    assert_eq!(imported.left_over, ["甲题", "乙题"], "{}", imported.yaml);
    assert!(imported.yaml.contains("[^1]: 丙注"), "{}", imported.yaml);
    assert!(imported.yaml.contains("# 甲题\n# 乙题"), "{}", imported.yaml);
}

#[test]
fn links_of_headings_are_left_over() {
    let report = report("## （一）[标题](https://a.cn/1)与[别处](#b)\n\n见[正文](https://a.cn/2)。");
    let source = format!("# {}", report.replacen('\n', "\n\n", 1));
    let imported = readers::read("a.md", source.as_bytes()).and_then(|text| import(&text, Options::default()));
    let imported = imported.unwrap_or_else(|message| panic!("{}", message.text(Lang::En)));
    assert_eq!(imported.left_over, ["[标题](https://a.cn/1)"], "{}", imported.yaml);
    assert!(
        imported.yaml.contains("标题与别处\n") && imported.yaml.contains("见[正文](https://a.cn/2)。"),
        "{}",
        imported.yaml
    );
    assert!(imported.yaml.contains("# [标题](https://a.cn/1)"), "{}", imported.yaml);
}

#[test]
fn links_without_words_are_not_lost() {
    for text in ["[](甲乙丙丁戊己庚辛壬癸)", "[ 　](甲乙丙丁戊己庚辛壬癸\\(三)", "乙[](<甲>)"] {
        check("a.md", &report(text)).unwrap_or_else(|error| panic!("{error}"));
    }
}

/// What a body may be made of, without what belongs to the frame.
const BODY: [&str; 51] = [
    "一、",
    "二、",
    "（一）",
    "（二）",
    "1.",
    "2、",
    "（1）",
    "①",
    "②",
    "第一，",
    "一是",
    "二是",
    "三是",
    "。",
    "；",
    "，",
    "：",
    "“",
    "”",
    "《",
    "》",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "　　",
    "  ",
    "2021年",
    "1.5万",
    "- ",
    "* ",
    "+ ",
    "> ",
    "# ",
    "**",
    "_",
    "|",
    "$",
    "${甲}",
    "￥{乙}",
    "[甲](乙)",
    "[](乙)",
    "[^1]",
    "`",
    "~~~",
    "\\",
    "<b>",
    "&amp;",
    "甲乙丙丁戊己庚辛壬癸",
    "甲乙，丙丁。",
    "1. ",
];

/// The text without blanks, and without what marks are made of: numbers follow from the position.
fn bare(text: &str) -> String {
    let is_of_marks = |c: char| "（）()、，.①②第一二三四是".contains(c) || c.is_ascii_digit();
    text.chars().filter(|&c| !c.is_whitespace() && c != '\u{2060}' && !is_of_marks(c)).collect()
}

proptest! {
    #[test]
    fn what_was_typed_shows_as_typed(parts in prop::collection::vec(prop::sample::select(&BODY[..]), 0..60)) {
        shows(&parts.concat())?;
    }
}

#[test]
fn small_bodies_show_as_typed() {
    for text in [
        "一是：1. 二是：\n一、",
        "（一）甲乙，丙丁。\n：。",
        "一、甲乙，丙丁。\n：。\n二、甲乙",
        "年>>",
        "# \n# ",
        "# 甲乙\n# 丙丁",
        "一、：。",
        "（一）甲乙丙：\n：。\n",
        "一、“（一）> &amp;> ${甲}（一）",
        "（一）一、　　> 　　一、一、一、> 一、第一，\n；",
        "第一，一、${甲}> 　　一、一、一、一、一、\n；> 一、》",
        "# \n# 一、",
        "一、；，\n> 一、> ${甲}一、（一）。",
    ] {
        shows(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

/// That every line of a body is in the composed report, or is told as left over.
fn shows(body: &str) -> Result<(), TestCaseError> {
    let source = report(body);
    let imported = readers::read("a.txt", source.as_bytes())
        .and_then(|text| import(&text, Options { keys: Lang::En, figures: false }));
    let imported = imported.map_err(|message| TestCaseError::fail(message.text(Lang::En)))?;
    let project = Project::open(SourceFile::new("a.yaml", imported.yaml.as_str()), &Surroundings::default());
    let project = project.map_err(|message| TestCaseError::fail(message.text(Lang::En)))?;
    let shown: String = project.editions[0].document.body.iter().map(shown).collect();
    let shown = bare(&shown);
    let told: Vec<String> =
        imported.left_over.iter().map(|piece| bare(piece)).filter(|piece| !piece.is_empty()).collect();
    // A line of which a piece is left over is shown without it.
    let without = |lines: Vec<String>, piece: &String| -> Vec<String> {
        lines.iter().flat_map(|line| line.split(piece.as_str()).map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    for line in source.lines().skip(1).flat_map(|line| told.iter().fold(vec![bare(line)], without)) {
        // Lines that were joined are left over as one piece, which may end within one of them.
        let is_told = told.iter().any(|piece| piece.contains(&line) || is_told_in_part(&line, piece, &shown));
        prop_assert!(is_told || shown.contains(&line), "{}\nnot in\n{}\n{}\n{}", line, shown, source, imported.yaml);
    }
    Ok(())
}

/// Whether a line begins as the end of what is left over and is shown from there, or the other way round.
fn is_told_in_part(line: &str, piece: &str, shown: &str) -> bool {
    line.char_indices().map(|(at, _)| line.split_at(at)).any(|(start, rest)| {
        (piece.ends_with(start) && shown.contains(rest)) || (shown.contains(start) && piece.starts_with(rest))
    })
}

fn shown(block: &Block) -> String {
    match block {
        Block::Heading(heading) => heading.number.clone() + &plain(&heading.content),
        Block::Paragraph(paragraph) => {
            let heading = paragraph.heading.as_ref();
            let opening = heading.map(|heading| heading.number.clone() + &plain(&heading.content) + "。");
            opening.unwrap_or_default() + &plain(&paragraph.content)
        }
        other => panic!("no text of the test has one: {other:?}"),
    }
}
