//! How the characters of a value lie in the text: escapes, folds, indents.

use super::meant::Meant;
use super::node::{Content, Node, Style, Tree};
use crate::place::{Alignment, Place, PlaceEntry, Places, Step};
use crate::source::Span;

/// The places of a tree in the typed text, `length` bytes long, numbered as the nodes.
pub fn places(meant: &Meant, length: usize, tree: &Tree) -> Places {
    let mut places = Places::new(Span::new(0, length));
    places.reserve(tree.nodes.len());
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
        let body = line.trim_start_matches(' ');
        if body.is_empty() {
            continue;
        }
        let rest = value.get(at..)?;
        let joint = rest.len() - rest.trim_start_matches(['\n', ' ']).len();
        // Blanks that belong to the line itself are at the end of the joint.
        let own = rest[..joint].len() - rest[..joint].trim_end_matches(' ').len();
        let indent = line.len() - body.len();
        let own = if rest[..joint].contains('\n') { own.min(indent) } else { 0 };
        push_joint(&mut pieces, at, joint - own, start + indent - own);
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

/// Aligns the `count` line ends or blanks that join two lines: the first has all of the text between the lines.
fn push_joint(pieces: &mut Pieces, at: usize, count: usize, next: usize) {
    if count > 0 {
        pieces.push((at, pieces_end(pieces, at)));
        pieces.extend((1..count).map(|number| (at + number, next)));
    }
}

/// Aligns a plain or quoted scalar: lines are trimmed, and joined by one blank or by the blank lines between them.
fn flow(value: &str, typed: &str, escape: Escape) -> Option<Pieces> {
    let mut pieces = Pieces::new();
    let (mut at, mut blank, mut joined) = (0, 0, false);
    let count = lines(typed).count();
    for (number, (start, line)) in lines(typed).enumerate() {
        let is_last = number + 1 == count;
        let body = if number > 0 { line.trim_start_matches([' ', '\t']) } else { line };
        let indent = line.len() - body.len();
        let body = if is_last { body } else { body.trim_end_matches([' ', '\t']) };
        if number > 0 && body.is_empty() && !is_last {
            blank += 1;
            continue;
        }
        if number > 0 {
            // Blank lines are kept as line ends; else a line end is a blank, or nothing after a backslash.
            let joint = if blank > 0 { blank } else { usize::from(!joined) };
            push_joint(&mut pieces, at, joint, start + indent);
            at += joint;
        }
        blank = 0;
        let backslashes = body.len() - body.trim_end_matches('\\').len();
        joined = escape == Escape::Backslash && backslashes % 2 == 1;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::yaml::parse::parse;

    /// Checks that every character of every scalar is where its place says, and returns how many there were.
    fn check(text: &str) -> Result<usize, String> {
        let parsed = parse(text);
        let places = places(&Meant::new(text, Vec::new()), text.len(), &parsed.tree);
        let mut checked = 0;
        for (id, node) in parsed.tree.nodes.iter().enumerate().skip(1) {
            let Content::Scalar { text: value, style } = &node.content else { continue };
            if node.is_null() || value.is_empty() {
                continue;
            }
            let place = Place(id as u32);
            let entry = places.entry(place).ok_or("a node has a place")?;
            if entry.alignment == Alignment::Whole {
                return Err(format!("no alignment of {value:?} in {text:?}"));
            }
            let mut reached = 0;
            for (at, character) in value.char_indices() {
                let span = places.range(place, at..at + character.len_utf8());
                let typed = text.get(span.range()).ok_or(format!("{span:?} is no span of {text:?}"))?;
                let escaped = match style {
                    Style::DoubleQuoted => typed.starts_with('\\'),
                    Style::SingleQuoted => typed == "''",
                    _ => false,
                };
                let folded = character.is_whitespace() && typed.trim().is_empty() && typed.contains(['\n', '\r']);
                // Blanks and line ends that a block scalar keeps at its end are beyond its span.
                let kept = value[at..].trim().is_empty() && typed.is_empty();
                // Of several line ends in a fold only the first has the source's.
                let inner = character == '\n' && typed.is_empty();
                let same = typed.starts_with(character) && typed.trim_end() == character.to_string().trim_end();
                if ![same, escaped, folded, kept, inner].contains(&true) {
                    return Err(format!("{character:?} at {at} of {value:?} maps to {typed:?} in {text:?}"));
                }
                if span.start < reached {
                    return Err(format!("{character:?} at {at} of {value:?} goes back in {text:?}"));
                }
                reached = span.start;
                checked += 1;
            }
        }
        Ok(checked)
    }

    #[test]
    fn every_style_is_aligned() {
        let text = "\
- 一行文字
- 两行
  文字

  隔一行
- '单引''号
  两行'
- \"双引\\\"号\\n\\u6cd5\\x41\\
  接着  
  折行\"
- |
  第一行
    缩进
  第三行

  第五行
- >-
  折
  叠

  段
    原样
  又
- |2

    前有空行
- {甲: 乙, 丙: '丁'}
";
        assert_eq!(check(text), Ok(72));
        assert_eq!(check(&text.replace('\n', "\r\n")), Ok(72));
    }

    /// Lines of text that are safe inside every style, with their indent.
    fn lines() -> impl Strategy<Value = Vec<(usize, String)>> {
        let word = prop::sample::select(vec!["法", "治a", "政府", "，", "“", "1", "x y", "：", "  ", "’"]);
        let line = prop::collection::vec(word, 0..4).prop_map(|words| words.concat());
        prop::collection::vec((0..3_usize, line), 1..6)
    }

    fn document(lines: &[(usize, String)], style: &str, break_: &str) -> String {
        let first = |line: &(usize, String)| format!("法{}", line.1);
        let mut text = String::from("键: ");
        let body: Vec<String> = lines
            .iter()
            .enumerate()
            .map(|(number, line)| match number {
                0 => first(line),
                _ if line.1.trim().is_empty() => String::new(),
                _ => format!("  {}{}", " ".repeat(line.0), line.1),
            })
            .collect();
        match style {
            "|" | ">" | "|-" | ">-" | "|+" => {
                text.push_str(style);
                text.push_str(break_);
                text.push_str("  ");
                text.push_str(&body.join(break_));
            }
            quote => {
                text.push_str(quote);
                text.push_str(&body.join(break_));
                if !quote.is_empty() && body.last().is_some_and(String::is_empty) {
                    text.push_str("  ");
                }
                text.push_str(quote);
            }
        }
        text.push_str(break_);
        text.push_str("另: 值");
        text.push_str(break_);
        text
    }

    proptest! {
        #[test]
        fn every_character_is_where_its_place_says(
            lines in lines(),
            style in prop::sample::select(vec!["", "'", "\"", "|", ">", "|-", ">-", "|+"]),
            break_ in prop::sample::select(vec!["\n", "\r\n"]),
        ) {
            let text = document(&lines, style, break_);
            prop_assert_eq!(check(&text).map(|checked| checked > 1), Ok(true));
        }

        #[test]
        fn every_escape_is_where_its_place_says(
            pieces in prop::collection::vec(
                prop::sample::select(vec!["法", " ", "\\n", "\\\"", "\\\\", "\\u6cd5", "\\x41", "\\U0001F600", "\\t", "\n   ", "\\\n  ", "\n\n  ", "'"]),
                0..12,
            ),
        ) {
            let text = format!("键: \"治{}\"\n", pieces.concat());
            prop_assert_eq!(check(&text).map(|checked| checked > 0), Ok(true));
        }
    }
}
