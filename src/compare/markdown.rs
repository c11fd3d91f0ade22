//! A comparison as Markdown; what was deleted and inserted in `<del>` and `<ins>`.

use super::human::{cells, changes, columns, disagreement, shown, summary};
use super::{Comparison, Look};
use crate::document::redline::{Change, Piece};

/// Writes it.
pub(super) fn write(comparison: &Comparison, look: Look) -> String {
    let mut text = String::new();
    if shown(comparison).next().is_some() {
        text.push_str(&row(&columns(comparison, look.lang)));
        text.push_str("|---|--:|--:|--:|--:|\n");
        shown(comparison).for_each(|figure| text.push_str(&row(&cells(figure))));
        text.push('\n');
    }
    for figure in &comparison.figures {
        if let Some(stated) = &figure.stated_last {
            text.push_str(&format!("- {}\n", escaped(&disagreement(figure, stated).text(look.lang))));
        }
    }
    for line in summary(comparison, look.lang) {
        let inner = line.starts_with(' ');
        text.push_str(&format!("{}- {}\n", if inner { "  " } else { "" }, escaped(line.trim())));
    }
    if look.text {
        text.push('\n');
        text.push_str(&changes(comparison, marked, |heading| format!("## {}", escaped(heading))));
    }
    text
}

fn row(cells: &[String; 5]) -> String {
    format!("| {} |\n", cells.each_ref().map(|cell| escaped(cell)).join(" | "))
}

fn marked(piece: &Piece) -> String {
    let text = escaped(&piece.text);
    match piece.change {
        Change::Same => text,
        // Tags, since marks beside Chinese punctuation do not always count as marks.
        Change::Deleted => format!("<del>{text}</del>"),
        Change::Inserted => format!("<ins>{text}</ins>"),
    }
}

/// A text that shows as it is, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}
