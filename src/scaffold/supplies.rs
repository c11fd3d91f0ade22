//! The usual figures, by who supplies them.

use super::row::{Row, lines, scalar};
use super::{Request, Supplied, Writer};
use crate::message::Lang;
use crate::outline::catalogue::{self, FigureGroup, Supply, UsualFigure};
use crate::yaml::keys::Domain;

impl Writer<'_> {
    pub(super) fn supplies(&self) -> Vec<Supplied> {
        let supplied = |supply: &Supply| {
            let groups = supply.groups.iter().filter(|group| self.has(group));
            let rows: Vec<String> = groups.flat_map(|group| lines(&self.group(group))).collect();
            (!rows.is_empty()).then(|| Supplied { provider: supply.provider(self.request.keys).to_owned(), rows })
        };
        catalogue::supplies_of(self.outline).filter_map(supplied).collect()
    }

    pub(super) fn has(&self, group: &FigureGroup) -> bool {
        group.suits(self.request.kind, self.request.level) && self.outline.part(&group.part).is_some()
    }

    pub(super) fn figures<'g>(&self, group: &'g FigureGroup) -> impl Iterator<Item = &'g UsualFigure> {
        let Request { kind, level, year, .. } = *self.request;
        group.figures.iter().filter(move |figure| figure.suits(kind, level, year))
    }

    fn group(&self, group: &FigureGroup) -> Vec<Row> {
        let out = !self.figures(group).any(|figure| figure.core);
        let name = Row { indent: 0, out, text: format!("{}:", scalar(&group.name)), note: String::new() };
        let figure = |figure: &UsualFigure| Row {
            indent: 2,
            out: out || !figure.core,
            text: self.figure(figure),
            note: [figure.unit.as_str(), figure.note(self.request.keys)]
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(match self.request.keys {
                    Lang::Zh => "；",
                    Lang::En => "; ",
                }),
        };
        let mut rows = vec![name];
        rows.extend(self.figures(group).map(figure));
        if out {
            // The whole group is commented out: one # at its margin, so that an editor brings it back in one go.
            for row in &mut rows {
                row.text.insert_str(0, &" ".repeat(row.indent));
                row.indent = 0;
            }
        }
        rows
    }

    fn figure(&self, figure: &UsualFigure) -> String {
        let name = match figure.name.as_str() {
            "合计" => self.name(Domain::Key, "total").to_owned(),
            name => scalar(name),
        };
        if figure.formula.is_empty() {
            return format!("{name}: {}", self.unfilled());
        }
        let (formula, denominator) = (self.name(Domain::Key, "formula"), self.name(Domain::Key, "denominator"));
        format!("{name}: {{{formula}: {}, {denominator}: {}}}", figure.formula, figure.denominator)
    }
}
