//! The title: as typed, or composed from the organs, the year and the kind of report.

use super::{Composer, label, unfilled};
use crate::document::{Inline, Line};

/// The title where the outline has none for that kind of report: what governments write.
const USUAL: &str = "{issuer}关于{year}年法治政府建设情况的报告";

impl<'a> Composer<'a> {
    /// The lines of the title; each organ of a joint report has its own.
    pub(super) fn title(&mut self) -> Vec<Line> {
        let head = &self.report.report;
        match self.view.pick(|edition| &edition.title, &head.title) {
            Some(lines) => lines.iter().map(|line| self.line(line, label("title"))).collect(),
            None => self.composed_title(),
        }
    }

    fn composed_title(&mut self) -> Vec<Line> {
        let place = self.view.place();
        let mut lines = vec![Line { content: Vec::new(), place }];
        for piece in form_pieces(self.title_form()) {
            if piece == "{issuer}" {
                self.organs(&mut lines);
                continue;
            }
            let inline = match piece {
                "{place}" => self.report.report.place.as_ref().map(|text| self.line(text, label("place")).content),
                "{year}" => Some(vec![self.year_inline(0)]),
                words => Some(vec![Inline::composed(words, place)]),
            };
            if let Some(line) = lines.last_mut() {
                line.content.extend(inline.into_iter().flatten());
            }
        }
        lines
    }

    /// The form of the title for this kind of report. A joint report names its organs, whatever its kind.
    fn title_form(&self) -> &'a str {
        let head = &self.report.report;
        let outline = self.outline;
        let kind = head.kind.as_ref().map(|kind| kind.value).unwrap_or_default();
        let form = outline.titles.iter().find(|title| title.kinds.contains(&kind)).map(|title| &*title.form);
        let lacks_place = head.place.as_ref().is_none_or(|place| place.is_unfilled());
        match form {
            Some(form) if self.view.issuers().len() < 2 && !(lacks_place && form.contains("{place}")) => form,
            _ => USUAL,
        }
    }

    /// Appends the organs that report: one to the line at hand, several on a line each.
    fn organs(&mut self, lines: &mut Vec<Line>) {
        let name = label("issuer");
        let organs: Vec<_> = self.view.issuers().iter().map(|issuer| self.line(issuer, name)).collect();
        let Some(line) = lines.last_mut() else { return };
        if organs.is_empty() {
            line.content.push(unfilled(name, self.view.place()));
        } else if let [organ] = organs.as_slice() {
            line.content.extend_from_slice(&organ.content);
        } else {
            let place = line.place;
            lines.splice(lines.len() - 1.., organs);
            lines.push(Line { content: Vec::new(), place });
        }
    }

    /// The year reported on, or one some years later; a gap to be filled where the report has none.
    pub(super) fn year_inline(&self, later: i16) -> Inline {
        match &self.report.report.year {
            Some(year) => Inline::composed(year.value.saturating_add(later).to_string(), year.place),
            None => unfilled(label("year"), self.view.place()),
        }
    }
}

/// The pieces of a form: words, and names in braces.
pub(super) fn form_pieces(form: &str) -> impl Iterator<Item = &str> {
    form.split_inclusive('}').flat_map(|part| {
        let (words, name) = part.split_at(part.rfind('{').filter(|_| part.ends_with('}')).unwrap_or(part.len()));
        [words, name].into_iter().filter(|piece| !piece.is_empty())
    })
}
