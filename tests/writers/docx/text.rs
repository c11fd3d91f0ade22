//! Runs: what one looks like in Word's XML.

use fazhi::document::{Block, Inline, Paragraph};
use fazhi::place::Place;

use super::line_of;
use super::sample::{self, emphasis, heading, paragraph, run, strong};

/// The runs of a paragraph.
fn runs(content: Vec<Inline>) -> String {
    let mut document = sample::paragraphs(&[]);
    document.body = vec![paragraph(content)];
    let line = line_of(&document, r#"w:val="BodyText""#);
    let runs = line.strip_prefix(r#"<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>"#).expect("the properties");
    runs.strip_suffix("</w:p>").expect("a paragraph").to_owned()
}

#[test]
fn text_of_one_face_is_one_run() {
    assert_eq!(runs(vec![run("一是"), run("全年83件"), run("；")]), "<w:r><w:t>一是全年83件；</w:t></w:r>");
    assert_eq!(
        runs(vec![run("甲"), strong("乙"), emphasis("丙")]),
        "<w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r>\
         <w:r><w:rPr><w:rStyle w:val=\"Emphasis\"/></w:rPr><w:t>丙</w:t></w:r>"
    );
}

#[test]
fn marks_both_scripts_have_are_told_to_be_chinese() {
    for mark in ["“", "”", "‘", "’", "…", "—", "·", "×", "①", "→"] {
        let text = format!("<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t>甲{mark}乙</w:t></w:r>");
        assert_eq!(runs(vec![run(&format!("甲{mark}乙"))]), text);
    }
    assert_eq!(runs(vec![run("《甲》，（乙）2021—")]).matches("w:hint").count(), 1);
    assert_eq!(runs(vec![run("《甲》，（乙）ABC 83.5%")]).matches("w:hint").count(), 0);
}

#[test]
fn what_is_to_be_filled_is_yellow() {
    let unfilled = Inline::Unfilled { name: "件数".into(), place: Place::default() };
    assert_eq!(
        runs(vec![run("收到"), unfilled]),
        "<w:r><w:t>收到</w:t></w:r><w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t>【待填：件数】</w:t></w:r>"
    );
}

#[test]
fn blanks_and_breaks_are_kept() {
    let blanks = "<w:r><w:t xml:space=\"preserve\"> 甲  乙</w:t><w:br/><w:t>丙</w:t></w:r>";
    assert_eq!(runs(vec![run(" 甲  乙"), Inline::Break, run("丙")]), blanks);
}

#[test]
fn a_run_in_heading_has_its_face_and_no_outline_level() {
    for (level, style, font) in
        [(1, "RunIn1", "黑体"), (2, "RunIn2", "楷体_GB2312"), (3, "RunIn3", ""), (7, "RunIn3", "")]
    {
        let mut document = sample::paragraphs(&[]);
        document.body = vec![Block::Paragraph(Paragraph {
            heading: Some(heading(level, "（一）", "依法行政")),
            content: vec![run("全年")],
            ..Paragraph::default()
        })];
        let fonts = match font {
            "" => String::new(),
            font => format!("<w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\"/>"),
        };
        assert_eq!(
            line_of(&document, "依法行政"),
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"{style}\"/>{fonts}</w:rPr>\
                 <w:t>（一）依法行政。</w:t></w:r><w:r><w:t>全年</w:t></w:r></w:p>"
            )
        );
    }
}

#[test]
fn a_heading_alone_is_one_of_word_with_its_number_typed() {
    for (level, style) in
        [(1, "Heading1"), (2, "Heading2"), (3, "Heading3"), (4, "Heading4"), (6, "Heading6"), (99, "Heading6")]
    {
        let mut document = sample::paragraphs(&[]);
        document.body = vec![Block::Heading(heading(level, "一、", "成效"))];
        assert_eq!(
            line_of(&document, "成效"),
            format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>一、成效</w:t></w:r></w:p>")
        );
    }
}
