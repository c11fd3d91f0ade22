//! What is known of a page before its text is taken: where the article is, and which tables hold data.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};

use super::element::{is_inline, is_silent};
use crate::readers::is_blank;

/// The longest cell of a table that holds data; a longer one shows that the table only lays the page out.
const LONGEST_CELL: usize = 200;
/// The largest table that is kept as one: what it holds is bounded, whatever its cells say they span.
const MOST_ROWS: usize = 2_000;
const MOST_COLUMNS: usize = 40;

/// What is known of the elements before the text is taken.
#[derive(Default)]
pub(super) struct Survey {
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
    /// Of a page.
    pub fn of(page: &Html) -> Self {
        let mut surveyor = Surveyor::default();
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => surveyor.open(node),
                Edge::Close(node) => surveyor.close(node),
            }
        }
        surveyor.survey
    }

    /// Whether a table holds data.
    pub fn holds_data(&self, table: NodeId) -> bool {
        self.layouts.get(&table).copied().unwrap_or_default().holds_data()
    }

    /// The innermost element that holds nine tenths of the prose: the article.
    pub fn main(&self, page: &Html) -> Option<NodeId> {
        let prose = |node: NodeRef<Node>| self.prose.get(&node.id()).copied().unwrap_or_default();
        let root = page.tree.root().children().max_by_key(|&node| prose(node))?;
        let all = prose(root);
        let mut main = root;
        while let Some(inner) = main.children().find(|&node| prose(node) * 10 >= all * 9 && all > 0) {
            main = inner;
        }
        // A page whose text is all one paragraph: the paragraph itself is no surrounding of headings beside it.
        while all > 0 && main.value().as_element().is_some_and(|e| e.name() == "p" || is_inline(e)) {
            main = main.parent()?;
        }
        (all > 0).then(|| main.id())
    }
}

/// Goes through a page once.
#[derive(Default)]
struct Surveyor {
    survey: Survey,
    /// The elements that are open, with the prose met in each.
    open: Vec<(NodeId, usize)>,
    /// The tables that are open, with the characters of the cell being read.
    tables: Vec<(NodeId, TableCensus, usize)>,
    silent: usize,
}

impl Surveyor {
    fn open(&mut self, node: NodeRef<Node>) {
        match node.value() {
            Node::Text(text) if self.silent == 0 => {
                let length = text.chars().filter(|&c| !is_blank(c)).count();
                let is_prose = text.contains(['，', '。', '、', '；', ',']) && length >= 8;
                self.open.last_mut().into_iter().for_each(|(_, prose)| *prose += if is_prose { length } else { 0 });
                self.tables.last_mut().into_iter().for_each(|(.., cell)| *cell += length);
            }
            Node::Element(element) => {
                self.open.push((node.id(), 0));
                self.silent += usize::from(is_silent(element) || element.name() == "a");
                match (element.name(), self.tables.last_mut()) {
                    ("table", last) => {
                        last.into_iter().for_each(|(_, census, _)| census.has_tables = true);
                        self.tables.push((node.id(), TableCensus::default(), 0));
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
        }
    }

    fn close(&mut self, node: NodeRef<Node>) {
        let Node::Element(element) = node.value() else { return };
        self.silent -= usize::from(is_silent(element) || element.name() == "a");
        match (element.name(), self.tables.last_mut()) {
            ("table", Some(_)) => {
                let (id, census, _) = self.tables.pop().expect("there is a last one");
                self.survey.layouts.insert(id, census);
            }
            ("td" | "th", Some((_, census, cell))) => census.longest_cell = census.longest_cell.max(*cell),
            _ => {}
        }
        let (id, prose) = self.open.pop().expect("every element that closes was opened");
        self.open.last_mut().into_iter().for_each(|(_, outer)| *outer += prose);
        self.survey.prose.insert(id, prose);
    }
}
