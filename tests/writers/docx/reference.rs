//! A Word file of the unit's own that lends its styles.

use std::io::{Cursor, Write};

use fazhi::message::Lang;
use fazhi::writers::docx::Reference;
use fazhi::writers::{Options, Output, write};

use super::{parts_of, sample, schema};

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults/>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="Heading 1"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:link w:val="Title"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Title"><w:name w:val="标题 1 字符"/><w:link w:val="1"/></w:style>
</w:styles>"#;

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a new part");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// The parts of the sample report in the styles of a reference.
fn parts_in_style(reference: &[u8]) -> std::collections::BTreeMap<String, String> {
    let reference = Reference::read(reference).expect("a docx");
    let options = Options { reference: Some(reference.into()), ..Options::default() };
    match write("docx", &sample::report(), &options) {
        Ok(Output::Bytes(bytes)) => parts_of(bytes),
        other => panic!("{other:?}"),
    }
}

#[test]
fn styles_of_the_same_name_are_taken_under_our_ids() {
    let parts = parts_in_style(&package(&[("word/styles.xml", STYLES)]));
    let styles = &parts["word/styles.xml"];
    let expected = r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:link w:val="ReferenceTitle"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="ReferenceTitle"><w:name w:val="标题 1 字符"/><w:link w:val="Heading1"/></w:style>"#;
    assert!(styles.contains(expected), "{styles}");
    schema::check_styles(&parts);
    assert!(!parts["[Content_Types].xml"].contains("theme"));
}

#[test]
fn the_theme_comes_along() {
    let theme = r#"<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T"/>"#;
    let parts = parts_in_style(&package(&[("word/styles.xml", STYLES), ("word/theme/theme1.xml", theme)]));
    assert_eq!(parts["word/theme/theme1.xml"], theme);
    assert!(parts["[Content_Types].xml"].ends_with("theme+xml\"/></Types>"));
    assert!(parts["word/_rels/document.xml.rels"].contains("theme/theme1.xml"));
}

#[test]
fn the_grid_is_that_of_the_styles() {
    let section = |grid: &str| {
        let document = format!("<w:body><w:docGrid w:linePitch=\"1\"/><w:p/><w:sectPr>{grid}</w:sectPr></w:body>");
        let parts = parts_in_style(&package(&[("word/styles.xml", STYLES), ("word/document.xml", &document)]));
        schema::check_styles(&parts);
        let document = &parts["word/document.xml"];
        let start = document.rfind("<w:cols").expect("a section");
        document[start..].split("</w:sectPr>").next().expect("its end").to_owned()
    };
    let columns = r#"<w:cols w:space="425"/>"#;
    let lines = r#"<w:docGrid w:type="lines" w:linePitch="312"/>"#;
    assert_eq!(section(lines), format!("{columns}{lines}"));
    let odd = r#"<w:docGrid w:type="boxes" w:linePitch="x" w:charSpace="-849" w:more="1"/>"#;
    assert_eq!(section(odd), format!(r#"{columns}<w:docGrid w:charSpace="-849"/>"#));
    let parts = parts_in_style(&package(&[("word/styles.xml", STYLES)]));
    assert!(!parts["word/document.xml"].contains("docGrid"), "a file without a page has no grid");
}

#[test]
fn our_own_file_as_reference_changes_nothing() {
    let Ok(Output::Bytes(plain)) = write("docx", &sample::report(), &Options::default()) else { panic!("no bytes") };
    let without_blanks = |xml: &str| xml.split_whitespace().collect::<String>();
    let (mut with, mut without) = (parts_in_style(&plain), parts_of(plain));
    assert_eq!(
        without_blanks(&with.remove("word/styles.xml").expect("styles")),
        without_blanks(&without.remove("word/styles.xml").expect("styles"))
    );
    for parts in [&mut with, &mut without] {
        parts.insert("[Content_Types].xml".into(), without_blanks(&parts["[Content_Types].xml"]));
    }
    assert_eq!(with, without);
}

#[test]
fn what_is_no_word_file_is_refused() {
    let cases = [
        ("无".as_bytes().to_vec(), "invalid Zip archive"),
        (package(&[("a.txt", "甲")]), "word/styles.xml"),
        (package(&[("word/styles.xml", "<styles/>")]), "w:styles"),
        (package(&[("word/styles.xml", STYLES.trim_end_matches("</w:styles>"))]), "w:styles"),
        (
            package(&[(
                "word/styles.xml",
                &STYLES.replace("</w:docDefaults>", "").replace("<w:docDefaults/>", "</w:x>"),
            )]),
            "ill-formed",
        ),
    ];
    for (bytes, reason) in cases {
        let said = Reference::read(&bytes).expect_err("it is no docx").text(Lang::En);
        assert!(said.starts_with("the styles of the reference document cannot be read: "), "{said}");
        assert!(said.contains(reason), "{said}");
    }
}
