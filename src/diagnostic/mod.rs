//! Findings as data, and one file per output.

pub mod finding;
pub mod human;
pub mod json;

pub use finding::{Edit, Finding, Findings, Severity, Where};
