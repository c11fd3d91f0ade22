//! Tables, lists and notes of the body.

use fazhi::document::{Block, Document, Inline, List, Note, Table};

use super::sample::{self, line, paragraph, run};
use super::{document_xml, line_of, parts, shown};

fn table(columns: usize, rows: usize) -> Block {
    let row = |text: &str| (0..columns).map(|_| vec![run(text)]).collect::<Vec<_>>();
    Block::Table(Table { head: row("项"), rows: vec![row("1"); rows], ..Table::default() })
}

fn body(body: Vec<Block>) -> Document {
    Document { body, ..sample::paragraphs(&[]) }
}

/// The widths of the columns, a list a table.
fn grids(xml: &str) -> Vec<Vec<u32>> {
    let value = |rest: &str| rest.split('"').next().expect("a value ends").parse().expect("a number");
    let grid = |grid: &str| grid.split("<w:gridCol w:w=\"").skip(1).map(value).collect();
    xml.split("<w:tblGrid>").skip(1).map(|rest| grid(rest.split("</w:tblGrid>").next().expect("a grid ends"))).collect()
}

#[test]
fn a_table_is_as_wide_as_the_text_whatever_it_holds() {
    let long = "很长的一格".repeat(100);
    let uneven = Block::Table(Table {
        head: vec![vec![run("甲")], vec![run("乙")]],
        rows: vec![vec![vec![run(&long)], vec![run("1")]]],
        ..Table::default()
    });
    for block in [table(1, 1), table(7, 2), table(63, 1), uneven] {
        let grids = grids(&document_xml(&body(vec![block])));
        assert_eq!(grids.len(), 1);
        assert_eq!(grids[0].iter().sum::<u32>(), 8844);
        assert!(grids[0].iter().all(|&width| width > 100), "{grids:?}");
    }
}

#[test]
fn a_table_too_wide_for_word_is_cut_into_several() {
    let xml = document_xml(&body(vec![table(150, 2)]));
    assert_eq!(grids(&xml).iter().map(Vec::len).collect::<Vec<_>>(), [63, 63, 24]);
    assert_eq!(shown(&xml).iter().filter(|line| *line == "1").count(), 300);
}

#[test]
fn the_head_row_repeats_and_no_row_is_torn() {
    let xml = document_xml(&body(vec![table(2, 3)]));
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(xml.matches("<w:cantSplit/>").count(), 4);
}

#[test]
fn two_tables_do_not_touch_and_none_ends_the_text() {
    let xml = document_xml(&body(vec![table(1, 1), table(1, 1)]));
    let spacer = "<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/></w:pPr></w:p>";
    assert!(xml.contains(&format!("</w:tbl>\n{spacer}\n<w:tbl>")), "{xml}");
    assert!(xml.contains(&format!("</w:tbl>\n{spacer}\n<w:sectPr>")), "{xml}");
}

#[test]
fn a_table_at_the_end_goes_with_the_signature() {
    let mut document = body(vec![table(1, 2)]);
    document.date = Some(line("2022年1月10日"));
    assert_eq!(document_xml(&document).matches("<w:keepNext/>").count(), 1);
}

#[test]
fn list_marks_are_typed() {
    let inner = List { items: vec![vec![paragraph(vec![run("丙")])], vec![]], ..List::default() };
    let outer = List {
        start: Some(9),
        items: vec![
            vec![paragraph(vec![run("甲")]), paragraph(vec![run("续")]), Block::List(inner)],
            vec![table(1, 1)],
        ],
        ..List::default()
    };
    let document = body(vec![Block::List(outer)]);
    let shown = shown(&document_xml(&document));
    assert_eq!(shown[1..8], ["9. 甲", "续", "• 丙", "• ", "10. ", "项", "1"]);
    assert!(line_of(&document, "续").contains("w:leftChars=\"200\""));
    assert!(!document_xml(&document).contains("w:numPr"));
}

#[test]
fn a_note_is_marked_once_and_numbered_again_after_that() {
    let note = |text: &str| Note { body: vec![paragraph(vec![run(text), Inline::Note { index: 0 }])] };
    let mut document = body(vec![paragraph(vec![
        run("甲"),
        Inline::Note { index: 1 },
        Inline::Note { index: 1 },
        Inline::Note { index: 7 },
    ])]);
    document.notes = vec![note("无人提及"), note("注")];
    let parts = parts(&document);
    assert_eq!(parts["word/document.xml"].matches("<w:footnoteReference w:id=\"2\"/>").count(), 1);
    assert_eq!(shown(&parts["word/document.xml"])[1], "甲28");
    assert!(!parts["word/footnotes.xml"].contains("无人提及"));
    assert_eq!(shown(&parts["word/footnotes.xml"])[2], " 注1");
}
