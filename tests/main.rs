//! All integration tests, in one binary: one link, modules as in `src/`.

mod characters;
mod cli;
mod compare;
mod compose;
mod diagnostic;
mod docs;
mod document;
mod faults;
mod figures;
mod generated;
mod harness;
mod import;
mod language;
mod layout;
mod listings;
mod locales;
mod model;
mod next;
#[cfg(feature = "docx")]
mod onto;
mod outline;
mod picture;
mod precision;
mod properties;
mod prose;
mod published;
mod readers;
mod rules;
mod scaffold;
mod seen;
mod wording;
mod writers;
mod yaml;
