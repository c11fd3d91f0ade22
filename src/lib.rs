//! `fazhi` (法治) drafts, checks and publishes the annual rule-of-law government report (法治政府建设年度报告).
//!
//! The whole way of a report, each stage a module:
//!
//! ```text
//! file ─ source ─> SourceFile ─ yaml ─> Report ─ figures ─> Table
//!                                         └──── compose ──> Document ─ writers ─> md, html, txt, docx
//!        Report + Document + Outline ─ rules ─> findings ─ diagnostic ─> person, JSON
//!        published text ─ readers ─> Document ─ import ─> Report
//!        edited docx ─ readers ─> Document ─ onto ─> the same file, changed where it says so
//! ```
//!
//! The core is pure: no clock, no environment and no file access below [`cli`]. Same input, same bytes.

pub mod cli;
pub mod compare;
pub mod compose;
pub mod diagnostic;
pub mod document;
pub mod encoding;
pub mod figures;
pub mod import;
pub mod message;
pub mod model;
pub mod next;
#[cfg(feature = "docx")]
pub mod onto;
pub mod outline;
pub mod place;
pub mod project;
pub mod readers;
pub mod rules;
pub mod source;
pub mod wording;
pub mod writers;
pub mod yaml;

rust_i18n::i18n!("locales", fallback = "en");
