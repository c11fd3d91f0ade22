//! Pictures in every format, whole pieces of the output compared.

use fazhi::document::{Block, Document};
use fazhi::picture::Image;
use fazhi::writers::Options;

use super::{sample, text, text_with};
use crate::picture::FLAG;

/// From the first line that holds `from` to the one that holds `to`.
fn between(text: &str, from: &str, to: &str) -> String {
    let mut found = String::new();
    for line in text.lines().skip_while(|line| !line.contains(from)) {
        found.push_str(line);
        found.push('\n');
        if line.contains(to) {
            return found;
        }
    }
    panic!("no {to} behind {from} in {text}")
}

/// The page with the bytes of images as their number.
fn bare(page: &str) -> String {
    let mut pieces = page.split(";base64,");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (bytes, rest) = piece.split_once('"').expect("the attribute ends");
        out.push_str(&format!(";base64,({})\"{rest}", bytes.len()));
    }
    out
}

#[test]
fn markdown_names_the_file_as_the_report_does() {
    let written = text("md", &sample::illustrated());
    assert_eq!(between(&written, "![", "b.jpg"), "![宣誓\\<一>“现场”［注1］](图/宣誓%201.png)\n\n![](b.jpg)\n");
}

#[test]
fn text_says_that_there_is_a_picture() {
    let written = text("txt", &sample::illustrated());
    assert_eq!(between(&written, "【图", "【图】"), "　　【图：宣誓<一>“现场”［注1］】\n　　【图】\n");
}

#[test]
fn a_page_has_the_bytes_in_itself() {
    let written = text("html", &sample::illustrated());
    let mark = "<sup><a href=\"#note-1\" role=\"doc-noteref\">［注1］</a></sup>";
    assert_eq!(
        bare(&between(&written, "<figure", "</figure>")),
        format!(
            "<figure class=\"picture\"><img width=\"160\" height=\"100\" alt=\"宣誓&lt;一&gt;“现场”\" \
             src=\"data:image/png;base64,({})\"><figcaption>宣誓&lt;一&gt;“现场”{mark}</figcaption></figure>\n",
            kept().len().div_ceil(3) * 4
        )
    );
    use base64::Engine;
    let encoded = base64::engine::general_purpose::STANDARD.encode(kept());
    assert_eq!(written.matches(&encoded).count(), 2, "the picture is printed twice");
    assert!(written.contains("<img width=\"120\" height=\"400\" alt=\"\" src=\"data:image/jpeg;base64,"), "{written}");
    assert!(!written.contains("<figcaption></figcaption>"));
}

/// The bytes of the flag as they are printed.
fn kept() -> Vec<u8> {
    Image::read(FLAG).expect("a PNG").bytes().to_vec()
}

#[test]
fn a_fragment_needs_no_styles_of_the_page() {
    let options = Options { fragment: true, ..Options::default() };
    let written = bare(&text_with("html", &sample::illustrated(), &options));
    assert_eq!(
        between(&written, "<figure", "</figure>").split(" alt=").next(),
        Some(
            "<figure style=\"margin:1em 0;text-align:center\">\
             <img style=\"max-width:100%;height:auto\" width=\"160\" height=\"100\""
        )
    );
    assert!(!written.contains("class="), "{written}");
}

#[test]
fn a_template_of_the_users_own_prints_pictures_too() {
    let templates = fazhi::writers::template::Templates::new(vec![(
        "page.html".to_owned(),
        "{% for block in body %}{% if block.type == \"picture\" %}{{ block.path }} {{ block | html }}{% endif %}{% endfor %}".to_owned(),
    )]);
    let own = text_with("html", &sample::illustrated(), &Options { templates, ..Options::default() });
    let built_in = text("html", &sample::illustrated());
    assert_eq!(own.matches("图/宣誓 1.png <figure").count() + own.matches("b.jpg <figure").count(), 2, "{own}");
    for figure in own.split("<figure").skip(1).filter_map(|rest| rest.split("</figure>").next()) {
        assert!(built_in.contains(&figure.replace(" id=\"note-1-mark\"", "")), "{figure}");
    }
}

#[test]
fn a_picture_that_was_not_read_leaves_its_words() {
    let mut document = sample::paragraphs(&[]);
    let image = Image::read(FLAG).expect("a PNG");
    document.body = vec![sample::picture("现场", "a.png", &image)];
    for block in &mut document.body {
        if let Block::Picture(picture) = block {
            picture.image = None;
        }
    }
    let page = text("html", &document);
    assert_eq!(
        between(&page, "<figure", "</figure>"),
        "<figure class=\"picture\"><figcaption>现场</figcaption></figure>\n"
    );
    assert!(text("txt", &document).contains("【图：现场】") && text("md", &document).contains("![现场](a.png)"));
    assert_ne!(document, Document::default());
}
