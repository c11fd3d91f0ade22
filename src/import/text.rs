//! Blocks as texts of the report file.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::content::Content;
use super::tree::Block;
use crate::document::{self, Inline, Note, Table};

/// Writes texts; knows the notes of the manuscript, and which of them it wrote.
pub struct Writer<'a> {
    notes: &'a [Note],
    written: RefCell<BTreeSet<usize>>,
}

/// A text under construction.
#[derive(Default)]
pub struct Texts {
    paragraphs: Vec<String>,
    notes: Vec<usize>,
    /// The last paragraph is a list that may go on.
    in_list: bool,
}

impl<'a> Writer<'a> {
    /// With the notes of a manuscript.
    pub fn new(notes: &'a [Note]) -> Self {
        Self { notes, written: RefCell::default() }
    }

    /// The notes that no text has: those of titles, headings and what is left over, where the file has none.
    pub fn unwritten(&self) -> Vec<String> {
        let written = self.written.borrow();
        let notes = self.notes.iter().enumerate().filter(|(index, _)| !written.contains(index));
        notes.map(|(_, note)| note_text(note)).filter(|text| !text.trim().is_empty()).collect()
    }

    /// The blocks as one text; `None` where there is nothing.
    pub fn text(&self, blocks: &[Block]) -> Option<String> {
        let mut texts = Texts::default();
        blocks.iter().for_each(|block| self.add(&mut texts, block));
        self.finish(texts)
    }

    /// Adds a block.
    pub fn add(&self, texts: &mut Texts, block: &Block) {
        let goes_on = texts.in_list;
        texts.in_list = matches!(block, Block::Item(..));
        let written = match block {
            Block::Text(content) => content.markdown(&mut texts.notes),
            Block::Table(table) => self::table(table, &mut texts.notes),
            Block::Item(content, item) => {
                let mark = if item.is_ordered { "" } else { "- " };
                let text = match item.is_ordered {
                    // The number is part of the text and marks the item.
                    true => content.markdown(&mut texts.notes).replacen("\\.", ".", 1),
                    false => content.markdown(&mut texts.notes),
                };
                format!("{}{mark}{text}", "   ".repeat(item.depth))
            }
        };
        match texts.paragraphs.last_mut().filter(|_| goes_on && texts.in_list) {
            _ if written.is_empty() => {}
            Some(list) => list.extend(["\n", written.as_str()]),
            None => texts.paragraphs.push(written),
        }
    }

    /// The text with the notes that are marked in it.
    pub fn finish(&self, mut texts: Texts) -> Option<String> {
        for (index, &note) in texts.notes.iter().enumerate() {
            self.written.borrow_mut().insert(note);
            let body = self.notes.get(note).map(note_text).unwrap_or_default();
            texts.paragraphs.push(format!("[^{}]: {body}", index + 1));
        }
        (!texts.paragraphs.is_empty()).then(|| texts.paragraphs.join("\n\n"))
    }
}

/// The body of a note on one line.
fn note_text(note: &Note) -> String {
    let paragraphs = note.body.iter().filter_map(|block| match block {
        document::Block::Paragraph(paragraph) => Some(Content::new(&paragraph.content).markdown(&mut Vec::new())),
        _ => None,
    });
    paragraphs.collect::<Vec<_>>().join(" ").replace("\\\n", " ")
}

fn table(table: &Table, notes: &mut Vec<usize>) -> String {
    let mut cell = |content: &Vec<Inline>| {
        let text = Content::new(content).markdown(notes);
        if text.is_empty() { " ".to_owned() } else { text.replace("\\\n", " ").replace('\n', " ") }
    };
    let mut row = |cells: &[Vec<Inline>]| {
        let cells: Vec<String> = cells.iter().map(&mut cell).collect();
        format!("| {} |", cells.join(" | "))
    };
    let head = row(&table.head);
    let rule = format!("|{}", " --- |".repeat(table.head.len()));
    let rows: Vec<String> = table.rows.iter().map(|cells| row(cells)).collect();
    let caption = Content::new(&table.caption).markdown(&mut Vec::new());
    let caption = if caption.is_empty() { caption } else { caption + "\n\n" };
    std::iter::once(caption + &head).chain([rule]).chain(rows).collect::<Vec<_>>().join("\n")
}
