//! Core properties: title and author. No times: the machine's would differ from run to run.

use super::xml::Xml;
use crate::document::Document;
use crate::writers::printable;

/// The part `docProps/core.xml`.
pub(super) fn write(document: &Document) -> Vec<u8> {
    let mut xml = Xml::new(HEAD);
    let stage = document.stage.as_ref().map(crate::document::Line::plain).unwrap_or_default();
    let fields = [
        ("cp:contentStatus", stage),
        ("dc:creator", document.issuers.join("、")),
        ("dc:language", "zh-CN".to_owned()),
        ("dc:title", document.title_text()),
    ];
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        let value: String = value.chars().filter_map(printable).collect();
        xml.leaf(name, &[], &value);
    }
    xml.close("cp:coreProperties");
    xml.finish()
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"#;
