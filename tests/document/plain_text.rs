use fazhi::document::text::parse;
use fazhi::document::{Block, Heading, Inline, PlainText};
use fazhi::figures::placeholder::{Expansion, Piece};
use fazhi::place::{Place, Where};

const PLACE: Place = Place(3);

/// `收到**${x}**\n件。` with the value 83, run into a heading.
fn paragraph() -> PlainText {
    let pieces = vec![
        Piece::Typed { text: "收到**".to_owned(), range: 0..8 },
        Piece::Value { text: "83".to_owned(), range: 8..12 },
        Piece::Typed { text: "**\n件。“完！”了".to_owned(), range: 12..36 },
    ];
    let parsed = parse(&Expansion { pieces }, PLACE, 0);
    let [Block::Paragraph(paragraph)] = parsed.blocks.as_slice() else { panic!("{:?}", parsed.blocks) };
    let mut paragraph = paragraph.clone();
    let content = vec![Inline::composed("复议", Place(4))];
    paragraph.heading =
        Some(Heading { number: "（一）".to_owned(), content, place: Place(2), ..Heading::default() });
    PlainText::of_paragraph(&paragraph)
}

#[test]
fn every_byte_leads_back() {
    let plain = paragraph();
    assert_eq!(plain.text, "（一）复议。收到83件。“完！”了");
    let locate = |part: &str| {
        let start = plain.text.find(part).expect("the part is in the text");
        plain.locate(start..start + part.len())
    };
    assert_eq!(locate("收到"), Where::Range(PLACE, 0..6));
    assert_eq!(locate("到"), Where::Range(PLACE, 3..6));
    assert_eq!(locate("3"), Where::Range(PLACE, 8..12));
    assert_eq!(locate("83件"), Where::Range(PLACE, 8..18));
    assert_eq!(locate("到83"), Where::Range(PLACE, 3..12));
    assert_eq!(locate("一"), Where::Value(Place(2)));
    assert_eq!(locate("复议"), Where::Value(Place(4)));
    assert_eq!(locate("。收"), Where::Range(PLACE, 0..3));
    assert_eq!(plain.locate(400..401), Where::Value(Place::default()));
}

#[test]
fn sentences_keep_their_marks() {
    let plain = paragraph();
    let sentences: Vec<_> = plain.sentences().map(|range| &plain.text[range]).collect();
    assert_eq!(sentences, ["（一）复议。", "收到83件。", "“完！”", "了"]);
}
