//! All integration tests, in one binary: one link, modules as in `src/`.

mod diagnostic;
mod document;
mod locales;
mod outline;
mod rules;
mod writers;
mod yaml;
