//! Document -> pdf: the page of GB/T 9704—2012, set by Typst.
//!
//! The template `templates/pdf/page.typ` reads the page as data, so that no text of a report is ever Typst code. The
//! file is PDF/A-2a: tagged, its fonts embedded, dated like the report.

mod body;
mod chart;
mod family;
mod fonts;
mod frame;
mod house;
mod inline;
mod page;
mod press;
mod world;

use self::fonts::Fonts;
use self::inline::Setter;
use self::world::PageWorld;
use super::{Options, Output};
use crate::document::Document;
use crate::message::Message;

/// Writes a PDF.
pub fn write(document: &Document, _options: &Options) -> Result<Output, Message> {
    let fonts = Fonts::system()?;
    let mut setter = Setter::new(fonts, document);
    let page = frame::page(&mut setter, document);
    let fault = |reason: String| crate::message!("writers.pdf_fault", reason = reason);
    let data = serde_json::to_vec(&page).map_err(|error| fault(error.to_string()))?;
    press::print(PageWorld::new(data, &setter.images, fonts)).map(Output::Bytes).map_err(fault)
}

/// What is to be said of a PDF beside writing it: fonts that stand in for others, characters no font knows.
pub fn notes(document: &Document) -> Vec<Message> {
    let Ok(fonts) = Fonts::system() else { return Vec::new() };
    let mut setter = Setter::new(fonts, document);
    frame::page(&mut setter, document);
    let unknown = match setter.unknown.as_slice() {
        [] => None,
        unknown => Some(crate::message!("writers.pdf_unknown_characters", characters = unknown.to_vec())),
    };
    fonts.notes.iter().cloned().chain(setter.house.notes()).chain(unknown).collect()
}
