//! The texts of a report that are printed, one after the other.

use super::{Report, Section, Text};
use crate::place::{Place, Places};

impl Report {
    /// The texts of the page between title and signature, and those of the annexes, in the order of the page.
    pub fn body(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = self.preamble.iter().collect();
        texts.extend(self.sections.iter().flat_map(Section::prose));
        texts.extend(&self.closing);
        texts.extend(self.report.editions.iter().flat_map(|edition| &edition.closing));
        texts.extend(self.annexes.iter().flat_map(|annex| annex.title.iter().chain(&annex.text)));
        texts
    }

    /// The texts around the body: title, number, addressee, names and dates, those of the editions too.
    pub fn frame(&self) -> Vec<&Text> {
        let head = &self.report;
        let mut texts: Vec<&Text> = Vec::new();
        texts.extend(head.issuer.iter());
        for lines in [&head.title, &head.signature, &head.copies].into_iter().flatten() {
            texts.extend(lines.iter());
        }
        texts.extend([&head.number, &head.date, &head.addressee].into_iter().flatten());
        for edition in &head.editions {
            for lines in [&edition.title, &edition.issuer, &edition.signature, &edition.copies].into_iter().flatten() {
                texts.extend(lines.iter());
            }
            let lines = [
                &edition.number,
                &edition.date,
                &edition.addressee,
                &edition.salutation,
                &edition.occasion,
                &edition.speaker,
            ];
            texts.extend(lines.into_iter().flatten());
        }
        texts
    }

    /// The innermost section a place lies in.
    pub fn section_at(&self, place: Place, places: &Places) -> Option<&Section> {
        let outer: Vec<Place> = places.ancestors(place).collect();
        let (mut sections, mut found) = (&self.sections, None);
        // Places are numbered in the order of the file.
        while let Some(last) = sections.partition_point(|section| section.at <= place).checked_sub(1)
            && let Some(section) = sections.get(last).filter(|section| outer.contains(&section.at))
        {
            (sections, found) = (&section.sections, Some(section));
        }
        found
    }
}

impl Section {
    /// The place to point at when the section is spoken of: its heading, else its part, else itself.
    pub fn name_place(&self) -> Place {
        self.heading.as_ref().or(self.part.first()).map_or(self.at, |text| text.place)
    }

    /// The texts of the section and of those below it, in the order of the page.
    pub fn prose(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = self.heading.iter().chain(&self.text).collect();
        texts.extend(self.measures.iter().map(|measure| &measure.text));
        texts.extend(&self.after);
        texts.extend(self.sections.iter().flat_map(Section::prose));
        texts
    }

    /// The parts the section itself, what is below it, and their measures fulfil.
    pub fn parts(&self) -> Vec<&Text> {
        let mut parts: Vec<&Text> = self.part.iter().collect();
        parts.extend(self.measures.iter().flat_map(|measure| measure.part.iter()));
        parts.extend(self.sections.iter().flat_map(Section::parts));
        parts
    }
}
