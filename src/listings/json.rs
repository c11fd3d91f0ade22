//! Findings for programs: one JSON object for the whole run.

use serde::{Serialize, Serializer};

use crate::diagnostic::excerpt::Excerpt;
use crate::diagnostic::overview::State;
use crate::diagnostic::{Checked, Counts, Finding, Severity, Unread, Where, fingerprint};
use crate::message::{Lang, Message};
use crate::source::Span;

/// The whole answer.
#[derive(Serialize)]
struct Answer<'a> {
    tool: &'static str,
    version: &'static str,
    summary: Counts,
    /// One for each file that was read.
    files: Vec<File<'a>>,
    findings: Vec<Entry<'a>>,
    /// Files that could not be read.
    unread: Vec<Missed<'a>>,
}

/// A file that could not be read.
#[derive(Serialize)]
struct Missed<'a> {
    file: &'a str,
    message: String,
}

/// One file at a glance: who reports on which year, and what the report has of each content.
#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    unit: &'a str,
    year: Option<i16>,
    #[serde(serialize_with = "contents")]
    contents: &'a [(String, State)],
    summary: Counts,
}

/// One finding. Columns count Unicode characters from 1; the end is exclusive.
#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    name: &'static str,
    severity: Severity,
    message: String,
    why: String,
    help: String,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    excerpt: String,
    fingerprint: String,
    /// Other places that belong to it: the parts of a sum.
    related: Vec<Related>,
}

/// Another place of a finding, and what stands there.
#[derive(Serialize)]
struct Related {
    message: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// The findings of all files as JSON, with a line end.
pub fn write(files: &[Checked], unread: &[Unread], lang: Lang) -> String {
    let mut summary = Counts::default();
    let (mut findings, mut overviews) = (Vec::new(), Vec::new());
    for file in files {
        let counts = Counts::of(file.findings);
        summary.add(counts);
        overviews.extend(file.overview.map(|overview| File {
            file: file.source.name(),
            unit: &overview.unit,
            year: overview.year,
            contents: &overview.contents,
            summary: counts,
        }));
        let fingerprints = fingerprint::of_all(file);
        findings.extend(file.findings.iter().zip(fingerprints).map(|(finding, mark)| entry(file, finding, mark, lang)));
    }
    let answer = Answer {
        tool: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        summary,
        files: overviews,
        findings,
        unread: unread.iter().map(|one| Missed { file: &one.file, message: one.why.text(lang) }).collect(),
    };
    serde_json::to_string_pretty(&answer).expect("texts and numbers under text keys always serialize") + "\n"
}

fn entry<'a>(file: &Checked<'a>, finding: &Finding, fingerprint: String, lang: Lang) -> Entry<'a> {
    let positions = |span: Span| (file.source.position(span.start), file.source.position(span.end));
    let related = |(at, words): &(Where, Message)| {
        let (start, end) = positions(at.span(file.places));
        Related {
            message: words.text(lang),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    };
    let span = finding.at.span(file.places);
    let (start, end) = positions(span);
    Entry {
        code: finding.code,
        name: finding.name,
        severity: finding.severity,
        message: finding.message.text(lang),
        why: finding.why.text(lang),
        help: finding.help.text(lang),
        file: file.source.name(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        excerpt: Excerpt::new(file.source, span).text.trim().to_owned(),
        fingerprint,
        related: finding.related.iter().map(related).collect(),
    }
}

/// Writes the contents as a map.
fn contents<S: Serializer>(contents: &[(String, State)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(contents.iter().map(|(id, state)| (id, state)))
}
