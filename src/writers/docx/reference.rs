//! A unit's own Word file that lends its styles.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer, XmlVersion};
use zip::ZipArchive;

use super::grid::Grid;
use crate::message::Message;

/// The styles of a Word file, completed with those of ours it lacks, under the ids we write.
///
/// Styles are told apart by kind and name, since Word gives them ids in the user's language. Numbering is left out:
/// our numbers are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub(super) styles: Vec<u8>,
    /// The colours and fonts the styles may refer to.
    pub(super) theme: Option<Vec<u8>>,
    /// The grid its styles are made for.
    pub(super) grid: Option<Grid>,
}

/// The prefix our styles are written with.
const NAMESPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// No part that is read may be larger.
const LARGEST: u64 = 8 * 1024 * 1024;

impl Reference {
    /// Reads a docx.
    ///
    /// # Errors
    /// It is no docx, or its styles are not the XML they should be.
    pub fn read(docx: &[u8]) -> Result<Self, Message> {
        let faulty = |reason: String| crate::message!("writers.docx_reference", reason = reason);
        let mut archive = ZipArchive::new(Cursor::new(docx)).map_err(|error| faulty(error.to_string()))?;
        let styles = part(&mut archive, "word/styles.xml").map_err(faulty)?;
        if !styles.contains(NAMESPACE) || !styles.trim_end().ends_with("</w:styles>") {
            return Err(faulty("word/styles.xml: w:styles".to_owned()));
        }
        let theme = part(&mut archive, "word/theme/theme1.xml").ok();
        let document = part(&mut archive, "word/document.xml").unwrap_or_default();
        Ok(Self {
            styles: complete(&styles).map_err(|error| faulty(error.to_string()))?,
            // Pictures of a theme are parts of their own, which do not come along.
            theme: theme.filter(|theme| !theme.contains("r:embed")).map(String::into_bytes),
            grid: Grid::read(&document),
        })
    }
}

/// A part of the package as text.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, String> {
    let file = archive.by_name(name).map_err(|error| format!("{name}: {error}"))?;
    let mut text = String::new();
    file.take(LARGEST).read_to_string(&mut text).map_err(|error| format!("{name}: {error}"))?;
    Ok(text)
}

/// What tells a style: its kind (paragraph, character …) and its name, in lower case.
type Name = (String, String);

/// A style as it stands in its sheet.
struct Style<'a> {
    name: Name,
    id: String,
    xml: &'a str,
}

/// The reference's sheet with our ids, and our styles it has none for.
fn complete(sheet: &str) -> Result<Vec<u8>, quick_xml::Error> {
    let ours = styles(include_str!("../../../templates/docx/styles.xml"))?;
    let theirs = styles(sheet)?;
    let ids = ids(&ours, &theirs);
    let lacking = ours.iter().filter(|style| !theirs.iter().any(|other| other.name == style.name));
    let lacking: String = lacking.map(|style| style.xml).collect();
    rewrite(sheet, &ids, &lacking)
}

/// The styles of a sheet, in order.
fn styles(sheet: &str) -> Result<Vec<Style<'_>>, quick_xml::Error> {
    let mut reader = Reader::from_str(sheet);
    let mut styles: Vec<Style> = Vec::new();
    let mut start = 0;
    let mut open = None;
    loop {
        let before = position(&reader);
        match reader.read_event()? {
            Event::Start(element) if element.name().as_ref() == "w:style" => {
                start = before;
                open = Some((value(&element, "w:type"), value(&element, "w:styleId"), String::new()));
            }
            Event::Empty(element) if element.name().as_ref() == "w:name" => {
                if let Some((_, _, name)) = &mut open {
                    *name = value(&element, "w:val").to_lowercase();
                }
            }
            Event::End(element) if element.name().as_ref() == "w:style" => {
                if let Some((kind, id, name)) = open.take() {
                    styles.push(Style { name: (kind, name), id, xml: &sheet[start..position(&reader)] });
                }
            }
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).expect("a position in memory")
}

/// An attribute's value; empty where there is none.
pub(super) fn value(element: &BytesStart, name: &str) -> String {
    let attribute = element.try_get_attribute(name).ok().flatten();
    attribute
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
        .unwrap_or_default()
        .into_owned()
}

/// Their ids and what they become: ours for a style of the same name; one that stands in our way moves aside.
fn ids(ours: &[Style], theirs: &[Style]) -> BTreeMap<String, String> {
    let new_id = |style: &Style| match ours.iter().find(|our| our.name == style.name) {
        Some(our) => our.id.clone(),
        None if ours.iter().any(|our| our.id == style.id) => format!("Reference{}", style.id),
        None => style.id.clone(),
    };
    theirs.iter().map(|style| (style.id.clone(), new_id(style))).collect()
}

/// The sheet with new ids, without numbering, and `more` styles at its end.
fn rewrite(sheet: &str, ids: &BTreeMap<String, String>, more: &str) -> Result<Vec<u8>, quick_xml::Error> {
    let mut reader = Reader::from_str(sheet);
    let mut writer = Writer::new(Vec::with_capacity(sheet.len() + more.len()));
    loop {
        match reader.read_event()? {
            Event::Start(element) if element.name().as_ref() == "w:numPr" => {
                reader.read_to_end(element.name())?;
            }
            Event::Empty(element) if element.name().as_ref() == "w:numPr" => {}
            Event::Start(element) => writer.write_event(Event::Start(with_ids(element, ids)))?,
            Event::Empty(element) => writer.write_event(Event::Empty(with_ids(element, ids)))?,
            Event::End(element) if element.name().as_ref() == "w:styles" => {
                writer.get_mut().extend_from_slice(more.as_bytes());
                writer.write_event(Event::End(element))?;
            }
            Event::DocType(_) => {}
            Event::Eof => return Ok(writer.into_inner()),
            other => writer.write_event(other)?,
        }
    }
}

/// An element whose references to styles are renamed.
fn with_ids<'a>(element: BytesStart<'a>, ids: &BTreeMap<String, String>) -> BytesStart<'a> {
    let attribute = match element.name().as_ref() {
        "w:style" => "w:styleId",
        "w:basedOn" | "w:next" | "w:link" => "w:val",
        _ => return element,
    };
    let Some(id) = ids.get(&value(&element, attribute)) else { return element };
    let mut renamed = BytesStart::new(element.name().as_ref().to_owned());
    for other in element.attributes().flatten() {
        if other.key.as_ref() == attribute {
            renamed.push_attribute((attribute, id.as_str()));
        } else {
            renamed.push_attribute(other);
        }
    }
    renamed
}
