//! Where every value lies in the text, and how its characters do.

mod pieces;

use pieces::{Escape, block, flow, inside_quotes};

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
