//! Charts of Word's own, and the workbooks in them.

use std::io::{Cursor, Read};

use super::{by_line, bytes, sample};
use fazhi::document::Document;

/// A part of the package as text.
fn part(package: &[u8], name: &str) -> String {
    String::from_utf8(raw(package, name)).expect("a part of text")
}

fn raw(package: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a zip");
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap_or_else(|_| panic!("{name}")).read_to_end(&mut bytes).expect("it can be read");
    bytes
}

#[test]
fn charts_stand_on_a_page_of_their_own_and_are_told_in_words() {
    let package = bytes(&sample::charted());
    let xml = by_line(&part(&package, "word/document.xml"));
    let lines: Vec<&str> = xml.lines().skip_while(|line| !line.contains("<w:t>数据图<")).collect();
    assert!(lines[0].contains("<w:pageBreakBefore/>"), "{}", lines[0]);
    assert!(lines[1].contains("\"Caption\"") && lines[1].contains("行政复议（件）：2021年与2020年"), "{}", lines[1]);
    let words = "收到的“行政复议”申请&lt;一&gt;：2021年约93件，2020年72件；办结：2021年0件，2020年1.2万件。";
    for expected in ["<w:keepNext/>", r#"<w:color w:val="8c1114"/></w:rPr><w:t>■<"#, "<w:t>2021年<", "　　■<"] {
        assert!(lines[2].contains(expected), "{expected} in {}", lines[2]);
    }
    assert!(lines[3].contains(&format!("descr=\"{words}\"")), "{}", lines[3]);
    assert!(lines[5].contains("descr=\"保留：34件（66.67%）；废止：17件（33.33%）。\""), "{}", lines[5]);
    for (index, line) in [(1, lines[3]), (2, lines[5])] {
        assert!(line.contains(&format!("<wp:docPr id=\"{index}\" name=\"数据图{index}\"")), "{line}");
        assert!(line.contains(&format!("r:id=\"chart{index}\"")), "{line}");
    }
}

#[test]
fn a_chart_holds_its_numbers_twice_and_both_agree() {
    let package = bytes(&sample::charted());
    let chart = part(&package, "word/charts/chart1.xml");
    for expected in [
        "<c:f>Sheet1!$A$2:$A$3</c:f>",
        "<c:f>Sheet1!$C$1</c:f>",
        "<c:f>Sheet1!$C$2:$C$3</c:f>",
        "<c:pt idx=\"1\"><c:v>12000</c:v></c:pt>",
        "<c:v>收到的“行政复议”申请&lt;一&gt;</c:v>",
        "formatCode=\"General&quot;件&quot;\"",
        "<a:t>约93件</a:t>",
        "<a:t>1.2万件</a:t>",
    ] {
        assert!(chart.contains(expected), "{expected} in {chart}");
    }
    assert!(!chart.contains("<a:t>72件"), "what the number says itself follows the number");
    let workbook = raw(&package, "word/embeddings/chart1.xlsx");
    let sheet = part(&workbook, "xl/worksheets/sheet1.xml");
    let row = "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">办结</t></is></c>\
               <c r=\"B3\"><v>0</v></c><c r=\"C3\"><v>12000</v></c></row>";
    assert!(sheet.contains(row), "{sheet}");
    let links = part(&package, "word/charts/_rels/chart1.xml.rels");
    assert!(links.contains("Id=\"data\"") && links.contains("../embeddings/chart1.xlsx"), "{links}");
    assert_eq!(package, bytes(&sample::charted()));
}

#[test]
fn a_chart_higher_than_a_page_is_continued() {
    let mut document: Document = sample::charted();
    let row = document.charts[0].rows[0].clone();
    document.charts.truncate(1);
    document.charts[0].rows = vec![row; 30];
    let package = bytes(&document);
    let xml = part(&package, "word/document.xml");
    assert_eq!(xml.matches("<c:chart ").count(), 4);
    assert_eq!(xml.matches("2020年（续）").count(), 3);
    assert!(part(&package, "[Content_Types].xml").contains("/word/charts/chart4.xml"));
    let rows = |number: usize| part(&package, &format!("word/charts/chart{number}.xml"));
    for (number, count) in [(1, 8), (2, 8), (3, 8), (4, 6)] {
        let chart = rows(number);
        assert!(chart.contains(&format!("<c:ptCount val=\"{count}\"/>")), "{number}");
        assert!(chart.contains("<c:orientation val=\"minMax\"/><c:max val=\"93\"/><c:min val=\"0\"/>"), "{number}");
    }
}
