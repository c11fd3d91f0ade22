//! Acts made in the file: all that can be, one with another.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Act, Plan, Planned};
use super::slips;
use super::unit::Unit;
use crate::place::{Place, Places, Step};
use crate::source::{Edit, SourceFile};
use crate::yaml::rewrite::{Change, Rewriter};
use crate::yaml::{self, Reading, edit};

/// The file after the acts.
pub(super) struct Settled {
    pub yaml: String,
    /// How many places were changed.
    pub made: usize,
}

/// Makes the acts of a plan in the file; of those that cannot be made the plan tells their remarks.
pub(super) fn settle(
    source: &SourceFile,
    reading: &Reading,
    rewriter: &Rewriter,
    old: &[Unit],
    plan: &mut Plan,
) -> Settled {
    let acts = std::mem::take(&mut plan.acts);
    let (acts, lonely): (Vec<_>, Vec<_>) = acts.iter().cloned().partition(|planned| agrees(planned, &acts, old));
    let mut left = lonely;
    let mut groups: BTreeMap<Place, Vec<Planned>> = BTreeMap::new();
    for planned in acts {
        groups.entry(planned.act.place()).or_default().push(planned);
    }
    let mut edits: Vec<(Place, Vec<Edit>)> = Vec::new();
    for (&place, group) in &groups {
        match edits_of(place, group, rewriter, &reading.places) {
            Some(made) => edits.push((place, made)),
            None => left.extend_from_slice(group),
        }
    }
    let trial = Trial { source, slips: slips(reading) };
    let mut accepted = Vec::new();
    let mut refused = BTreeSet::new();
    trial.accept(&edits, &mut accepted, &mut refused);
    left.extend(refused.iter().filter_map(|place| groups.get(place)).flatten().cloned());
    for planned in left {
        plan.told_old.extend(planned.old);
        if !plan.remarks.contains(&planned.remark) {
            plan.remarks.push(planned.remark);
        }
    }
    let made = accepted.len();
    Settled { yaml: trial.apply(&accepted).unwrap_or_else(|| source.text().to_owned()), made }
}

/// Whether every line that prints the stretch an act changes asks for the same change.
fn agrees(planned: &Planned, acts: &[Planned], old: &[Unit]) -> bool {
    let Act::Change { place, range: (start, end), .. } = &planned.act else { return true };
    let prints = |unit: &Unit| {
        unit.glyphs.iter().filter_map(|glyph| glyph.at.typed()).any(|(at, range)| {
            at == *place
                && (range.start < *end && *start < range.end
                    || start == end && (range.start == *start || range.end == *start))
        })
    };
    let asked = |line: usize| acts.iter().any(|other| other.act == planned.act && other.old == Some(line));
    planned.old.is_none() || old.iter().enumerate().all(|(line, unit)| !prints(unit) || asked(line))
}

/// The edits of all acts at one place; `None` where they contradict one another or the file cannot take them.
fn edits_of(place: Place, group: &[Planned], rewriter: &Rewriter, places: &Places) -> Option<Vec<Edit>> {
    let acts: BTreeSet<&Act> = group.iter().map(|planned| &planned.act).collect();
    if let Some(act) = acts.iter().find(|act| matches!(act, Act::RemoveMeasure(_) | Act::RemoveText(_))) {
        return (acts.len() == 1).then(|| remove(act.place(), rewriter, places)).flatten();
    }
    let mut edits = Vec::new();
    let mut changes: Vec<Change> = Vec::new();
    for planned in group {
        match &planned.act {
            Act::Change { range, text, .. } => {
                let change = Change { range: range.0..range.1, text: text.clone() };
                if !changes.contains(&change) {
                    changes.push(change);
                }
            }
            Act::AddMeasure { text, .. } => edits.push(rewriter.insert_after(item(place, places), text)?),
            _ => {}
        }
    }
    changes.sort_by_key(|change| (change.range.start, change.range.end));
    let apart = changes.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start);
    if !apart {
        return None;
    }
    if !changes.is_empty() {
        if is_emptied(rewriter.text(place)?, &changes) {
            return if edits.is_empty() { remove(place, rewriter, places) } else { None };
        }
        edits.splice(0..0, rewriter.change(place, &changes)?);
    }
    Some(edits)
}

fn is_emptied(value: &str, changes: &[Change]) -> bool {
    let mut rest = value.to_owned();
    for change in changes.iter().rev() {
        if value.get(change.range.clone()).is_none() {
            return false;
        }
        rest.replace_range(change.range.clone(), &change.text);
    }
    rest.trim().is_empty()
}

fn remove(place: Place, rewriter: &Rewriter, places: &Places) -> Option<Vec<Edit>> {
    rewriter.remove(item(place, places)).map(|edit| vec![edit])
}

/// The list item of a measure in its long form; any other text stands for itself.
fn item(place: Place, places: &Places) -> Place {
    let mut around = places.ancestors(place).skip(1);
    let step = |place: Option<Place>| places.entry(place?).and_then(|entry| entry.step.clone());
    let (measure, list) = (around.next(), around.next());
    match (measure, step(measure), step(list)) {
        (Some(measure), Some(Step::Item(_)), Some(Step::Key(key))) if key == "measures" => measure,
        _ => place,
    }
}

/// Tries edits in the file: none may bring a fault of shape.
struct Trial<'a> {
    source: &'a SourceFile,
    slips: BTreeMap<&'static str, usize>,
}

impl Trial<'_> {
    /// Accepts as many as can be, halving what does not go together.
    fn accept(
        &self,
        edits: &[(Place, Vec<Edit>)],
        accepted: &mut Vec<(Place, Vec<Edit>)>,
        refused: &mut BTreeSet<Place>,
    ) {
        if edits.is_empty() {
            return;
        }
        let known = accepted.len();
        accepted.extend_from_slice(edits);
        if self.apply(accepted).is_some_and(|yaml| self.is_clean(yaml)) {
            return;
        }
        accepted.truncate(known);
        if let [(place, _)] = edits {
            refused.insert(*place);
            return;
        }
        let (first, second) = edits.split_at(edits.len() / 2);
        self.accept(first, accepted, refused);
        self.accept(second, accepted, refused);
    }

    fn apply(&self, edits: &[(Place, Vec<Edit>)]) -> Option<String> {
        let all: Vec<&Edit> = edits.iter().flat_map(|(_, edits)| edits).collect();
        let edited = edit::apply(self.source.text(), all.iter().copied());
        (edited.made == all.len()).then_some(edited.text)
    }

    fn is_clean(&self, yaml: String) -> bool {
        let reading = yaml::read(&SourceFile::new(self.source.name(), yaml));
        slips(&reading).iter().all(|(rule, count)| self.slips.get(rule).is_some_and(|before| count <= before))
    }
}
