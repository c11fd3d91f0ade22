//! What a Chinese keyboard types, read as it was meant: ： ｛｝ ￥{ ｜ ＝, wide blanks, dashes as list marks, full-width
//! digits, and marks without their blank.
//!
//! A line scanner that knows just enough of YAML to tell structure from running text: which maps and lists are open,
//! and whether a block scalar, a quoted text, a plain text or a flow collection goes on. Only where the structure
//! leaves no other meaning is anything changed; a ： in a sentence stays.

mod context;
mod flow;
mod marks;

use super::line::closing;
use super::meant::{Change, Meant};
use super::slip::Stroke;
use crate::characters::leads::Leads;
use crate::source::Span;
use context::{Context, has_digits};
pub use context::{MEASURE, is_name};
use flow::Flow;
use marks::{columns, is_blank, is_colon, is_wide_blank, may_hold_wide_marks};

/// The text as it was meant.
pub fn meant(typed: &str) -> Meant<'_> {
    let mut scanner = Scanner::new(typed);
    let mut at = 0;
    for line in typed.split_inclusive('\n') {
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
    is_list: bool,
    context: Context,
}

/// A name is shorter than that, in bytes.
const LONGEST_KEY: usize = 128;

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

    /// A line of structure: list marks, a key, a value.
    fn structure(&mut self, mode: Mode, at: usize, body: &'a str, column: usize) {
        if column == 0 && (body.starts_with("---") || body.starts_with("...")) {
            return;
        }
        while self.levels.last().is_some_and(|level| level.column > column) {
            self.levels.pop();
        }
        let pending = match mode {
            Mode::Pending { column: under, context } if column >= under => Some((under, context)),
            _ => None,
        };
        let expected = pending.filter(|(under, _)| column > *under).map(|(_, context)| context);
        let Rest { at, body, column, expected, mark } =
            self.list_marks(pending, Rest { at, body, column, expected, mark: None });
        if body.is_empty() || body.starts_with('#') {
            let context = expected.unwrap_or(Context::Ours);
            self.mode = Mode::Pending { column: mark.unwrap_or(column), context };
            return;
        }
        if mark.is_none() {
            self.close_list(column);
        }
        let parent = mark.or(pending.map(|(under, _)| under));
        let map =
            self.levels.last().filter(|level| !level.is_list && level.column == column).map(|level| level.context);
        let root = self.levels.is_empty() && parent.is_none();
        let context = map.or(expected).or(root.then_some(Context::Ours));
        match context.and_then(|context| self.key(at, body, context, map.is_some()).map(|key| (context, key))) {
            Some((context, key)) => {
                if map.is_none() {
                    self.levels.push(Level { column, is_list: false, context });
                }
                let under = context.under(key.name);
                let digits = has_digits(context, key.name);
                self.value(key.value_at, column, under, digits);
            }
            None => self.value(at, parent.unwrap_or(0), expected.unwrap_or(Context::TextOnly), false),
        }
    }

    /// Takes the list marks that a line begins with, and opens their lists; `pending` is the key or mark without a
    /// value above, by its column.
    fn list_marks(&mut self, pending: Option<(usize, Context)>, mut rest: Rest<'a>) -> Rest<'a> {
        loop {
            let column = rest.column;
            let open =
                self.levels.last().filter(|level| level.is_list && level.column == column).map(|level| level.context);
            let context = open.or(match rest.mark {
                None => pending.map(|(_, context)| context),
                Some(_) => rest.expected,
            });
            let listed = open.is_some()
                || (rest.mark.is_none() && matches!(context, Some(Context::Ours | Context::Measures | Context::Text)));
            let Some(length) = self.list_mark(rest.at, rest.body, listed) else { return rest };
            let context = context.unwrap_or(Context::Ours);
            if open.is_none() {
                self.levels.push(Level { column, is_list: true, context });
            }
            let behind = &rest.body[length.typed..];
            let body = behind.trim_start_matches(' ');
            rest = Rest {
                at: rest.at + rest.body.len() - body.len(),
                column: column + length.meant + behind.len() - body.len(),
                body,
                expected: Some(context),
                mark: Some(column),
            };
        }
    }

    /// Closes a list that stands in the same column as the keys around it.
    fn close_list(&mut self, column: usize) {
        if let [.., outer, inner] = &self.levels[..]
            && inner.is_list
            && !outer.is_list
            && inner.column == column
            && outer.column == column
        {
            self.levels.pop();
        }
    }

    /// A list mark at the start of `body`, typed rightly or not.
    fn list_mark(&mut self, at: usize, body: &str, listed: bool) -> Option<Mark> {
        let first = body.chars().next()?;
        let after = &body[first.len_utf8()..];
        if first == '-' && (after.is_empty() || after.starts_with([' ', '\t'])) {
            return Some(Mark { typed: 1, meant: 1 });
        }
        if !listed {
            return None;
        }
        let dash = match first {
            '－' | '–' | '﹣' | '−' | '‐' | '—' => {
                let doubled = first == '—' && after.starts_with('—');
                first.len_utf8() * if doubled { 2 } else { 1 }
            }
            '-' if !after.starts_with('-') => 1,
            _ => return None,
        };
        let rest = &body[dash..];
        let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
        let typed = dash + blanks;
        let stroke = if first == '-' && blanks == 0 { Stroke::MarkWithoutBlank } else { Stroke::ListMark };
        self.change(stroke, Span::new(at, at + typed), if typed == body.len() { "-" } else { "- " });
        Some(Mark { typed, meant: 2 })
    }

    /// A key at the start of `body`, and where its value starts. `sibling`: a map is open in this column, so that this
    /// line can only be a key.
    fn key(&mut self, at: usize, body: &'a str, context: Context, sibling: bool) -> Option<Key<'a>> {
        if let Some(quote @ ('"' | '\'')) = body.chars().next() {
            return self.quoted_key(at, body, quote);
        }
        if body.starts_with(['{', '[', '｛', '［', '|', '>', '｜']) {
            return None;
        }
        let is_key = |name: &str| context.is_key(name) || (sibling && is_name(name));
        // What opens a comment or a value.
        const SIGNS: Leads = Leads::of(&['#', ':', '：']);
        for (index, character) in SIGNS.each(body) {
            if character == '#' && (index == 0 || body[..index].ends_with(is_blank)) {
                return None;
            }
            if character != ':' && !is_colon(character) {
                continue;
            }
            let name = body[..index].trim_end_matches(is_blank);
            let rest = &body[index + character.len_utf8()..];
            if character == ':' && (rest.is_empty() || rest.starts_with([' ', '\t'])) {
                return Some(Key { name, value_at: at + index + 1 });
            }
            // Comparing long names takes time and finds nothing.
            if index > LONGEST_KEY || rest.starts_with("//") || !is_key(name) {
                continue;
            }
            let wide = rest.len() - rest.trim_start_matches(is_wide_blank).len();
            let value_at = at + index + character.len_utf8() + wide;
            if character == ':' {
                self.change(Stroke::ColonWithoutBlank, Span::new(at + index, value_at), ": ");
            } else {
                self.change(Stroke::Colon, Span::new(at + name.len(), value_at), colon_before(&rest[wide..]));
            }
            return Some(Key { name, value_at });
        }
        None
    }

    /// A key in quotation marks at the start of `body`.
    fn quoted_key(&mut self, at: usize, body: &'a str, quote: char) -> Option<Key<'a>> {
        let end = 1 + closing(&body[1..], quote)?;
        let blanks = body[end..].len() - body[end..].trim_start_matches(is_blank).len();
        let colon = body[end + blanks..].chars().next().filter(|each| *each == ':' || is_colon(*each))?;
        let rest = &body[end + blanks + colon.len_utf8()..];
        let value_at = at + body.len() - rest.len();
        if is_colon(colon) {
            self.change(Stroke::Colon, Span::new(at + end, value_at), colon_before(rest));
        }
        Some(Key { name: &body[1..end - 1], value_at })
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

/// What is left of a line of structure.
struct Rest<'a> {
    at: usize,
    body: &'a str,
    column: usize,
    /// What may stand here, by the key or the list it stands under.
    expected: Option<Context>,
    /// The column of the list mark before it.
    mark: Option<usize>,
}

/// A key and the offset after its colon.
struct Key<'a> {
    name: &'a str,
    value_at: usize,
}

/// A list mark: its bytes as typed, its columns as meant.
struct Mark {
    typed: usize,
    meant: usize,
}

/// A colon as YAML needs it before what follows.
fn colon_before(rest: &str) -> &'static str {
    if rest.is_empty() || rest.starts_with(' ') { ":" } else { ": " }
}

/// Whether what follows `|` or `>` is the rest of a block scalar's header.
fn is_block_header(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    let text = rest.trim_start_matches([' ', '\t']);
    text.is_empty() || (text.starts_with('#') && text.len() < rest.len())
}
