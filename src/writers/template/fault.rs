//! What is wrong with a template: where it is, in the user's language.

use std::ops::Range;

use tera::ErrorKind;
use unicode_width::UnicodeWidthStr;

use super::{LARGEST_OUTPUT, Templates, source};
use crate::message;
use crate::message::Message;
use crate::source::SourceFile;

/// A fault of a template where it is: name, line, column, reason, and the line with carets under the place.
pub(super) fn fault(error: &tera::Error, templates: &Templates) -> Message {
    let located = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            Some((report.filename().to_owned(), span.range.clone(), report.message().to_owned()))
        }
        ErrorKind::Msg(report) => unknown_name(report, templates),
        ErrorKind::Io(std::io::ErrorKind::FileTooLarge) => {
            return message!("writers.template_output_too_large", limit = LARGEST_OUTPUT);
        }
        _ => None,
    };
    let Some((name, range, reason)) = located else {
        return message!("writers.template_fault", reason = self::reason(&error.to_string()));
    };
    let text = source(&name, templates).unwrap_or_default();
    let file = SourceFile::new(name.as_str(), text);
    let position = file.position(range.start);
    message!(
        "writers.template_fault_at",
        template = name,
        line = position.line,
        column = position.column,
        reason = self::reason(&reason),
        frame = frame(&file, range),
    )
}

/// Tera says an unknown filter, test or function in a text only, drawn as a frame:
/// the place is in the line `--> name:line:column`.
fn unknown_name(report: &str, templates: &Templates) -> Option<(String, Range<usize>, String)> {
    let mut lines = report.lines();
    let reason = lines.next()?.strip_prefix("error: ")?;
    let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let (column, line, name) = (place.next()?, place.next()?, place.next()?);
    let (column, line): (usize, usize) = (column.parse().ok()?, line.parse().ok()?);
    let text = source(name, templates)?;
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(start..)?;
    let offset = rest.char_indices().nth(column.checked_sub(1)?).map_or(rest.len(), |(at, _)| at);
    // The place Tera gives begins at the bar or the blank before the name; the name itself is in backquotes.
    let wanted = reason.split('`').nth(1)?;
    let at = start + offset + rest[offset..].find(wanted).unwrap_or(0);
    Some((name.to_owned(), at..at + wanted.len(), reason.to_owned()))
}

/// The line of the fault with carets under it, measured in display columns.
fn frame(file: &SourceFile, range: Range<usize>) -> String {
    let start = file.position(range.start);
    let shown = |text: &str| text.replace('\t', "    ");
    let line = file.line(start.line);
    let before: String = line.chars().take(start.column - 1).collect();
    let rest = &line[before.len()..];
    let length = rest.floor_char_boundary(range.len().min(rest.len()));
    let number = start.line.to_string();
    let carets = "^".repeat(shown(&rest[..length]).width().max(1));
    let (gutter, indent) = (" ".repeat(number.len()), " ".repeat(shown(&before).width()));
    format!("{number} | {}\n{gutter} | {indent}{carets}", shown(line))
}

/// Tera's sentence in the user's language where it is a common one, else as Tera says it.
fn reason(said: &str) -> Message {
    let quoted: Vec<_> = said.split('`').skip(1).step_by(2).collect();
    let first = quoted.first().copied().unwrap_or_default();
    if let Some((_, names)) = said.split_once("Available variables: ") {
        let names: Vec<_> = names.split(", ").collect();
        return message!("writers.undefined_variable", name = first, known = names);
    }
    let known = [
        ("Unknown filter", "writers.unknown_filter"),
        ("Unknown function", "writers.unknown_function"),
        ("Unknown test", "writers.unknown_test"),
        ("Unknown template", "writers.unknown_template"),
        ("Unknown component", "writers.unknown_component"),
        ("Tried to render a variable that is undefined", "writers.undefined"),
        ("Variable", "writers.undefined_field"),
        ("Field", "writers.undefined_field"),
        ("Unexpected end of input", "writers.template_ends"),
    ];
    match known.iter().find(|(start, _)| said.starts_with(start)) {
        Some((_, key)) => message!(*key, name = first),
        None => message!("writers.said", said = said),
    }
}
