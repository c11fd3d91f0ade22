//! The container: parts in a fixed order at a fixed time, so that one report gives the same bytes every time.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::chart::ChartPart;
use super::house;
use super::link::Links;
use super::picture::{self, Images};
use super::reference::Reference;
use super::xml::Xml;
use crate::document::Style;
use crate::picture::{Image, Kind};

/// The parts that differ from report to report.
pub(super) struct Package<'a> {
    pub document: Vec<u8>,
    pub document_links: Links,
    pub charts: Vec<ChartPart>,
    pub images: Images,
    pub footnotes: Vec<u8>,
    pub footnote_links: Links,
    pub core: Vec<u8>,
    pub style: &'a Style,
    pub reference: Option<&'a Reference>,
}

impl Package<'_> {
    /// The bytes of the docx.
    pub fn bytes(&self) -> ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(self.document.len() / 4 + 16 * 1024)));
        let options = options();
        let mut add = |name: &str, bytes: &[u8]| -> ZipResult<()> {
            zip.start_file(name, options)?;
            Ok(zip.write_all(bytes)?)
        };
        let theme = self.reference.and_then(|reference| reference.theme.as_deref());
        let theme_type = if theme.is_some() { THEME_TYPE.to_owned() } else { String::new() };
        let chart_types: String = (1..=self.charts.len()).map(chart_types).collect();
        add("[Content_Types].xml", &content_types(&(theme_type + &chart_types + &self.image_types())))?;
        add("_rels/.rels", include_bytes!("../../../templates/docx/package.rels"))?;
        add("docProps/core.xml", &self.core)?;
        add("word/document.xml", &self.document)?;
        let mut links = Xml::new(DOCUMENT_RELATIONSHIPS);
        links.raw(if theme.is_some() { THEME_RELATIONSHIP } else { "" });
        for number in 1..=self.charts.len() {
            let (id, target) = (format!("chart{number}"), format!("charts/chart{number}.xml"));
            links.empty("Relationship", &[("Id", &id), ("Type", CHART_RELATIONSHIP), ("Target", &target)]);
        }
        for (place, image) in self.images.iter().enumerate() {
            let (id, target) = (picture::relation(place), media(place, image));
            links.empty("Relationship", &[("Id", &id), ("Type", IMAGE_RELATIONSHIP), ("Target", &target)]);
        }
        add("word/_rels/document.xml.rels", &relationships(links, &self.document_links))?;
        match self.reference {
            Some(reference) => add("word/styles.xml", &reference.styles)?,
            None => add("word/styles.xml", house::styles(STYLES, self.style).as_bytes())?,
        }
        if let Some(theme) = theme {
            add("word/theme/theme1.xml", theme)?;
        }
        add("word/settings.xml", include_bytes!("../../../templates/docx/settings.xml"))?;
        add("word/fontTable.xml", include_bytes!("../../../templates/docx/fontTable.xml"))?;
        add("word/footer1.xml", include_bytes!("../../../templates/docx/footer-odd.xml"))?;
        add("word/footer2.xml", include_bytes!("../../../templates/docx/footer-even.xml"))?;
        add("word/footnotes.xml", &self.footnotes)?;
        if !self.footnote_links.is_empty() {
            add("word/_rels/footnotes.xml.rels", &relationships(Xml::new(RELATIONSHIPS), &self.footnote_links))?;
        }
        for (number, chart) in (1..).zip(&self.charts) {
            let mut links = Xml::new(RELATIONSHIPS);
            let target = format!("../embeddings/chart{number}.xlsx");
            links.empty("Relationship", &[("Id", "data"), ("Type", PACKAGE_RELATIONSHIP), ("Target", &target)]);
            add(&format!("word/charts/chart{number}.xml"), &chart.xml)?;
            add(&format!("word/charts/_rels/chart{number}.xml.rels"), &relationships(links, &Links::default()))?;
            add(&format!("word/embeddings/chart{number}.xlsx"), &chart.workbook)?;
        }
        for (place, image) in self.images.iter().enumerate() {
            // What is packed already becomes no smaller.
            let stored = options.compression_method(CompressionMethod::Stored);
            zip.start_file(format!("word/{}", media(place, image)), stored)?;
            zip.write_all(image.bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }

    /// The types of the images there are.
    fn image_types(&self) -> String {
        let has = |kind: &&Kind| self.images.iter().any(|image| image.kind() == **kind);
        let kinds = [Kind::Png, Kind::Jpeg];
        let types = kinds
            .iter()
            .filter(has)
            .map(|kind| format!("<Default Extension=\"{}\" ContentType=\"{}\"/>", kind.extension(), kind.mime()));
        types.collect()
    }
}

/// Where an image stands, from the text that shows it.
fn media(place: usize, image: &Image) -> String {
    format!("media/image{}.{}", place + 1, image.kind().extension())
}

/// Parts as a package.
pub(super) fn zipped(parts: &[(&str, &[u8])]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, options())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// How each part is packed: at no time, readable by all.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
}

/// The types of a chart's parts.
fn chart_types(number: usize) -> String {
    format!(
        "<Override PartName=\"/word/charts/chart{number}.xml\" ContentType=\"{CHART_TYPE}\"/>\
         <Override PartName=\"/word/embeddings/chart{number}.xlsx\" ContentType=\"{WORKBOOK_TYPE}\"/>"
    )
}

/// The list of types with more.
fn content_types(more: &str) -> Vec<u8> {
    let types = CONTENT_TYPES.trim_end().trim_end_matches(TYPES_END);
    [types, more, TYPES_END].concat().into_bytes()
}

fn relationships(mut xml: Xml, links: &Links) -> Vec<u8> {
    links.write(&mut xml);
    xml.close("Relationships");
    xml.finish()
}

const STYLES: &str = include_str!("../../../templates/docx/styles.xml");

/// The types of the parts every document has.
const CONTENT_TYPES: &str = include_str!("../../../templates/docx/content-types.xml");
const TYPES_END: &str = "</Types>";
const THEME_TYPE: &str = r#"<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>"#;
const THEME_RELATIONSHIP: &str = r#"<Relationship Id="theme" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/>"#;

const CHART_TYPE: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const WORKBOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CHART_RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart";
const IMAGE_RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
const PACKAGE_RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package";

const RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;

/// The relationships every document has; the section names the footers' ids.
const DOCUMENT_RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="settings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>
<Relationship Id="fonts" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>
<Relationship Id="footnotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>
<Relationship Id="odd" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
<Relationship Id="even" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/>
"#;
