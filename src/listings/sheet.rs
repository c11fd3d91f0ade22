//! 审核意见表: the sheet a reviewer sends back, a row a finding: 序号, 位置, 原文, 问题, 依据, 建议.

#[cfg(feature = "docx")]
mod page;

#[cfg(feature = "docx")]
pub use page::page;

use super::overview;
use crate::diagnostic::excerpt::Excerpt;
use crate::diagnostic::{Checked, Counts, Finding, Unread};
use crate::message;
use crate::message::Lang;

/// The columns, as message keys below `diagnostic.sheet`.
const COLUMNS: [&str; 6] = ["number", "place", "text", "problem", "why", "help"];

/// Whether a text read back is a sheet: its first line says so.
pub fn is_sheet(text: &str) -> bool {
    let first = text.lines().map(|line| line.trim_start_matches('#').trim()).find(|line| !line.is_empty());
    let title = message!("diagnostic.sheet.title");
    first.is_some_and(|first| [Lang::Zh, Lang::En].into_iter().any(|lang| first == title.text(lang)))
}

/// The sheet as a Markdown table a file, under the file's name.
pub fn markdown(files: &[Checked], unread: &[Unread], lang: Lang) -> String {
    let title = message!("diagnostic.sheet.title").text(lang);
    let mut text = format!("# {title}\n");
    for (index, cells) in summary(files, lang).iter().enumerate() {
        let lead = if index == 0 { "\n" } else { "" };
        text.push_str(&format!("{lead}{}", line(cells.iter().map(|value| cell(value)))));
        if index == 0 {
            text.push_str(&line(cells.iter().map(|_| "---".to_owned())));
        }
    }
    for file in with_findings(files) {
        text.push_str(&format!("\n## {}\n\n", cell(&heading(file, lang))));
        text.push_str(&line(headings(lang)));
        text.push_str(&line(COLUMNS.map(|_| "---".to_owned())));
        for (index, finding) in file.findings.iter().enumerate() {
            text.push_str(&line(row(file, index, finding, lang).map(|value| cell(&value))));
        }
    }
    text.push_str(&format!("\n{}\n", counts(files).message().text(lang)));
    unread.iter().for_each(|one| text.push_str(&format!("\n{}\n", cell(&not_checked(one, lang)))));
    text
}

/// The sheet as comma-separated values (RFC 4180), the file's name in the place. It begins with the mark by which
/// spreadsheet programs know UTF-8.
pub fn csv(files: &[Checked], unread: &[Unread], lang: Lang) -> String {
    let mut text = format!("\u{feff}{}\r\n", headings(lang).map(|value| quoted(&value)).join(","));
    let found = |file: &Checked, finding: &Finding| {
        let mut row = row(file, 0, finding, lang);
        row[1] = format!("{} {}", name(file, lang), row[1]);
        row
    };
    let missed = |one: &Unread| {
        let mut row = [const { String::new() }; COLUMNS.len()];
        (row[1], row[3]) = (one.file.clone(), not_checked(one, lang));
        row
    };
    let rows = files.iter().flat_map(|file| file.findings.iter().map(move |finding| found(file, finding)));
    for (index, mut row) in rows.chain(unread.iter().map(missed)).enumerate() {
        row[0] = (index + 1).to_string();
        text.push_str(&row.map(|value| quoted(&value)).join(","));
        text.push_str("\r\n");
    }
    text
}

/// What is said of a file that could not be read.
fn not_checked(one: &Unread, lang: Lang) -> String {
    message!("diagnostic.unread.one", why = one.why.clone()).text(lang)
}

/// A file as it is called on the sheet.
fn name(file: &Checked, lang: Lang) -> String {
    match file.source.name() {
        "-" => message!("diagnostic.sheet.standard-input").text(lang),
        name => name.to_owned(),
    }
}

/// Whose report it is, on which year, and where it stands.
fn heading(file: &Checked, lang: Lang) -> String {
    let name = name(file, lang);
    match file.overview.and_then(|overview| Some((&overview.unit, overview.year?))) {
        Some((unit, year)) if unit != file.source.name() => {
            message!("diagnostic.sheet.file", unit = unit, year = year, file = name).text(lang)
        }
        _ => name,
    }
}

/// What several reports have of the contents owed, and their findings, a line each; the headings first.
fn summary(files: &[Checked], lang: Lang) -> Vec<Vec<String>> {
    let rows = files.iter().filter_map(|file| Some((file.overview?.clone(), Counts::of(file.findings))));
    overview::lines(&rows.collect::<Vec<_>>(), lang)
}

/// The files that have a table.
fn with_findings<'a, 'b>(files: &'b [Checked<'a>]) -> impl Iterator<Item = &'b Checked<'a>> {
    files.iter().filter(|file| !file.findings.is_empty())
}

/// How many findings there are in all.
fn counts(files: &[Checked]) -> Counts {
    files.iter().fold(Counts::default(), |mut counts, file| {
        counts.add(Counts::of(file.findings));
        counts
    })
}

fn headings(lang: Lang) -> [String; 6] {
    COLUMNS.map(|column| message!(format!("diagnostic.sheet.{column}")).text(lang))
}

fn row(file: &Checked, index: usize, finding: &Finding, lang: Lang) -> [String; 6] {
    let span = finding.at.span(file.places);
    let position = file.source.position(span.start);
    let place = message!("diagnostic.sheet.at", line = position.line, column = position.column).text(lang);
    let excerpt = Excerpt::new(file.source, span).text.trim().to_owned();
    let severity = finding.severity.message().text(lang);
    let problem = message!("diagnostic.sheet.said", severity = severity, what = finding.message.clone()).text(lang);
    [(index + 1).to_string(), place, excerpt, problem, finding.why.text(lang), finding.help.text(lang)]
}

fn line(cells: impl IntoIterator<Item = String>) -> String {
    format!("| {} |\n", cells.into_iter().collect::<Vec<_>>().join(" | "))
}

/// A text as a cell of a table: one line, and no mark that Markdown would read.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => cell.push(' '),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '&' | '~' => {
                cell.push('\\');
                cell.push(character);
            }
            _ => cell.push(character),
        }
    }
    cell
}

/// A value in quotation marks. One that a spreadsheet would take for a formula is led by a blank.
fn quoted(text: &str) -> String {
    let lead = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { " " } else { "" };
    format!("\"{lead}{}\"", text.replace('"', "\"\""))
}
