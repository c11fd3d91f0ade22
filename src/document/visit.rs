//! Everything that is printed, inline by inline.

use super::{Block, Document, Inline};

impl Document {
    /// Visits every inline in the order of the page, those inside others too.
    pub fn visit(&self, visitor: &mut impl FnMut(&Inline)) {
        let before = self.title.iter().chain(&self.stage).chain(&self.number).chain(&self.occasion);
        for line in before.chain(&self.speaker).chain(&self.addressee) {
            visit_inlines(&line.content, visitor);
        }
        visit_blocks(&self.body, visitor);
        for line in self.signature.iter().chain(&self.date).chain(&self.postscript).chain(&self.copies) {
            visit_inlines(&line.content, visitor);
        }
        for annex in &self.annexes {
            visit_inlines(&annex.title.content, visitor);
            visit_blocks(&annex.body, visitor);
        }
        self.notes.iter().for_each(|note| visit_blocks(&note.body, visitor));
    }
}

fn visit_blocks(blocks: &[Block], visitor: &mut impl FnMut(&Inline)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => visit_inlines(&heading.content, visitor),
            Block::Paragraph(paragraph) => {
                let heading = paragraph.heading.iter().flat_map(|heading| &heading.content);
                heading.chain(&paragraph.content).for_each(|inline| visit_inline(inline, visitor));
            }
            Block::List(list) => list.items.iter().for_each(|item| visit_blocks(item, visitor)),
            Block::Table(table) => {
                visit_inlines(&table.caption, visitor);
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| visit_inlines(cell, visitor));
            }
            Block::Picture(picture) => visit_inlines(&picture.caption, visitor),
        }
    }
}

fn visit_inlines(inlines: &[Inline], visitor: &mut impl FnMut(&Inline)) {
    inlines.iter().for_each(|inline| visit_inline(inline, visitor));
}

fn visit_inline(inline: &Inline, visitor: &mut impl FnMut(&Inline)) {
    visitor(inline);
    if let Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } = inline {
        visit_inlines(content, visitor);
    }
}
