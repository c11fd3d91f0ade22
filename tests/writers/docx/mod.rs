//! Word files, looked at part by part and by the programs that open them.

mod chart;
mod frame;
mod hostile;
mod house;
mod imprint;
mod link;
mod open;
mod picture;
mod redline;
mod reference;
mod schema;
mod table;
mod text;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use fazhi::document::Document;
use fazhi::writers::{Options, Output, write};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::sample;

fn bytes(document: &Document) -> Vec<u8> {
    match write("docx", document, &Options::default()) {
        Ok(Output::Bytes(bytes)) => bytes,
        other => panic!("{other:?}"),
    }
}

/// The parts of the package by name.
fn parts(document: &Document) -> BTreeMap<String, String> {
    parts_of(bytes(document))
}

fn parts_of(bytes: Vec<u8>) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("an entry");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("parts are UTF-8");
        parts.insert(file.name().expect("a name").into_owned(), text);
    }
    parts
}

/// The document's XML, a paragraph or table element a line.
fn document_xml(document: &Document) -> String {
    by_line(&parts(document)["word/document.xml"])
}

fn by_line(xml: &str) -> String {
    ["<w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:sectPr>", "<w:footnote "]
        .iter()
        .fold(xml.to_owned(), |xml, tag| xml.replace(tag, &format!("\n{tag}")))
}

/// The line of the paragraph that holds `text`.
fn line_of(document: &Document, text: &str) -> String {
    let xml = document_xml(document);
    xml.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} is not in {xml}")).to_owned()
}

/// What a person reads: a paragraph a line, breaks as line ends.
fn shown(xml: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut reader = Reader::from_str(xml);
    let mut in_text = false;
    loop {
        let line = lines.last_mut().expect("never empty");
        match reader.read_event().expect("well-formed") {
            Event::Start(start) if start.name().as_ref() == "w:t" => in_text = true,
            Event::End(end) if end.name().as_ref() == "w:t" => in_text = false,
            Event::End(end) if end.name().as_ref() == "w:p" => lines.push(String::new()),
            Event::Empty(empty) if empty.name().as_ref() == "w:br" => lines.push(String::new()),
            Event::Empty(empty) if empty.name().as_ref() == "w:tab" => line.push('\t'),
            Event::Text(text) if in_text => line.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if in_text => {
                let content = quick_xml::escape::unescape(&format!("&{};", reference.xml10_content()))
                    .expect("a known entity")
                    .into_owned();
                line.push_str(&content);
            }
            Event::Eof => return lines,
            _ => {}
        }
    }
}

#[test]
fn the_whole_of_a_small_report() {
    let parts = parts(&sample::report());
    insta::assert_snapshot!("document", by_line(&parts["word/document.xml"]));
    insta::assert_snapshot!("footnotes", by_line(&parts["word/footnotes.xml"]));
    insta::assert_snapshot!("relationships", parts["word/_rels/document.xml.rels"]);
    insta::assert_snapshot!("core", parts["docProps/core.xml"]);
}

#[test]
fn the_package_holds_these_parts_in_this_order_and_no_time() {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes(&sample::report()))).expect("a zip");
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index(index).expect("an entry");
        assert_eq!(file.last_modified(), Some(zip::DateTime::DEFAULT), "{:?}", file.name());
        names.push(file.name().expect("a name").into_owned());
    }
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/footnotes.xml",
        ]
    );
}
