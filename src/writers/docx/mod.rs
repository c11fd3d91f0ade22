//! Document -> docx: the page of GB/T 9704—2012, written part by part.
//!
//! The fixed parts (styles, settings, fonts, footers) are files in `templates/docx/`. A heading is a real heading,
//! a footnote a real footnote; numbers are typed text, since Word's lists are lost when a text is pasted into OA.

mod annex;
mod block;
mod chart;
mod footnote;
mod format;
mod front;
mod grid;
mod house;
mod imprint;
mod letterhead;
mod link;
mod measure;
mod package;
mod part;
mod picture;
mod properties;
pub mod redline;
mod reference;
mod signature;
mod style;
mod table;
mod workbook;
mod xml;

pub use self::reference::Reference;

use self::block::{Opening, Setting};
use self::house::{House, Section};
use self::package::Package;
use self::part::Part;
use super::{Options, Output};
use crate::document::Document;
use crate::message::Message;

/// Writes a Word file, in the styles of the reference where there is one.
pub fn write(document: &Document, options: &Options) -> Result<Output, Message> {
    let reference = options.reference.as_deref();
    pack(document, write_document(document, reference), reference).map(Output::Bytes)
}

/// The file of a document whose page is written.
fn pack(document: &Document, text: Part, reference: Option<&Reference>) -> Result<Vec<u8>, Message> {
    let footnotes = footnote::write(&document.notes, &text);
    let package = Package {
        document: text.xml.finish(),
        document_links: text.links,
        charts: text.charts,
        images: text.images,
        footnotes: footnotes.xml.finish(),
        footnote_links: footnotes.links,
        core: properties::write(document),
        style: &document.style,
        reference,
    };
    package.bytes().map_err(|error| crate::message!("writers.docx_container", reason = error.to_string()))
}

/// The page from top to bottom.
fn write_document(document: &Document, reference: Option<&Reference>) -> Part {
    let mut house = House::of(&document.style);
    if let Some(reference) = reference {
        house.grid.clone_from(&reference.grid);
    }
    let mut part = Part::new(HEAD, house, document.notes.len());
    if let Some(letterhead) = &document.letterhead {
        letterhead::write(&mut part, document, letterhead);
    }
    // 7.3.1: two blank lines below the red rule; a page without one begins with the title.
    front::write(&mut part, document, if document.letterhead.is_some() { 2 } else { 0 });
    let keep_last = signature::is_signed(document) || !document.annexes.is_empty();
    block::write(&mut part, &document.body, Setting { keep_last, ..Setting::of(style::BODY) }, &Opening::None);
    annex::write_list(&mut part, document);
    signature::write(&mut part, document);
    annex::write(&mut part, &document.annexes);
    chart::write(&mut part, &document.charts);
    let last = imprint::write(&mut part, document);
    finish(&mut part, document, last);
    part
}

/// The end of the last section.
fn finish(part: &mut Part, document: &Document, section: Section) {
    if part.ends_with_table {
        table::write_spacer(part);
    }
    house::write_section(&mut part.xml, &document.style, part.house.grid.as_ref(), section);
    part.xml.raw("</w:body></w:document>");
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#;
