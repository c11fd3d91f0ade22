//! Sections and their headings in the outline of the new year.

use super::draft::{Draft, scalar};
use super::frame::move_years;
use super::plan::anchor;
use crate::message;
use crate::model::{Report, Section};
use crate::outline::{Outline, Part};
use crate::place::Places;
use crate::yaml::keys::part_id;
use crate::yaml::quoted;

/// The outlines of two years.
pub(super) struct Outlines<'a> {
    pub old: &'a Outline,
    pub new: &'a Outline,
    pub old_year: i16,
}

impl Outlines<'_> {
    /// The part of the old outline that the new one has not.
    fn gone(&self, id: &str) -> Option<&Part> {
        self.old.part(id).filter(|_| self.new.part(id).is_none())
    }

    /// What stands for an official heading of the old outline in the new one.
    fn heading(&self, section: &Section) -> Option<String> {
        let typed = section.heading.as_ref()?.trim();
        let is_official = |id: &str| {
            let (old, new) = (self.old.part(id)?, self.new.part(id)?);
            let new_year = self.old_year.saturating_add(1);
            let changed = old.heading != new.heading && old.heading_in(self.old_year) == typed;
            changed.then(|| new.heading_in(new_year))
        };
        section.part.iter().find_map(|part| is_official(part_id(part)))
    }
}

/// Moves headings on and fits them to the new outline; returns the names of the sections that found no place there.
pub(super) fn turn(draft: &mut Draft, report: &Report, places: &Places, outlines: &Outlines) -> Vec<String> {
    let mut homeless = Vec::new();
    report.sections.iter().for_each(|section| turn_section(draft, section, places, outlines, &mut homeless));
    homeless
}

fn turn_section(
    draft: &mut Draft,
    section: &Section,
    places: &Places,
    outlines: &Outlines,
    homeless: &mut Vec<String>,
) {
    if let Some(heading) = &section.heading {
        match outlines.heading(section) {
            Some(official) => draft.set(heading.place, &scalar(&official)),
            None => move_years(draft, heading, outlines.old_year),
        }
    }
    let ids: Vec<&str> = section.part.iter().map(|name| part_id(name)).collect();
    if let Some(part) = ids.iter().find_map(|id| outlines.gone(id)) {
        let official = part.heading_in(outlines.old_year);
        let name = section.heading.as_ref().map_or(official.as_str(), |heading| heading.trim()).to_owned();
        let comment = message!("next.homeless", outline = &outlines.new.name).text(draft.lang);
        draft.comment_above(section.at, &comment);
        if section.heading.is_none() {
            draft.add(anchor(places, section), "heading", &quoted(&official));
        }
        homeless.push(name);
    }
    // The headings below the plan are items of it.
    if ids != ["plan"] {
        section.sections.iter().for_each(|inner| turn_section(draft, inner, places, outlines, homeless));
    }
}
