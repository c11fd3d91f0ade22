//! Plain text: one line a paragraph for OA, WeChat and content management systems, or wrapped for terminals and mail.

pub(crate) mod wrap;

use unicode_width::UnicodeWidthStr;

use super::{Options, Output, note_mark, push_printable, run_in_mark, unfilled};
use crate::document::block::Alignment;
use crate::document::{Block, Document, Inline, Line, List, Table, plain, with_room};
use crate::message::Message;
use wrap::lines;

/// The indent of a paragraph: two ideographic blanks.
const INDENT: &str = "　　";

/// Two signs of four digits and a unit still fit; below it a line could hold no figure.
const NARROWEST: usize = 16;

/// The cells of a row stand this far apart.
const GAP: &str = "  ";

/// No page or screen shows so many columns: a wider table would be blanks for the most part.
const WIDEST: usize = 240;

/// Writes the report as plain text.
pub fn write(document: &Document, options: &Options) -> Result<Output, Message> {
    let mut page = Page { out: String::new(), parted: false, width: options.width.map(|width| width.max(NARROWEST)) };
    page.head(document);
    page.blocks(&document.body, INDENT);
    page.foot(document);
    for annex in &document.annexes {
        page.blank();
        page.line(&clean(&annex.label));
        page.centred(&line(&annex.title));
        page.blank();
        page.blocks(&annex.body, INDENT);
    }
    page.notes(document);
    Ok(options.output(page.out))
}

/// A line of the frame.
fn line(line: &Line) -> String {
    inlines(&line.content).replace('\n', " ")
}

fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_printable(&mut out, text);
    out
}

/// The content without markup: a break is a line feed, a link says where it leads.
fn inlines(content: &[Inline]) -> String {
    let mut out = with_room(content);
    push_inlines(&mut out, content);
    out
}

fn push_inlines(out: &mut String, content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Text(run) => push_printable(out, &run.text),
            Inline::Strong { content } | Inline::Emphasis { content } => push_inlines(out, content),
            Inline::Link { href, content } => {
                push_inlines(out, content);
                let leads_away = ["http://", "https://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
                if leads_away && !href.ends_with(&plain(content)) {
                    out.push_str(&format!("（{}）", clean(href)));
                }
            }
            Inline::Note { index } => out.push_str(&note_mark(*index)),
            Inline::Break => out.push('\n'),
            Inline::Unfilled { name, .. } => out.push_str(&clean(&unfilled(name))),
        }
    }
}

/// The text as it grows.
struct Page {
    out: String,
    /// Whether a blank line comes before the next one; none begins or ends the text.
    parted: bool,
    width: Option<usize>,
}

impl Page {
    fn head(&mut self, document: &Document) {
        for title in &document.title {
            self.centred(&line(title));
        }
        if let Some(stage) = &document.stage {
            self.centred(&clean(&super::stage_line(stage)));
        }
        if let Some(number) = &document.number {
            self.centred(&line(number));
        }
        if let Some(occasion) = &document.occasion {
            self.centred(&clean(&super::occasion_line(occasion)));
        }
        if let Some(speaker) = &document.speaker {
            self.centred(&line(speaker));
        }
        self.blank();
        if let Some(addressee) = &document.addressee {
            self.line(&format!("{}：", line(addressee)));
        }
    }

    fn foot(&mut self, document: &Document) {
        for (index, annex) in document.annexes.iter().enumerate() {
            // GB/T 9704—2012, 7.3.4: several are numbered and stand under one another.
            let label = if index == 0 { "附件：" } else { "　　　" };
            let number = if document.annexes.len() > 1 { format!("{}.", index + 1) } else { String::new() };
            self.paragraph(&format!("{label}{number}{}", line(&annex.title)), INDENT);
        }
        self.blank();
        for signature in &document.signature {
            self.right(&line(signature));
        }
        if let Some(date) = &document.date {
            self.right(&line(date));
        }
        if let Some(postscript) = &document.postscript {
            self.paragraph(&format!("（{}）", line(postscript)), INDENT);
        }
        if !document.copies.is_empty() {
            let copies: Vec<_> = document.copies.iter().map(line).collect();
            self.blank();
            self.line(&format!("抄送：{}。", copies.join("，")));
        }
    }

    fn notes(&mut self, document: &Document) {
        for (index, note) in document.notes.iter().enumerate() {
            if index == 0 {
                self.blank();
            }
            match note.body.split_first() {
                Some((Block::Paragraph(first), rest)) => {
                    self.paragraph(&format!("{}{}", note_mark(index), inlines(&first.content)), INDENT);
                    self.blocks(rest, INDENT);
                }
                _ => {
                    self.paragraph(&note_mark(index), INDENT);
                    self.blocks(&note.body, INDENT);
                }
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block], indent: &str) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    self.paragraph(&format!("{}{}", clean(&heading.number), inlines(&heading.content)), indent);
                }
                Block::Paragraph(paragraph) => {
                    let mut text = String::new();
                    if let Some(heading) = &paragraph.heading {
                        text.push_str(&clean(&heading.number));
                        push_inlines(&mut text, &heading.content);
                        text.push_str(run_in_mark(&plain(&heading.content)));
                    }
                    push_inlines(&mut text, &paragraph.content);
                    self.paragraph(&text, indent);
                }
                Block::List(list) => self.list(list, indent),
                Block::Table(table) => self.table(table),
                Block::Picture(picture) => {
                    let words = inlines(&picture.caption).replace('\n', " ");
                    let colon = if words.is_empty() { "" } else { "：" };
                    self.paragraph(&format!("【图{colon}{words}】"), indent);
                }
            }
        }
    }

    fn list(&mut self, list: &List, indent: &str) {
        for (index, item) in list.items.iter().enumerate() {
            let marker = match list.start {
                Some(start) => format!("{}. ", start.saturating_add(index as u64)),
                None => "· ".to_owned(),
            };
            let nested = format!("{indent}{INDENT}");
            match item.split_first() {
                Some((Block::Paragraph(first), rest)) if first.heading.is_none() => {
                    self.paragraph(&format!("{marker}{}", inlines(&first.content)), indent);
                    self.blocks(rest, &nested);
                }
                _ => {
                    self.paragraph(marker.trim_end(), indent);
                    self.blocks(item, &nested);
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let cells = |row: &[Vec<Inline>]| -> Vec<String> {
            row.iter().map(|cell| inlines(cell).replace('\n', " ").trim().to_owned()).collect()
        };
        let head = cells(&table.head);
        let rows: Vec<_> = table.rows.iter().map(|row| cells(row)).collect();
        let widths: Vec<usize> = (0..head.len())
            .map(|column| {
                let of = |row: &Vec<String>| row.get(column).map_or(0, |cell| cell.width());
                rows.iter().map(of).chain([of(&head)]).max().unwrap_or_default()
            })
            .collect();
        let caption = inlines(&table.caption).replace('\n', " ");
        self.blank();
        if !caption.is_empty() {
            self.centred(&caption);
        }
        let total = widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1);
        if total > self.width.unwrap_or(WIDEST) {
            self.records(&head, &rows);
        } else {
            self.row(&head, &widths, &table.alignments);
            self.line(&widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join(GAP));
            for row in &rows {
                self.row(row, &widths, &table.alignments);
            }
        }
        self.blank();
    }

    /// A table too wide to stand as one: a paragraph a row, each cell after the head of its column; heads that are long
    /// themselves stand once.
    fn records(&mut self, head: &[String], rows: &[Vec<String>]) {
        let is_named = head.iter().map(|cell| cell.width()).sum::<usize>() <= WIDEST;
        if !is_named {
            self.paragraph(&head.join("；"), INDENT);
        }
        for row in rows {
            let named =
                |(head, cell): (&String, &String)| if is_named { format!("{head}：{cell}") } else { cell.clone() };
            let cells: Vec<_> = head.iter().zip(row).map(named).collect();
            self.paragraph(&cells.join("；"), INDENT);
        }
    }

    fn row(&mut self, cells: &[String], widths: &[usize], alignments: &[Alignment]) {
        let padded: Vec<_> = cells
            .iter()
            .zip(widths)
            .enumerate()
            .map(|(column, (cell, width))| {
                let room = width.saturating_sub(cell.width());
                let before = match alignments.get(column).copied().unwrap_or_default() {
                    Alignment::None | Alignment::Left => 0,
                    Alignment::Center => room / 2,
                    Alignment::Right => room,
                };
                format!("{}{cell}{}", " ".repeat(before), " ".repeat(room - before))
            })
            .collect();
        self.raw(padded.join(GAP).trim_end());
    }

    /// A paragraph; its first line is indented, and where it is wrapped the others are not, save inside lists.
    fn paragraph(&mut self, text: &str, indent: &str) {
        let hang = indent.strip_suffix(INDENT).unwrap_or_default();
        for part in crate::characters::lines::inclusive(text) {
            let part = part.trim_matches([' ', '\n']);
            if !part.is_empty() {
                self.wrapped(part, indent, hang);
            }
        }
    }

    fn wrapped(&mut self, text: &str, indent: &str, hang: &str) {
        let Some(width) = self.width else {
            self.raw(&[indent, text].concat());
            return;
        };
        // However deep a list is, some room is left for its text.
        let room = |indent: &str| width.saturating_sub(indent.width()).max(NARROWEST / 2);
        for (index, line) in lines(text, room(indent), room(hang)).iter().enumerate() {
            self.raw(&[if index == 0 { indent } else { hang }, line].concat());
        }
    }

    /// A line flush left.
    fn line(&mut self, text: &str) {
        if !text.is_empty() {
            self.wrapped(text, "", "");
        }
    }

    /// A line in the middle of the width, flush left without one.
    fn centred(&mut self, text: &str) {
        self.aligned(text, |room| room / 2);
    }

    /// A line at the right end of the width but for two characters (GB/T 9704—2012, 7.3.5.2), flush left without one.
    fn right(&mut self, text: &str) {
        self.aligned(text, |room| room.saturating_sub(INDENT.width()));
    }

    fn aligned(&mut self, text: &str, share: fn(usize) -> usize) {
        let Some(width) = self.width else { return self.line(text) };
        for line in lines(text, width, width) {
            self.raw(&format!("{}{line}", " ".repeat(share(width.saturating_sub(line.width())))));
        }
    }

    /// A blank line, one at a time.
    fn blank(&mut self) {
        self.parted = true;
    }

    fn raw(&mut self, line: &str) {
        if std::mem::take(&mut self.parted) && !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(line);
        self.out.push('\n');
    }
}
