//! Year-dependent wording as data: what a report on a year may cite, and what by then was out of use.
//!
//! Each table is a file of `templates/wording/`, read when it is first asked for. Every datum says how sure it is.

mod coverage;
mod glossary;
mod held;
mod issuer;
mod law;
mod lexicon;
mod meeting;
mod misspelt;
mod numbered;
mod official;
mod old_name;
mod power;
mod slip;
pub mod table;
mod titles;
mod topic;

pub use coverage::{Of, Usual, usual};
pub use glossary::{Entry, Sightings};
pub use held::{Held, held};
pub use issuer::{IssuerName, unfit};
pub use law::{Law, law, laws};
pub use lexicon::{Lexicon, longest};
pub use meeting::{Citation, Meeting, citations, meetings};
pub use misspelt::{Misspelt, misspelt};
pub use numbered::{Numbered, numbered};
pub use official::{Form, OfficialName, official_names};
pub use old_name::{OldName, old_names};
pub use power::{Power, Reporter, powers};
pub use slip::{Slip, slips};
pub use titles::titles;
pub use topic::{Timeliness, Topic, topics};
