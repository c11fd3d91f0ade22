//! Links that are real, and links that stay text.

use fazhi::document::Inline;

use super::sample::{self, paragraph, run};
use super::{parts, shown};

/// The targets of a document whose one paragraph links to each of `links`.
fn targets(links: &[&str]) -> Vec<String> {
    let content = links.iter().map(|href| Inline::Link { href: (*href).into(), content: vec![run("见")] }).collect();
    let mut document = sample::paragraphs(&[]);
    document.body = vec![paragraph(content)];
    let parts = parts(&document);
    assert_eq!(shown(&parts["word/document.xml"])[1], "见".repeat(links.len()));
    let targets: Vec<String> = parts["word/_rels/document.xml.rels"]
        .split("Target=\"")
        .skip(1)
        .filter(|rest| rest.contains("External") && rest.find("External") < rest.find("/>"))
        .map(|rest| rest.split('"').next().expect("a value ends").to_owned())
        .collect();
    let used = parts["word/document.xml"].matches("<w:hyperlink ").count();
    assert!(used >= targets.len(), "{used} links to {targets:?}");
    targets
}

#[test]
fn allowed_links_are_relationships_each_target_once() {
    let links =
        ["https://www.gov.cn/a?b=1&c=2#d", "http://政府.example:8080/页", "mailto:a@example.com", "附表/a|b.xlsx"];
    let expected = [
        "https://www.gov.cn/a?b=1&amp;c=2#d",
        "http://政府.example:8080/页",
        "mailto:a@example.com",
        "附表/a%7Cb.xlsx",
    ];
    assert_eq!(targets(&links), expected);
    assert_eq!(targets(&["a.xlsx", "https://b.example", "a.xlsx"]), ["a.xlsx", "https://b.example"]);
}

#[test]
fn other_links_stay_text() {
    let links = [
        "",
        "#节",
        "javascript:alert(1)",
        "JavaScript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ms-word:x",
        "\\\\host\\share",
        "//host/share",
        "/etc/passwd",
        "../a.xlsx",
        "a/../../b",
        "..\\a",
        "http://",
        "http:///x",
        "https://a b/",
        "https://a:b@c/",
        "https://a:99999/",
        "mailto:",
        "%2e%2e/a",
        "a b",
        "a\u{1}b",
        "https://a.example/<b>",
    ];
    for link in links {
        assert_eq!(targets(&[link]), Vec::<String>::new(), "{link:?}");
    }
}

#[test]
fn what_a_uri_forbids_is_escaped() {
    let links = ["https://a.example/{b}^c|d`e", "https://a.example/100%", "https://a.example/%E6%B3%95", "a\u{ad}b"];
    let expected = [
        "https://a.example/%7Bb%7D%5Ec%7Cd%60e",
        "https://a.example/100%25",
        "https://a.example/%E6%B3%95",
        "a%C2%ADb",
    ];
    assert_eq!(targets(&links), expected);
}

#[test]
fn a_link_in_a_link_is_text() {
    let inner = Inline::Link { href: "https://b.example".into(), content: vec![run("内")] };
    let outer = Inline::Link { href: "https://a.example".into(), content: vec![run("外"), inner] };
    let mut document = sample::paragraphs(&[]);
    document.body = vec![paragraph(vec![outer])];
    let xml = super::document_xml(&document);
    assert_eq!(xml.matches("<w:hyperlink ").count(), 1);
    assert!(xml.contains("<w:t>外内</w:t>"), "{xml}");
}

#[test]
fn links_in_notes_belong_to_the_notes() {
    let mut document = sample::report();
    document.notes[0].body =
        vec![paragraph(vec![Inline::Link { href: "https://n.example".into(), content: vec![run("注")] }])];
    let parts = parts(&document);
    assert!(parts["word/_rels/footnotes.xml.rels"].contains("https://n.example"));
    assert!(!parts["word/_rels/document.xml.rels"].contains("https://n.example"));
}
