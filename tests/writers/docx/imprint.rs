//! 版记 on the last page, an even one.

use fazhi::document::{Document, Inline, Letterhead, Note};

use super::sample::{self, line, paragraph, run};
use super::{document_xml, shown};

/// A text of so many lines under the title of one line and the blank one, and 版记 of two lines.
fn of_lines(lines: usize) -> Document {
    let letterhead = Letterhead {
        mark: vec!["某县人民政府".into()],
        printer: "某县人民政府办公室".into(),
        printed: "2022年1月12日".into(),
        copies: vec!["县人大常委会".into()],
        ..Letterhead::default()
    };
    let mut document = sample::paragraphs(&vec!["法"; lines]);
    document.letterhead = Some(letterhead);
    document
}

/// The section 版记 begins, where it begins one.
fn section(document: &Document) -> Option<String> {
    let xml = document_xml(document);
    let last = xml.rsplit("<w:sectPr>").next().expect("a section").to_owned();
    let is_own = last.contains(r#"<w:type w:val="evenPage"/>"#);
    assert_eq!(xml.matches("<w:sectPr>").count(), 1 + usize::from(is_own), "{xml}");
    is_own.then_some(last)
}

/// How 版记 stands after texts of so many lines: on the page of the text, on the next, on one after a blank page.
fn feet(lines: std::ops::Range<usize>) -> String {
    let foot = |lines| match section(&of_lines(lines)) {
        None => '=',
        Some(section) if section.contains("<w:titlePg/>") => '-',
        Some(_) => '+',
    };
    lines.map(foot).collect()
}

#[test]
fn the_imprint_stands_on_an_even_page() {
    // The red head and the title take half of the first page; where the end is in doubt a blank page is left.
    assert_eq!(feet(1..35), "+++++++-=================-----++++");
}

#[test]
fn the_box_grows_upward_from_the_foot_of_the_text() {
    let mut document = of_lines(20);
    let height = |document: &Document| {
        let xml = document_xml(document);
        let style =
            xml.split("<v:rect style=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a box").to_owned();
        assert!(style.contains("mso-position-vertical:bottom;mso-position-vertical-relative:margin"), "{style}");
        style.split(";height:").nth(1).expect("a height").to_owned()
    };
    assert_eq!(height(&document), "57pt");
    document.letterhead.as_mut().expect("one").copies = vec!["县直各部门".into(); 12];
    assert_eq!(height(&document), "115pt");
}

#[test]
fn notes_at_the_foot_of_the_page_leave_no_room_for_the_imprint() {
    let mut document = of_lines(20);
    assert_eq!(section(&document), None);
    document.body.push(paragraph(vec![run("法"), Inline::Note { index: 0 }]));
    document.notes = vec![Note { body: vec![paragraph(vec![run("注。")])] }];
    assert!(section(&document).is_some_and(|section| section.contains("<w:titlePg/>")));
}

#[test]
fn the_section_before_it_ends_with_the_last_paragraph() {
    let mut document = of_lines(3);
    document.date = Some(line("2022年1月10日"));
    let xml = document_xml(&document);
    let date = xml.split("<w:p>").find(|paragraph| paragraph.contains("1月10日")).expect("a date");
    assert!(date.contains("</w:sectPr></w:pPr>"), "{date}");
    let shown = shown(&xml);
    assert!(shown.contains(&"\t某县人民政府办公室\t2022年1月12日印发".to_owned()), "{shown:?}");
}

#[test]
fn without_an_imprint_there_is_one_section() {
    let mut document = of_lines(3);
    document.letterhead = None;
    assert_eq!(section(&document), None);
    assert!(!document_xml(&document).contains("<v:rect"));
}
