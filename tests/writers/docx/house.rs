//! House style in the parts of a Word file.

use super::sample;
use super::{document_xml, parts};
use fazhi::document::style::{Margins, Style};
use fazhi::document::{Block, Document, Paragraph};

/// The definition of a style in the sheet, on one line.
fn style(sheet: &str, id: &str) -> String {
    let start = sheet.find(&format!("w:styleId=\"{id}\"")).unwrap_or_else(|| panic!("no style {id}"));
    let own = &sheet[start..];
    own[..own.find("</w:style>").expect("it is closed")].split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fonts(western: &str, eastern: &str) -> String {
    format!("<w:rFonts w:ascii=\"{western}\" w:hAnsi=\"{western}\" w:eastAsia=\"{eastern}\"")
}

fn in_style(style: Style) -> Document {
    let run_in = Paragraph {
        heading: Some(sample::heading(1, "一、", "推进依法行政")),
        content: vec![sample::run("全年收到83件。")],
        ..Paragraph::default()
    };
    let mut document = sample::report();
    document.body.push(Block::Paragraph(run_in));
    document.style = style;
    document
}

#[test]
fn fonts_are_those_of_the_house() {
    let asked = Style {
        title_font: Some("华文中宋".into()),
        body_font: Some("宋体\"/><b>".into()),
        heading_fonts: vec!["微软雅黑".into(), String::new(), "隶书".into()],
        digit_font: Some("Times New Roman".into()),
        ..Style::default()
    };
    let parts = parts(&in_style(asked));
    let sheet = &parts["word/styles.xml"];
    assert!(!sheet.contains("仿宋_GB2312"));
    for (id, font) in [
        ("Normal", "宋体/b"),
        ("Title", "华文中宋"),
        ("Mark", "方正小标宋简体"),
        ("Heading1", "微软雅黑"),
        ("RunIn1", "微软雅黑"),
        ("Heading2", "楷体_GB2312"),
        ("Heading3", "隶书"),
        ("RunIn3", "隶书"),
        ("Heading6", "隶书"),
    ] {
        let style = style(sheet, id);
        assert!(style.contains(&fonts("Times New Roman", font)), "{id}: {style}");
    }
    assert!(parts["word/document.xml"].contains(&fonts("Times New Roman", "微软雅黑")), "the run-in heading");
    super::schema::check_order("word/styles.xml", sheet);
}

#[test]
fn the_page_is_that_of_the_house() {
    let margins = Margins { top: 1701, right: 1417, bottom: 1417, left: 1701 };
    let asked = Style { line_pitch: Some(600), margins: Some(margins), unnumbered: true, ..Style::default() };
    let document = in_style(asked);
    let xml = document_xml(&document);
    assert_eq!(
        xml.lines().last(),
        Some(
            "<w:sectPr><w:type w:val=\"evenPage\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" w:right=\"1417\" w:bottom=\"1417\" \
             w:left=\"1701\" w:header=\"851\" w:footer=\"839\" w:gutter=\"0\"/><w:cols w:space=\"425\"/>\
             <w:docGrid w:type=\"linesAndChars\" w:linePitch=\"600\" w:charSpace=\"-849\"/></w:sectPr></w:body></w:document>"
        )
    );
    assert!(style(&parts(&document)["word/styles.xml"], "Normal").contains("w:line=\"600\""));
    assert!(xml.contains("<w:tblW w:w=\"8788\""), "tables are as wide as the text");
}
