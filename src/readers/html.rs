//! A published page: the text of all of it, with the part that holds the article told apart.

mod visible;

use std::collections::HashMap;
use std::rc::Rc;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};

use super::runs::{Look, Runs};
use super::{Hint, Item, Manuscript, is_blank, kept, needs_blank};
use crate::document::block::Alignment;
use crate::document::{Block, Field, Heading, Inline, Paragraph, Table};
use crate::message;
use crate::message::Message;
pub use visible::visible;

/// The deepest nesting that is read: pages of real sites stay below 60.
const DEEPEST: usize = 1_000;
/// The most attributes of one tag: a parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 2_000;
/// The longest cell of a table that holds data; a longer one shows that the table only lays the page out.
const LONGEST_CELL: usize = 200;

/// The largest table that is kept as one: what it holds is bounded, whatever its cells say they span.
const MOST_ROWS: usize = 2_000;
const MOST_COLUMNS: usize = 40;
const WIDEST_SPAN: usize = 20;

/// Elements whose text is none of the page's.
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "select", "option", "textarea", "button", "iframe", "object", "svg",
    "math", "canvas", "audio", "video", "title", "head",
];
/// Elements that stand inside a line.
const INLINE: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "img",
    "ins",
    "kbd",
    "label",
    "mark",
    "o:p",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "small",
    "span",
    "st1:chsdate",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
];
/// Elements that surround an article.
const SURROUNDING: &[&str] = &["nav", "footer", "aside", "menu", "dialog"];
/// Elements that have no end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements whose end tag is often left out: a start tag ends the one before.
const OPEN_ENDED: &[&str] = &["p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot"];

/// Reads a page.
///
/// # Errors
/// The page is nested deeper than any real one.
pub fn read(text: &str) -> Result<Manuscript, Message> {
    if nesting(text) > DEEPEST || attributes(text) > MOST_ATTRIBUTES {
        return Err(message!("import.too_deep"));
    }
    let page = Html::parse_document(text);
    let survey = Survey::of(&page);
    let mut walk = Walk { main: survey.main(&page), survey, ..Walk::default() };
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => walk.open(node),
            Edge::Close(node) => walk.close(node),
        }
    }
    walk.end_line();
    Ok(walk.manuscript)
}

/// How deep the tags of a page nest at most, told before the page is parsed: a parser takes quadratic time over it.
fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        let (is_end, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let length = rest.bytes().take(16).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let name = rest[..length].to_ascii_lowercase();
        if length == 0 || VOID.contains(&name.as_str()) || OPEN_ENDED.contains(&name.as_str()) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// How many attributes a tag has at most, in one pass: what stands in quotes is none, nor is what a script says.
fn attributes(text: &str) -> usize {
    let (mut most, mut at) = (0, 0);
    while let Some(start) = text[at..].find('<').map(|start| at + start + 1) {
        let rest = &text[start..];
        let is_script = ["script", "style"]
            .iter()
            .find(|name| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)));
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            at = start;
            continue;
        }
        let (count, length) = tag(rest);
        most = most.max(count);
        at = start + length;
        if let Some(name) = is_script {
            at += text[at..].find(&format!("</{name}")).unwrap_or_default();
        }
    }
    most
}

/// The words of a tag behind its name that stand outside of quotes, and where it ends.
fn tag(text: &str) -> (usize, usize) {
    let (mut count, mut quote, mut before) = (0, None, b'a');
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return (count, at),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, _) => count += usize::from(before.is_ascii_whitespace() && !byte.is_ascii_whitespace()),
        }
        if !byte.is_ascii_whitespace() || before != b'=' {
            before = byte;
        }
    }
    (count, text.len())
}

/// What is known of the elements before the text is taken.
#[derive(Default)]
struct Survey {
    /// Characters of prose in an element: text with Chinese commas or full stops, outside of links.
    prose: HashMap<NodeId, usize>,
    /// Tables that only lay the page out, or hold label and value of the site's metadata.
    layouts: HashMap<NodeId, TableCensus>,
}

/// What a table has in it.
#[derive(Clone, Copy, Default)]
struct TableCensus {
    rows: usize,
    cells: usize,
    longest_cell: usize,
    has_tables: bool,
    /// Cells of the row being read, and of the widest.
    row: usize,
    widest: usize,
}

impl TableCensus {
    fn holds_data(self) -> bool {
        let is_grid = (2..=MOST_ROWS).contains(&self.rows) && self.widest <= MOST_COLUMNS;
        is_grid && self.widest >= 2 && self.cells > self.rows && self.longest_cell <= LONGEST_CELL && !self.has_tables
    }
}

impl Survey {
    fn of(page: &Html) -> Self {
        let mut survey = Self::default();
        let mut open: Vec<(NodeId, usize)> = Vec::new();
        let mut tables: Vec<(NodeId, TableCensus, usize)> = Vec::new();
        let mut silent = 0_usize;
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(text) if silent == 0 => {
                        let length = text.chars().filter(|&c| !is_blank(c)).count();
                        let is_prose = text.contains(['，', '。', '、', '；', ',']) && length >= 8;
                        open.last_mut().into_iter().for_each(|(_, prose)| *prose += if is_prose { length } else { 0 });
                        tables.last_mut().into_iter().for_each(|(.., cell)| *cell += length);
                    }
                    Node::Element(element) => {
                        open.push((node.id(), 0));
                        silent += usize::from(is_silent(element) || element.name() == "a");
                        match (element.name(), tables.last_mut()) {
                            ("table", last) => {
                                last.into_iter().for_each(|(_, census, _)| census.has_tables = true);
                                tables.push((node.id(), TableCensus::default(), 0));
                            }
                            ("tr", Some((_, census, _))) => {
                                census.rows += 1;
                                census.row = 0;
                            }
                            ("td" | "th", Some((_, census, cell))) => {
                                census.cells += 1;
                                census.row += 1;
                                census.widest = census.widest.max(census.row);
                                *cell = 0;
                            }
                            _ => {}
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    let Node::Element(element) = node.value() else { continue };
                    silent -= usize::from(is_silent(element) || element.name() == "a");
                    match (element.name(), tables.last_mut()) {
                        ("table", Some(_)) => {
                            let (id, census, _) = tables.pop().expect("there is a last one");
                            survey.layouts.insert(id, census);
                        }
                        ("td" | "th", Some((_, census, cell))) => census.longest_cell = census.longest_cell.max(*cell),
                        _ => {}
                    }
                    let (id, prose) = open.pop().expect("every element that closes was opened");
                    open.last_mut().into_iter().for_each(|(_, outer)| *outer += prose);
                    survey.prose.insert(id, prose);
                }
            }
        }
        survey
    }

    /// The innermost element that holds nine tenths of the prose: the article.
    fn main(&self, page: &Html) -> Option<NodeId> {
        let prose = |node: NodeRef<Node>| self.prose.get(&node.id()).copied().unwrap_or_default();
        let root = page.tree.root().children().max_by_key(|&node| prose(node))?;
        let all = prose(root);
        let mut main = root;
        while let Some(inner) = main.children().find(|&node| prose(node) * 10 >= all * 9 && all > 0) {
            main = inner;
        }
        // A page whose text is all one paragraph: the paragraph itself is no surrounding of headings beside it.
        while all > 0 && main.value().as_element().is_some_and(|e| e.name() == "p" || INLINE.contains(&e.name())) {
            main = main.parent()?;
        }
        (all > 0).then(|| main.id())
    }
}

fn is_silent(element: &Element) -> bool {
    SILENT.contains(&element.name())
}

/// A table whose cells are being read.
#[derive(Default)]
struct OpenTable {
    caption: Vec<Inline>,
    rows: Vec<Vec<Vec<Inline>>>,
    /// Rows that a cell further up still covers, by column.
    spans: Vec<usize>,
}

/// The walk through a page: what is open, and the text so far.
#[derive(Default)]
struct Walk {
    survey: Survey,
    main: Option<NodeId>,
    manuscript: Manuscript,
    line: Runs,
    look: Vec<Look>,
    lists: Vec<Option<usize>>,
    item: Option<String>,
    heading: Option<u8>,
    alignments: Vec<(NodeId, bool)>,
    table: Option<OpenTable>,
    silent: usize,
    inside: usize,
    surrounding: usize,
    indented: bool,
    pre: usize,
    is_title: bool,
}

impl Walk {
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
        if !INLINE.contains(&name) {
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
        self.indented |= !INLINE.contains(&name) && has_indent(element);
    }

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
            _ if !INLINE.contains(&name) => self.end_line(),
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
        if !INLINE.contains(&name) {
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

    fn end_line(&mut self) {
        if self.table.is_some() {
            return;
        }
        let Some(line) = self.line.finish() else { return };
        let is_outside = self.surrounding > 0 || self.main.is_some() && self.inside == 0;
        let mut content = line.content;
        let item = self.item.take();
        if let Some(mark) = item.as_deref().filter(|mark| !mark.is_empty()) {
            content.insert(0, super::run(mark));
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
        self.inside > 0 && self.survey.layouts.get(&id).copied().unwrap_or_default().holds_data()
    }

    fn close_cell(&mut self, element: &Element) {
        let content = self.line.finish().map(|line| line.content).unwrap_or_default();
        let span = |name: &str| {
            element.attr(name).and_then(|n| n.trim().parse().ok()).unwrap_or(1_usize).clamp(1, WIDEST_SPAN)
        };
        self.table.iter_mut().for_each(|table| table.add_cell(content.clone(), span("colspan"), span("rowspan")));
    }

    fn close_table(&mut self, id: NodeId) {
        if !self.survey.layouts.get(&id).copied().unwrap_or_default().holds_data() {
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

impl OpenTable {
    fn open_row(&mut self) {
        self.rows.push(Vec::new());
        self.fill();
    }

    /// Leaves the columns empty that a cell further up covers.
    fn fill(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some(span) = self.spans.get_mut(row.len()).filter(|span| **span > 0) {
            *span -= 1;
            row.push(Vec::new());
        }
    }

    fn add_cell(&mut self, content: Vec<Inline>, columns: usize, rows: usize) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let mut content = Some(content);
        for _ in 0..columns {
            let Some(row) = self.rows.last_mut() else { return };
            let column = row.len();
            row.push(content.take().unwrap_or_default());
            if self.spans.len() <= column {
                self.spans.resize(column + 1, 0);
            }
            self.spans[column] = rows - 1;
        }
        self.fill();
    }

    fn finish(mut self) -> Table {
        self.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        self.rows.iter_mut().for_each(|row| row.resize(columns, Vec::new()));
        let mut rows = self.rows.into_iter();
        let head = rows.next().unwrap_or_default();
        Table {
            caption: self.caption,
            alignments: vec![Alignment::None; columns],
            head,
            rows: rows.collect(),
            ..Table::default()
        }
    }
}

/// Whether an element surrounds the article, or is not shown.
fn is_surrounding(element: &Element) -> bool {
    let style = || element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    SURROUNDING.contains(&element.name()) || element.attr("hidden").is_some() || style().contains("display:none")
}

fn style_is_bold(element: &Element) -> Option<bool> {
    let style = element.attr("style")?.to_ascii_lowercase();
    let weight =
        style.split(';').filter_map(|rule| rule.split_once(':')).find(|(name, _)| name.trim() == "font-weight");
    weight.map(|(_, weight)| {
        matches!(weight.trim().split(' ').next(), Some("bold" | "bolder" | "600" | "700" | "800" | "900"))
    })
}

/// Whether an element centers its text; `None` where it does not say.
fn centering(element: &Element) -> Option<bool> {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let align = element.attr("align").unwrap_or_default().to_ascii_lowercase();
    match () {
        () if element.name() == "center" || align == "center" || style.contains("text-align:center") => Some(true),
        () if !align.is_empty() || style.contains("text-align:") => Some(false),
        () => None,
    }
}

fn has_indent(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    style.split(';').any(|rule| rule.strip_prefix("text-indent:").is_some_and(|indent| !indent.starts_with('0')))
}
