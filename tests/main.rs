//! All integration tests, in one binary: one link, modules as in `src/`.

mod cli;
mod compose;
mod diagnostic;
mod document;
mod figures;
mod harness;
mod import;
mod locales;
mod model;
mod outline;
mod rules;
mod wording;
mod writers;
mod yaml;
