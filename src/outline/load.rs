//! The built-in outlines and the user's own.

use super::Outline;
use crate::message::Message;

/// An outline, and what is to be said about how it was chosen.
pub struct Chosen {
    pub outline: Outline,
    /// The year lies outside every outline: the nearest was taken.
    pub nearest: bool,
}

/// The outline named `id`, or the one in force in `year`; `own` are outline files beside the report, by name and text.
///
/// # Errors
/// A sentence that says which outline does not exist or cannot be read, and where.
pub fn choose(_id: Option<&str>, _year: i16, _own: &[(String, String)]) -> Result<Chosen, Message> {
    todo!()
}

/// Every built-in outline.
pub fn built_in() -> Vec<Outline> {
    todo!()
}
