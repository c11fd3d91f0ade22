mod enumeration;
mod passage;
mod plain_text;
mod text;

use fazhi::document::{Block, Inline, Origin, plain};

/// Blocks as lines that show their structure and nothing else.
pub fn dump(blocks: &[Block]) -> String {
    let mut out = String::new();
    dump_blocks(blocks, "", &mut out);
    out
}

fn dump_blocks(blocks: &[Block], indent: &str, out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                out.push_str(&format!("{indent}h{} {}{}\n", heading.level, heading.number, inlines(&heading.content)));
            }
            Block::Paragraph(paragraph) => {
                out.push_str(&format!("{indent}p "));
                if let Some(heading) = &paragraph.heading {
                    out.push_str(&format!("<h{} {}{}>", heading.level, heading.number, inlines(&heading.content)));
                }
                out.push_str(&format!("{}\n", inlines(&paragraph.content)));
            }
            Block::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    let mark = list.start.map_or("-".to_owned(), |start| format!("{}.", start + index as u64));
                    out.push_str(&format!("{indent}{mark}\n"));
                    dump_blocks(item, &format!("{indent}  "), out);
                }
            }
            Block::Table(table) => {
                if !table.caption.is_empty() {
                    out.push_str(&format!("{indent}t {}\n", inlines(&table.caption)));
                }
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    let cells: Vec<_> = row.iter().map(|cell| inlines(cell)).collect();
                    out.push_str(&format!("{indent}| {}\n", cells.join(" | ")));
                }
            }
            Block::Picture(picture) => {
                let size = picture.image.as_ref().map(|image| format!(" {image:?}")).unwrap_or_default();
                out.push_str(&format!("{indent}f {} <{}>{size}\n", inlines(&picture.caption), picture.path));
            }
        }
    }
}

/// Inlines in brackets of their kind: B for bold, I for italics, L for links, N for note marks, V for values.
pub fn inlines(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(run) => match run.origin {
                Origin::Value { .. } => format!("V[{}]", run.text),
                _ => run.text.clone(),
            },
            Inline::Strong { content } => format!("B[{}]", inlines(content)),
            Inline::Emphasis { content } => format!("I[{}]", inlines(content)),
            Inline::Link { href, content } => format!("L[{}]({href})", inlines(content)),
            Inline::Note { index } => format!("N[{index}]"),
            Inline::Break => "⏎".to_owned(),
            Inline::Unfilled { .. } => plain(std::slice::from_ref(inline)),
        })
        .collect()
}

/// Calls `look` on every inline, outer before inner.
pub fn each_inline(blocks: &[Block], look: &mut impl FnMut(&Inline)) {
    fn walk(content: &[Inline], look: &mut impl FnMut(&Inline)) {
        for inline in content {
            look(inline);
            if let Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } = inline {
                walk(content, look);
            }
        }
    }
    for block in blocks {
        match block {
            Block::Heading(heading) => walk(&heading.content, look),
            Block::Paragraph(paragraph) => {
                paragraph.heading.iter().for_each(|heading| walk(&heading.content, look));
                walk(&paragraph.content, look);
            }
            Block::List(list) => list.items.iter().for_each(|item| each_inline(item, look)),
            Block::Table(table) => {
                std::iter::once(&table.caption)
                    .chain(&table.head)
                    .chain(table.rows.iter().flatten())
                    .for_each(|cell| walk(cell, look));
            }
            Block::Picture(picture) => walk(&picture.caption, look),
        }
    }
}
