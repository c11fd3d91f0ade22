//! The sheet as a page for Word.

use super::{COLUMNS, counts, heading, headings, not_checked, row, summary, with_findings};
use crate::diagnostic::{Checked, Unread};
use crate::document::block::Alignment;
use crate::document::style::{Margins, Style};
use crate::document::{Block, Document, Heading, Inline, Line, Paragraph, Table};
use crate::message;
use crate::message::Lang;
use crate::place::Place;

/// The sheet as a page for Word, lying since its columns hold sentences: a table a file under the file's name, and how
/// many findings there are.
pub fn page(files: &[Checked], unread: &[Unread], lang: Lang) -> Document {
    let composed = |text: String| vec![Inline::composed(text, Place::default())];
    let mut body = Vec::new();
    if let [head, rows @ ..] = &summary(files, lang)[..] {
        let cells = |cells: &Vec<String>| cells.iter().cloned().map(composed).collect();
        body.push(Block::Table(Table {
            alignments: vec![Alignment::Center; head.len()],
            head: cells(head),
            rows: rows.iter().map(cells).collect(),
            ..Table::default()
        }));
    }
    for file in with_findings(files) {
        let content = composed(heading(file, lang));
        body.push(Block::Heading(Heading { level: 1, content, ..Heading::default() }));
        let rows = file.findings.iter().enumerate();
        body.push(Block::Table(Table {
            alignments: [&[Alignment::Center][..], &[Alignment::Left; COLUMNS.len() - 1]].concat(),
            head: headings(lang).map(composed).into(),
            rows: rows.map(|(index, finding)| row(file, index, finding, lang).map(composed).into()).collect(),
            ..Table::default()
        }));
    }
    let lines = unread.iter().map(|one| not_checked(one, lang));
    for text in std::iter::once(counts(files).message().text(lang)).chain(lines) {
        body.push(Block::Paragraph(Paragraph { content: composed(text), ..Paragraph::default() }));
    }
    let title = message!("diagnostic.sheet.title").text(lang);
    let style = Style { landscape: true, margins: Some(MARGINS), ..Style::default() };
    Document { title: vec![Line::composed(title, Place::default())], body, style, ..Document::default() }
}

/// 25 mm above and below, 20 mm at the sides.
const MARGINS: Margins = Margins { top: 1417, right: 1134, bottom: 1417, left: 1134 };
