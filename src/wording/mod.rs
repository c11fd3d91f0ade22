//! Year-dependent wording as data: what a report on a year may cite, and what by then was out of use.
//!
//! Each table is a file of `templates/wording/`, read when it is first asked for. Every datum says how sure it is.

mod coverage;
mod glossary;
mod law;
pub mod lexicon;
mod meeting;
mod official;
mod old_name;
pub mod table;
mod topic;

pub use coverage::{Of, Usual, usual};
pub use glossary::{Entry, Sightings};
pub use law::{Law, laws};
pub use lexicon::Lexicon;
pub use meeting::{Citation, Meeting, citations, meetings};
pub use official::{Form, Misspelt, OfficialName, Slip, misspelt, official_names, slips};
pub use old_name::{OldName, old_names};
pub use topic::{Timeliness, Topic, topics};
