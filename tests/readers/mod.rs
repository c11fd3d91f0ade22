#[cfg(feature = "docx")]
mod docx;
mod format;
mod html;
mod plain;

use fazhi::document::{Block, plain};
use fazhi::readers::Manuscript;

/// The blocks of a manuscript as lines: a heading with its level, a table row by row.
fn lines(manuscript: &Manuscript) -> Vec<String> {
    let blocks = manuscript.document.body.iter().zip(&manuscript.hints);
    let line = |(block, hint): (&Block, &fazhi::readers::Hint)| {
        let text = match block {
            Block::Heading(heading) => format!("{} {}", "#".repeat(heading.level.into()), plain(&heading.content)),
            Block::Paragraph(paragraph) => plain(&paragraph.content),
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join("|"))
                    .collect::<Vec<_>>()
                    .join("/")
            }
            Block::List(list) => format!("{list:?}"),
            Block::Picture(picture) => format!("![{}]({})", plain(&picture.caption), picture.path),
        };
        let item = if hint.item.is_some_and(|item| !item.is_ordered) { "- " } else { "" };
        let outside = if hint.is_outside { "(outside) " } else { "" };
        format!("{outside}{item}{text}")
    };
    blocks.map(line).collect()
}
