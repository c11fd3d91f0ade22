//! 花脸稿: one text with what was deleted and inserted.

use fazhi::document::redline::{Change, Passage, Piece};
use fazhi::writers::docx::redline;

use super::{by_line, parts_of};

fn passage(level: u8, pieces: &[(Change, &str)]) -> Passage {
    let piece = |(change, text): &(Change, &str)| Piece { change: *change, text: (*text).to_owned() };
    Passage { level, pieces: pieces.iter().map(piece).collect() }
}

#[test]
fn deletions_are_struck_out_and_insertions_underlined() {
    let passages = [
        passage(1, &[(Change::Same, "一、主要举措")]),
        passage(
            0,
            &[(Change::Same, "收到"), (Change::Deleted, "83"), (Change::Inserted, "91"), (Change::Same, "件。")],
        ),
    ];
    let parts = parts_of(redline::write("对照稿", &passages).expect("it can be written"));
    let xml = by_line(&parts["word/document.xml"]);
    let (_, body) = xml.split_once("<w:p>").expect("there are paragraphs");
    let (body, _) = body.split_once("<w:sectPr>").expect("there is a page");
    let lines: Vec<&str> = body.lines().filter(|line| line.contains("<w:t>")).skip(1).map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>一、主要举措</w:t></w:r></w:p>",
            "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:t>收到</w:t></w:r>\
             <w:r><w:rPr><w:strike/><w:color w:val=\"C00000\"/></w:rPr><w:t>83</w:t></w:r>\
             <w:r><w:rPr><w:color w:val=\"0000FF\"/><w:u w:val=\"single\"/></w:rPr><w:t>91</w:t></w:r>\
             <w:r><w:t>件。</w:t></w:r></w:p>",
        ]
    );
    super::schema::check_styles(&parts);
    assert!(super::schema::check_order("document", &parts["word/document.xml"]) > 10);
    let again = parts_of(redline::write("对照稿", &passages).expect("it can be written"));
    assert_eq!(again, parts);
}
