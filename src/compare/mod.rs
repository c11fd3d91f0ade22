//! Two reports side by side: their figures, their parts, what they say alike and what they say differently.

mod figures;
mod human;
mod json;
mod markdown;
mod parts;
mod text;

pub use figures::Row;
pub use parts::PartChange;

use crate::document::redline::Passage;
use crate::message::Lang;
use crate::project::Project;

/// What comparing two reports yields.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What the two are called: their years, or their files where those do not tell them apart.
    pub names: [String; 2],
    /// Both are of one year: not reports of two years but drafts of one.
    pub are_drafts: bool,
    /// Every figure of either report, in the order of the new one.
    pub figures: Vec<Row>,
    pub added: Vec<PartChange>,
    pub gone: Vec<PartChange>,
    /// Paragraphs of the new report that stand in the old one word for word, and how many it has in all.
    pub unchanged: Vec<String>,
    pub paragraphs: usize,
    /// The text of both, paragraph by paragraph.
    pub passages: Vec<Passage>,
}

/// Compares the first editions of an older and a newer report.
pub fn compare(last: &Project, this: &Project) -> Comparison {
    let (old, new) = (text::paragraphs(last), text::paragraphs(this));
    let (added, gone) = parts::compare(last, this);
    let are_drafts = year(last).is_some() && year(last) == year(this);
    Comparison {
        names: names(last, this),
        are_drafts,
        figures: figures::rows(&last.table, &this.table, are_drafts),
        added,
        gone,
        unchanged: text::unchanged(&old, &new),
        paragraphs: new.iter().filter(|paragraph| paragraph.level == 0).count(),
        passages: text::compare(&old, &new),
    }
}

/// The year reported on, as typed.
fn year(project: &Project) -> Option<String> {
    project.reading.report.report.year.as_ref().map(|year| year.value.to_string())
}

fn names(last: &Project, this: &Project) -> [String; 2] {
    match (year(last), year(this)) {
        (Some(old), Some(new)) if old != new => [old, new],
        _ => [last, this].map(|project| project.source.name().to_owned()),
    }
}

/// How a comparison is to be shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    pub lang: Lang,
    /// With colours of a terminal.
    pub color: bool,
    /// With the sentences that changed.
    pub text: bool,
}

/// An output of comparisons: how it is named and made.
pub struct Format {
    /// `human`
    pub name: &'static str,
    /// That of a file in it.
    pub extension: &'static str,
    pub write: fn(&Comparison, Look) -> String,
}

/// Every output that is text, the default first.
pub const FORMATS: &[Format] = &[
    Format { name: "human", extension: "txt", write: human::write },
    Format { name: "markdown", extension: "md", write: markdown::write },
    Format { name: "json", extension: "json", write: json::write },
];
