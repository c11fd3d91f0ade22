//! Whole lines that came or went: paragraphs and measures; of anything else it is only said.

use std::ops::Range;

use super::Planner;
use crate::onto::plan::{Act, Remark};
use crate::onto::unit::{Kind, Unit};
use crate::outline::numbering::{self, MarkKind};
use crate::place::Place;

impl Planner<'_> {
    /// A line that no longer stands in Word.
    pub(super) fn removed(&mut self, line: usize) {
        let unit = &self.old[line];
        let remark = Remark::Removed(unit.text.clone());
        let act = unit.place().and_then(|place| match unit.kind {
            _ if self.page.without_markup.contains(&place) => None,
            Kind::Measure | Kind::Paragraph if self.gone.contains(&place) => {
                Some(match self.measures.contains(&place) {
                    true => Act::RemoveMeasure(place),
                    false => Act::RemoveText(place),
                })
            }
            Kind::Measure | Kind::Paragraph => self.remove_paragraph(unit, place),
            _ => None,
        });
        match act {
            Some(act) => self.act(act, Some(line), remark),
            None => {
                self.plan.told_old.insert(line);
                self.plan.remarks.push(remark);
            }
        }
    }

    /// Takes one of several paragraphs out of a text.
    fn remove_paragraph(&self, unit: &Unit, place: Place) -> Option<Act> {
        let text = self.rewriter.text(place)?;
        let paragraph = paragraph(text, unit)?;
        let (before, after) = (&text[..paragraph.start], &text[paragraph.end..]);
        let next = after.trim_start_matches('\n');
        let range = if next.is_empty() {
            (before.trim_end_matches('\n').len(), paragraph.end)
        } else {
            (paragraph.start, text.len() - next.len())
        };
        Some(Act::Change { place, range, text: String::new() })
    }

    pub(super) fn opens_section(&self, line: usize) -> bool {
        let unit = &self.new[line];
        let mark = numbering::leading_mark(&unit.text);
        unit.kind == Kind::Heading || mark.is_some_and(|mark| mark.kind.level().is_some())
    }

    /// A line that stands in Word only, between two that stand in the file too.
    pub(super) fn added(&mut self, line: usize, before: Option<usize>, after: Option<usize>, in_new_section: bool) {
        let text = &self.new[line].text;
        let remark = Remark::Added(text.clone());
        let act = match (before, self.new[line].kind) {
            (Some(before), Kind::Paragraph) if !in_new_section => self.add(text, &self.old[before], after),
            _ => None,
        };
        match act {
            Some(act) => self.act(act, None, remark),
            None => {
                self.plan.told_new.insert(line);
                self.plan.remarks.push(remark);
            }
        }
    }

    fn add(&self, text: &str, before: &Unit, after: Option<usize>) -> Option<Act> {
        let after = after.map(|after| &self.old[after]).filter(|after| after.kind == Kind::Paragraph);
        let mark = numbering::leading_mark(text).filter(|mark| mark.kind == MarkKind::Measure);
        if let Some(mark) = mark {
            let place = before.place().filter(|place| before.kind == Kind::Measure && self.measures.contains(place))?;
            return Some(Act::AddMeasure { after: place, text: self.written.paragraph(&text[mark.length..]) });
        }
        let written = self.written.paragraph(text);
        match before.kind {
            Kind::Heading | Kind::Measure if after.is_some() => {
                let after = after?;
                let place = after.place().filter(|place| !self.page.without_markup.contains(place))?;
                let start = paragraph(self.rewriter.text(place)?, after)?.start;
                Some(Act::Change { place, range: (start, start), text: written + "\n\n" })
            }
            Kind::Paragraph | Kind::Measure => {
                let (place, last) = before.glyphs.iter().rev().find_map(|glyph| glyph.at.typed())?;
                if self.page.without_markup.contains(&place) {
                    return None;
                }
                let end = paragraph_at(self.rewriter.text(place)?, last.start)?.end;
                Some(Act::Change { place, range: (end, end), text: format!("\n\n{written}") })
            }
            _ => None,
        }
    }
}

/// The paragraph of a text that prints as a unit.
fn paragraph(text: &str, unit: &Unit) -> Option<Range<usize>> {
    let (_, range) = unit.glyphs.iter().find_map(|glyph| glyph.at.typed())?;
    paragraph_at(text, range.start)
}

/// The paragraph around an offset, without the line ends around it.
fn paragraph_at(text: &str, at: usize) -> Option<Range<usize>> {
    let (before, after) = (text.get(..at)?, text.get(at..)?);
    let start = before.rfind("\n\n").map_or(before.len() - before.trim_start_matches('\n').len(), |at| at + 2);
    let start = start.min(at);
    let end = after.find("\n\n").map_or(text.trim_end_matches('\n').len(), |offset| at + offset);
    Some(start..end.max(at))
}
