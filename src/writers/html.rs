//! One self-contained web page, or a fragment to paste; the page's frame is the template `page.html`.

use super::{Options, Output, note_mark, printable, template, unfilled};
use crate::document::block::Alignment;
use crate::document::{Block, Document, Heading, Inline, List, Table, plain};
use crate::message::Message;

/// Writes the report as HTML by the template `page.html`.
pub fn write(document: &Document, options: &Options) -> Result<Output, Message> {
    let mut page = template::render("page.html", document, options)?;
    for index in 0..document.notes.len() {
        page = unique_id(page, &format!(" id=\"{}\"", note_reference(index)));
    }
    Ok(options.output(page))
}

/// From this many characters of body on, a page has a table of contents.
const LONG: usize = 8_000;

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
    }
}

/// Keeps the first `id` attribute only: a note may be referred to twice, an id must be unique.
fn unique_id(page: String, attribute: &str) -> String {
    let Some(first) = page.find(attribute) else { return page };
    let after = first + attribute.len();
    if !page[after..].contains(attribute) {
        return page;
    }
    format!("{}{}", &page[..after], page[after..].replace(attribute, ""))
}

fn note_reference(index: usize) -> String {
    format!("note-{}-mark", index.saturating_add(1))
}

/// Text for content and attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    push_escaped(&mut out, text);
    out
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars().filter_map(printable) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// Inlines as phrasing content.
pub fn inlines(content: &[Inline]) -> String {
    let mut out = String::new();
    push_inlines(&mut out, content);
    out
}

fn push_inlines(out: &mut String, content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Text(run) => push_escaped(out, &run.text),
            Inline::Strong { content } => enclosed(out, "strong", content),
            Inline::Emphasis { content } => enclosed(out, "em", content),
            Inline::Link { href, content } => {
                out.push_str("<a href=\"");
                push_escaped(out, href);
                out.push_str("\">");
                push_inlines(out, content);
                out.push_str("</a>");
            }
            Inline::Note { index } => {
                let (number, id, mark) = (index.saturating_add(1), note_reference(*index), note_mark(*index));
                out.push_str(&format!(
                    "<sup><a id=\"{id}\" href=\"#note-{number}\" role=\"doc-noteref\">{mark}</a></sup>"
                ));
            }
            Inline::Break => out.push_str("<br>"),
            Inline::Unfilled { name, .. } => {
                out.push_str("<mark>");
                push_escaped(out, &unfilled(name));
                out.push_str("</mark>");
            }
        }
    }
}

fn enclosed(out: &mut String, tag: &str, content: &[Inline]) {
    out.push_str(&format!("<{tag}>"));
    push_inlines(out, content);
    out.push_str(&format!("</{tag}>"));
}

/// Blocks as flow content: what the template leaves to us because lists nest.
pub fn blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        push_block(&mut out, block);
    }
    out
}

fn push_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(heading) => {
            let level = usize::from(heading.level).clamp(1, 5) + 1;
            out.push_str(&format!("<h{level} id=\"{}\">", escape(&heading.id)));
            push_numbered(out, heading);
            out.push_str(&format!("</h{level}>\n"));
        }
        Block::Paragraph(paragraph) => {
            match &paragraph.heading {
                Some(heading) => {
                    let level = heading.level.clamp(1, 5);
                    out.push_str(&format!("<p id=\"{}\"><strong class=\"run-in level-{level}\">", escape(&heading.id)));
                    push_numbered(out, heading);
                    out.push_str(super::run_in_mark(&plain(&heading.content)));
                    out.push_str("</strong>");
                }
                None => out.push_str("<p>"),
            }
            push_inlines(out, &paragraph.content);
            out.push_str("</p>\n");
        }
        Block::List(list) => push_list(out, list),
        Block::Table(table) => push_table(out, table),
    }
}

fn push_numbered(out: &mut String, heading: &Heading) {
    push_escaped(out, &heading.number);
    push_inlines(out, &heading.content);
}

fn push_list(out: &mut String, list: &List) {
    let tag = if list.start.is_some() { "ol" } else { "ul" };
    match list.start {
        Some(start) if start != 1 => out.push_str(&format!("<ol start=\"{start}\">\n")),
        _ => out.push_str(&format!("<{tag}>\n")),
    }
    for item in &list.items {
        out.push_str("<li>");
        match item.as_slice() {
            [Block::Paragraph(paragraph)] if paragraph.heading.is_none() => push_inlines(out, &paragraph.content),
            blocks => blocks.iter().for_each(|block| push_block(out, block)),
        }
        out.push_str("</li>\n");
    }
    out.push_str(&format!("</{tag}>\n"));
}

fn push_table(out: &mut String, table: &Table) {
    // The frame scrolls by itself where a table is wider than the screen; it can be reached by keyboard.
    out.push_str("<div class=\"table\" role=\"group\" tabindex=\"0\"><table>\n");
    if !table.caption.is_empty() {
        enclosed(out, "caption", &table.caption);
        out.push('\n');
    }
    out.push_str("<thead><tr>");
    for (column, cell) in table.head.iter().enumerate() {
        push_cell(out, "th", " scope=\"col\"", table.alignments.get(column), cell);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            push_cell(out, "td", "", table.alignments.get(column), cell);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
}

fn push_cell(out: &mut String, tag: &str, attributes: &str, alignment: Option<&Alignment>, cell: &[Inline]) {
    let alignment = match alignment {
        Some(Alignment::Left) => " style=\"text-align:left\"",
        Some(Alignment::Center) => " style=\"text-align:center\"",
        Some(Alignment::Right) => " style=\"text-align:right\"",
        Some(Alignment::None) | None => "",
    };
    out.push_str(&format!("<{tag}{attributes}{alignment}>"));
    push_inlines(out, cell);
    out.push_str(&format!("</{tag}>"));
}
