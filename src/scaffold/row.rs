//! Lines of the file with their comments.

use unicode_width::UnicodeWidthStr;

use crate::yaml::keys::{self, Domain};
use crate::yaml::quoted;

/// A line of the file with its comment.
pub(super) struct Row {
    pub indent: usize,
    /// Commented out.
    pub out: bool,
    pub text: String,
    pub note: String,
}

/// Rows as lines, the comments of a block below one another.
pub(super) fn lines(rows: &[Row]) -> Vec<String> {
    let code = |row: &Row| format!("{}{}{}", " ".repeat(row.indent), if row.out { "# " } else { "" }, row.text);
    let width = rows.iter().map(|row| code(row).width()).filter(|&width| width <= WIDEST).max().unwrap_or(0);
    let line = |row: &Row| {
        let code = code(row);
        if row.note.is_empty() {
            return code;
        }
        let pad = width.saturating_sub(code.width()) + 2;
        format!("{code}{}# {}", " ".repeat(pad), row.note)
    };
    rows.iter().map(line).collect()
}

/// Longer lines do not push the comments of the others away.
const WIDEST: usize = 48;

/// A text as a scalar of YAML: as it is where that is safe, else in quotes.
pub(super) fn scalar(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '·' | '（' | '）' | '、' | '〔' | '〕' | '×');
    let is_word = text.starts_with(|c: char| is_plain(c) && !c.is_ascii_digit()) && text.chars().all(is_plain);
    // Some words of a few ASCII letters are values of YAML: true, no, null.
    let is_safe = is_word && (text.chars().count() > 5 || !text.is_ascii());
    if is_safe || keys::word(Domain::Part, text).is_some() { text.to_owned() } else { quoted(text) }
}
