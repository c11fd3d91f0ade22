//! The workbook inside a chart: what Word opens when somebody edits the chart's numbers.

use super::chart::{clean, decimal};
use super::package::zipped;
use super::xml::Xml;
use crate::document::chart::Chart;

/// The bytes of an xlsx: the names of the things in the first column, a series in each of the next.
pub(super) fn write(chart: &Chart) -> Vec<u8> {
    let parts: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONSHIPS.as_bytes()),
        ("xl/worksheets/sheet1.xml", &sheet(chart)),
    ];
    zipped(&parts).expect("a vector takes every byte")
}

/// The letter of a column, counted from 0.
pub(super) fn column(index: usize) -> char {
    char::from(b'A' + u8::try_from(index.min(25)).unwrap_or(25))
}

fn sheet(chart: &Chart) -> Vec<u8> {
    let mut xml = Xml::new(SHEET);
    xml.open("row", &[("r", "1")]);
    for (index, name) in chart.series.iter().enumerate() {
        write_text(&mut xml, index + 1, 1, name);
    }
    xml.close("row");
    for (index, row) in chart.rows.iter().enumerate() {
        let number = index + 2;
        xml.open("row", &[("r", &number.to_string())]);
        write_text(&mut xml, 0, number, &row.name);
        for (index, bar) in row.bars.iter().enumerate() {
            xml.open("c", &[("r", &format!("{}{number}", column(index + 1)))]);
            xml.leaf("v", &[], &decimal(bar.value));
            xml.close("c");
        }
        xml.close("row");
    }
    xml.raw("</sheetData></worksheet>");
    xml.finish()
}

fn write_text(xml: &mut Xml, at: usize, row: usize, text: &str) {
    xml.open("c", &[("r", &format!("{}{row}", column(at))), ("t", "inlineStr")]);
    xml.open("is", &[]);
    xml.leaf("t", &[("xml:space", "preserve")], &clean(text));
    xml.close("is");
    xml.close("c");
}

const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"#,
    r#"<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#,
    r#"</Types>"#,
);

const RELATIONSHIPS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>"#,
    r#"</Relationships>"#,
);

const WORKBOOK: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#,
    r#"<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
);

const WORKBOOK_RELATIONSHIPS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>"#,
    r#"</Relationships>"#,
);

const SHEET: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
);
