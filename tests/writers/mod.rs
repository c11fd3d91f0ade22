//! Documents in every text format.

mod contrast;
#[cfg(feature = "docx")]
mod docx;
mod examples;
mod html;
mod markdown;
mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
pub mod sample;
mod template;
mod text;
mod title;

use fazhi::document::Document;
use fazhi::writers::{Options, Output, WRITERS, write};

/// The document as text in a format, with the default options.
fn text(format: &str, document: &Document) -> String {
    text_with(format, document, &Options::default())
}

fn text_with(format: &str, document: &Document, options: &Options) -> String {
    match write(format, document, options) {
        Ok(Output::Text(text)) => text,
        other => panic!("{format}: {other:?}"),
    }
}

#[test]
fn every_format_writes_the_same_bytes_twice() {
    assert!(WRITERS.len() >= 3);
    for writer in WRITERS {
        let illustrated = || (writer.write)(&sample::illustrated(), &Options::default()).expect(writer.name);
        assert_eq!(illustrated(), illustrated());
        let options = Options::default();
        let first = (writer.write)(&sample::report(), &options).expect(writer.name);
        assert_eq!(first, (writer.write)(&sample::report(), &options).expect(writer.name));
        for name in std::iter::once(&writer.name).chain(writer.aliases) {
            assert_eq!(write(name, &sample::report(), &options).expect(name), first);
        }
    }
}

#[test]
fn an_unknown_format_is_refused_with_the_known_ones() {
    let message = write("rtf", &sample::report(), &Options::default()).expect_err("there is no such format");
    let said = message.text(fazhi::message::Lang::En);
    assert!(said.starts_with("there is no format \"rtf\"; the formats are: md, html, txt"), "{said}");
}

/// What a person may type that is markup somewhere.
const HOSTILE: &[&str] = &[
    "<!-- 注释",
    "```rust",
    "~~~",
    "[链接]: https://example.com",
    "文中[^1]又见[^1]",
    "# 不是标题",
    "    四个空格",
    "一个*星号",
    "两个**星号**在此",
    "<script>alert(1)</script>",
    "&lt;实体&#65;",
    "1. 不是列表",
    "12) 不是列表",
    "- 不是列表",
    "+ 不是列表",
    "> 不是引用",
    "===",
    "---",
    "***",
    "| 不是 | 表格 |",
    "| --- | --- |",
    "a_b_c 与 _下划线_",
    "![图](x.png)",
    "反斜杠\\ 与 \\* 与末尾\\",
    "{{ year }} {% if x %} {# c #}",
    "$x$ ^上标^ ~下标~",
    ": 不是定义",
    "\"引号\" 与 'javascript:'",
    "${数据}",
];

#[test]
fn typed_text_shows_as_typed_in_every_format() {
    let document = sample::paragraphs(HOSTILE);
    let md = markdown::shown(&text("md", &document));
    let html = html::shown(&text("html", &document));
    let txt = text("txt", &document);
    for typed in HOSTILE.iter().map(|typed| typed.trim()) {
        for (format, written) in [("md", &md), ("html", &html), ("txt", &txt)] {
            assert!(written.lines().any(|line| line.trim() == typed), "{typed} in {format}:\n{written}");
        }
    }
}

#[test]
fn large_input_takes_bounded_time() {
    use fazhi::document::{Block, Inline, List, Note, Table};
    let long =
        |text: &str| sample::paragraph(vec![sample::run(&text.repeat(40_000)), sample::strong(&text.repeat(40_000))]);
    let mut document = sample::paragraphs(&[]);
    document.body = ["法", "*", "1", "《", "“", " ", "1.", "\n"].into_iter().map(long).collect();
    let mark = |index| vec![Inline::Note { index }, Inline::Break, sample::emphasis("甲"), sample::strong("乙")];
    document.body.push(sample::paragraph((0..20_000).flat_map(mark).collect()));
    document.notes = (0..20_000).map(|_| Note { body: vec![sample::paragraph(vec![sample::run("注")])] }).collect();
    let row = vec![vec![sample::run("甲|乙")]; 200];
    document.body.push(Block::Table(Table { head: row.clone(), rows: vec![row; 200], ..Table::default() }));
    let nested = |inner: Block| Block::List(List { items: vec![vec![inner]; 2], ..List::default() });
    document.body.push((0..10).fold(sample::paragraph(vec![sample::run("甲")]), |inner, _| nested(inner)));
    let started = std::time::Instant::now();
    for format in ["md", "html", "txt"] {
        for width in [None, Some(40)] {
            assert!(text_with(format, &document, &Options { width, ..Options::default() }).len() > 1_000_000);
        }
    }
    assert!(started.elapsed() < std::time::Duration::from_secs(60), "{:?}", started.elapsed());
}
