//! The figures of a published text: named from the words before them, only where that is certain.
//!
//! A sentence whose figure was named prints it through a placeholder, and prints the same characters as before. What
//! nobody can name stays text.

mod clause;
mod formula;
mod subject;

use std::collections::HashSet;

use indexmap::IndexMap;
use rust_decimal::Decimal;

use self::clause::{Mention, mentions};
use self::subject::Subjects;
use super::names::Names;
use super::section::Section;
use crate::figures::{Table, Value};
use crate::model::Quantity;
use crate::source::SourceFile;
use crate::yaml;

/// The figures by group, in the order of the text.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    groups: IndexMap<String, IndexMap<String, Figure>>,
}

/// A figure as it will be written.
#[derive(Clone, Debug)]
struct Figure {
    quantity: Quantity,
    /// Computed: the formula, and the decimals where they are not the usual ones.
    formula: Option<(String, Option<u32>)>,
}

/// Takes the figures that are certain out of the texts of these sections, which get placeholders for them.
pub fn take(sections: &mut [Section], names: &Names) -> Figures {
    let subjects = Subjects::new(names);
    let mut texts = Vec::new();
    collect(sections, &mut texts);
    let mut found: Vec<Vec<Mention>> = texts.iter().map(|text| mentions(text, names.year, &subjects)).collect();
    drop_contradictions(&mut found);
    let totals = totals(&found, &subjects);
    let mut figures = Figures::default();
    for mention in found.iter_mut().flatten() {
        if totals.contains(&mention.key()) {
            "合计".clone_into(&mut mention.name);
        }
        let figure = Figure { quantity: mention.quantity.clone(), formula: None };
        figures.groups.entry(mention.group.clone()).or_default().entry(mention.name.clone()).or_insert(figure);
    }
    formula::find(&mut figures, &subjects);
    figures.prove();
    for (text, mentions) in texts.into_iter().zip(&found) {
        for mention in mentions.iter().rev().filter(|mention| figures.has(mention)) {
            text.replace_range(mention.range.clone(), &format!("${{{}.{}}}", mention.group, mention.name));
        }
    }
    figures
}

/// The texts that tell of the year: not those of what is planned.
fn collect<'a>(sections: &'a mut [Section], texts: &mut Vec<&'a mut String>) {
    const PLANS: [&str; 6] = ["下一步", "下步", "计划", "打算", "安排", "下一年"];
    for section in sections {
        if section.parts.iter().any(|part| part == "plan") || PLANS.iter().any(|word| section.heading.contains(word)) {
            continue;
        }
        texts.extend(section.text.as_mut());
        texts.extend(section.measures.iter_mut().map(|measure| &mut measure.text));
        texts.extend(section.after.as_mut());
        collect(&mut section.sections, texts);
    }
}

/// A name that two different quantities would bear is the name of neither.
fn drop_contradictions(found: &mut [Vec<Mention>]) {
    let mut written = IndexMap::new();
    let mut contradicted = HashSet::new();
    for mention in found.iter().flatten() {
        let first = written.entry(mention.key()).or_insert_with(|| mention.quantity.written.clone());
        if *first != mention.quantity.written {
            contradicted.insert(mention.key());
        }
    }
    found.iter_mut().for_each(|mentions| mentions.retain(|mention| !contradicted.contains(&mention.key())));
}

/// The figures that are the total of their group: the first of its only sentence, the others of its unit the parts.
fn totals(found: &[Vec<Mention>], subjects: &Subjects) -> HashSet<(String, String)> {
    let mut groups: IndexMap<&str, Vec<(usize, &Mention)>> = IndexMap::new();
    for (text, mentions) in found.iter().enumerate() {
        for mention in mentions {
            groups.entry(&mention.group).or_default().push((text, mention));
        }
    }
    let is_total = |mentions: &&Vec<(usize, &Mention)>| {
        let Some((text, first)) = mentions.first() else { return false };
        let rest: Vec<_> = mentions[1..].iter().filter(|(_, mention)| !mention.quantity.is_rate()).collect();
        let is_one_sentence =
            mentions.iter().all(|(other, mention)| other == text && mention.sentence == first.sentence);
        let is_alike = rest.iter().all(|(_, part)| part.quantity.unit == first.quantity.unit);
        let sum: Decimal = rest.iter().map(|(_, part)| part.quantity.value()).sum();
        let has_own_name = subjects.has_figure(&first.group, &first.name);
        rest.len() >= 2 && is_one_sentence && is_alike && !has_own_name && sum == first.quantity.value()
    };
    groups.values().filter(is_total).map(|mentions| mentions[0].1.key()).collect()
}

impl Figures {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    fn has(&self, mention: &Mention) -> bool {
        self.groups.get(&mention.group).is_some_and(|group| group.contains_key(&mention.name))
    }

    /// Lines of `figures:`, each with its depth; `key` gives the keys of a long form in the language of the file.
    pub fn lines(&self, key: impl Fn(&str) -> String) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        for (name, group) in &self.groups {
            lines.push((1, format!("{name}:")));
            for (name, figure) in group {
                let value = match &figure.formula {
                    None => figure.quantity.written.clone(),
                    Some((formula, None)) => format!("={formula}"),
                    Some((formula, Some(decimals))) => {
                        format!("{{{}: {formula}, {}: {decimals}}}", key("formula"), key("decimals"))
                    }
                };
                lines.push((2, format!("{name}: {value}")));
            }
        }
        lines
    }

    /// Keeps what prints as it stood in the text: a formula that does not is typed, a figure that does not is dropped.
    fn prove(&mut self) {
        self.settle(|figure| figure.formula.take().is_some());
        self.settle(|_| false);
    }

    /// Drops what prints otherwise than it stood, unless it is repaired.
    fn settle(&mut self, repair: impl Fn(&mut Figure) -> bool) {
        let table = self.table();
        for (group, figures) in &mut self.groups {
            figures.retain(|name, figure| {
                let printed = table.get(&format!("{group}.{name}"));
                let written = printed.and_then(|figure| match &figure.value {
                    Value::Known(quantity) => Some(&quantity.written),
                    _ => None,
                });
                written == Some(&figure.quantity.written) || repair(figure)
            });
        }
        self.groups.retain(|_, figures| !figures.is_empty());
    }

    fn table(&self) -> Table {
        let mut text = "figures:\n".to_owned();
        for (depth, line) in self.lines(str::to_owned) {
            text.push_str(&format!("{}{line}\n", "  ".repeat(depth)));
        }
        Table::new(&yaml::read(&SourceFile::new("数据.yaml", text)).report, None)
    }
}
