//! The walk through a page: its text line by line, as a browser shows it.

use std::rc::Rc;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};

use super::element::{centering, has_indent, is_inline, is_silent, is_surrounding, style_is_bold};
use super::survey::Survey;
use super::table::OpenTable;
use crate::document::{Block, Field, Heading, Paragraph};
use crate::readers::runs::{Look, Runs};
use crate::readers::{Hint, Item, Manuscript, kept, needs_blank, run};

/// The most columns or rows that a cell covers, whatever it says.
const WIDEST_SPAN: usize = 20;

/// The text of a page.
pub(super) fn manuscript(page: &Html) -> Manuscript {
    let survey = Survey::of(page);
    let mut walk = Walk { main: survey.main(page), survey, ..Walk::default() };
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => walk.open(node),
            Edge::Close(node) => walk.close(node),
        }
    }
    walk.end_line();
    walk.manuscript
}

/// The walk through a page: what is open, and the text so far.
#[derive(Default)]
struct Walk {
    survey: Survey,
    /// The article, where the page has one.
    main: Option<NodeId>,
    manuscript: Manuscript,
    line: Runs,
    look: Vec<Look>,
    lists: Vec<Option<usize>>,
    item: Option<String>,
    heading: Option<u8>,
    /// Open elements that say how their text stands, and whether it is centred.
    alignments: Vec<(NodeId, bool)>,
    table: Option<OpenTable>,
    /// Open elements whose text is none of the page's.
    silent: usize,
    /// Open elements that are the article.
    inside: usize,
    /// Open elements that surround it.
    surrounding: usize,
    indented: bool,
    pre: usize,
    is_title: bool,
}

impl Walk {
    /// Enters a node.
    fn open(&mut self, node: NodeRef<Node>) {
        match node.value() {
            Node::Text(text) if self.is_title => self.add_meta("title", text),
            Node::Text(text) if self.silent == 0 => self.text(text),
            Node::Element(element) => self.open_element(node.id(), element),
            _ => {}
        }
    }

    fn open_element(&mut self, id: NodeId, element: &Element) {
        let name = element.name();
        self.inside += usize::from(self.main == Some(id));
        self.surrounding += usize::from(is_surrounding(element));
        match name {
            "meta" => self.meta(element),
            "title" => self.is_title = true,
            _ => {}
        }
        if is_silent(element) {
            self.silent += 1;
        }
        if !is_inline(element) {
            self.end_line();
        }
        match name {
            "b" | "strong" | "i" | "em" | "a" => {
                let mut look = self.look.last().cloned().unwrap_or_default();
                look.strong |= matches!(name, "b" | "strong");
                look.emphasis |= matches!(name, "i" | "em");
                if name == "a" {
                    look.href = element.attr("href").map(|href| Rc::from(href.trim()));
                }
                self.look.push(look);
            }
            "span" | "font" => {
                let mut look = self.look.last().cloned().unwrap_or_default();
                look.strong = style_is_bold(element).unwrap_or(look.strong);
                self.look.push(look);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = name[1..].parse().ok(),
            "ul" | "menu" => self.lists.push(None),
            "ol" => self.lists.push(Some(element.attr("start").and_then(|at| at.parse().ok()).unwrap_or(1))),
            "li" => self.open_item(),
            "pre" => self.pre += 1,
            "table" if self.table.is_none() && self.is_data_table(id) => self.table = Some(OpenTable::default()),
            "tr" => self.table.iter_mut().for_each(OpenTable::open_row),
            _ => {}
        }
        if let Some(is_centered) = centering(element) {
            self.alignments.push((id, is_centered));
        }
        self.indented |= !is_inline(element) && has_indent(element);
    }

    /// Leaves a node.
    fn close(&mut self, node: NodeRef<Node>) {
        let Node::Element(element) = node.value() else { return };
        let name = element.name();
        match name {
            "b" | "strong" | "i" | "em" | "a" | "span" | "font" => drop(self.look.pop()),
            "td" | "th" if self.table.is_some() => self.close_cell(element),
            "caption" if self.table.is_some() => {
                let caption = self.line.finish().map(|line| line.content).unwrap_or_default();
                self.table.iter_mut().for_each(|table| table.caption = caption.clone());
            }
            "br" if self.table.is_some() => self.line.push_break(),
            _ if !is_inline(element) => self.end_line(),
            _ => {}
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "ul" | "menu" | "ol" => drop(self.lists.pop()),
            "li" => self.item = None,
            "pre" => self.pre = self.pre.saturating_sub(1),
            "title" => self.is_title = false,
            "table" => self.close_table(node.id()),
            _ => {}
        }
        if self.alignments.last().is_some_and(|&(id, _)| id == node.id()) {
            self.alignments.pop();
        }
        if is_silent(element) {
            self.silent -= 1;
        }
        self.surrounding -= usize::from(is_surrounding(element));
        self.inside -= usize::from(self.main == Some(node.id()));
        if !is_inline(element) {
            self.indented = false;
        }
    }

    /// Adds text as a browser shows it: blanks in a row are one, a line end between Han characters is none.
    fn text(&mut self, text: &str) {
        let look = self.look.last().cloned().unwrap_or_default();
        if self.pre > 0 {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.end_line();
                }
                self.line.push(&line.chars().filter_map(kept).collect::<String>(), &look);
            }
            return;
        }
        let mut shown = String::new();
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            if !c.is_ascii_whitespace() {
                shown.extend(kept(c));
                continue;
            }
            let mut has_line_end = c == '\n' || c == '\r';
            while let Some(blank) = characters.next_if(char::is_ascii_whitespace) {
                has_line_end |= blank == '\n' || blank == '\r';
            }
            let before = shown.chars().next_back().or_else(|| self.line.last());
            let joins = match (before, characters.peek()) {
                (None | Some('\n'), _) => true,
                (Some(before), after) => has_line_end && after.is_some_and(|&after| !needs_blank(before, after)),
            };
            if !joins {
                shown.push(' ');
            }
        }
        self.line.push(&shown, &look);
    }

    /// Ends the line at hand: it becomes a paragraph or a heading.
    fn end_line(&mut self) {
        if self.table.is_some() {
            return;
        }
        let Some(line) = self.line.finish() else { return };
        let is_outside = self.surrounding > 0 || self.main.is_some() && self.inside == 0;
        let mut content = line.content;
        let item = self.item.take();
        if let Some(mark) = item.as_deref().filter(|mark| !mark.is_empty()) {
            content.insert(0, run(mark));
        }
        let hint = Hint {
            line: self.manuscript.hints.len() + 1,
            is_indented: line.is_indented || self.indented,
            is_centered: self.alignments.last().is_some_and(|&(_, is_centered)| is_centered),
            is_linked: line.is_linked,
            is_outside,
            item: item.map(|mark| Item { is_ordered: !mark.is_empty(), depth: self.lists.len().saturating_sub(1) }),
        };
        let block = match self.heading {
            Some(level) => Block::Heading(Heading { level, content, ..Heading::default() }),
            None => Block::Paragraph(Paragraph { content, ..Paragraph::default() }),
        };
        self.manuscript.push(block, hint);
    }

    fn open_item(&mut self) {
        self.item = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => String::new(),
        });
    }

    fn is_data_table(&self, id: NodeId) -> bool {
        self.inside > 0 && self.survey.holds_data(id)
    }

    fn close_cell(&mut self, element: &Element) {
        let content = self.line.finish().map(|line| line.content).unwrap_or_default();
        let span = |name: &str| {
            element.attr(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1_usize).clamp(1, WIDEST_SPAN)
        };
        self.table.iter_mut().for_each(|table| table.add_cell(content.clone(), span("colspan"), span("rowspan")));
    }

    fn close_table(&mut self, id: NodeId) {
        if !self.survey.holds_data(id) {
            return;
        }
        let Some(table) = self.table.take() else { return };
        let hint = Hint { line: self.manuscript.hints.len() + 1, ..Hint::default() };
        self.manuscript.push(Block::Table(table.finish()), hint);
    }

    /// Keeps the `<meta>` names of 《政府网站发展指引》, and others that sites write for the same.
    fn meta(&mut self, element: &Element) {
        let Some(label) = element.attr("name").or_else(|| element.attr("property")) else { return };
        let Some(value) = element.attr("content").map(str::trim).filter(|value| !value.is_empty()) else { return };
        self.add_meta(label, value);
    }

    fn add_meta(&mut self, label: &str, value: &str) {
        let value: String = value.trim().chars().filter_map(kept).collect();
        let field = Field { key: label.to_ascii_lowercase(), label: label.to_owned(), value, ..Field::default() };
        self.manuscript.document.meta.push(field);
    }
}
