//! A Word file, read as a flat stream: text with its numbers, looks, tables and notes; tracked changes are read as
//! accepted unless asked otherwise.

mod body;
mod comment;
mod leftover;
mod numbering;
mod package;
mod style;
mod table;
mod xml;

use indexmap::IndexMap;

use super::{Changes, Comment, Hint, Leftover, Manuscript};
use crate::document::Note;
use crate::message::Message;
use body::{Body, Parts};
use numbering::Numbering;
use package::Package;
use style::Styles;
use xml::Token;

/// Reads a Word file.
///
/// # Errors
/// The file is damaged, under a password, or larger unpacked than any report.
pub fn read(bytes: &[u8], changes: Changes) -> Result<Manuscript, Message> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let parts = Parts {
        styles: Styles::read(&package.optional("word/styles.xml")?),
        numbering: Numbering::read(&package.optional("word/numbering.xml")?),
        links: package.links(&main)?,
    };
    let text = package.part(&main)?;
    let footnotes = package.optional("word/footnotes.xml")?;
    let endnotes = package.optional("word/endnotes.xml")?;
    let mut body = Body::new(parts, changes);
    body.read(&text);
    let Body { blocks, marked, parts, .. } = body;
    let mut manuscript = Manuscript::default();
    for (block, hint) in blocks {
        manuscript.push(block, Hint { line: manuscript.hints.len() + 1, ..hint });
    }
    let notes = [("footnote", footnotes), ("endnote", endnotes)];
    let mut bodies: IndexMap<(&str, String), Note> = IndexMap::new();
    let mut parts = Some(parts);
    for (kind, text) in &notes {
        for (id, note) in read_notes(text, kind, &mut parts, changes) {
            bodies.insert((kind, id), note);
        }
    }
    let body = |(kind, id): &(&'static str, String)| bodies.get(&(*kind, id.clone())).cloned().unwrap_or_default();
    manuscript.document.notes = marked.iter().map(body).collect();
    Ok(manuscript)
}

/// What the file holds beside the text a reader sees.
///
/// # Errors
/// Those of [`read`].
pub fn leftovers(bytes: &[u8]) -> Result<Vec<Leftover>, Message> {
    let mut package = Package::open(bytes)?;
    let comments = comment::read(&package.optional("word/comments.xml")?);
    let main = package.main_part()?;
    Ok(leftover::leftovers(&package.part(&main)?, &comments))
}

/// What reviewers wrote beside the text, in the order of the file.
///
/// # Errors
/// Those of [`read`].
pub fn comments(bytes: &[u8]) -> Result<Vec<Comment>, Message> {
    let comments = comment::read(&Package::open(bytes)?.optional("word/comments.xml")?);
    Ok(comments.into_iter().map(|(_, comment)| comment).collect())
}

/// The notes of a part by their ids.
fn read_notes(text: &str, kind: &str, parts: &mut Option<Parts>, changes: Changes) -> Vec<(String, Note)> {
    let mut notes = Vec::new();
    let mut body = Body::new(parts.take().unwrap_or_default(), changes);
    let mut id = None;
    for token in xml::tokens(text) {
        match &token {
            Token::Start(element) if element.name() == kind => id = element.attribute("id"),
            Token::End(end) if xml::local(end) == kind => {
                let blocks = std::mem::take(&mut body.blocks).into_iter().map(|(block, _)| block).collect();
                notes.extend(id.take().map(|id| (id, Note { body: blocks })));
            }
            _ if id.is_some() => body.token(&token),
            _ => {}
        }
    }
    *parts = Some(body.parts);
    notes
}
