//! What a Chinese keyboard types, read as it was meant: ： ｛｝ ￥{ ｜ ＝, wide blanks, dashes as list marks, full-width
//! digits, and marks without their blank.
//!
//! A line scanner that knows just enough of YAML to tell structure from running text: which maps and lists are open,
//! and whether a block scalar, a quoted text, a plain text or a flow collection goes on. Only where the structure
//! leaves no other meaning is anything changed; a ： in a sentence stays.

mod context;
mod flow;
mod marks;
mod structure;

use super::line::closing;
use super::meant::{Change, Meant};
use super::slip::Stroke;
use crate::characters::lines;
use crate::source::Span;
use context::Context;
pub use context::{MEASURE, is_name};
use flow::Flow;
use marks::{columns, is_blank, is_wide_blank, may_hold_wide_marks};

/// The text as it was meant.
pub fn meant(typed: &str) -> Meant<'_> {
    let mut scanner = Scanner::new(typed);
    let mut at = 0;
    for line in lines::inclusive(typed) {
        let text = line.trim_end_matches(['\n', '\r']);
        scanner.line(Line { text, start: at });
        at += line.len();
    }
    Meant::new(typed, scanner.changes)
}

/// A line without its end, and its offset in the text.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
}

/// An open block map or list.
#[derive(Clone, Copy, Debug)]
struct Level {
    column: usize,
    /// Where it appears to begin: a full-width list mark before it takes more room than the one that was meant.
    drawn: usize,
    is_list: bool,
    context: Context,
}

/// What goes on from the line before.
#[derive(Clone, Debug)]
enum Mode {
    /// Nothing: a line of structure comes next.
    Structure,
    /// A key or list mark without a value yet, in this column.
    Pending { column: usize, context: Context },
    /// A plain text; lines beyond this column belong to it.
    Plain { column: usize },
    /// A quoted text under this column.
    Quoted { column: usize, quote: char },
    /// A block scalar under this column; its own indent is known from its first line.
    Block { column: usize, indent: Option<usize> },
    /// A flow collection under this column.
    Flow { column: usize, flow: Flow },
}

struct Scanner<'a> {
    typed: &'a str,
    /// Whether a mark of a placeholder may be full-width anywhere; else none needs to be read.
    has_wide_marks: bool,
    changes: Vec<Change>,
    levels: Vec<Level>,
    mode: Mode,
    has_returns: bool,
    /// Where the line ends that is scanned.
    line_end: usize,
}

impl<'a> Scanner<'a> {
    fn new(typed: &'a str) -> Self {
        let has_wide_marks = may_hold_wide_marks(typed);
        Self {
            typed,
            has_wide_marks,
            changes: Vec::new(),
            levels: Vec::new(),
            mode: Mode::Structure,
            has_returns: typed.contains('\r'),
            line_end: 0,
        }
    }

    fn change(&mut self, stroke: Stroke, typed: Span, replacement: impl Into<String>) {
        self.changes.push(Change { stroke, typed, replacement: replacement.into() });
    }

    /// Scans one line.
    fn line(&mut self, line: Line<'a>) {
        self.line_end = line.start + line.text.len();
        let body = line.text.trim_start_matches(is_blank);
        let blanks = &line.text[..line.text.len() - body.len()];
        let column = columns(blanks);
        let body_at = line.start + blanks.len();
        if let Some(meant) = self.beside(body, column) {
            let stroke = if blanks.chars().any(is_wide_blank) { Stroke::Indent } else { Stroke::ListMark };
            self.change(stroke, Span::new(line.start, body_at), " ".repeat(meant));
            self.mode = Mode::Structure;
            self.structure(Mode::Structure, body_at, body, meant);
            return;
        }
        match std::mem::replace(&mut self.mode, Mode::Structure) {
            Mode::Block { column: under, indent } if body.is_empty() || column > under => {
                self.block_line(line, blanks, body, under, indent);
            }
            Mode::Quoted { column: under, quote } if body.is_empty() || column > under => {
                self.placeholders(line.start, line.text);
                if closing(line.text, quote).is_none() {
                    self.mode = Mode::Quoted { column: under, quote };
                }
            }
            Mode::Flow { column: under, flow }
                if body.is_empty() || column > under || body.starts_with(['}', ']', '｝', '］']) =>
            {
                self.indent(line.start, blanks, column);
                self.flow(flow, body_at, body, under);
            }
            mode if body.is_empty() => {
                if blanks.chars().any(is_wide_blank) {
                    self.change(Stroke::Indent, Span::new(line.start, body_at), "");
                }
                self.mode = mode;
            }
            // A comment ends a plain text; anything else goes on as before.
            Mode::Plain { .. } if body.starts_with('#') => {}
            mode if body.starts_with('#') => {
                self.indent(line.start, blanks, column);
                // Out here it ends what needs an indent.
                if matches!(mode, Mode::Pending { .. }) {
                    self.mode = mode;
                }
            }
            Mode::Plain { column: under } if column > under => {
                if columns(&blanks[..blanks.len() - blanks.trim_start_matches(' ').len()]) <= under {
                    self.indent(line.start, blanks, column);
                }
                self.placeholders(body_at, body);
                self.mode = Mode::Plain { column: under };
            }
            mode => {
                self.indent(line.start, blanks, column);
                self.structure(mode, body_at, body, column);
            }
        }
    }

    /// The column of the map that a key was put beside by eye, where a list mark looks wider than it is meant:
    /// `条目：` three columns behind the `－` of its item.
    fn beside(&self, body: &str, column: usize) -> Option<usize> {
        let maps = || self.levels.iter().rev().filter(|level| !level.is_list);
        let level = maps().find(|level| level.drawn == column && level.column != column)?;
        let is_text = match self.mode {
            Mode::Quoted { .. } | Mode::Flow { .. } => true,
            Mode::Block { indent, .. } => indent.is_none_or(|indent| column >= indent),
            Mode::Structure | Mode::Pending { .. } | Mode::Plain { .. } => false,
        };
        if is_text || maps().any(|level| level.column == column) {
            return None;
        }
        let name = body[..body.find([':', '：'])?].trim_end_matches(is_blank);
        level.context.opens_key(name).then_some(level.column)
    }

    /// Turns wide blanks of an indent into ASCII ones.
    fn indent(&mut self, start: usize, blanks: &str, columns: usize) {
        if blanks.chars().any(is_wide_blank) && !blanks.contains('\t') {
            self.change(Stroke::Indent, Span::new(start, start + blanks.len()), " ".repeat(columns.min(200)));
        }
    }

    /// A line of a block scalar: its text stays, only an indent of wide blanks is read as one.
    fn block_line(&mut self, line: Line, blanks: &str, body: &str, under: usize, indent: Option<usize>) {
        let ascii = blanks.len() - blanks.trim_start_matches(' ').len();
        let wide = blanks.chars().any(is_wide_blank) && !blanks.contains('\t');
        let mut own = indent;
        if body.is_empty() {
            if wide && ascii < indent.unwrap_or(under + 1) {
                self.change(Stroke::Indent, Span::new(line.start, line.start + blanks.len()), "");
            }
        } else {
            let needed = indent.unwrap_or(under + 1);
            let mut found = ascii;
            if wide && ascii < needed {
                // What is beyond the indent of the first line was typed to begin a paragraph, which needs no mark.
                found = indent.unwrap_or_else(|| columns(blanks)).min(200);
                self.change(Stroke::Indent, Span::new(line.start, line.start + blanks.len()), " ".repeat(found));
            }
            own = Some(indent.unwrap_or(found));
        }
        self.placeholders(line.start + blanks.len(), body);
        self.mode = Mode::Block { column: under, indent: own };
    }

    /// A value that starts at an offset; it ends with its line, or goes on.
    fn value(&mut self, at: usize, column: usize, context: Context, digits: bool) {
        let line = &self.typed[at..self.line_end];
        // A return by itself ends a line too.
        let line = if self.has_returns { line.split('\r').next().unwrap_or_default() } else { line };
        let value = line.trim_start_matches([' ', '\t']);
        let end = at + line.len();
        let at = end - value.len();
        self.mode = match value.chars().next() {
            None | Some('#') => Mode::Pending { column, context },
            Some('|' | '>') if is_block_header(&value[1..]) => Mode::Block { column, indent: None },
            Some(bar @ ('｜' | '＞')) if is_block_header(&value[bar.len_utf8()..]) => {
                let meant = if bar == '｜' { "|" } else { ">" };
                self.change(Stroke::Bar, Span::new(at, at + bar.len_utf8()), meant);
                Mode::Block { column, indent: None }
            }
            Some(quote @ ('"' | '\'')) => {
                self.placeholders(at, value);
                match closing(&value[1..], quote) {
                    Some(_) => Mode::Structure,
                    None => Mode::Quoted { column, quote },
                }
            }
            Some('{' | '[' | '｛' | '［') => {
                return self.flow(Flow::new(context), at, value, column);
            }
            Some('＝') => {
                self.change(Stroke::Equals, Span::new(at, at + '＝'.len_utf8()), "=");
                Mode::Plain { column }
            }
            Some(_) => {
                if digits {
                    self.digits(at, value);
                }
                self.placeholders(at, value);
                Mode::Plain { column }
            }
        };
    }
}

/// Whether what follows `|` or `>` is the rest of a block scalar's header.
fn is_block_header(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    let text = rest.trim_start_matches([' ', '\t']);
    text.is_empty() || (text.starts_with('#') && text.len() < rest.len())
}
