//! What YAML reads without a word although it was meant otherwise: a line swallowed by the text above, a sentence cut
//! off by ` #`, a text folded over two lines, a value split at a comma, a text split at a colon.
//!
//! Where the meaning is certain the tree is mended, so that the report is read as it was meant.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use super::keyboard::{MEASURE, is_name};
use super::keys::{self, Domain};
use super::line::{Line, quoted, shown};
use super::node::{Content, Node, NodeId, Style, Tree};
use super::slip::{MAX_FAULTS, SlipKind, SyntaxFault};
use crate::source::{Edit, Span};

/// Something that was meant otherwise.
#[derive(Debug, PartialEq)]
pub struct Misread {
    pub kind: SlipKind,
    pub span: Span,
    pub node: NodeId,
    pub fix: Vec<Edit>,
}

/// Finds what was meant otherwise, and mends what is certain.
pub fn mend<'a>(text: &'a str, tree: &mut Tree<'a>) -> Vec<Misread> {
    let mut found = Vec::new();
    for id in 0..tree.nodes.len() as NodeId {
        if found.len() >= MAX_FAULTS {
            let span = tree.node(id).span;
            let span = Span::new(span.start, span.start);
            found.push(Misread {
                kind: SlipKind::TooManyFaults { count: MAX_FAULTS },
                span,
                node: id,
                fix: Vec::new(),
            });
            break;
        }
        split_values(text, tree, id, &mut found);
        colon_in_text(text, tree, id, &mut found);
        let node = tree.node(id);
        if let Content::Scalar { style, .. } = node.content {
            if text[node.span.range()].contains('\n') {
                found.extend(swallowed_line(text, tree, id, style).or_else(|| folded_line(text, id, node, style)));
            } else {
                found.extend(cut_comment(text, tree, id));
            }
        }
    }
    found
}

/// The key a node stands under, its own or that of its list, in English where it is ours.
fn field<'t>(tree: &'t Tree, node: &'t Node) -> Option<&'t str> {
    let key = match (&node.key, node.parent) {
        (Some(key), _) => key,
        (None, parent) => tree.node(parent?).key.as_ref()?,
    };
    Some(keys::english(Domain::Key, &key.text).unwrap_or(&key.text))
}

/// Whether a node is somewhere below `figures`.
fn in_figures<'t, 'a>(tree: &'t Tree<'a>, mut node: &'t Node<'a>) -> bool {
    loop {
        let Some(parent) = node.parent else { return false };
        if parent == 0 {
            return node.key.as_ref().is_some_and(|key| keys::english(Domain::Key, &key.text) == Some("figures"));
        }
        node = tree.node(parent);
    }
}

/// Whether a node holds sentences.
fn is_prose(tree: &Tree, node: &Node) -> bool {
    let Some(field) = field(tree, node) else { return false };
    if in_figures(tree, node) {
        return node.key.is_some() && matches!(field, "note" | "scope");
    }
    matches!(
        field,
        "measures"
            | "text"
            | "heading"
            | "after"
            | "preamble"
            | "closing"
            | "todo"
            | "title"
            | "summary"
            | "reason"
            | "occasion"
            | "salutation"
            | "postscript"
    )
}

/// `{数值: 1,234件}`: an entry without a colon is the rest of the value before it. `{待补}`: a text in braces.
fn split_values<'a>(text: &'a str, tree: &mut Tree<'a>, id: NodeId, found: &mut Vec<Misread>) {
    let Content::Map { entries, flow: true } = &tree.node(id).content else { return };
    let bare: Vec<bool> = entries.iter().map(|&entry| is_bare(text, tree.node(entry))).collect();
    if !bare.contains(&true) {
        return;
    }
    let (entries, span) = (entries.clone(), tree.node(id).span);
    if bare.iter().all(|bare| *bare) {
        let line = Line::at(text, span.start);
        let typed = &text[span.range()];
        if !typed.contains('\n') {
            let kind = SlipKind::Syntax { fault: SyntaxFault::LeadingMark('{'), line: Some(line.with(&quoted(typed))) };
            found.push(Misread { kind, span, node: id, fix: vec![Edit { span, replacement: quoted(typed) }] });
            tree.nodes[id as usize].content = Content::Scalar { text: Cow::Borrowed(typed), style: Style::Plain };
        }
        return;
    }
    let mut kept: Vec<NodeId> = Vec::with_capacity(entries.len());
    let mut split: Vec<(NodeId, Span)> = Vec::new();
    for (entry, bare) in entries.into_iter().zip(bare) {
        let node = tree.node(entry);
        let before = kept.last().filter(|_| bare).map(|&before| (before, tree.node(before)));
        match (before, &node.key) {
            (Some((before, value)), Some(rest)) if is_plain(value) => {
                let span = Span::new(value.span.start, rest.span.end);
                // A second comma lengthens what the first one began.
                match split.last_mut().filter(|(id, _)| *id == before) {
                    Some((_, whole)) => *whole = span,
                    None => split.push((before, span)),
                }
            }
            _ => kept.push(entry),
        }
    }
    for (before, span) in split {
        found.push(join(text, tree, before, span));
    }
    if let Content::Map { entries, .. } = &mut tree.nodes[id as usize].content {
        *entries = kept;
    }
}

/// Whether an entry of a flow map is a key without a colon.
fn is_bare(text: &str, node: &Node) -> bool {
    let Some(key) = &node.key else { return false };
    let plain = node.is_null() && node.span.start == node.span.end;
    plain && !text[key.span.end..].trim_start().starts_with(':')
}

/// Whether a node is a plain text.
fn is_plain(node: &Node) -> bool {
    matches!(node.content, Content::Scalar { style: Style::Plain, .. }) && !node.is_null()
}

/// Gives a value back what was split off it.
fn join<'a>(text: &'a str, tree: &mut Tree<'a>, id: NodeId, span: Span) -> Misread {
    let typed = &text[span.range()];
    let node = &mut tree.nodes[id as usize];
    let value = node.scalar().unwrap_or_default().to_owned();
    node.content = Content::Scalar { text: Cow::Borrowed(typed), style: Style::Plain };
    node.span = span;
    let meant = format!("\"{typed}\"");
    let key = node.key.as_ref().map_or("", |key| &*key.text);
    let kind = SlipKind::SplitValue { value, line: shown(&format!("{key}: {meant}")) };
    Misread { kind, span, node: id, fix: vec![Edit { span, replacement: meant }] }
}

/// `- 一是: 抓落实` in a list of texts: a map of one key that is none of ours.
fn colon_in_text<'a>(text: &'a str, tree: &mut Tree<'a>, id: NodeId, found: &mut Vec<Misread>) {
    let node = tree.node(id);
    let Content::Map { entries, flow: false } = &node.content else { return };
    let [entry] = entries[..] else { return };
    let listed = node.key.is_none() && matches!(field(tree, node), Some("measures" | "todo" | "checks" | "title"));
    let (Some(key), Content::Scalar { .. }) = (&tree.node(entry).key, &tree.node(entry).content) else { return };
    if !listed || keys::english(Domain::Key, &key.text).is_some_and(|key| MEASURE.contains(&key)) {
        return;
    }
    let span = Span::new(key.span.start, tree.node(entry).span.end.max(key.span.end));
    // A colon at the end belongs to the text.
    let tail = &text[span.end..];
    let span = Span::new(span.start, span.end + usize::from(tree.node(entry).is_null() && tail.starts_with(':')));
    let typed = &text[span.range()];
    if typed.contains('\n') {
        return;
    }
    let meant = typed.replace(": ", "：");
    let meant = meant.strip_suffix(':').map_or(meant.clone(), |meant| format!("{meant}："));
    let kind = SlipKind::ColonInText { line: shown(&format!("- {meant}")) };
    found.push(Misread { kind, span, node: id, fix: vec![Edit { span, replacement: meant }] });
    let node = &mut tree.nodes[id as usize];
    node.content = Content::Scalar { text: Cow::Borrowed(typed), style: Style::Plain };
    node.span = span;
}

/// The lines of a value after the first, each with its offset.
fn later_lines(text: &str, span: Span) -> impl Iterator<Item = Line<'_>> {
    let breaks = text[span.range()].match_indices('\n');
    breaks.map(move |(at, _)| Line::at(text, span.start + at + 1))
}

/// A line of a plain text that looks like a key of its own.
fn swallowed_line(text: &str, tree: &Tree, id: NodeId, style: Style) -> Option<Misread> {
    if style != Style::Plain {
        return None;
    }
    let node = tree.node(id);
    let figures = in_figures(tree, node);
    let prose = is_prose(tree, node);
    let (line, name) = later_lines(text, node.span).find_map(|line| {
        let body = line.text.trim_start();
        let name = body[..body.find([':', '：'])?].trim_end();
        let word = keys::word(Domain::Key, name);
        // 问题： and 内容： open sentences too.
        let known = word.is_some_and(|word| !prose || !word.also.contains(&name));
        (known || (figures && is_name(name))).then_some((line, name))
    })?;
    let body = line.text.trim();
    let value = body[name.len()..].trim_start().trim_start_matches([':', '：']).trim_start();
    let start = line.start + line.text.len() - line.text.trim_start().len();
    // Beside its key when the text began there, else beside the first line of the text.
    let own = match &node.key {
        Some(key) if !text[key.span.start..node.span.start].contains('\n') => Line::at(text, key.span.start),
        _ => Line::at(text, node.span.start),
    };
    let indent: String = own.text.chars().take_while(|blank| *blank == ' ').collect();
    let meant = match node.key {
        Some(_) => format!("{indent}{name}: {value}"),
        // An item that is a text becomes a map, with the text under a key of its own.
        None => {
            let key = if name.is_ascii() { "text" } else { "正文" };
            let first = text[node.span.range()].lines().next().unwrap_or_default();
            format!("{indent}- {key}: {first}\n{indent}  {name}: {value}")
        }
    };
    let kind = SlipKind::SwallowedLine { key: name.to_owned(), line: meant };
    Some(Misread { kind, span: Span::new(start, start + body.len()), node: id, fix: Vec::new() })
}

/// A text over several lines that gains a blank beside a wide character.
fn folded_line(text: &str, id: NodeId, node: &Node, style: Style) -> Option<Misread> {
    if style == Style::Literal {
        return None;
    }
    let typed = &text[node.span.range()];
    let is_wide = |character: Option<char>| character.and_then(char::width).is_some_and(|width| width == 2);
    let mut fix = Vec::new();
    for (at, _) in typed.match_indices('\n') {
        let before = typed[..at].trim_end_matches([' ', '\t', '\r']);
        let body = typed[at + 1..].trim_start_matches([' ', '\t']);
        let escaped = style == Style::DoubleQuoted && before.ends_with('\\');
        // A blank line is kept as a line end.
        let blank = before.ends_with('\n') || body.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
        if !escaped && !blank && (is_wide(before.chars().next_back()) || is_wide(body.chars().next())) {
            let start = node.span.start + before.len();
            let end = node.span.start + typed.len() - body.len();
            fix.push(Edit { span: Span::new(start, end), replacement: String::new() });
        }
    }
    if fix.is_empty() {
        return None;
    }
    let joined: String = typed.lines().map(str::trim).collect();
    let line = shown(&format!("{}{joined}", Line::at(text, node.span.start).prefix().trim_start()));
    if style == Style::Folded {
        fix.clear();
    }
    let first = typed.lines().next().unwrap_or_default().trim_end();
    let span = Span::new(node.span.start, node.span.start + first.len());
    Some(Misread { kind: SlipKind::FoldedLine { line }, span, node: id, fix })
}

/// A sentence that goes on after ` #`.
fn cut_comment(text: &str, tree: &Tree, id: NodeId) -> Option<Misread> {
    let node = tree.node(id);
    let Content::Scalar { text: value, style: Style::Plain } = &node.content else { return None };
    let rest = &text[node.span.end..];
    // A value that is nothing may still have its colon before it.
    let rest = if value.is_empty() { rest.trim_start_matches(':') } else { rest };
    let comment = rest.trim_start_matches([' ', '\t']);
    let gap = rest.len() - comment.len();
    let said = comment.strip_prefix('#').filter(|_| gap > 0)?;
    let said = said.lines().next().unwrap_or_default().trim_end();
    let ends = |text: &str| text.ends_with(['。', '；', '！', '？']);
    let closed = ends(value) || value.ends_with(['：', '”', '）', '》']);
    let immediate = !said.is_empty() && !said.starts_with([' ', '\t']);
    let cut = if value.is_empty() { immediate } else { gap == 1 && !closed && (immediate || ends(said)) };
    if !cut || !is_prose(tree, node) {
        return None;
    }
    let start = text.len() - comment.len();
    let joined = format!("{value}{}#{said}", if value.is_empty() { "" } else { " " });
    let kind = SlipKind::CutComment { cut: shown(&format!("#{said}")), line: line_with(node, &quoted(&joined)) };
    Some(Misread { kind, span: Span::new(start, start + 1 + said.len()), node: id, fix: Vec::new() })
}

/// The line of a node with another value.
fn line_with(node: &Node, value: &str) -> String {
    match &node.key {
        Some(key) => shown(&format!("{}: {value}", key.text)),
        None => shown(&format!("- {value}")),
    }
}
