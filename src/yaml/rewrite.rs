//! Changes of values where they stand: the style of each scalar, the comments and the order of the file stay.

use std::ops::Range;

use super::misread;
use super::node::{Content, Style, Tree};
use super::{keyboard, parse, quoted};
use crate::place::{Place, Places};
use crate::source::{Edit, SourceFile, Span};

/// A change inside a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Bytes of the value.
    pub range: Range<usize>,
    pub text: String,
}

/// What is known of the scalars of a file to change them.
pub struct Rewriter<'a> {
    source: &'a SourceFile,
    places: &'a Places,
    /// By place; `None` for lists and maps.
    scalars: Vec<Option<(String, Style)>>,
}

impl<'a> Rewriter<'a> {
    /// Reads the scalars of a file whose places are known.
    pub fn new(source: &'a SourceFile, places: &'a Places) -> Self {
        let meant = keyboard::meant(source.text());
        let mut parsed = parse::parse(&meant.text);
        misread::mend(&meant.text, &mut parsed.tree);
        Self { source, places, scalars: scalars(&parsed.tree) }
    }

    /// The value at a place, where it is a text.
    pub fn text(&self, place: Place) -> Option<&str> {
        self.scalar(place).map(|(text, _)| text.as_str())
    }

    fn scalar(&self, place: Place) -> Option<&(String, Style)> {
        self.scalars.get(place.0 as usize)?.as_ref()
    }

    /// The edits that make changes, in order and apart, in the value at a place; `None` where it cannot be done.
    pub fn change(&self, place: Place, changes: &[Change]) -> Option<Vec<Edit>> {
        let (value, style) = self.scalar(place)?;
        let changed = apply(value, changes)?;
        let span = self.places.span(place);
        let is_line = !self.source.slice(span).contains('\n');
        let breaks = changes.iter().any(|change| change.text.contains('\n'));
        let whole = || vec![Edit { span, replacement: quoted(&changed) }];
        let each = |written: &dyn Fn(&str) -> String| {
            let edit = |change: &Change| Edit {
                span: self.places.range(place, change.range.clone()),
                replacement: written(&change.text),
            };
            changes.iter().map(edit).collect::<Vec<_>>()
        };
        Some(match style {
            Style::Plain if is_line && !reads_plain(&changed) => whole(),
            Style::Plain | Style::SingleQuoted if breaks => whole(),
            Style::Plain => each(&str::to_owned),
            Style::SingleQuoted => each(&|text| text.replace('\'', "''")),
            Style::DoubleQuoted => each(&escaped),
            Style::Literal => {
                let indent = self.indent(span.start);
                each(&|text| indented(text, indent))
            }
            Style::Folded if breaks => return None,
            Style::Folded => each(&str::to_owned),
        })
    }

    /// The edit that takes away a list item, or a key with its value; `None` where it shares its line with others.
    pub fn remove(&self, place: Place) -> Option<Edit> {
        let span = self.extent(place)?;
        Some(Edit { span, replacement: String::new() })
    }

    /// The edit that adds a text to a list, behind the item at a place.
    pub fn insert_after(&self, place: Place, text: &str) -> Option<Edit> {
        let extent = self.extent(place)?;
        let indent = self.indent(extent.start);
        let line = format!("{indent}- {}\n", scalar(text));
        let is_ended = self.source.slice(extent).ends_with('\n');
        let replacement = if is_ended { line } else { format!("\n{}", line.trim_end()) };
        Some(Edit { span: Span::new(extent.end, extent.end), replacement })
    }

    /// The whole lines of a list item, or of a key with its value; comments behind them are not theirs.
    fn extent(&self, place: Place) -> Option<Span> {
        let text = self.source.text();
        let entry = self.places.entry(place)?;
        let first = match entry.key {
            Some(key) => self.line_start(key.start),
            None => self.dash_line(entry.span.start)?,
        };
        let line = &text[first..];
        let column = line.len() - line.trim_start_matches(' ').len();
        let head = &line[column..];
        match entry.key {
            Some(key) if first + column == key.start => {}
            None if head.starts_with("- ") || head.starts_with("-\n") => {}
            _ => return None,
        }
        let mut end = first;
        let mut at = first;
        for line in line.split_inclusive('\n') {
            let body = line.trim_start_matches(' ');
            let is_first = at == first;
            let is_blank = body.trim().is_empty();
            if !is_first && !is_blank && line.len() - body.len() <= column {
                break;
            }
            at += line.len();
            let is_own = at <= entry.span.end || !body.starts_with('#');
            if is_first || (!is_blank && is_own) {
                end = at;
            }
        }
        Some(Span::new(first, end))
    }

    /// The start of the line whose dash opens the item that starts at an offset.
    fn dash_line(&self, offset: usize) -> Option<usize> {
        let text = self.source.text();
        let mut start = self.line_start(offset);
        // The text of a block scalar starts on the line behind its dash; blank lines may stand between.
        for _ in 0..4 {
            if text[start..].trim_start_matches(' ').starts_with('-') {
                return Some(start);
            }
            start = self.line_start(start.checked_sub(1)?);
        }
        None
    }

    fn line_start(&self, offset: usize) -> usize {
        self.source.text()[..offset].rfind('\n').map_or(0, |at| at + 1)
    }

    /// The blanks before the text of the line an offset is on.
    fn indent(&self, offset: usize) -> &'a str {
        let line = &self.source.text()[self.line_start(offset)..];
        &line[..line.len() - line.trim_start_matches(' ').len()]
    }
}

fn scalars(tree: &Tree) -> Vec<Option<(String, Style)>> {
    let scalar = |content: &Content| match content {
        Content::Scalar { text, style } => Some((text.clone().into_owned(), *style)),
        _ => None,
    };
    tree.nodes.iter().map(|node| scalar(&node.content)).collect()
}

/// The value with its changes.
fn apply(value: &str, changes: &[Change]) -> Option<String> {
    let mut changed = String::with_capacity(value.len());
    let mut at = 0;
    for change in changes {
        changed.push_str(value.get(at..change.range.start)?);
        value.get(change.range.clone())?;
        changed.push_str(&change.text);
        at = change.range.end;
    }
    changed.push_str(value.get(at..)?);
    Some(changed)
}

/// A value on one line: plain where YAML reads it as it stands, else in double quotes.
fn scalar(text: &str) -> String {
    if reads_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Whether a plain scalar reads back as this text, without a slip of the keyboard in it.
fn reads_plain(text: &str) -> bool {
    let file = format!("sections:\n  - measures:\n      - {text}\n");
    let meant = keyboard::meant(&file);
    let mut parsed = parse::parse(&meant.text);
    let clean = meant.changes.is_empty() && parsed.faults.is_empty() && parsed.syntax.is_none();
    let reads = match parsed.tree.nodes.last().map(|node| &node.content) {
        Some(Content::Scalar { text: read, style: Style::Plain }) => **read == *text,
        _ => false,
    };
    clean && reads && !text.contains('\n') && misread::mend(&meant.text, &mut parsed.tree).is_empty()
}

/// A piece of a text in double quotes.
fn escaped(text: &str) -> String {
    let quoted = quoted(text);
    quoted[1..quoted.len() - 1].to_owned()
}

/// The lines of a text in a literal block; blank ones have no indent.
fn indented(text: &str, indent: &str) -> String {
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(indent);
            out.push_str(line);
        }
    }
    // What follows the change stands on the line just begun.
    if text.ends_with('\n') {
        out.push_str(indent);
    }
    out
}
