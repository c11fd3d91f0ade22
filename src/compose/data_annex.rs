//! 数据附表: the figures of a report as an annex, for those who want them beside the text.

use crate::document::block::Alignment;
use crate::document::{Annex, Block, Document, Inline, Line, Table as Rows};
use crate::figures::table::NOT_APPLICABLE;
use crate::figures::{Resolved, Table, Value};
use crate::place::Place;

/// The title of the annex.
pub const DATA_ANNEX_TITLE: &str = "数据附表";

/// What stands where there is nothing to compare with.
const NOTHING: &str = "—";

/// The figures that stand in no group.
const UNGROUPED: &str = "其他";

/// The document with its figures as the last annex; the document itself where it may show none.
pub fn with_data_annex(document: &Document, table: &Table) -> Document {
    let mut document = document.clone();
    let body = groups(document_figures(&document, table)).iter().map(|group| group.block(document.year)).collect();
    let annex = Annex { title: Line::composed(DATA_ANNEX_TITLE, Place::default()), body, ..Annex::default() };
    if annex.body.is_empty() {
        return document;
    }
    document.annexes.push(annex);
    let (many, label) = (document.annexes.len() > 1, super::label("annexes"));
    for (index, annex) in document.annexes.iter_mut().enumerate() {
        annex.label = if many { format!("{label}{}", index + 1) } else { label.to_owned() };
    }
    document
}

/// The figures that an edition may show: its own, publishable where the public reads it, and filled.
pub(super) fn document_figures<'a>(
    document: &'a Document,
    table: &'a Table,
) -> impl Iterator<Item = &'a Resolved> + use<'a> {
    let edition = if document.edition.is_empty() { super::view::DEFAULT } else { &document.edition };
    table
        .iter()
        .filter(move |figure| figure.is_in(edition) && (figure.publishable || !document.public))
        .filter(|figure| matches!(figure.value, Value::Known(_) | Value::NotApplicable))
}

/// Figures of one group, in the order of the file.
pub(super) struct Group<'a> {
    /// 行政复议; empty for those that stand in none.
    pub name: String,
    pub figures: Vec<&'a Resolved>,
}

/// The figures by group, in the order in which the groups first appear; those in none come last.
pub(super) fn groups<'a>(figures: impl Iterator<Item = &'a Resolved>) -> Vec<Group<'a>> {
    let mut groups: indexmap::IndexMap<String, Vec<&Resolved>> = indexmap::IndexMap::new();
    for figure in figures {
        let group = figure.name.rsplit_once('.').map(|(group, _)| group.replace('.', "·")).unwrap_or_default();
        groups.entry(group).or_default().push(figure);
    }
    let mut groups: Vec<Group> = groups.into_iter().map(|(name, figures)| Group { name, figures }).collect();
    groups.sort_by_key(|group| group.name.is_empty());
    groups
}

impl Group<'_> {
    /// A table: name, this year, and where any figure has it, last year and the change.
    fn block(&self, year: i16) -> Block {
        let compares = self.figures.iter().any(|figure| figure.last_year.is_some());
        let mut head = vec!["指标".to_owned(), year_name(year, "本年")];
        if compares {
            head.extend([year_name(year.saturating_sub(1), "上年"), "与上年相比".to_owned()]);
        }
        let row = |figure: &&Resolved| {
            let mut row = vec![figure.short_name().to_owned(), shown(Some(&figure.value))];
            if compares {
                row.extend([shown(figure.last_year.as_ref()), change(figure)]);
            }
            row.into_iter().map(|text| cell(text, figure.place)).collect()
        };
        let caption = if self.name.is_empty() { UNGROUPED } else { &self.name };
        Block::Table(Rows {
            caption: cell(caption.to_owned(), Place::default()),
            alignments: [Alignment::Left].into_iter().chain([Alignment::Right; 3]).take(head.len()).collect(),
            rows: self.figures.iter().map(row).collect(),
            head: head.into_iter().map(|text| cell(text, Place::default())).collect(),
            names_rows: true,
            place: Place::default(),
        })
    }
}

/// 2021年; `otherwise` where the report names no year.
pub(super) fn year_name(year: i16, otherwise: &str) -> String {
    if year > 0 { format!("{year}年") } else { otherwise.to_owned() }
}

fn shown(value: Option<&Value>) -> String {
    match value {
        Some(Value::Known(quantity)) => quantity.written.clone(),
        Some(Value::NotApplicable) => NOT_APPLICABLE.to_owned(),
        _ => NOTHING.to_owned(),
    }
}

/// 增长29.17%, 增加3件, 持平: the head of the column says against what.
fn change(figure: &Resolved) -> String {
    let change = figure.change().unwrap_or_else(|| NOTHING.to_owned());
    change.trim_start_matches("同比").trim_start_matches("与上年").to_owned()
}

fn cell(text: String, place: Place) -> Vec<Inline> {
    vec![Inline::composed(text, place)]
}
