//! CommonMark that any renderer shows right: no raw HTML, no literal `**`, everything typed shown as typed.

mod escape;
mod line;
mod settle;

use super::{Options, Output, run_in_mark, template};
use crate::characters::lines;
use crate::document::block::Alignment;
use crate::document::{Block, Document, Heading, Inline, List, Paragraph, Picture, Table};
use crate::message::Message;
use escape::destination;
use line::{Kind, Line, Style};

/// Writes the report as Markdown by the template `report.md`.
pub fn write(document: &Document, options: &Options) -> Result<Output, Message> {
    let rendered = template::render("report.md", document, options)?;
    Ok(options.output(single_blank_lines(&rendered)))
}

/// The text with one blank line where a template left several, none at its start and one line end at its end.
fn single_blank_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for line in lines::inclusive(text).map(str::trim_end) {
        if line.is_empty() {
            blank = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Blocks as CommonMark, tables as GFM, a blank line between two.
pub fn blocks(blocks: &[Block]) -> String {
    nested(blocks, Markers::Usual)
}

/// Which of the two markers a list takes: one beside or inside another takes those the other has not.
#[derive(Clone, Copy)]
enum Markers {
    /// `-` and `1.`
    Usual,
    /// `*` and `1)`
    Other,
}

impl Markers {
    const fn others(self) -> Self {
        match self {
            Self::Usual => Self::Other,
            Self::Other => Self::Usual,
        }
    }

    const fn bullet(self) -> char {
        match self {
            Self::Usual => '-',
            Self::Other => '*',
        }
    }

    const fn after_number(self) -> char {
        match self {
            Self::Usual => '.',
            Self::Other => ')',
        }
    }
}

/// Blocks whose first list takes these markers.
fn nested(blocks: &[Block], markers: Markers) -> String {
    let mut out = String::new();
    let mut beside_list = false;
    for block in blocks {
        let written = match block {
            Block::Heading(heading) => heading_line(heading),
            Block::Paragraph(paragraph) => self::paragraph(paragraph),
            // Two lists in a row would be read as one: the second takes the other marker.
            Block::List(list) => self::list(list, if beside_list { markers.others() } else { markers }),
            Block::Table(table) => self::table(table),
            Block::Picture(picture) => self::picture(picture),
        };
        if written.is_empty() {
            continue;
        }
        beside_list = matches!(block, Block::List(_)) && !beside_list;
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str(&written);
    }
    out
}

/// The content of a line, safe at the start of one.
pub fn inlines(content: &[Inline]) -> String {
    Line::new(Kind::Paragraph).with(content, Style::default()).finish()
}

/// A text without markup, safe at the start of a line.
pub fn escape(text: &str) -> String {
    let mut line = Line::new(Kind::Paragraph);
    line.text(text, Style::default());
    line.finish()
}

fn heading_line(heading: &Heading) -> String {
    let mut line = Line::new(Kind::Single);
    line.text(&heading.number, Style::default());
    let text = line.with(&heading.content, Style::default()).finish();
    let marks = usize::from(heading.level).clamp(1, 5) + 1;
    format!("{} {text}", "#".repeat(marks))
}

fn paragraph(paragraph: &Paragraph) -> String {
    let mut line = Line::new(Kind::Paragraph);
    if let Some(heading) = &paragraph.heading {
        let bold = Style { strong: true, ..Style::default() };
        line.text(&heading.number, bold);
        line = line.with(&heading.content, bold);
        let mark = run_in_mark(&crate::document::plain(&heading.content));
        line.text(mark, Style::default());
    }
    line.with(&paragraph.content, Style::default()).finish()
}

/// A picture by its path from the report's folder, as it was typed.
fn picture(picture: &Picture) -> String {
    let words = Line::new(Kind::Single).with(&picture.caption, Style::default()).finish();
    let mut out = format!("![{words}](");
    destination(&mut out, &picture.path);
    out.push(')');
    out
}

fn list(list: &List, markers: Markers) -> String {
    let mut out = String::new();
    for (index, item) in list.items.iter().enumerate() {
        let marker = match list.start {
            // CommonMark reads nine digits; a longer number would be text.
            Some(start) => {
                let number = start.saturating_add(index as u64).min(999_999_999);
                format!("{number}{} ", markers.after_number())
            }
            None => format!("{} ", markers.bullet()),
        };
        let indent = " ".repeat(marker.len());
        if !out.is_empty() {
            out.push('\n');
        }
        let before = out.len();
        // Inside, markers change: `- - -` would be a rule.
        for (number, line) in nested(item, markers.others()).lines().enumerate() {
            if number > 0 {
                out.push('\n');
            }
            if !line.is_empty() {
                out.push_str(if number == 0 { &marker } else { &indent });
                out.push_str(line);
            }
        }
        if out.len() == before {
            out.push_str(marker.trim_end());
        }
    }
    out
}

fn table(table: &Table) -> String {
    let mut out = inlines(&table.caption);
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    row(&mut out, &table.head);
    out.push_str("\n|");
    for column in 0..table.head.len() {
        out.push_str(match table.alignments.get(column).copied().unwrap_or_default() {
            Alignment::None => " --- |",
            Alignment::Left => " :--- |",
            Alignment::Center => " :---: |",
            Alignment::Right => " ---: |",
        });
    }
    for cells in &table.rows {
        out.push('\n');
        row(&mut out, cells);
    }
    out
}

fn row(out: &mut String, cells: &[Vec<Inline>]) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&Line::new(Kind::Single).with(cell, Style::default()).finish());
        out.push_str(" |");
    }
}
