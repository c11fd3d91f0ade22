//! Markdown: read back by pulldown-cmark without an adapter, and by pandoc where it is installed.

use std::io::Write;
use std::process::{Command, Stdio};

use fazhi::document::{Block, Document, Inline, Paragraph, plain};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{sample, text};

/// The text a renderer shows, a line a block.
pub fn shown(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) => out.push_str(&text),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item)
            | Event::HardBreak => {
                out.push('\n');
            }
            Event::Start(_) | Event::End(_) => {}
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    out
}

/// Each character a renderer shows with whether it is bold and italic.
fn styled(markdown: &str) -> Vec<(char, bool, bool)> {
    let (mut strong, mut emphasis) = (0, 0);
    let mut out = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Strong) => strong += 1,
            Event::End(TagEnd::Strong) => strong -= 1,
            Event::Start(Tag::Emphasis) => emphasis += 1,
            Event::End(TagEnd::Emphasis) => emphasis -= 1,
            Event::Text(text) => out.extend(text.chars().map(|c| (c, strong > 0, emphasis > 0))),
            _ => {}
        }
    }
    out
}

const REPORT: &str = "\
# 中共某县委员会 某县人民政府关于2021年度法治政府建设情况的报告

（送审稿）

某政〔2022〕1号

市人民政府：

现将有关情况报告如下：

## 一、主要举措和成效

**（一）贯彻《行政复议法》**。全年收到申请83件，办结率**90.24%**。［注1］

行政复议情况

| 事项 | 件数 |
| :--- | ---: |
| 收到 | 83 |
| 立案（受理） | 41 |

1. 甲
2. 乙

   * 丙

#### 1.依法行政

实施《**行政处罚法**》的【待填：件数】，见[公告](https://www.gov.cn/a?b=1\\&c=2)。\\
*次行*

附件：数据附表

中共某县委员会\\
某县人民政府\\
2022年1月10日

（此件公开发布）

抄送：县人大常委会，县政协。

## 附件 数据附表

无。

［注1］含上年结转。
";

#[test]
fn a_report_is_plain_commonmark() {
    assert_eq!(text("md", &sample::report()), REPORT);
}

#[test]
fn a_report_without_frame_is_title_and_body() {
    assert_eq!(text("md", &sample::paragraphs(&["甲。", "乙。"])), "# 报告\n\n甲。\n\n乙。\n");
}

#[test]
fn two_lists_in_a_row_stay_two() {
    let list = |start| {
        let items = vec![vec![sample::paragraph(vec![sample::run("甲")])]];
        Block::List(fazhi::document::List { start, items, ..Default::default() })
    };
    let mut document = sample::paragraphs(&[]);
    document.body = vec![list(None), list(None), list(None), list(Some(3)), list(Some(1))];
    assert_eq!(text("md", &document), "# 报告\n\n- 甲\n\n* 甲\n\n- 甲\n\n3) 甲\n\n1. 甲\n");
}

#[test]
fn a_styled_line_break_alone_is_no_delimiter() {
    let styled: [fn(Vec<Inline>) -> Inline; 2] =
        [|content| Inline::Strong { content }, |content| Inline::Emphasis { content }];
    for styled in styled {
        let line = sample::paragraph(vec![sample::run("依"), styled(vec![Inline::Break]), sample::run("法")]);
        let mut document = sample::paragraphs(&[]);
        let items = vec![vec![line]];
        document.body = vec![Block::List(fazhi::document::List { items, ..Default::default() })];
        assert_eq!(text("md", &document), "# 报告\n\n- 依\\\n  法\n");
    }
}

/// Text in the scripts and marks that reports and mistakes are made of.
fn typed() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "依", "法", "《", "》", "，", "。", "（", "）", "“", "”", "一", "1", "8", "a", "Z", "%", "*", "_", "`", "#",
        ">", "<", "[", "]", "(", ")", "!", "|", "\\", "-", "+", ".", "=", "~", "&", "amp;", " ", "　", "—", "￥", "＋",
        "：", ":", "/", "𠮷", "\"", "'", "{", "}", "$", "^",
    ]);
    prop::collection::vec(pieces, 1..7).prop_map(|pieces| pieces.concat())
}

fn inline() -> impl Strategy<Value = Inline> {
    let leaf = prop_oneof![
        6 => typed().prop_map(|text| sample::run(&text)),
        1 => Just(Inline::Break),
        1 => Just(Inline::Note { index: 0 }),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let content = prop::collection::vec(inner, 1..4);
        prop_oneof![
            content.clone().prop_map(|content| Inline::Strong { content }),
            content.clone().prop_map(|content| Inline::Emphasis { content }),
            content.prop_map(|content| Inline::Link { href: "https://a.cn/b_c(d)".into(), content }),
        ]
    })
}

fn squeezed(text: &str) -> String {
    text.replace("［注1］", "").chars().filter(|c| !c.is_whitespace()).collect()
}

fn block() -> impl Strategy<Value = Block> {
    let content = || prop::collection::vec(inline(), 1..5);
    let leaf = prop_oneof![
        3 => content().prop_map(sample::paragraph),
        1 => (content(), content()).prop_map(|(head, content)| {
            let heading = fazhi::document::Heading { content: head, ..sample::heading(3, "1.", "") };
            Block::Paragraph(Paragraph { heading: Some(heading), content, ..Paragraph::default() })
        }),
        1 => content().prop_map(|content| Block::Heading(fazhi::document::Heading { content, ..sample::heading(2, "（二）", "") })),
        1 => prop::collection::vec(content(), 4).prop_map(|mut cells| {
            let rows = vec![cells.split_off(2)];
            Block::Table(fazhi::document::Table { head: cells, rows, ..Default::default() })
        }),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        let item = prop::collection::vec(inner, 1..3);
        (prop::option::of(0u64..30), prop::collection::vec(item, 1..3))
            .prop_map(|(start, items)| Block::List(fazhi::document::List { start, items, ..Default::default() }))
    })
}

/// The shape of blocks: what is expected of the writer, and what a parser finds.
fn shape(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(heading) => out.push_str(&format!("h{} ", heading.level + 1)),
            Block::Paragraph(paragraph) => {
                let empty = paragraph.heading.is_none() && plain(&paragraph.content).trim().is_empty();
                let marks = paragraph.content.iter().any(has_mark);
                if !empty || marks {
                    out.push_str("p ");
                }
            }
            Block::Table(_) => out.push_str("table "),
            Block::Picture(_) => out.push_str("p "),
            Block::List(list) => {
                out.push_str(&format!("list{:?} ", list.start));
                for item in &list.items {
                    out.push_str("item ");
                    shape(item, out);
                }
                out.push_str("end ");
            }
        }
    }
}

fn has_mark(inline: &Inline) -> bool {
    match inline {
        Inline::Note { .. } => true,
        Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => {
            content.iter().any(has_mark)
        }
        _ => false,
    }
}

fn shape_read(markdown: &str) -> String {
    let mut out = String::new();
    let (mut in_item, mut bare) = (0, false);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        // The text of a tight list stands in the item itself.
        let inline = matches!(
            event,
            Event::Text(_) | Event::HardBreak | Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. })
        );
        if inline && in_item > 0 && !bare && out.ends_with("item ") {
            out.push_str("p ");
            bare = true;
        } else if !inline {
            bare = false;
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => out.push_str(&format!("{level} ")),
            Event::Start(Tag::Paragraph) => out.push_str("p "),
            Event::Start(Tag::Table(_)) => out.push_str("table "),
            Event::Start(Tag::List(start)) => {
                in_item += 1;
                out.push_str(&format!("list{start:?} "));
            }
            Event::Start(Tag::Item) => out.push_str("item "),
            Event::End(TagEnd::List(_)) => {
                in_item -= 1;
                out.push_str("end ");
            }
            _ => {}
        }
    }
    out
}

/// The text of blocks in the order of the page, numbers and supplied marks included.
fn words(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                out.push_str(&heading.number);
                out.push_str(&plain(&heading.content));
            }
            Block::Paragraph(paragraph) => {
                if let Some(heading) = &paragraph.heading {
                    let text = plain(&heading.content);
                    out.push_str(&format!("{}{text}", heading.number));
                    if !text.trim_end().ends_with(['。', '！', '？', '：', '；']) {
                        out.push('。');
                    }
                }
                out.push_str(&plain(&paragraph.content));
            }
            Block::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| out.push_str(&plain(cell)));
            }
            Block::List(list) => list.items.iter().for_each(|item| words(item, out)),
            Block::Picture(picture) => out.push_str(&plain(&picture.caption)),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn reading_markdown_gives_text_and_structure_back(body in prop::collection::vec(block(), 1..4)) {
        let document = Document { title: vec![sample::line("报告")], body, ..Document::default() };
        let markdown = text("md", &document);
        let mut expected = "报告".to_owned();
        words(&document.body, &mut expected);
        prop_assert_eq!(squeezed(&shown(&markdown)), squeezed(&expected), "{}", markdown);
        let mut expected = "h1 ".to_owned();
        shape(&document.body, &mut expected);
        prop_assert_eq!(shape_read(&markdown), expected, "{}", markdown);
    }

    #[test]
    fn bold_stays_bold_but_for_punctuation_at_its_edge(before in typed(), bold in typed(), after in typed()) {
        let document = Document {
            body: vec![sample::paragraph(vec![sample::run(&before), sample::strong(&bold), sample::run(&after)])],
            ..Document::default()
        };
        let markdown = text("md", &document);
        let shown = styled(&markdown);
        let is_edge = |c: char| !c.is_alphanumeric();
        let core = bold.trim_matches(is_edge);
        let found: String = shown.iter().filter(|(_, strong, _)| *strong).map(|(c, ..)| *c).collect();
        prop_assert!(found.contains(core), "{} in {}", core, markdown);
        prop_assert!(bold.contains(&found), "{} in {}", found, markdown);
        prop_assert!(shown.iter().all(|(.., emphasis)| !emphasis), "{}", markdown);
    }
}

/// pandoc's reading of Markdown as plain text; `None` where pandoc is not installed.
pub fn pandoc(from: &str, markdown: &str) -> Option<String> {
    let mut child = Command::new("pandoc")
        .args(["--from", from, "--to", "plain", "--wrap=none"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take().expect("it is piped").write_all(markdown.as_bytes()).expect("pandoc reads");
    let output = child.wait_with_output().expect("pandoc ends");
    Some(String::from_utf8(output.stdout).expect("pandoc writes UTF-8"))
}

#[test]
fn pandoc_shows_what_was_typed() {
    let document = sample::paragraphs(super::HOSTILE);
    for from in ["commonmark", "gfm"] {
        let Some(plain) = pandoc(from, &text("md", &document)) else {
            assert!(std::env::var_os("CI").is_none(), "pandoc is not installed");
            eprintln!("pandoc is not installed: not compared");
            return;
        };
        for typed in super::HOSTILE {
            assert!(plain.lines().any(|line| line.trim() == typed.trim()), "{typed} in {from}:\n{plain}");
        }
    }
}
