//! The tree of sections: headings, numbers, run-in, and what stands under them.

use super::measures::Joined;
use super::title::form_pieces;
use super::{Composer, gap_name, label, unfilled};
use crate::document::text;
use crate::document::{Block, Heading, Inline, plain};
use crate::model::layout::{MeasureLayout, Numbering};
use crate::model::{Layout, OneOrMany, Section};
use crate::outline::{Part, numbering};
use crate::yaml::keys::{self, Domain, part_id};

/// The level whose numbers may run on through the report: 1.
const RUNNING_LEVEL: u8 = 3;

/// 排版 in force, inherited from the report downwards.
#[derive(Clone, Copy, Default)]
pub(super) struct InForce<'a> {
    pub measures: MeasureLayout,
    numbering: Numbering,
    /// The levels that are run in; `None` is auto.
    run_in: Option<&'a OneOrMany>,
}

impl<'a> InForce<'a> {
    fn under(mut self, layout: Option<&'a Layout>) -> Self {
        let Some(layout) = layout else { return self };
        self.measures = layout.measures.as_ref().map_or(self.measures, |measures| measures.value);
        self.numbering = layout.numbering.as_ref().map_or(self.numbering, |numbering| numbering.value);
        if let Some(run_in) = &layout.run_in {
            let auto = run_in.iter().any(|level| keys::english(Domain::Layout, level.trim()) == Some("auto"));
            self.run_in = (!auto).then_some(run_in);
        }
        self
    }

    /// Whether a heading of a level is run in; `text_only` says that nothing but text stands under it.
    fn runs_in(&self, level: u8, text_only: bool) -> bool {
        match self.run_in {
            None => level >= 2 && text_only,
            Some(levels) => levels.iter().any(|text| text.trim().parse() == Ok(level)),
        }
    }
}

impl<'a> Composer<'a> {
    /// Appends every section of the report.
    pub(super) fn sections(&mut self, body: &mut Vec<Block>) {
        let layout = InForce::default().under(self.report.report.layout.as_ref());
        self.siblings(&self.report.sections, 1, layout, body);
    }

    fn siblings(&mut self, sections: &'a [Section], level: u8, layout: InForce<'a>, body: &mut Vec<Block>) {
        let mut number = 0;
        let view = self.view;
        for section in sections.iter().filter(|section| view.has(&section.only, &section.except)) {
            self.section(section, level, layout, &mut number, body);
        }
    }

    fn section(
        &mut self,
        section: &'a Section,
        level: u8,
        outer: InForce<'a>,
        number: &mut usize,
        body: &mut Vec<Block>,
    ) {
        let layout = outer.under(section.layout.as_ref());
        let heading = self.heading(section, level, outer.numbering, number);
        let content = heading.as_ref().map(|heading| heading.content.as_slice());
        let name = gap_name(content.unwrap_or_default(), label("text"));
        let (blocks, text_only) = self.content(section, &name, layout);
        place_heading(heading, blocks, |level| layout.runs_in(level, text_only), body);
        // Numbers that run on do so inside the section that says so.
        let starts_anew = section.layout.as_ref().is_some_and(|layout| layout.numbering.is_some());
        let running = self.running_number;
        if starts_anew {
            self.running_number = 0;
        }
        self.siblings(&section.sections, level.saturating_add(1), layout, body);
        if starts_anew {
            self.running_number = running;
        }
    }

    /// Text, measures and what follows them, and whether they are text only: nothing below, no measure on its own.
    fn content(&mut self, section: &'a Section, name: &str, layout: InForce<'a>) -> (Vec<Block>, bool) {
        let mut blocks = section.text.as_ref().map(|text| self.blocks(text, name)).unwrap_or_default();
        let measures = self.measures(section, name, layout.measures, &mut blocks);
        let after = section.after.as_ref().map(|text| self.blocks(text, name)).unwrap_or_default();
        let below = section.sections.iter().any(|section| self.view.has(&section.only, &section.except));
        let text_only = measures != Joined::Apart && after.is_empty() && !below;
        blocks.extend(after);
        (blocks, text_only)
    }

    /// The heading with its number; none where none is typed and the section fulfils no part.
    fn heading(
        &mut self,
        section: &'a Section,
        level: u8,
        numbering: Numbering,
        number: &mut usize,
    ) -> Option<Heading> {
        let parts: Vec<String> = section.part.iter().map(|name| part_id(name).to_owned()).collect();
        let content = match &section.heading {
            Some(heading) if heading.is_unfilled() => {
                vec![unfilled(label("heading"), heading.place)]
            }
            Some(heading) => text::line(&self.expand(heading), heading.place),
            None if parts.is_empty() => return None,
            None => self.official_heading(section, &parts),
        };
        let running = level == RUNNING_LEVEL && numbering == Numbering::Continuous;
        let counter = if running { &mut self.running_number } else { number };
        *counter += 1;
        let id = self.heading_ids.give(&parts, &plain(&content));
        let number = numbering::heading_mark(level, *counter);
        Some(Heading { level, number, content, parts, id, place: section.at })
    }

    /// The outline's heading of what a section fulfils. A section merged of several contents bears the headings of all;
    /// else the first part names it.
    fn official_heading(&self, section: &Section, parts: &[String]) -> Vec<Inline> {
        let known: Vec<&Part> = parts.iter().filter_map(|id| self.outline.part(id)).collect();
        let place = section.part.first().map_or(section.at, |part| part.place);
        let Some((first, rest)) = known.split_first() else {
            return vec![unfilled(&parts.join("、"), place)];
        };
        let mut content = Vec::new();
        let merged = rest.iter().filter(|part| first.is_content() && part.is_content());
        for (index, part) in std::iter::once(first).chain(merged).enumerate() {
            if index > 0 {
                content.push(Inline::composed("和", place));
            }
            content.extend(form_pieces(&part.heading).map(|piece| match piece {
                "{year}" => self.year_inline(0),
                "{next_year}" => self.year_inline(1),
                words => Inline::composed(words, place),
            }));
        }
        content
    }
}

/// Appends a section's heading and blocks: the heading on a line of its own, or run into the first paragraph.
fn place_heading(
    heading: Option<Heading>,
    mut blocks: Vec<Block>,
    runs_in: impl Fn(u8) -> bool,
    body: &mut Vec<Block>,
) {
    if let Some(heading) = heading {
        match blocks.first_mut() {
            Some(Block::Paragraph(first)) if runs_in(heading.level) => first.heading = Some(heading),
            _ => body.push(Block::Heading(heading)),
        }
    }
    body.append(&mut blocks);
}
