//! Markdown: headings by `#` and underlines, everything between them read as the texts of a report are.

use super::plain::{self as wrapped, Line, Wrap};
use super::{Hint, Item, Manuscript, kept, run};
use crate::document::inline::plain;
use crate::document::{Block, Heading, Inline, Paragraph, Run, text};
use crate::figures::placeholder::{Expansion, Piece};
use crate::place::Place;

/// Stands before a heading while the text is read, its level added: a character of the private use area.
const HEADING: u32 = 0xe000;
/// Lists deeper than this are read as the list they stand in.
const DEEPEST_LIST: usize = 4;

/// Reads Markdown.
pub fn read(source: &str) -> Manuscript {
    let source = marked(source);
    let range = 0..source.len();
    let expansion = Expansion { pieces: vec![Piece::Typed { text: source, range }] };
    let parsed = text::parse(&expansion, Place::default(), 0);
    let mut manuscript = Manuscript::default();
    manuscript.document.notes = parsed.notes;
    for block in parsed.blocks {
        push(&mut manuscript, block, None);
    }
    manuscript
}

/// The text with each heading alone and told by a character of its own, without rules and marks of quotations.
fn marked(source: &str) -> String {
    let source: String = source.chars().filter_map(kept).filter(|&c| level(c).is_none()).collect();
    let mut marked = String::with_capacity(source.len());
    let wrap = Wrap::of(&wrapped::lines(&source));
    let mut lines = source.lines().map(|line| line.trim_start_matches("> ").trim_end()).peekable();
    let mut is_apart = true;
    let mut before = None;
    while let Some(line) = lines.next() {
        let text = is_prose(line).then(|| Line::new(0, line));
        // A line that would be a paragraph in plain text was typed as one here too, without the blank line.
        if let (Some(before), Some(line)) = (&before, &text)
            && !wrap.joins(before, line)
        {
            marked.push('\n');
        }
        before = text;
        let underline = lines.peek().and_then(|next| underline(next)).filter(|_| is_text(line));
        match heading(line).or_else(|| underline.map(|level| (level, line.trim()))) {
            Some((level, heading)) => {
                let mark = char::from_u32(HEADING + level).unwrap_or_default();
                marked.extend(["\n", mark.encode_utf8(&mut [0; 4]), heading, "\n\n"]);
                underline.and_then(|_| lines.next());
            }
            None if is_apart && is_rule(line) => {}
            None => marked.extend([line, "\n"]),
        }
        is_apart = line.trim().is_empty();
    }
    marked
}

/// The level of a heading marked by `#`, and its text.
fn heading(line: &str) -> Option<(u32, &str)> {
    let line = line.trim_start();
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let is_heading = (1..=6).contains(&level) && (text.is_empty() || text.starts_with([' ', '\u{3000}']));
    is_heading.then(|| (level as u32, text.trim().trim_end_matches('#').trim_end()))
}

/// The level of the heading that a line underlines.
fn underline(line: &str) -> Option<u32> {
    let line = line.trim();
    let is_of = |mark: char| line.len() >= 3 && line.chars().all(|c| c == mark);
    if is_of('=') { Some(1) } else { is_of('-').then_some(2) }
}

fn is_text(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !is_rule(line) && !line.starts_with(['|', '-', '*', '#'])
}

/// Whether a line is neither blank nor one of a heading, a bullet list, a table or a note.
fn is_prose(line: &str) -> bool {
    let text = line.trim_start_matches('\u{3000}');
    let is_markup =
        text.starts_with(['|', '#', '+', '<', '[', '`', '~', ' ']) || text.starts_with("- ") || text.starts_with("* ");
    !text.is_empty() && !is_markup && !is_rule(line) && !text.ends_with('\\')
}

fn is_rule(line: &str) -> bool {
    let line: String = line.split_whitespace().collect();
    line.len() >= 3 && ["-", "*", "_"].iter().any(|mark| line.replace(mark, "").is_empty())
}

/// The level a marking character stands for.
fn level(c: char) -> Option<u8> {
    (u32::from(c)).checked_sub(HEADING).filter(|level| (1..=6).contains(level)).map(|level| level as u8)
}

fn push(manuscript: &mut Manuscript, block: Block, item: Option<Item>) {
    let hint = Hint { line: manuscript.hints.len() + 1, item, ..Hint::default() };
    match block {
        Block::Paragraph(mut paragraph) => match take_level(&mut paragraph) {
            Some(level) => {
                let content = paragraph.content;
                manuscript.push(Block::Heading(Heading { level, content, ..Heading::default() }), hint);
            }
            None => manuscript.push(Block::Paragraph(paragraph), hint),
        },
        Block::List(list) => {
            let depth = item.map_or(0, |item| (item.depth + 1).min(DEEPEST_LIST));
            for (index, blocks) in list.items.into_iter().enumerate() {
                let mark = list.start.map(|start| format!("{}. ", start + index as u64));
                let mut item = Some(Item { is_ordered: mark.is_some(), depth });
                for block in blocks {
                    push(manuscript, with_mark(block, item.and(mark.as_deref())), item);
                    item = None;
                }
            }
        }
        block => manuscript.push(block, hint),
    }
}

/// The level of a heading, its mark taken away.
fn take_level(paragraph: &mut Paragraph) -> Option<u8> {
    let level = plain(&paragraph.content).chars().next().and_then(level)?;
    let Some(Inline::Text(Run { text, .. })) = paragraph.content.first_mut() else { return None };
    text.remove(0);
    Some(level)
}

fn with_mark(block: Block, mark: Option<&str>) -> Block {
    match (block, mark) {
        (Block::Paragraph(mut paragraph), Some(mark)) => {
            paragraph.content.insert(0, run(mark));
            Block::Paragraph(paragraph)
        }
        (block, _) => block,
    }
}
