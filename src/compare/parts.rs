//! Which parts a report has that another has not.

use std::collections::BTreeSet;

use crate::message::Lang;
use crate::model::Section;
use crate::project::Project;
use crate::yaml::keys::{self, Domain, part_id};

/// A part, or a section of no part, that one of the reports has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// The id; empty for a section of no part.
    pub id: String,
    pub heading: String,
}

impl PartChange {
    /// The name of the part in a language, with its heading.
    pub fn name(&self, lang: Lang) -> String {
        let name = keys::name(Domain::Part, &self.id, lang);
        match (name, self.heading.as_str()) {
            ("", heading) => heading.to_owned(),
            (name, "") => name.to_owned(),
            (name, heading) => match lang {
                Lang::Zh => format!("{name}（{heading}）"),
                Lang::En => format!("{name} ({heading})"),
            },
        }
    }
}

/// The parts only the new report has, and those only the old one has, each in its own order.
pub(super) fn compare(last: &Project, this: &Project) -> (Vec<PartChange>, Vec<PartChange>) {
    let (old, new) = (parts(last), parts(this));
    let only = |one: &[PartChange], other: &[PartChange]| {
        let known: BTreeSet<String> = other.iter().map(mark).collect();
        one.iter().filter(|part| !known.contains(&mark(part))).cloned().collect()
    };
    (only(&new, &old), only(&old, &new))
}

/// What makes two parts the same: the id, else the heading without its years.
fn mark(part: &PartChange) -> String {
    match part.id.as_str() {
        "" => part.heading.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect(),
        id => id.to_owned(),
    }
}

fn parts(project: &Project) -> Vec<PartChange> {
    let context = project.context(None);
    let of = |section: &Section| -> Vec<PartChange> {
        let heading = context.name_of(section);
        let ids = section.part.iter().chain(section.measures.iter().flat_map(|measure| measure.part.iter()));
        let named: Vec<PartChange> =
            ids.map(|part| PartChange { id: part_id(part).to_owned(), heading: heading.clone() }).collect();
        match named.is_empty() {
            true if heading.is_empty() => Vec::new(),
            true => vec![PartChange { id: String::new(), heading }],
            false => named,
        }
    };
    let mut seen = BTreeSet::new();
    let all = project.reading.report.walk().flat_map(of);
    all.filter(|part| seen.insert(mark(part))).collect()
}
