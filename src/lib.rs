//! `fazhi` (法治) drafts, checks and publishes the annual rule-of-law government report (法治政府建设年度报告).
//!
//! The whole way of a report, each stage a module:
//!
//! - [`source`] decodes a file; [`yaml`] reads it into a [`Report`](model::Report), with the [`place`] of every value;
//! - [`figures`] resolves quantities, formulas and placeholders; [`outline`] knows the contents and parts of the year;
//! - [`compose`] makes a [`Document`](document::Document) of each edition, [`writers`] print it;
//! - [`picture`] finds the images that texts name, without reading a file itself;
//! - [`prose`] reads running text for its numbers and how they hang together;
//! - [`rules`] look at all of it and yield findings, the data of [`diagnostic`]; [`listings`] show them;
//! - [`readers`] and [`import`] go the other way: a published text becomes a report file;
//! - [`published`] sets the places of such a report into the text it was read from, so that rules can look at it;
//! - [`onto`] carries the changes of an edited Word file back into the report file;
//! - [`scaffold`] writes the first file of a unit, [`next`] next year's from last year's; [`compare`] sets two side by
//!   side;
//! - [`project`] ties the stages together for one file, [`cli`] is the program.
//!
//! ```
//! use fazhi::message::Lang;
//! use fazhi::project::{Project, Surroundings};
//! use fazhi::rules::Selection;
//! use fazhi::source::SourceFile;
//! use fazhi::writers::{self, Options, Output};
//!
//! let file = "\
//! 报告: {类型: 政府, 层级: 县级, 地区: 郏县, 发文机关: 郏县人民政府, 年度: 2017, 成文日期: 2018-01-10}
//! 数据:
//!   规范性文件: {合计: 51件, 保留: 34件, 废止: 18件}
//! 章节:
//!   - 小标题: 完善制度体系
//!     正文: 清理规范性文件${规范性文件.合计}。
//! ";
//! let project = Project::open(SourceFile::new("郏县.yaml", file), &Surroundings::default())?;
//!
//! // The total does not agree with its parts: 34 + 18 is 52.
//! let findings = project.check(&Selection::default(), None);
//! let total = findings.iter().find(|finding| finding.name == "total-mismatch").expect("51 is not 52");
//! assert!(total.message.text(Lang::En).contains("52"));
//!
//! // A draft can be printed all the same.
//! let Output::Text(text) = writers::write("txt", &project.editions[0].document, &Options::default())? else {
//!     unreachable!("txt is a text format");
//! };
//! assert!(text.contains("一、完善制度体系\n　　清理规范性文件51件。\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The core is pure: no clock, no environment and no file access below [`cli`] (the fonts of a PDF are the exception).
//! Same input, same bytes.

pub mod characters;
pub mod cli;
pub mod compare;
pub mod compose;
pub mod diagnostic;
pub mod document;
pub mod encoding;
pub mod figures;
pub mod import;
pub mod language;
pub mod listings;
pub mod map;
pub mod message;
pub mod model;
pub mod next;
#[cfg(feature = "docx")]
pub mod onto;
pub mod outline;
pub mod picture;
pub mod place;
pub mod project;
pub mod prose;
pub mod published;
pub mod readers;
pub mod rules;
pub mod scaffold;
pub mod source;
pub mod wording;
pub mod writers;
pub mod yaml;

rust_i18n::i18n!("locales", fallback = "en");
