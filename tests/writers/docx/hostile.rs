//! Text that would be more than text.

use fazhi::document::{Annex, Block, Document, Heading, Inline, Letterhead, Line, Note, Paragraph, Table};

use super::sample::{line, paragraph, run};
use super::{parts, shown};

const HOSTILE: &[&str] = &[
    "</w:t></w:r></w:p><w:p/>",
    "<w:instrText> INCLUDEPICTURE \"http://example.com\" </w:instrText>",
    "{ PAGE } &amp; &#65; &lt; ]]> <![CDATA[ <!-- -->",
    "\" w:val=\"Heading1\"/> '",
    "a\u{0}b\u{8}c\u{b}d\u{1b}e\u{fffe}f\u{ffff}g\u{7f}h",
    "一\t二\n三\r四",
    " 两端空格 ",
    "𠮷 👍🏻 e\u{301} \u{202e}反向",
];

/// The text in every place a document has.
fn everywhere(text: &str) -> Document {
    let typed = || line(text);
    let content = || vec![run(text)];
    let block = || paragraph(content());
    Document {
        title: vec![typed(), typed()],
        issuers: vec![text.into()],
        letterhead: Some(Letterhead {
            mark: vec![text.into(), text.into()],
            suffix: text.into(),
            copy_number: text.into(),
            secrecy: text.into(),
            urgency: text.into(),
            signers: vec![text.into(), text.into(), text.into()],
            cosigners: vec![text.into()],
            copies: vec![text.into()],
            printer: text.into(),
            printed: text.into(),
            seal: false,
        }),
        stage: Some(typed()),
        number: Some(typed()),
        occasion: Some(typed()),
        speaker: Some(typed()),
        addressee: Some(typed()),
        body: vec![
            Block::Heading(Heading {
                level: 9,
                number: text.into(),
                content: content(),
                id: text.into(),
                ..Heading::default()
            }),
            Block::Paragraph(Paragraph {
                heading: Some(Heading { number: text.into(), content: content(), ..Heading::default() }),
                content: vec![
                    run(text),
                    Inline::Strong { content: content() },
                    Inline::Emphasis { content: content() },
                    Inline::Link { href: text.into(), content: content() },
                    Inline::Note { index: 0 },
                    Inline::Note { index: usize::MAX - 1 },
                    Inline::Unfilled { name: text.into(), place: Default::default() },
                ],
                ..Paragraph::default()
            }),
            Block::Table(Table {
                caption: content(),
                head: vec![content()],
                rows: vec![vec![content(), content()], vec![]],
                ..Table::default()
            }),
        ],
        signature: vec![typed()],
        date: Some(typed()),
        postscript: Some(typed()),
        copies: vec![typed()],
        annexes: vec![Annex { label: text.into(), title: typed(), body: vec![block()], ..Annex::default() }],
        notes: vec![Note { body: vec![block(), block()] }],
        ..Document::default()
    }
}

/// The text as a page can show it.
fn printable(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\t' | '\n' | '\r' => Some(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{202e}') => None,
            c => Some(c),
        })
        .collect()
}

/// How often an element stands in a part.
fn count(xml: &str, element: &str) -> usize {
    xml.matches(&format!("<{element}>")).count() + xml.matches(&format!("<{element} ")).count()
}

#[test]
fn typed_text_stays_text_in_every_place() {
    let harmless = parts(&everywhere("无害"));
    for text in HOSTILE {
        let parts = parts(&everywhere(text));
        let xml = &parts["word/document.xml"];
        for part in ["word/document.xml", "word/footnotes.xml"] {
            for element in ["w:p", "w:tbl", "w:footnoteReference", "w:pStyle", "w:instrText", "w:fldSimple"] {
                assert_eq!(count(&parts[part], element), count(&harmless[part], element), "{element} with {text:?}");
            }
        }
        let typed = printable(text);
        let lines = shown(xml);
        assert!(lines.iter().filter(|line| line.contains(&typed)).count() > 20, "{typed:?} in {lines:#?}");
        assert!(!xml.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
        assert_eq!(shown(&parts["word/footnotes.xml"]).iter().filter(|line| line.contains(&typed)).count(), 2);
    }
}

#[test]
fn nothing_at_all_is_a_page_too() {
    let parts = parts(&Document::default());
    assert_eq!(shown(&parts["word/document.xml"]), ["", ""]);
    let odd =
        Document { title: vec![Line::default(); 3], body: vec![Block::Table(Table::default())], ..Document::default() };
    assert!(!super::document_xml(&odd).contains("<w:tbl>"));
}

#[test]
fn large_input_takes_bounded_time() {
    let long = "法".repeat(200_000);
    let document = Document {
        title: vec![line(&long)],
        signature: vec![line(&long)],
        body: vec![paragraph(vec![run(&long)]); 5],
        ..Document::default()
    };
    let start = std::time::Instant::now();
    assert!(super::bytes(&document).len() > 1000);
    assert!(start.elapsed().as_secs() < 20);
}
