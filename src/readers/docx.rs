//! A Word file, read as a flat stream: text with its numbers, looks, tables and notes; tracked changes are read as
//! accepted unless asked otherwise.

mod leftover;
mod numbering;
mod package;
mod style;
mod xml;

use std::rc::Rc;

use indexmap::IndexMap;

use super::runs::{Look, Runs};
use super::{Changes, Comment, Hint, Item, Leftover, Manuscript, kept};
use crate::document::block::Alignment;
use crate::document::{Block, Heading, Inline, Note, Paragraph, Table};
use crate::message::Message;
use numbering::Numbering;
use package::Package;
use style::Styles;
use xml::{Element, Token};

/// The longest cell of a table that holds data; a longer one shows that the table only lays the page out.
const LONGEST_CELL: usize = 200;
/// The largest table that is kept as one.
const MOST_ROWS: usize = 2_000;
const MOST_COLUMNS: usize = 200;

/// Reads a Word file.
///
/// # Errors
/// The file is damaged, under a password, or larger unpacked than any report.
pub fn read(bytes: &[u8], changes: Changes) -> Result<Manuscript, Message> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let parts = Parts {
        styles: Styles::read(&package.optional("word/styles.xml")?),
        numbering: Numbering::read(&package.optional("word/numbering.xml")?),
        links: package.links(&main)?,
    };
    let text = package.part(&main)?;
    let footnotes = package.optional("word/footnotes.xml")?;
    let endnotes = package.optional("word/endnotes.xml")?;
    let mut body = Body::new(parts, changes);
    body.read(&text);
    let Body { blocks, marked, parts, .. } = body;
    let mut manuscript = Manuscript::default();
    for (block, hint) in blocks {
        manuscript.push(block, Hint { line: manuscript.hints.len() + 1, ..hint });
    }
    let notes = [("footnote", footnotes), ("endnote", endnotes)];
    let mut bodies: IndexMap<(&str, String), Note> = IndexMap::new();
    let mut parts = Some(parts);
    for (kind, text) in &notes {
        for (id, note) in read_notes(text, kind, &mut parts, changes) {
            bodies.insert((kind, id), note);
        }
    }
    let body = |(kind, id): &(&'static str, String)| bodies.get(&(*kind, id.clone())).cloned().unwrap_or_default();
    manuscript.document.notes = marked.iter().map(body).collect();
    Ok(manuscript)
}

/// What the file holds beside the text a reader sees.
///
/// # Errors
/// Those of [`read`].
pub fn leftovers(bytes: &[u8]) -> Result<Vec<Leftover>, Message> {
    let mut package = Package::open(bytes)?;
    let comments = leftover::comments(&package.optional("word/comments.xml")?);
    let main = package.main_part()?;
    Ok(leftover::leftovers(&package.part(&main)?, &comments))
}

/// What reviewers wrote beside the text, in the order of the file.
///
/// # Errors
/// Those of [`read`].
pub fn comments(bytes: &[u8]) -> Result<Vec<Comment>, Message> {
    let text = Package::open(bytes)?.optional("word/comments.xml")?;
    let mut comments: Vec<Comment> = Vec::new();
    let mut in_text = false;
    for token in xml::tokens(&text) {
        match token {
            Token::Start(element) if element.name() == "comment" => {
                let author = element.attribute("author").unwrap_or_default();
                comments.push(Comment { author, text: String::new() });
            }
            Token::Start(element) if element.name() == "t" => in_text = !element.is_empty,
            Token::End(end) if xml::local(&end) == "t" => in_text = false,
            Token::End(end) if xml::local(&end) == "p" => {
                comments.last_mut().into_iter().for_each(|comment| comment.text.push(' '));
            }
            Token::Text(text) if in_text => {
                comments.last_mut().into_iter().for_each(|comment| comment.text.extend(text.chars().filter_map(kept)));
            }
            _ => {}
        }
    }
    comments.iter_mut().for_each(|comment| comment.text.truncate(comment.text.trim_end().len()));
    comments.retain(|comment| !comment.text.is_empty());
    Ok(comments)
}

/// The notes of a part by their ids.
fn read_notes(text: &str, kind: &str, parts: &mut Option<Parts>, changes: Changes) -> Vec<(String, Note)> {
    let mut notes = Vec::new();
    let mut body = Body::new(parts.take().unwrap_or_default(), changes);
    let mut id = None;
    for token in xml::tokens(text) {
        match &token {
            Token::Start(element) if element.name() == kind => id = element.attribute("id"),
            Token::End(end) if xml::local(end) == kind => {
                let blocks = std::mem::take(&mut body.blocks).into_iter().map(|(block, _)| block).collect();
                notes.extend(id.take().map(|id| (id, Note { body: blocks })));
            }
            _ if id.is_some() => body.token(&token),
            _ => {}
        }
    }
    *parts = Some(body.parts);
    notes
}

/// What other parts say about the text.
#[derive(Default)]
struct Parts {
    styles: Styles,
    numbering: Numbering,
    /// Targets of hyperlinks by relationship id.
    links: IndexMap<String, String>,
}

/// A paragraph while it is read.
#[derive(Default)]
struct OpenParagraph {
    line: Runs,
    style: Option<String>,
    /// The list and its level.
    list: Option<(String, usize)>,
    outline: Option<u8>,
    is_centered: bool,
    is_indented: bool,
    look: Look,
    is_hidden: bool,
    /// Its end was taken away: it goes on in the next paragraph.
    goes_on: bool,
}

/// A table while it is read: rows of cells of blocks.
#[derive(Default)]
struct OpenTable {
    rows: Vec<Vec<Vec<(Block, Hint)>>>,
    has_tables: bool,
    /// Cells the one being read spans.
    span: usize,
}

/// The body of a part while it is read.
struct Body {
    parts: Parts,
    blocks: Vec<(Block, Hint)>,
    open: Vec<OpenParagraph>,
    tables: Vec<OpenTable>,
    links: Vec<Option<Rc<str>>>,
    /// Elements that hold no text of the report: deleted text, fallbacks, ruby.
    silent: usize,
    in_paragraph_properties: bool,
    in_run_properties: bool,
    in_text: bool,
    marked: Vec<(&'static str, String)>,
    changes: Changes,
    /// The line of a paragraph whose end was taken away.
    unended: Option<Runs>,
}

/// Elements whose text is never read: what stands twice, what is no text.
const SILENT: [&str; 6] = ["Fallback", "rt", "instrText", "delInstrText", "pPrChange", "rPrChange"];

/// What tracked changes take away, when accepted and when rejected.
const TAKEN_AWAY: [[&str; 2]; 2] = [["del", "moveFrom"], ["ins", "moveTo"]];

impl Body {
    fn new(parts: Parts, changes: Changes) -> Self {
        Self {
            parts,
            blocks: Vec::new(),
            open: Vec::new(),
            tables: Vec::new(),
            links: Vec::new(),
            silent: 0,
            in_paragraph_properties: false,
            in_run_properties: false,
            in_text: false,
            marked: Vec::new(),
            changes,
            unended: None,
        }
    }

    /// Whether the changes, as they are read, take away what stands in an element.
    fn takes_away(&self, name: &str) -> bool {
        TAKEN_AWAY[usize::from(self.changes == Changes::Reject)].contains(&name)
    }

    fn is_silent(&self, name: &str) -> bool {
        SILENT.contains(&name) || self.takes_away(name)
    }

    fn read(&mut self, text: &str) {
        xml::tokens(text).for_each(|token| self.token(&token));
        if let Some(line) = self.unended.take() {
            self.open.push(OpenParagraph { line, ..OpenParagraph::default() });
            self.end_paragraph();
        }
    }

    fn token(&mut self, token: &Token) {
        match token {
            Token::Start(element) => self.start(element),
            Token::End(end) => self.end(xml::local(end)),
            Token::Text(text) if self.in_text && self.silent == 0 => self.text(text),
            Token::Text(_) => {}
        }
    }

    fn start(&mut self, element: &Element) {
        let name = element.name();
        if self.is_silent(name) {
            // In the properties of a paragraph <w:del/> speaks of its end.
            if self.in_paragraph_properties && self.silent == 0 && self.takes_away(name) {
                self.open.last_mut().into_iter().for_each(|paragraph| paragraph.goes_on = true);
            }
            self.silent += usize::from(!element.is_empty);
            return;
        }
        if self.silent > 0 {
            return;
        }
        match name {
            "p" => {
                self.open.push(OpenParagraph::default());
                if element.is_empty {
                    self.end("p");
                }
            }
            "tbl" => {
                self.tables.last_mut().into_iter().for_each(|table| table.has_tables = true);
                self.tables.push(OpenTable::default());
            }
            "tr" => self.tables.last_mut().into_iter().for_each(|table| table.rows.push(Vec::new())),
            "tc" => self.tables.last_mut().into_iter().for_each(OpenTable::open_cell),
            "gridSpan" => {
                let span = element.value().and_then(|span| span.parse().ok()).unwrap_or(1_usize).clamp(1, 64);
                self.tables.last_mut().into_iter().for_each(|table| table.span = span);
            }
            "hyperlink" if !element.is_empty => {
                let target = element.attribute("id").and_then(|id| self.parts.links.get(&id));
                self.links.push(target.map(|target| Rc::from(target.as_str())));
            }
            _ => self.start_inside(element),
        }
    }

    /// An element inside a paragraph.
    fn start_inside(&mut self, element: &Element) {
        let Some(paragraph) = self.open.last_mut() else { return };
        let value = element.value();
        let value = value.as_deref();
        let is_on = || !matches!(value, Some("0" | "false" | "off" | "none"));
        match element.name() {
            "r" => {
                paragraph.look = Look { href: self.links.last().cloned().flatten(), ..Look::default() };
                paragraph.is_hidden = false;
            }
            "pPr" => self.in_paragraph_properties = !element.is_empty,
            "rPr" => self.in_run_properties = !element.is_empty,
            "b" if self.in_run_properties => paragraph.look.strong = is_on(),
            "i" if self.in_run_properties => paragraph.look.emphasis = is_on(),
            "vanish" if self.in_run_properties => paragraph.is_hidden = is_on(),
            "rStyle" => {
                let is_strong = value.is_some_and(|id| self.parts.styles.is_strong(id));
                paragraph.look.strong |= is_strong;
            }
            "pStyle" => paragraph.style = value.map(str::to_owned),
            "ilvl" => {
                let level = value.and_then(|level| level.parse().ok()).unwrap_or(0);
                paragraph.list = Some((paragraph.list.take().map(|(id, _)| id).unwrap_or_default(), level));
            }
            "numId" => {
                let id = value.unwrap_or_default().to_owned();
                paragraph.list = Some((id, paragraph.list.as_ref().map_or(0, |&(_, level)| level)));
            }
            "outlineLvl" => paragraph.outline = value.and_then(|level| level.parse().ok()),
            "jc" => paragraph.is_centered = value == Some("center"),
            "ind" => {
                let indents = ["firstLineChars", "firstLine"].map(|name| element.attribute(name));
                paragraph.is_indented = indents.into_iter().flatten().any(|indent| indent != "0");
            }
            "t" | "delText" => self.in_text = !element.is_empty,
            "tab" if !self.in_run_properties => paragraph.line.push(" ", &Look::default()),
            "br" | "cr" => match element.attribute("type").as_deref() {
                Some("page" | "column") => {}
                _ => paragraph.line.push_break(),
            },
            "noBreakHyphen" => paragraph.line.push("-", &paragraph.look.clone()),
            "sym" => self.symbol(element),
            "footnoteReference" => self.note("footnote", element),
            "endnoteReference" => self.note("endnote", element),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.is_silent(name) {
            self.silent = self.silent.saturating_sub(1);
            return;
        }
        if self.silent > 0 {
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "pPr" => self.in_paragraph_properties = false,
            "rPr" => self.in_run_properties = false,
            "t" | "delText" => self.in_text = false,
            "hyperlink" => drop(self.links.pop()),
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(paragraph) = self.open.last_mut().filter(|paragraph| !paragraph.is_hidden) else { return };
        let look = paragraph.look.clone();
        paragraph.line.push(&text.chars().filter_map(kept).collect::<String>(), &look);
    }

    /// A character of a symbol font; those Word moved to the private use area stand for themselves less an offset.
    fn symbol(&mut self, element: &Element) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let code = code.map(|code| if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code });
        if let Some(c) = code.and_then(char::from_u32).filter(|c| !c.is_control()) {
            self.text(c.encode_utf8(&mut [0; 4]));
        }
    }

    fn note(&mut self, kind: &'static str, element: &Element) {
        let Some(id) = element.attribute("id") else { return };
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.line.push_note(self.marked.len());
            self.marked.push((kind, id));
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.open.pop() else { return };
        if let Some(unended) = self.unended.take() {
            paragraph.line = unended.and(std::mem::take(&mut paragraph.line));
        }
        if paragraph.goes_on {
            self.unended = Some(paragraph.line);
            return;
        }
        let style = paragraph.style.as_deref().map(|id| self.parts.styles.get(id)).unwrap_or_default();
        let list = paragraph.list.clone().or_else(|| style.list.clone()).filter(|(id, _)| id != "0");
        let Some(line) = paragraph.line.finish() else { return };
        let mut content = line.content;
        let mut item = None;
        // Only a paragraph with text is counted, as Word shows it.
        match list.and_then(|(id, level)| self.parts.numbering.next(&id, level)) {
            Some(numbering::Mark::Number(mark)) => content.insert(0, super::run(mark)),
            Some(numbering::Mark::Bullet(depth)) => item = Some(Item { is_ordered: false, depth }),
            None => {}
        }
        let hint = Hint {
            is_indented: line.is_indented || paragraph.is_indented || style.is_indented,
            is_centered: paragraph.is_centered || style.is_centered,
            is_linked: line.is_linked,
            is_outside: style.is_contents,
            item,
            ..Hint::default()
        };
        let outline = paragraph.outline.or(style.outline).filter(|&level| level < 9);
        let block = match outline {
            Some(level) if style.is_heading || paragraph.outline.is_some() => {
                Block::Heading(Heading { level: level + 1, content, ..Heading::default() })
            }
            _ => Block::Paragraph(Paragraph { content, ..Paragraph::default() }),
        };
        self.push(block, hint);
    }

    fn push(&mut self, block: Block, hint: Hint) {
        let cell = self.tables.last_mut().and_then(|table| table.rows.last_mut()).and_then(|row| row.last_mut());
        cell.unwrap_or(&mut self.blocks).push((block, hint));
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        if !self.tables.is_empty() || !table.holds_data() {
            let blocks: Vec<_> = table.rows.into_iter().flatten().flatten().collect();
            blocks.into_iter().for_each(|(block, hint)| self.push(block, hint));
            return;
        }
        self.push(Block::Table(table.finish()), Hint::default());
    }
}

impl OpenTable {
    fn open_cell(&mut self) {
        let missing = self.span.saturating_sub(1);
        self.span = 1;
        let Some(row) = self.rows.last_mut() else { return };
        if !row.is_empty() {
            row.extend((0..missing).map(|_| Vec::new()));
        }
        row.push(Vec::new());
    }

    fn holds_data(&self) -> bool {
        let is_short = |cell: &Vec<(Block, Hint)>| {
            cell.iter().map(|(block, _)| text_of(block).chars().count()).sum::<usize>() <= LONGEST_CELL
        };
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        (2..=MOST_ROWS).contains(&self.rows.len())
            && (2..=MOST_COLUMNS).contains(&columns)
            && !self.has_tables
            && self.rows.iter().flatten().all(is_short)
    }

    fn finish(self) -> Table {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let row = |cells: Vec<Vec<(Block, Hint)>>| {
            let mut cells: Vec<Vec<Inline>> = cells.into_iter().map(cell).collect();
            cells.resize(columns, Vec::new());
            cells
        };
        let mut rows = self.rows.into_iter().map(row);
        let head = rows.next().unwrap_or_default();
        let alignments = vec![Alignment::None; columns];
        Table { alignments, head, rows: rows.collect(), ..Table::default() }
    }
}

/// The paragraphs of a cell as one line.
fn cell(blocks: Vec<(Block, Hint)>) -> Vec<Inline> {
    let mut content = Vec::new();
    for (block, _) in blocks {
        if !content.is_empty() {
            content.push(super::run(" "));
        }
        match block {
            Block::Paragraph(paragraph) => content.extend(paragraph.content),
            Block::Heading(heading) => content.extend(heading.content),
            _ => {}
        }
    }
    content
}

fn text_of(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => crate::document::plain(&paragraph.content),
        Block::Heading(heading) => crate::document::plain(&heading.content),
        _ => String::new(),
    }
}
