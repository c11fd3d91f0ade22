//! Findings as workflow commands: GitHub and its kin show them beside the lines of a change.

use crate::diagnostic::{Checked, Finding, Severity, Unread};
use crate::message::Lang;

/// A line a finding: `::error file=a.yaml,line=3,col=9,endLine=3,endColumn=12,title=FZ204 total-mismatch::…`.
pub fn write(files: &[Checked], lang: Lang) -> String {
    files.iter().flat_map(|file| file.findings.iter().map(|finding| command(file, finding, lang))).collect()
}

/// A line for each file that could not be read.
pub fn end(unread: &[Unread], lang: Lang) -> String {
    let line = |one: &Unread| {
        format!("::error file={}::{}\n", property(&one.file.replace('\\', "/")), data(&one.why.text(lang)))
    };
    unread.iter().map(line).collect()
}

fn command(file: &Checked, finding: &Finding, lang: Lang) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let span = finding.at.span(file.places);
    let (start, end) = (file.source.position(span.start), file.source.position(span.end));
    // Columns are taken within one line only.
    let columns = match start.line == end.line {
        true => format!("col={},endLine={},endColumn={}", start.column, end.line, end.column),
        false => format!("endLine={}", end.line),
    };
    let sentences = format!("{}\n{}", finding.message.text(lang), finding.help.text(lang));
    format!(
        "::{level} file={},line={},{columns},title={} {}::{}\n",
        property(&file.source.name().replace('\\', "/")),
        start.line,
        finding.code,
        finding.name,
        data(&sentences),
    )
}

/// What follows `::` is one line: its line ends and `%` are escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property, so are the marks that end one.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
