//! How the characters of a value lie in the text: escapes, folds, indents.

use super::meant::Meant;
use super::node::{Content, Node, Style, Tree};
use crate::place::{Alignment, Place, PlaceEntry, Places, Step};
use crate::source::Span;

/// The places of a tree in the typed text, `length` bytes long, numbered as the nodes.
pub fn places(meant: &Meant, length: usize, tree: &Tree) -> Places {
    let mut places = Places::new(Span::new(0, length));
    for node in tree.nodes.iter().skip(1) {
        let step = node.key.as_ref().map_or(Step::Item(node.index), |key| Step::Key(key.text.clone().into_owned()));
        places.add(PlaceEntry {
            parent: node.parent.map(Place),
            step: Some(step),
            key: node.key.as_ref().map(|key| meant.span(key.span)),
            span: meant.span(node.span),
            alignment: meant.alignment(alignment(&meant.text, node), node.span),
        });
    }
    places
}

/// How the value of a node lies in its span.
fn alignment(text: &str, node: &Node) -> Alignment {
    let Content::Scalar { text: value, style } = &node.content else { return Alignment::Whole };
    if node.is_null() {
        return Alignment::Whole;
    }
    let typed = &text[node.span.range()];
    if **value == *typed {
        return Alignment::Verbatim;
    }
    let pieces = match style {
        Style::Literal | Style::Folded => block(value, typed),
        Style::Plain => flow(value, typed, Escape::None),
        Style::SingleQuoted => flow(value, inside_quotes(typed), Escape::Quote),
        Style::DoubleQuoted => flow(value, inside_quotes(typed), Escape::Backslash),
    };
    let quote = usize::from(matches!(style, Style::SingleQuoted | Style::DoubleQuoted));
    match pieces {
        Some(pieces) => Alignment::Pieces(
            pieces
                .into_iter()
                .map(|(value, source)| (value as u32, (node.span.start + quote + source) as u32))
                .collect(),
        ),
        None => Alignment::Whole,
    }
}

/// The text between quotation marks.
fn inside_quotes(typed: &str) -> &str {
    typed.get(1..typed.len().saturating_sub(1)).unwrap_or("")
}

/// How characters are escaped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escape {
    None,
    /// `''`
    Quote,
    /// `\n`, `\u4e2d`
    Backslash,
}

/// Pairs of (offset in the value, offset in the text); the last pair is the end of both.
type Pieces = Vec<(usize, usize)>;

/// Aligns a block scalar: the value's lines are the text's lines without their indent, joined by line ends or blanks.
///
/// `typed` starts at the first line's own text. `None` when the two do not agree after all.
fn block(value: &str, typed: &str) -> Option<Pieces> {
    let mut pieces = Pieces::new();
    let mut at = 0;
    let mut lines = lines(typed);
    let (_, first) = lines.next()?;
    // What the first line has, value and text both start with; blank lines before it are in the value only.
    let lead = value.len() - value.trim_start_matches('\n').len();
    if lead > 0 {
        pieces.push((0, 0));
        at = lead;
    }
    value.get(at..)?.strip_prefix(first)?;
    pieces.push((at, 0));
    at += first.len();
    for (start, line) in lines {
        let rest = value.get(at..)?;
        let joint = rest.len() - rest.trim_start_matches(['\n', ' ']).len();
        let body = line.trim_start_matches(' ');
        if body.is_empty() {
            continue;
        }
        // Blanks that belong to the line itself are at the end of the joint.
        let own = rest[..joint].len() - rest[..joint].trim_end_matches(' ').len();
        let indent = line.len() - body.len();
        let own = if rest[..joint].contains('\n') { own.min(indent) } else { 0 };
        if joint > own {
            pieces.push((at, pieces_end(&pieces, at)));
        }
        at += joint - own;
        pieces.push((at, start + indent - own));
        value.get(at + own..)?.strip_prefix(body)?;
        at += own + body.len();
    }
    pieces.push((at, pieces_end(&pieces, at)));
    Some(pieces)
}

/// The text offset of a value offset that the last piece reaches in step.
fn pieces_end(pieces: &Pieces, at: usize) -> usize {
    pieces.last().map_or(0, |&(value, source)| source + (at - value))
}

/// Aligns a plain or quoted scalar: lines are trimmed, and joined by one blank or by the blank lines between them.
fn flow(value: &str, typed: &str, escape: Escape) -> Option<Pieces> {
    let mut pieces = Pieces::new();
    let mut at = 0;
    let count = lines(typed).count();
    for (number, (start, line)) in lines(typed).enumerate() {
        let body = if number > 0 { line.trim_start_matches([' ', '\t']) } else { line };
        let indent = line.len() - body.len();
        let body = if number + 1 < count { body.trim_end_matches([' ', '\t']) } else { body };
        if number > 0 {
            let rest = value.get(at..)?;
            let joint = if rest.starts_with('\n') {
                rest.len() - rest.trim_start_matches('\n').len()
            } else {
                usize::from(rest.starts_with(' '))
            };
            if body.is_empty() && number + 1 < count {
                continue;
            }
            if joint > 0 {
                pieces.push((at, pieces_end(&pieces, at)));
            }
            at += joint;
        }
        at = run(value, at, body, start + indent, escape, &mut pieces)?;
    }
    Some(pieces)
}

/// Aligns one line's text; a piece of its own for every escape.
fn run(value: &str, mut at: usize, body: &str, start: usize, escape: Escape, pieces: &mut Pieces) -> Option<usize> {
    pieces.push((at, start));
    let mut source = 0;
    while source < body.len() {
        let rest = &body[source..];
        let plain = match escape {
            Escape::None => rest.len(),
            Escape::Quote => rest.find("''").unwrap_or(rest.len()),
            Escape::Backslash => rest.find('\\').unwrap_or(rest.len()),
        };
        value.get(at..)?.strip_prefix(&rest[..plain])?;
        at += plain;
        source += plain;
        if source == body.len() {
            break;
        }
        let (typed, length) = escaped(&body[source..], value.get(at..)?.chars().next())?;
        pieces.push((at, start + source));
        at += length;
        source += typed;
        pieces.push((at, start + source));
    }
    pieces.push((at, start + source));
    Some(at)
}

/// The bytes an escape takes, and the bytes of the character it stands for.
fn escaped(rest: &str, character: Option<char>) -> Option<(usize, usize)> {
    if rest.starts_with("''") {
        return Some((2, 1));
    }
    let kind = rest[1..].chars().next();
    let typed = match kind {
        // A line end after the backslash: nothing in the value.
        None => return Some((1, 0)),
        Some('x') => 4,
        Some('u') => 6,
        Some('U') => 10,
        Some(other) => 1 + other.len_utf8(),
    };
    Some((typed, character?.len_utf8()))
}

/// The lines of a text with their offsets, without line ends; a lone carriage return ends a line too.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = &text[start..];
        let length = rest.find(['\r', '\n']).unwrap_or(rest.len());
        next = match &rest.as_bytes()[length..] {
            [] => None,
            [b'\r', b'\n', ..] => Some(start + length + 2),
            _ => Some(start + length + 1),
        };
        Some((start, &rest[..length]))
    })
}
