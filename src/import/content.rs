//! The content of a paragraph, ready to be cut in two and written as Markdown.

use std::fmt::Write;
use std::ops::Range;

use crate::document::{Inline, text};
use crate::readers::is_blank;

/// A line of text with its look.
#[derive(Clone, Debug, Default)]
pub struct Content {
    pieces: Vec<Piece>,
    plain: String,
}

#[derive(Clone, Debug)]
struct Piece {
    /// In the plain text; a note mark is empty.
    range: Range<usize>,
    look: Look,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Look {
    strong: bool,
    emphasis: bool,
    href: Option<String>,
    note: Option<usize>,
    /// Markdown already.
    is_written: bool,
}

impl Content {
    /// The content of these inlines; a line break is a line feed of the plain text.
    pub fn new(inlines: &[Inline]) -> Self {
        let mut content = Self::default();
        content.extend(inlines, &Look::default());
        content
    }

    /// The content of what is Markdown as it stands: the mark of a picture.
    pub fn as_typed(inlines: &[Inline]) -> Self {
        let mut content = Self::default();
        content.push(&crate::document::plain(inlines), Look { is_written: true, ..Look::default() });
        content
    }

    fn extend(&mut self, inlines: &[Inline], look: &Look) {
        for inline in inlines {
            match inline {
                Inline::Text(run) => self.push(&run.text, look.clone()),
                Inline::Strong { content } => self.extend(content, &Look { strong: true, ..look.clone() }),
                Inline::Emphasis { content } => self.extend(content, &Look { emphasis: true, ..look.clone() }),
                Inline::Link { href, content } => {
                    self.extend(content, &Look { href: Some(href.clone()), ..look.clone() })
                }
                Inline::Break => self.push("\n", look.clone()),
                Inline::Unfilled { .. } => {
                    self.push(&crate::document::plain(std::slice::from_ref(inline)), look.clone())
                }
                Inline::Note { index } => self.push("", Look { note: Some(*index), ..look.clone() }),
            }
        }
    }

    fn push(&mut self, text: &str, look: Look) {
        let start = self.plain.len();
        self.plain.push_str(text);
        match self.pieces.last_mut() {
            Some(last) if last.look == look && look.note.is_none() => last.range.end = self.plain.len(),
            _ => self.pieces.push(Piece { range: start..self.plain.len(), look }),
        }
    }

    /// The text without markup.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// This content with another one behind it.
    pub fn join(&mut self, other: &Self) {
        for piece in &other.pieces {
            self.push(&other.plain[piece.range.clone()], piece.look.clone());
        }
    }

    /// The part in a range of the plain text, without the blanks around it.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let text = &self.plain[range.clone()];
        let start = range.start + (text.len() - text.trim_start_matches(is_blank).len());
        let end = start + self.plain[start..range.end].trim_end_matches(is_blank).len();
        let mut part = Self::default();
        let first = self.pieces.partition_point(|piece| piece.range.end < start);
        for piece in self.pieces[first..].iter().take_while(|piece| piece.range.start <= range.end) {
            let from = piece.range.start.clamp(start, end.max(start));
            let to = piece.range.end.clamp(start, end.max(start));
            let is_note = piece.look.note.is_some() && range.contains(&piece.range.start.saturating_sub(1));
            if from < to || is_note {
                part.push(&self.plain[from..to], piece.look.clone());
            }
        }
        part
    }

    /// How many bytes at the start of the text are bold; 0 where all of it is.
    pub fn strong_start(&self) -> usize {
        let strong = self.pieces.iter().take_while(|piece| piece.look.strong || piece.range.is_empty());
        let end = strong.last().map_or(0, |piece| piece.range.end);
        if end == self.plain.len() { 0 } else { end }
    }

    /// Whether all of it is bold.
    pub fn is_strong(&self) -> bool {
        !self.plain.is_empty() && self.pieces.iter().all(|piece| piece.look.strong || piece.range.is_empty())
    }

    /// The links that a text of the report file could hold, as Markdown.
    pub fn links(&self) -> impl Iterator<Item = String> {
        self.pieces.iter().filter_map(|piece| {
            let href = piece.look.href.as_deref().filter(|href| is_target(href))?;
            Some(format!("[{}]({href})", &self.plain[piece.range.clone()]))
        })
    }

    /// The content as a text of the report file; `notes` gets the notes that are marked in it.
    pub fn markdown(&self, notes: &mut Vec<usize>) -> String {
        let keeps_strong = !self.is_strong();
        let mut markdown = String::new();
        for piece in &self.pieces {
            let text = &self.plain[piece.range.clone()];
            if let Some(note) = piece.look.note {
                notes.push(note);
                write!(markdown, "[^{}]", notes.len()).expect("a string takes all");
                continue;
            }
            let bare = text.trim_matches(is_blank);
            let start = text.len() - text.trim_start_matches(is_blank).len();
            let (before, after) =
                if bare.is_empty() { (text, "") } else { (&text[..start], &text[start + bare.len()..]) };
            let mark = match (
                piece.look.strong && keeps_strong && !bare.is_empty(),
                piece.look.emphasis && !bare.is_empty(),
            ) {
                (true, true) => "***",
                (true, false) => "**",
                (false, true) => "*",
                (false, false) => "",
            };
            let escape = if piece.look.is_written { placeholder_free } else { escape };
            let escaped = bare.split('\n').map(escape).collect::<Vec<_>>().join("\\\n");
            let shown = match piece.look.href.as_deref().filter(|href| is_target(href)) {
                Some(href) => format!("[{mark}{escaped}{mark}]({href})"),
                None => format!("{mark}{escaped}{mark}"),
            };
            let before = before.replace('\n', "\\\n");
            markdown.extend([before.as_str(), &shown, after.replace('\n', "\\\n").as_str()]);
        }
        markdown
    }
}

/// Whether a link may stand in a text: other targets would show as typed.
fn is_target(href: &str) -> bool {
    let is_web = ["http://", "https://", "mailto:"].iter().any(|start| href.starts_with(start));
    is_web && !href.contains(|c: char| c.is_whitespace() || "()<>[]\\${}".contains(c))
}

/// Writes text so that it shows as it stands where Markdown and placeholders are read.
pub fn escape(text: &str) -> String {
    placeholder_free(&text::escape(text))
}

/// Writes text so that no placeholder is read in it.
pub fn placeholder_free(text: &str) -> String {
    // What a Chinese keyboard types opens a placeholder too, and has no escape: a character without width parts it.
    let parted = ["￥{", "＄{", "￥｛", "＄｛", "$｛"].iter().fold(text.to_owned(), |text, opening| {
        let (sign, brace) = opening.split_at(opening.chars().next().map_or(0, char::len_utf8));
        if text.contains(opening) { text.replace(opening, &format!("{sign}\u{2060}{brace}")) } else { text }
    });
    parted.replace("${", "$${")
}
