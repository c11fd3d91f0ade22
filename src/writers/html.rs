//! One self-contained web page, or a fragment to paste; the page's frame is the template `page.html`.

mod flow;

pub use flow::{Dress, blocks, escape, inlines};

use std::collections::BTreeSet;

use flow::push_escaped;

use super::{Options, Output, template};
use crate::document::{Block, Document, Heading, Inline, plain};
use crate::message::Message;

/// Writes the report as HTML by the template `page.html`, or `fragment.html` for a fragment.
pub fn write(document: &Document, options: &Options) -> Result<Output, Message> {
    let template = if options.fragment { "fragment.html" } else { "page.html" };
    let page = template::render(template, document, options)?;
    Ok(options.output(if document.notes.is_empty() { page } else { unique_ids(&page) }))
}

/// From this many characters of body on, a page has a table of contents.
const LONG: usize = 6_000;

/// The headings a table of contents lists, of level 1 and 2; none for a short report.
pub fn contents(document: &Document) -> Vec<&Heading> {
    let length: usize = document.body.iter().map(length).sum();
    if length < LONG {
        return Vec::new();
    }
    document.headings().filter(|heading| heading.level <= 2).collect()
}

/// The characters of a block.
fn length(block: &Block) -> usize {
    let of = |content: &[Inline]| plain(content).chars().count();
    match block {
        Block::Heading(heading) => of(&heading.content),
        Block::Paragraph(paragraph) => {
            of(&paragraph.content) + paragraph.heading.as_ref().map_or(0, |heading| of(&heading.content))
        }
        Block::List(list) => list.items.iter().flatten().map(length).sum(),
        Block::Table(table) => table.head.iter().chain(table.rows.iter().flatten()).map(|cell| of(cell)).sum(),
        Block::Picture(picture) => of(&picture.caption),
    }
}

/// A line of the title: where the page is too narrow for it, it breaks by meaning (GB/T 9704—2012 7.3.1).
pub fn title(content: &[Inline]) -> String {
    if !content.iter().all(|inline| matches!(inline, Inline::Text(_))) {
        return inlines(content, Dress::Page);
    }
    let text = plain(content);
    let mut out = String::new();
    let mut start = 0;
    for at in super::title::breaks(&text, NARROW) {
        push_escaped(&mut out, &text[start..at]);
        out.push_str("<wbr>");
        start = at;
    }
    push_escaped(&mut out, &text[start..]);
    out
}

/// Columns of a line of the title on a phone.
const NARROW: usize = 24;

/// Keeps the first `id` of a note's mark: a note may be referred to twice, an id must be unique. Text that is typed has
/// no `"` left and is never taken for an attribute.
fn unique_ids(page: &str) -> String {
    const ID: &str = " id=\"note-";
    let mut pieces = page.split(ID);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    let mut given = BTreeSet::new();
    for piece in pieces {
        match piece.split_once('"') {
            Some((id, rest)) if !given.insert(id) => out.push_str(rest),
            _ => {
                out.push_str(ID);
                out.push_str(piece);
            }
        }
    }
    out
}
