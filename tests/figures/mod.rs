mod fault;
mod file;
mod filter;
mod formula;
mod placeholder;
mod relation;
mod seeds;
mod table;
mod total;

use fazhi::figures::{Fault, FaultKind, Piece, Table};
use fazhi::model::{Entry, Figure, Group, OneOrMany, Report, Text};
use fazhi::place::{Place, Placed};

/// A text typed at place `place`.
pub fn text(value: &str, place: u32) -> Text {
    Placed::new(value.to_owned(), Place(place))
}

/// A report with these figures: full names and what is typed for them. A value `A << B` has last year's value B;
/// `不计入` lists what is apart. The nth figure, counted from 1, stands at place n.
pub fn report(figures: &[(&str, &str)]) -> Report {
    let mut report = Report::default();
    for (place, (path, value)) in (1..).zip(figures) {
        let (groups, name) = path.rsplit_once('.').map_or(("", *path), |(groups, name)| (groups, name));
        let group = groups.split('.').filter(|name| !name.is_empty()).fold(&mut report.figures, |group, name| {
            match group.entries.entry(name.to_owned()).or_insert_with(|| Entry::Group(Group::default())) {
                Entry::Group(inner) => inner,
                Entry::Figure(_) => panic!("{name} is a figure"),
            }
        });
        if name == "不计入" {
            group.apart = OneOrMany(value.split(' ').map(|name| text(name, place)).collect());
            continue;
        }
        let (value, last_year) = match value.split_once(" << ") {
            Some((value, last)) => (value, Some(text(last, place))),
            None => (*value, None),
        };
        let figure = Figure { value: Some(text(value, place)), last_year, at: Place(place), ..Figure::default() };
        group.entries.insert(name.to_owned(), Entry::Figure(Box::new(figure)));
    }
    report
}

/// The figure of a report under a full name.
pub fn figure<'r>(report: &'r mut Report, path: &str) -> &'r mut Figure {
    let mut group = &mut report.figures;
    let (groups, name) = path.rsplit_once('.').unwrap_or(("", path));
    for name in groups.split('.').filter(|name| !name.is_empty()) {
        group = match group.entries.get_mut(name) {
            Some(Entry::Group(inner)) => inner,
            _ => panic!("{name} is no group"),
        };
    }
    match group.entries.get_mut(name) {
        Some(Entry::Figure(figure)) => figure,
        _ => panic!("{name} is no figure"),
    }
}

/// What a figure prints; `?` when it is not known.
pub fn written<'t>(table: &'t Table, name: &str) -> &'t str {
    table.get(name).and_then(|figure| figure.value.quantity()).map_or("?", |quantity| &quantity.written)
}

/// A text with its placeholders replaced, and the faults met.
pub fn print(table: &Table, typed: &str) -> (String, Vec<FaultKind>) {
    let mut faults = Vec::new();
    let expansion = table.expand(&text(typed, 99), &mut faults);
    let printed = expansion.pieces.into_iter().map(|piece| match piece {
        Piece::Typed { text, .. } | Piece::Value { text, .. } => text,
        Piece::Unfilled { name, .. } => format!("【待填：{name}】"),
    });
    (printed.collect(), faults.into_iter().map(|fault| fault.kind).collect())
}

/// The text a fault points at.
pub fn pointed<'t>(fault: &Fault, typed: &'t str) -> &'t str {
    &typed[fault.range.clone()]
}
