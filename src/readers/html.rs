//! A published page: the text of all of it, with the part that holds the article told apart.

mod bounds;
mod element;
mod survey;
mod table;
mod visible;
mod walk;

use scraper::Html;

use super::Manuscript;
use crate::message;
use crate::message::Message;
pub use visible::visible;

/// Reads a page.
///
/// # Errors
/// The page is nested deeper than any real one.
pub fn read(text: &str) -> Result<Manuscript, Message> {
    if !bounds::are_kept(text) {
        return Err(message!("import.too_deep"));
    }
    Ok(walk::manuscript(&Html::parse_document(text)))
}
