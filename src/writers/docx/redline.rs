//! 花脸稿: the text of two reports in one, what was deleted struck out in red, what was inserted underlined in blue.

use super::format::Format;
use super::house::{House, Section};
use super::part::{Face, Part};
use super::{HEAD, style};
use crate::document::redline::{Change, Passage};
use crate::document::{Document, Line};
use crate::message::Message;
use crate::place::Place;

/// Writes a Word file.
///
/// # Errors
/// The container could not be made.
pub fn write(title: &str, passages: &[Passage]) -> Result<Vec<u8>, Message> {
    let document = Document { title: vec![Line::composed(title, Place::default())], ..Document::default() };
    let mut part = Part::new(HEAD, House::of(&document.style), 0);
    super::front::write(&mut part, &document, 0);
    for passage in passages {
        let style = if passage.is_heading() { style::heading(passage.level) } else { style::BODY };
        part.paragraph(&Format::of(style), |part| {
            for piece in &passage.pieces {
                part.text(
                    &piece.text,
                    Face { change: Some(piece.change).filter(|change| *change != Change::Same), ..Face::default() },
                );
            }
        });
    }
    super::finish(&mut part, &document, Section::Text);
    super::pack(&document, part, None)
}
