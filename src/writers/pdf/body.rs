//! Blocks of the body as the template takes them: lists are paragraphs with typed marks, as in Word.

use super::inline::{Setter, letters_in};
use super::page::{Block, Face, Picture, Row, Run, Table};
use crate::document::block::Alignment;
use crate::document::{self, Heading, Inline, List, Paragraph, plain};
use crate::writers::paper::{self, Chars, DEEPEST, MOST_COLUMNS};
use crate::writers::run_in_mark;

/// The blocks of a text.
pub(super) fn blocks(setter: &mut Setter, blocks: &[document::Block]) -> Vec<Block> {
    let mut set = Vec::new();
    push(&mut set, setter, blocks, 0, None);
    set
}

/// Appends blocks `depth` steps in; `opening` stands before the text of the first.
fn push(set: &mut Vec<Block>, setter: &mut Setter, blocks: &[document::Block], depth: u32, opening: Option<String>) {
    let mut opening = opening;
    for block in blocks {
        if let document::Block::Paragraph(paragraph) = block {
            set.push(paragraph_of(setter, paragraph, depth, opening.take()));
            continue;
        }
        set.extend(opening.take().map(|mark| opening_alone(setter, &mark, depth)));
        match block {
            document::Block::Heading(heading) => {
                let mut runs = Vec::new();
                push_heading(setter, &mut runs, heading);
                set.push(Block::Heading { level: heading.level.clamp(1, 6), runs });
            }
            document::Block::Paragraph(_) => {}
            document::Block::List(list) => push_list(set, setter, list, depth),
            document::Block::Table(table) => push_table(set, setter, table),
            document::Block::Picture(picture) => set.push(Block::Picture(picture_of(setter, picture))),
        }
    }
    set.extend(opening.take().map(|mark| opening_alone(setter, &mark, depth)));
}

fn opening_alone(setter: &mut Setter, mark: &str, depth: u32) -> Block {
    let mut runs = Vec::new();
    setter.push_text(&mut runs, mark, &Face::default());
    Block::Paragraph { depth: depth.min(DEEPEST), runs }
}

fn paragraph_of(setter: &mut Setter, paragraph: &Paragraph, depth: u32, opening: Option<String>) -> Block {
    let mut runs = Vec::new();
    if let Some(mark) = opening {
        setter.push_text(&mut runs, &mark, &Face::default());
    }
    if let Some(heading) = &paragraph.heading {
        push_heading(setter, &mut runs, heading);
        let face = Face { font: setter.house.heading(heading.level), ..Face::default() };
        setter.push_text(&mut runs, run_in_mark(&plain(&heading.content)), &face);
    }
    setter.push(&mut runs, &paragraph.content, &Face::default());
    Block::Paragraph { depth: depth.min(DEEPEST), runs }
}

fn push_heading(setter: &mut Setter, runs: &mut Vec<Run>, heading: &Heading) {
    let face = Face { font: setter.house.heading(heading.level), ..Face::default() };
    setter.push_text(runs, &heading.number, &face);
    setter.push(runs, &heading.content, &face);
}

fn push_list(set: &mut Vec<Block>, setter: &mut Setter, list: &List, depth: u32) {
    for (index, item) in list.items.iter().enumerate() {
        let mark = match list.start {
            Some(start) => format!("{}. ", start.saturating_add(index as u64)),
            None => "• ".to_owned(),
        };
        let (first, rest) = item.split_at(item.len().min(1));
        push(set, setter, first, depth, Some(mark));
        push(set, setter, rest, depth + 1, None);
    }
}

/// A table, cut into several where it has more columns than a page takes.
fn push_table(set: &mut Vec<Block>, setter: &mut Setter, table: &document::Table) {
    let columns = paper::columns(table);
    let mut caption = setter.runs(Some("hei"), &table.caption);
    for from in (0..columns).step_by(MOST_COLUMNS) {
        let to = columns.min(from + MOST_COLUMNS);
        let shares = paper::weights(table, from..to, LINE);
        let letters = letters(&shares);
        let has_head = table.head.iter().any(|cell| !cell.is_empty());
        let head = if has_head { cells(setter, Some("hei"), &table.head, from, &letters) } else { Vec::new() };
        let rows = table.rows.iter().map(|row| Row {
            breakable: row.iter().any(|cell| paper::chars(&plain(cell)) > TALL),
            cells: cells(setter, None, row, from, &letters),
        });
        set.push(Block::Table(Table {
            rows: rows.collect(),
            caption: std::mem::take(&mut caption),
            columns: shares,
            alignments: (from..to).map(|column| alignment(table, column)).collect(),
            head,
            named: table.names_rows && from == 0,
        }));
    }
}

fn picture_of(setter: &mut Setter, picture: &document::Picture) -> Picture {
    let caption = setter.runs(None, &picture.caption);
    let words = picture.words();
    let words = if words.is_empty() { UNNAMED.to_owned() } else { words };
    let Some(image) = &picture.image else {
        return Picture { file: None, format: "", width: 0.0, height: 0.0, words, caption };
    };
    let (width, height) = paper::printed_size(image, setter.room);
    let points = |twips: paper::Twips| f64::from(twips) / 20.0;
    Picture {
        file: Some(setter.file(image)),
        format: image.kind().extension(),
        width: points(width),
        height: points(height),
        words,
        caption,
    }
}

/// What is told of a picture that says nothing of itself: a tagged file has words for each.
const UNNAMED: &str = "图片";

/// A line holds 28 characters.
const LINE: Chars = 2800;

/// A cell with more characters may not fit a page in a narrow column.
const TALL: Chars = 4000;

/// How many letters of one word a line of each column holds, by the columns' shares of the width.
fn letters(shares: &[Chars]) -> Vec<usize> {
    let sum = shares.iter().sum::<Chars>().max(1);
    let room = |share: &Chars| (LINE * share / sum).saturating_sub(CELL_EDGES) * BODY / TABLE_TEXT;
    shares.iter().map(|share| letters_in(room(share))).collect()
}

/// The edges of a cell, left and right.
const CELL_EDGES: Chars = 70;

/// The sizes of the text and of a table's in points.
const BODY: Chars = 16;
const TABLE_TEXT: Chars = 12;

/// The cells of a row from a column on; `letters` as a line of each column holds.
fn cells(
    setter: &mut Setter,
    role: Option<&'static str>,
    row: &[Vec<Inline>],
    from: usize,
    letters: &[usize],
) -> Vec<Vec<Run>> {
    let none = Vec::new();
    let of_text = setter.letters;
    let cells = letters.iter().zip(from..).map(|(letters, column)| {
        setter.letters = *letters;
        setter.runs(role, row.get(column).unwrap_or(&none))
    });
    let cells = cells.collect();
    setter.letters = of_text;
    cells
}

fn alignment(table: &document::Table, column: usize) -> &'static str {
    match table.alignments.get(column).copied().unwrap_or_default() {
        Alignment::None | Alignment::Left => "left",
        Alignment::Center => "center",
        Alignment::Right => "right",
    }
}
