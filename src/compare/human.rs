//! A comparison for a person at a terminal.

use unicode_width::UnicodeWidthStr;

use super::{Comparison, Look, Row};
use crate::document::redline::{Change, Passage, Piece};
use crate::message;
use crate::message::{Lang, Message};

/// Writes it; deleted words are red, inserted ones green, and without colours [-deleted-] and {+inserted+}.
pub(super) fn write(comparison: &Comparison, look: Look) -> String {
    let say = |message: Message| message.text(look.lang);
    let mut text = String::new();
    if shown(comparison).next().is_some() {
        text.push_str(&table(comparison, look.lang));
        text.push('\n');
    }
    for row in &comparison.figures {
        if let Some(stated) = &row.stated_last {
            text.push_str(&say(disagreement(row, stated)));
            text.push('\n');
        }
    }
    for line in summary(comparison, look.lang) {
        text.push_str(&line);
        text.push('\n');
    }
    if look.text {
        text.push('\n');
        text.push_str(&changes(comparison, |piece| marked(piece, look.color), |heading| heading.to_owned()));
    }
    text
}

/// The value last year that the two reports give differently.
pub(super) fn disagreement(row: &Row, stated: &str) -> Message {
    let last = row.last.clone().unwrap_or_default();
    message!("compare.stated", name = &row.name, stated = stated, last = last)
}

/// The figures to show: of two years all of them, of two drafts those that changed.
pub(super) fn shown(comparison: &Comparison) -> impl Iterator<Item = &Row> {
    comparison.figures.iter().filter(|row| !comparison.are_drafts || row.is_changed())
}

/// What is added, gone and unchanged, a line each.
pub(super) fn summary(comparison: &Comparison, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    let alike = comparison.figures.len() - shown(comparison).count();
    if alike > 0 {
        lines.push(message!("compare.alike", count = alike).text(lang));
    }
    for (key, parts) in [("compare.added", &comparison.added), ("compare.gone", &comparison.gone)] {
        if !parts.is_empty() {
            let names: Vec<String> = parts.iter().map(|part| part.name(lang)).collect();
            lines.push(Message::new(key).with("count", names.len()).with("names", names).text(lang));
        }
    }
    let (count, all) = (comparison.unchanged.len(), comparison.paragraphs);
    if comparison.are_drafts {
        // Most of a draft stays: only how much of it is worth telling.
        lines.push(message!("compare.kept", count = count, all = all).text(lang));
        return lines;
    }
    lines.push(message!("compare.unchanged", count = count, all = all).text(lang));
    lines.extend(comparison.unchanged.iter().map(|text| {
        let opening: String = text.chars().take(OPENING).collect();
        let more = if opening.len() < text.len() { "……" } else { "" };
        format!("  {opening}{more}")
    }));
    lines
}

/// How much of an unchanged paragraph is shown.
const OPENING: usize = 24;

/// The heads of the columns.
pub(super) fn columns(comparison: &Comparison, lang: Lang) -> [String; 5] {
    let say = |key: &str| Message::new(key).text(lang);
    let [last, this] = comparison.names.clone();
    [say("compare.figure"), last, this, say("compare.change"), "%".to_owned()]
}

/// The cells of a row; a figure that a report has not is -.
pub(super) fn cells(row: &Row) -> [String; 5] {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    [row.name.clone(), value(&row.last), value(&row.this), row.change.clone(), row.percent.clone()]
}

fn table(comparison: &Comparison, lang: Lang) -> String {
    let mut rows = vec![columns(comparison, lang)];
    rows.extend(shown(comparison).map(cells));
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: [usize; 5] = std::array::from_fn(width);
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let blanks = " ".repeat(widths[column] - cell.width());
            // Names to the left, values to the right.
            line.push_str(&if column == 0 { format!("{cell}{blanks}") } else { format!("  {blanks}{cell}") });
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The passages that changed, each below the last heading before it.
pub(super) fn changes(
    comparison: &Comparison,
    mark: impl Fn(&Piece) -> String,
    title: impl Fn(&str) -> String,
) -> String {
    let mut text = String::new();
    let mut heading: Option<&Passage> = None;
    for passage in &comparison.passages {
        if !passage.is_changed() {
            heading = Some(passage).filter(|passage| passage.is_heading()).or(heading);
            continue;
        }
        if let Some(heading) = heading.take() {
            text.push_str(&format!("{}\n\n", title(&heading.side(Change::Deleted))));
        }
        text.extend(passage.pieces.iter().map(&mark));
        text.push_str("\n\n");
    }
    text
}

fn marked(piece: &Piece, color: bool) -> String {
    let Piece { change, text } = piece;
    match (change, color) {
        (Change::Same, _) => text.clone(),
        (Change::Deleted, true) => format!("\u{1b}[31;9m{text}\u{1b}[0m"),
        (Change::Inserted, true) => format!("\u{1b}[32;4m{text}\u{1b}[0m"),
        (Change::Deleted, false) => format!("[-{text}-]"),
        (Change::Inserted, false) => format!("{{+{text}+}}"),
    }
}
