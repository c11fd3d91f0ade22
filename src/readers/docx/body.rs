//! The body of a part: paragraphs, tables and notes, as Word shows them.

use std::rc::Rc;

use indexmap::IndexMap;

use super::numbering::{Mark, Numbering};
use super::style::Styles;
use super::table::OpenTable;
use super::xml::{self, Element, Token};
use crate::document::{Block, Heading, Paragraph};
use crate::readers::runs::{Look, Runs};
use crate::readers::{Changes, Hint, Item, kept, run};

/// What other parts say about the text.
#[derive(Default)]
pub(super) struct Parts {
    pub styles: Styles,
    pub numbering: Numbering,
    /// Targets of hyperlinks by relationship id.
    pub links: IndexMap<String, String>,
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

/// The body of a part while it is read.
pub(super) struct Body {
    pub parts: Parts,
    pub blocks: Vec<(Block, Hint)>,
    open: Vec<OpenParagraph>,
    tables: Vec<OpenTable>,
    links: Vec<Option<Rc<str>>>,
    /// Elements that hold no text of the report: deleted text, fallbacks, ruby.
    silent: usize,
    in_paragraph_properties: bool,
    in_run_properties: bool,
    in_text: bool,
    /// The notes marked so far: kind and id.
    pub marked: Vec<(&'static str, String)>,
    changes: Changes,
    /// The line of a paragraph whose end was taken away.
    unended: Option<Runs>,
}

/// Elements whose text is never read: what stands twice, what is no text.
const SILENT: [&str; 6] = ["Fallback", "rt", "instrText", "delInstrText", "pPrChange", "rPrChange"];

/// What tracked changes take away, when accepted and when rejected.
const TAKEN_AWAY: [[&str; 2]; 2] = [["del", "moveFrom"], ["ins", "moveTo"]];

impl Body {
    /// Of a part that has not been read.
    pub fn new(parts: Parts, changes: Changes) -> Self {
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

    /// Reads a whole part.
    pub fn read(&mut self, text: &str) {
        xml::tokens(text).for_each(|token| self.token(&token));
        if let Some(line) = self.unended.take() {
            self.open.push(OpenParagraph { line, ..OpenParagraph::default() });
            self.end_paragraph();
        }
    }

    /// Reads one token.
    pub fn token(&mut self, token: &Token) {
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
            Some(Mark::Number(mark)) => content.insert(0, run(mark)),
            Some(Mark::Bullet(depth)) => item = Some(Item { is_ordered: false, depth }),
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
