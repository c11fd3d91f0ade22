//! Lists: two items or more, whose numbers are the same or count on; a single item is text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::assembly::Assembly;
use crate::document::{Block, List};

impl Assembly<'_> {
    pub(super) fn list(&mut self, start: Option<u64>, depth: usize, blocks: &mut Vec<Block>) {
        let mut marks = Vec::new();
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.next() {
            marks.push(self.list_mark(range));
            items.push(self.blocks(depth + 1));
        }
        if self.is_list(&marks) {
            blocks.push(Block::List(List { start, items, place: self.place }));
            return;
        }
        for (mark, item) in marks.into_iter().zip(items) {
            self.prefixed(mark, item, blocks);
        }
    }

    /// Where the mark of a list item stands, with one blank after it.
    fn list_mark(&self, item: &Range<usize>) -> Range<usize> {
        let text = &self.neutral.text[item.clone()];
        let start = text.len() - text.trim_start().len();
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let end = (start + digits + 1).min(text.len());
        let blank = usize::from(text[end..].starts_with(' '));
        item.start + start..item.start + end + blank
    }

    /// Whether items make a list: two or more, their numbers all the same or one after the other.
    fn is_list(&self, marks: &[Range<usize>]) -> bool {
        let number = |mark: &Range<usize>| {
            let digits = self.neutral.text[mark.clone()].trim_end_matches(['.', ' ']);
            digits.parse::<u64>().ok()
        };
        let step = |step: u64| {
            marks.windows(2).all(|pair| number(&pair[1]) == number(&pair[0]).map(|number| number.saturating_add(step)))
        };
        marks.len() >= 2 && (step(0) || step(1))
    }
}
