//! What was asked of one call.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use jiff::civil::Date;

use crate::cli::files;
use crate::compose::{with_charts, with_data_annex};
use crate::document::Document;
use crate::figures::Table;
use crate::message;
use crate::message::Message;
use crate::writers::template::Templates;
use crate::writers::{self, Eol, Writer};

/// What was asked of `render`.
pub struct Request {
    pub edition: Option<String>,
    pub last: bool,
    pub today: Option<Date>,
    /// 数据附表: the figures as an annex.
    annex: bool,
    charts: bool,
    pub templates: Option<PathBuf>,
    /// The Word file that lends its styles.
    pub reference: Option<PathBuf>,
    pub options: writers::Options,
}

impl Request {
    /// From the arguments.
    ///
    /// # Errors
    /// The Word file that lends its styles cannot be read.
    pub fn from(matches: &ArgMatches) -> Result<Self, Message> {
        let reference: Option<PathBuf> =
            if cfg!(feature = "docx") { matches.get_one("reference-docx").cloned() } else { None };
        Ok(Self {
            edition: matches.get_one::<String>("edition").cloned(),
            last: matches.get_flag("final"),
            today: matches.get_one("today").copied().or_else(crate::cli::today),
            annex: matches.get_flag("annex"),
            charts: matches.get_flag("charts"),
            templates: matches.get_one("templates").cloned(),
            options: writers::Options {
                width: matches.get_one::<u16>("width").map(|&width| usize::from(width)),
                eol: match matches.get_one::<String>("eol").map(String::as_str) {
                    Some("crlf") => Eol::Crlf,
                    _ => Eol::Lf,
                },
                fragment: matches.get_flag("fragment"),
                dark: matches.get_flag("dark"),
                #[cfg(feature = "docx")]
                reference: reference.as_deref().map(read_reference).transpose()?,
                templates: Templates::default(),
            },
            reference,
        })
    }

    /// Why no chart is drawn although charts were asked for: no format has any, or nothing in the report is worth one.
    pub fn chartless(&self, path: &Path, document: &Document, formats: &[&Writer]) -> Option<Message> {
        let draws = |writer: &&Writer| writer.draws && !(self.options.fragment && writer.name == "html");
        if !self.charts {
            None
        } else if !formats.iter().any(draws) {
            Some(message!("cli.render.charts-nowhere"))
        } else {
            document.charts.is_empty().then(|| message!("cli.render.no-charts", path = files::name(path)))
        }
    }

    /// The document with what was asked for beside the report.
    pub fn document<'a>(&self, document: &'a Document, table: &Table) -> Cow<'a, Document> {
        let mut document = Cow::Borrowed(document);
        if self.annex {
            document = Cow::Owned(with_data_annex(&document, table));
        }
        if self.charts {
            document = Cow::Owned(with_charts(&document, table));
        }
        document
    }
}

#[cfg(feature = "docx")]
fn read_reference(path: &Path) -> Result<std::sync::Arc<writers::docx::Reference>, Message> {
    let reference = writers::docx::Reference::read(&files::read_bytes(path)?);
    let of_file = |what| message!("cli.file.of", path = files::name(path), what = what);
    reference.map(Into::into).map_err(of_file)
}
