//! 一是, 二是, 三是: measures a paragraph each, or joined to the text before them.

use super::{Composer, with_role};
use crate::document::{Block, Inline, Paragraph, Role, plain};
use crate::model::layout::MeasureLayout;
use crate::model::{Measure, Section};
use crate::outline::numbering;
use crate::place::Place;

/// How the measures of a section came to stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joined {
    /// There are none.
    None,
    /// In the last paragraph of the text.
    Inline,
    /// A paragraph each.
    Apart,
}

impl<'a> Composer<'a> {
    /// Appends the measures of a section. Where one of them holds more than a paragraph, none can be inline.
    pub(super) fn measures(
        &mut self,
        section: &'a Section,
        heading: &str,
        layout: MeasureLayout,
        blocks: &mut Vec<Block>,
    ) -> Joined {
        let measures: Vec<&Measure> =
            section.measures.iter().filter(|measure| self.view.has(&measure.only, &measure.except)).collect();
        let count = measures.len();
        let mut composed: Vec<(Place, Vec<Block>)> = Vec::with_capacity(count);
        for (index, measure) in measures.into_iter().enumerate() {
            let place = measure.text.place;
            let mut item = self.blocks(&measure.text, heading);
            // A single measure is no enumeration.
            if count > 1 {
                label(&mut item, numbering::measure_mark(index + 1), place);
            }
            end(&mut item, index + 1 == count, place);
            composed.push((place, item));
        }
        let joins = layout == MeasureLayout::Inline
            && composed.iter().all(|(_, item)| matches!(item.as_slice(), [] | [Block::Paragraph(_)]));
        match (composed.is_empty(), joins) {
            (true, _) => Joined::None,
            (false, true) => {
                join(composed, blocks);
                Joined::Inline
            }
            (false, false) => {
                blocks.extend(composed.into_iter().flat_map(|(_, item)| with_role(item, Role::Measure)));
                Joined::Apart
            }
        }
    }
}

/// Puts 一是 before the first paragraph.
fn label(item: &mut Vec<Block>, mark: String, place: Place) {
    let mark = Inline::composed(mark, place);
    match item.first_mut() {
        Some(Block::Paragraph(paragraph)) => paragraph.content.insert(0, mark),
        _ => item.insert(0, Block::Paragraph(Paragraph { content: vec![mark], place, ..Paragraph::default() })),
    }
}

/// Supplies the last mark where none is typed: 。 after the last measure and after one of several sentences, else ；.
fn end(item: &mut [Block], last: bool, place: Place) {
    // A picture of what was done follows the sentence that ends.
    let text = item.iter_mut().rev().find(|block| !matches!(block, Block::Picture(_)));
    let Some(Block::Paragraph(paragraph)) = text else { return };
    let text = plain(&paragraph.content);
    let bare = text.trim_end().trim_end_matches(['”', '’', '）', ')', '》', '】', '」', '』']);
    if bare.ends_with(['。', '；', '！', '？', '…', '：', '，', '、', ';', '!', '?', ':', ',']) {
        return;
    }
    let mark = if last || text.contains(['。', '！', '？']) { "。" } else { "；" };
    paragraph.content.push(Inline::composed(mark, place));
}

/// Joins measures of a paragraph each to the last paragraph of the text, or to one of their own.
fn join(measures: Vec<(Place, Vec<Block>)>, blocks: &mut Vec<Block>) {
    if !matches!(blocks.last(), Some(Block::Paragraph(_))) {
        let place = measures.first().map(|(place, _)| *place).unwrap_or_default();
        blocks.push(Block::Paragraph(Paragraph { role: Role::Measure, place, ..Paragraph::default() }));
    }
    let Some(Block::Paragraph(paragraph)) = blocks.last_mut() else { return };
    for (_, item) in measures {
        for block in item {
            if let Block::Paragraph(measure) = block {
                paragraph.content.extend(measure.content);
            }
        }
    }
}
