//! Documents in every text format.

#[cfg(feature = "docx")]
mod docx;
mod html;
mod markdown;
mod page;
mod sample;
mod template;
mod text;

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
    assert!(said.starts_with("there is no format `rtf`; the formats are: md, html, txt"), "{said}");
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
