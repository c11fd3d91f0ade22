//! All integration tests, in one binary: one link, modules as in `src/`.

mod diagnostic;
mod document;
mod outline;
mod writers;
mod yaml;
