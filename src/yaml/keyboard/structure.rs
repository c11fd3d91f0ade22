//! A line of structure: its list marks and its key, typed rightly or not.

use unicode_width::UnicodeWidthStr;

use super::context::{Context, has_digits, is_name};
use super::marks::{columns, is_blank, is_colon, is_wide_blank};
use super::{Level, Mode, Scanner};
use crate::characters::leads::Leads;
use crate::source::Span;
use crate::yaml::line::closing;
use crate::yaml::slip::Stroke;

/// A name is shorter than that, in bytes.
const LONGEST_KEY: usize = 128;

/// What is left of a line of structure.
struct Rest<'a> {
    at: usize,
    body: &'a str,
    column: usize,
    /// The column it appears in, where a list mark before it looks wider than it is meant.
    drawn: usize,
    /// What may stand here, by the key or the list it stands under.
    expected: Option<Context>,
    /// The column of the list mark before it.
    mark: Option<usize>,
}

/// A key and the offset after its colon.
pub(super) struct Key<'a> {
    pub(super) name: &'a str,
    pub(super) value_at: usize,
}

/// A list mark: its bytes as typed, its columns as meant and as they look.
struct Mark {
    typed: usize,
    meant: usize,
    drawn: usize,
}

/// A colon as YAML needs it before what follows.
fn colon_before(rest: &str) -> &'static str {
    if rest.is_empty() || rest.starts_with(' ') { ":" } else { ": " }
}

impl<'a> Scanner<'a> {
    /// A line of structure: list marks, a key, a value.
    pub(super) fn structure(&mut self, mode: Mode, at: usize, body: &'a str, column: usize) {
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
        let Rest { at, body, column, drawn, expected, mark } =
            self.list_marks(pending, Rest { at, body, column, drawn: column, expected, mark: None });
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
                    self.levels.push(Level { column, drawn, is_list: false, context });
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
                self.levels.push(Level { column, drawn: column, is_list: true, context });
            }
            let behind = &rest.body[length.typed..];
            let body = behind.trim_start_matches(' ');
            rest = Rest {
                at: rest.at + rest.body.len() - body.len(),
                column: column + length.meant + behind.len() - body.len(),
                drawn: rest.drawn + length.drawn + behind.len() - body.len(),
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
            return Some(Mark { typed: 1, meant: 1, drawn: 1 });
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
        let drawn = body[..dash].width_cjk() + columns(&rest[..blanks]);
        Some(Mark { typed, meant: 2, drawn })
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
}
