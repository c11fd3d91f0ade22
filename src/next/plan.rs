//! The plan of the old report: each item becomes a question to the part it belongs to.

use super::draft::{Draft, flow_list};
use crate::figures::{Piece, Table};
use crate::message;
use crate::model::{Report, Section, Text};
use crate::outline::Outline;
use crate::outline::matching::{Certainty, Matcher, Position};
use crate::place::{Place, Places};
use crate::yaml::keys::part_id;

/// What became of the plan.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// Questions put.
    pub questions: usize,
    /// Those whose part is not certain: they stand under the achievements.
    pub unplaced: usize,
    /// Whether shortcomings and plan were one section, whose texts were left.
    pub merged: bool,
}

/// An item of the plan as a text of its own.
struct Item {
    /// What it is called: its heading or its first words.
    label: String,
    text: String,
    /// The part that the plan itself names.
    part: Option<String>,
}

/// The plan of one report, being turned into questions.
struct Turning<'d, 'a> {
    draft: &'d mut Draft<'a>,
    table: &'d Table,
    items: Vec<Item>,
    /// Whether the texts are emptied; those of a section that holds shortcomings too are left.
    empties: bool,
    /// The part of the section the items stand in.
    part: Option<String>,
}

/// Turns the plan into questions and empties it; `outline` and `year` are the new report's.
pub(super) fn turn(
    draft: &mut Draft,
    report: &Report,
    places: &Places,
    table: &Table,
    outline: &Outline,
    year: i16,
) -> Asked {
    let mut asked = Asked::default();
    let mut turning = Turning { draft, table, items: Vec::new(), empties: true, part: None };
    for section in report.walk() {
        let ids: Vec<&str> = section.part.iter().map(|name| part_id(name)).collect();
        match ids.as_slice() {
            ["plan"] => turning.whole(section),
            ids if ids.contains(&"plan") => {
                asked.merged = true;
                turning.merged(section);
            }
            _ => section
                .measures
                .iter()
                .filter(|measure| measure.part.iter().any(|part| part_id(part) == "plan"))
                .for_each(|measure| turning.item("", &measure.text)),
        }
    }
    let items = turning.items;
    let matcher = Matcher::new(outline, Some(year));
    let mut targets: Vec<(&Section, Vec<String>)> = Vec::new();
    for item in &items {
        let named = item.part.as_deref().and_then(|id| home(report, id));
        let found = named.or_else(|| part_of(&matcher, item).and_then(|id| home(report, &id)));
        asked.unplaced += usize::from(found.is_none());
        let Some(section) = found.or_else(|| home(report, "achievements")).or(report.sections.first()) else {
            continue;
        };
        let question = message!("next.question", year = year, item = &item.text).text(draft.lang);
        asked.questions += 1;
        match targets.iter_mut().find(|(target, _)| target.at == section.at) {
            Some((_, questions)) => questions.push(question),
            None => targets.push((section, vec![question])),
        }
    }
    for (section, questions) in targets {
        put(draft, places, section, &questions);
    }
    asked
}

impl Turning<'_, '_> {
    /// Takes the items of a section that is the plan, or part of it.
    fn whole(&mut self, section: &Section) {
        let has_items = !section.measures.is_empty() || !section.sections.is_empty();
        // What stands before the items is no item: the drafter goes on from it.
        if !has_items {
            section.text.iter().for_each(|text| self.item("", text));
        }
        self.below(section, "");
        section.after.iter().for_each(|text| self.item("", text));
    }

    /// Takes the items of a section that holds shortcomings too: those that speak of what is to come. Its texts stay.
    fn merged(&mut self, section: &Section) {
        let before = self.items.len();
        self.empties = false;
        self.below(section, "");
        // Where the text leads over to the plan, all that follows is plan.
        let leads = section.text.as_ref().is_some_and(|text| text.lines().next_back().is_some_and(is_ahead));
        if self.items.len() == before {
            section.text.iter().chain(&section.after).for_each(|text| self.item("", text));
            self.items.retain(|item| is_ahead(&item.text));
        } else if !leads {
            let kept = self.items.split_off(before).into_iter().filter(|item| is_ahead(&item.text)).collect::<Vec<_>>();
            self.items.extend(kept);
        }
        self.empties = true;
    }

    /// The measures and sections below, each under its heading.
    fn below(&mut self, section: &Section, heading: &str) {
        section.measures.iter().for_each(|measure| self.item(heading, &measure.text));
        for inner in &section.sections {
            let outer = self.part.clone();
            self.part = inner.part.first().map(|part| part_id(part).to_owned()).or(self.part.take());
            self.inner(inner);
            self.part = outer;
        }
    }

    fn inner(&mut self, section: &Section) {
        let heading = section.heading.as_ref().filter(|heading| !heading.is_unfilled());
        let name = heading.map(|heading| self.printed(heading)).unwrap_or_default();
        if self.empties {
            heading.into_iter().for_each(|heading| self.draft.empty(heading));
        }
        let texts: Vec<&Text> = section.text.iter().chain(&section.after).filter(|text| !text.is_unfilled()).collect();
        let is_bare = texts.is_empty() && section.measures.is_empty() && section.sections.is_empty();
        if is_bare && !name.is_empty() {
            self.items.push(Item { label: name.clone(), text: name.clone(), part: self.part.clone() });
        }
        texts.into_iter().for_each(|text| self.item(&name, text));
        self.below(section, &name);
    }

    /// One text of the plan: an item for each paragraph.
    fn item(&mut self, heading: &str, text: &Text) {
        if text.is_unfilled() {
            return;
        }
        for paragraph in self.printed(text).split('\n').map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            let words = paragraph.trim_end_matches(['。', '；', ';', '，']);
            let text = if heading.is_empty() { words.to_owned() } else { format!("{heading}。{words}") };
            let label = if heading.is_empty() { words } else { heading };
            self.items.push(Item { label: label.to_owned(), text, part: self.part.clone() });
        }
        if self.empties {
            self.draft.empty(text);
        }
    }

    /// A text as the old report printed it, a line a paragraph.
    fn printed(&self, text: &Text) -> String {
        let mut faults = Vec::new();
        let piece = |piece: Piece| match piece {
            Piece::Typed { text, .. } | Piece::Value { text, .. } => text,
            Piece::Unfilled { name, .. } => name,
        };
        let expanded: String = self.table.expand(text, &mut faults).pieces.into_iter().map(piece).collect();
        let paragraphs =
            expanded.split("\n\n").map(|paragraph| paragraph.split('\n').map(str::trim).collect::<String>());
        paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// Words that speak of what is to come.
const INTENT: [&str; 10] = ["将", "计划", "打算", "拟", "继续", "力争", "下一步", "下步", "重点抓好", "重点做好"];

fn is_ahead(text: &str) -> bool {
    INTENT.iter().any(|word| text.contains(word))
}

/// The part an item speaks of, where its label or its first sentence leaves no doubt.
fn part_of(matcher: &Matcher, item: &Item) -> Option<String> {
    let first = |text: &str| text.split(['。', '；', '\n']).next().unwrap_or_default().to_owned();
    let parents = ["achievements".to_owned()];
    let position = Position { level: 3, parents: &parents };
    [first(&item.label), first(&item.text), item.text.clone()].iter().find_map(|words| {
        match matcher.matches(words, position).as_slice() {
            [found] if found.certainty >= Certainty::Certain => Some(found.id.clone()),
            _ => None,
        }
    })
}

/// The section of a part, outside of shortcomings and plan.
fn home<'r>(report: &'r Report, id: &str) -> Option<&'r Section> {
    let looks_ahead =
        |section: &&Section| section.part.iter().any(|part| matches!(part_id(part), "shortcomings" | "plan"));
    let mut open: Vec<&Section> = report.sections.iter().rev().filter(|section| !looks_ahead(section)).collect();
    while let Some(section) = open.pop() {
        if section.part.iter().any(|part| part_id(part) == id) {
            return Some(section);
        }
        open.extend(section.sections.iter().rev());
    }
    None
}

/// Puts questions into a section's `todo`.
fn put(draft: &mut Draft, places: &Places, section: &Section, questions: &[String]) {
    if let Some(last) = section.todo.last() {
        draft.add_items(last, questions);
        return;
    }
    match places.under(section.at, "todo") {
        Some(nothing) => draft.set(nothing, &flow_list(questions)),
        None => draft.add_list(anchor(places, section), "todo", questions),
    }
}

/// The value in a section that a new key goes behind: the later of part and heading, else what stands first.
pub(super) fn anchor(places: &Places, section: &Section) -> Place {
    let named = ["part", "heading"].iter().filter_map(|key| places.under(section.at, key));
    let first = || places.first_in(section.at);
    named.max_by_key(|&place| places.span(place).start).or_else(first).unwrap_or(section.at)
}
