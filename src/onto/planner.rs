//! From lines that are paired to the plan: each change is placed where the characters around it were typed.

mod whole_line;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::align::Pair;
use super::hunk::{self, Hunk, value_ranges};
use super::number;
use super::plan::{Act, Plan, Planned, Remark};
use super::unit::{At, Glyph, Page, Unit};
use super::written::Written;
use crate::model::Report;
use crate::place::Place;
use crate::yaml::rewrite::Rewriter;

/// Makes the plan.
pub(super) struct Planner<'a> {
    pub page: &'a Page,
    /// The lines as printed, with their origins.
    pub old: &'a [Unit],
    pub new: &'a [Unit],
    pub pairs: &'a [Pair],
    pub rewriter: &'a Rewriter<'a>,
    /// The texts of measures.
    measures: BTreeSet<Place>,
    /// Places of which every line was taken away.
    gone: BTreeSet<Place>,
    written: Written,
    plan: Plan,
}

/// The marks the program supplies at the end of measures and headings.
const MARKS: [char; 2] = ['；', '。'];

impl<'a> Planner<'a> {
    /// A planner for lines that are paired.
    pub fn new(
        report: &Report,
        page: &'a Page,
        old: &'a [Unit],
        new: &'a [Unit],
        pairs: &'a [Pair],
        rewriter: &'a Rewriter<'a>,
    ) -> Self {
        let measures = report.walk().flat_map(|section| &section.measures).map(|measure| measure.text.place).collect();
        let mut kept = BTreeSet::new();
        let mut gone = BTreeSet::new();
        for pair in pairs {
            let (Pair::Same(line, _) | Pair::Changed(line, _) | Pair::Removed(line)) = *pair else { continue };
            let places = old[line].glyphs.iter().filter_map(|glyph| glyph.at.typed()).map(|(place, _)| place);
            if matches!(pair, Pair::Removed(_)) { gone.extend(places) } else { kept.extend(places) }
        }
        gone.retain(|place| !kept.contains(place));
        Self { page, old, new, pairs, rewriter, measures, gone, written: Written::default(), plan: Plan::default() }
    }

    /// The plan.
    pub fn plan(mut self) -> Plan {
        let mut hunks: BTreeMap<usize, Vec<Hunk>> = BTreeMap::new();
        for pair in self.pairs {
            match *pair {
                Pair::Changed(old, new) => {
                    let found = hunk::hunks(&self.old[old], &self.new[new].text);
                    found.iter().filter(|hunk| hunk.new.is_empty()).for_each(|hunk| self.moved(old, hunk.old.clone()));
                    hunks.insert(old, found);
                }
                Pair::Removed(old) => self.moved(old, 0..self.old[old].glyphs.len()),
                _ => {}
            }
        }
        // The last line before that stands in the file and in Word.
        let mut before: Option<usize> = None;
        let mut in_new_section = false;
        for (index, pair) in self.pairs.iter().enumerate() {
            match *pair {
                Pair::Same(old, _) => (before, in_new_section) = (Some(old), false),
                Pair::Changed(old, new) => {
                    (before, in_new_section) = (Some(old), false);
                    for hunk in hunks.remove(&old).unwrap_or_default() {
                        self.hunk(old, new, &hunk);
                    }
                }
                Pair::Removed(old) => self.removed(old),
                Pair::Added(new) => {
                    in_new_section |= self.opens_section(new);
                    let after = self.pairs[index..].iter().find_map(|pair| match *pair {
                        Pair::Same(old, _) | Pair::Changed(old, _) => Some(old),
                        _ => None,
                    });
                    self.added(new, before, after, in_new_section);
                }
            }
        }
        self.plan
    }

    /// Remembers how a stretch that was taken away is written: it may stand elsewhere now.
    fn moved(&mut self, line: usize, range: Range<usize>) {
        let unit = &self.old[line];
        if !value_ranges(unit).iter().any(|value| range.start <= value.start && value.end <= range.end) {
            return;
        }
        let glyphs = &unit.glyphs[range];
        let typed: Vec<_> = glyphs.iter().skip_while(|glyph| glyph.at == At::Supplied).collect();
        let typed: Vec<_> = typed.into_iter().take_while(|glyph| glyph.at != At::Supplied).collect();
        let places: BTreeSet<Place> =
            typed.iter().filter_map(|glyph| glyph.at.typed()).map(|(place, _)| place).collect();
        let ends = typed.first().zip(typed.last()).and_then(|(first, last)| first.at.typed().zip(last.at.typed()));
        let (Some(((place, start), (_, end))), 1) = (ends, places.len()) else { return };
        if let Some(raw) = self.rewriter.text(place).and_then(|text| text.get(start.start..end.end)) {
            self.written.remember(typed.iter().map(|glyph| glyph.c).collect(), raw.to_owned());
        }
    }

    fn act(&mut self, act: Act, old: Option<usize>, remark: Remark) {
        self.plan.acts.push(Planned { act, old, remark });
    }

    fn leave(&mut self, old: usize, new: usize, remark: Remark) {
        self.plan.told_old.insert(old);
        self.plan.told_new.insert(new);
        if !self.plan.remarks.contains(&remark) {
            self.plan.remarks.push(remark);
        }
    }

    fn remark(&self, old: usize, new: usize) -> Remark {
        Remark::Changed { was: self.old[old].text.clone(), now: self.new[new].text.clone() }
    }

    /// The text as the file writes it at a place.
    fn written(&self, text: &str, place: Place) -> String {
        self.written.text(text, !self.page.without_markup.contains(&place))
    }

    /// A stretch of a line that changed.
    fn hunk(&mut self, old: usize, new: usize, hunk: &Hunk) {
        let lines = self.old;
        let unit = &lines[old];
        let inside = |value: &Range<usize>| value.start < hunk.old.end && hunk.old.start < value.end;
        let values: Vec<Range<usize>> = value_ranges(unit).into_iter().filter(inside).collect();
        if values.is_empty() || hunk.new.is_empty() {
            return self.words(old, new, hunk);
        }
        let printed: Vec<String> =
            values.iter().map(|value| unit.glyphs[value.clone()].iter().map(|glyph| glyph.c).collect()).collect();
        if printed.iter().all(|value| number::has(value)) && !number::may_speak_of(&hunk.new) {
            return self.words(old, new, hunk);
        }
        let Some(now) = number::places(&printed, &hunk.new) else {
            let remark = self.remark(old, new);
            return self.leave(old, new, remark);
        };
        // The placeholders stay; what stands between them is carried over.
        let (mut at, mut from) = (hunk.old.start, 0);
        for ((value, printed), now) in values.iter().zip(&printed).zip(&now) {
            let between = Hunk { old: at..value.start, new: hunk.new[from..now.start].to_owned() };
            self.words(old, new, &between);
            (at, from) = (value.end, now.end);
            if hunk.new[now.clone()] != **printed
                && let Some((place, range)) = unit.glyphs[value.start].at.typed()
            {
                let now = hunk.new[now.clone()].to_owned();
                let remark = Remark::Number { place, range: range.clone(), printed: printed.clone(), now };
                self.leave(old, new, remark);
            }
        }
        self.words(old, new, &Hunk { old: at..hunk.old.end, new: hunk.new[from..].to_owned() });
    }

    /// A stretch whose placeholders, if there are any, go with it.
    fn words(&mut self, old: usize, new: usize, hunk: &Hunk) {
        if hunk.old.is_empty() && hunk.new.is_empty() {
            return;
        }
        let lines = self.old;
        let glyphs = &lines[old].glyphs;
        let stretch = &glyphs[hunk.old.clone()];
        let runs = self.runs(stretch.iter().filter_map(|glyph| glyph.at.typed()));
        let places: BTreeSet<Place> = runs.iter().map(|(place, _)| *place).collect();
        let remark = self.remark(old, new);
        let mut changes: Vec<(Place, Range<usize>, String)> = Vec::new();
        if places.is_empty() {
            // Marks and numbers the program supplies follow from the rest; a mark of one's own is typed.
            let is_mark = stretch.iter().all(|glyph| MARKS.contains(&glyph.c));
            if (!is_mark && !stretch.is_empty()) || hunk.new.is_empty() {
                return;
            }
            let Some((place, at, marks)) = anchor(glyphs, &hunk.old) else {
                return self.leave(old, new, remark);
            };
            changes.push((place, at..at, self.written(&(marks + &hunk.new), place)));
        } else if places.len() == 1 || hunk.new.is_empty() {
            for (index, (place, range)) in runs.into_iter().enumerate() {
                let text = if index == 0 { self.written(&hunk.new, place) } else { String::new() };
                changes.push((place, range, text));
            }
        } else {
            return self.leave(old, new, remark);
        }
        for (place, range, text) in changes {
            let range = (range.start, range.end);
            self.act(Act::Change { place, range, text }, Some(old), remark.clone());
        }
    }

    /// Ranges that follow one another, joined over line ends and blanks between them.
    fn runs<'g>(&self, typed: impl Iterator<Item = (Place, &'g Range<usize>)>) -> Vec<(Place, Range<usize>)> {
        let mut runs: Vec<(Place, Range<usize>)> = Vec::new();
        for (place, range) in typed {
            if let Some((last, extent)) = runs.last_mut()
                && *last == place
                && (extent.end >= range.end || self.is_blank(place, extent.end..range.start))
            {
                extent.end = extent.end.max(range.end);
                continue;
            }
            runs.push((place, range.clone()));
        }
        runs
    }

    fn is_blank(&self, place: Place, range: Range<usize>) -> bool {
        self.rewriter.text(place).and_then(|text| text.get(range)).is_some_and(|text| text.trim().is_empty())
    }
}

/// Where text is put in between characters: the value and the offset, and the supplied marks that come before the text.
fn anchor(glyphs: &[Glyph], at: &Range<usize>) -> Option<(Place, usize, String)> {
    let mut marks = String::new();
    for glyph in glyphs[..at.start].iter().rev() {
        match glyph.at.typed() {
            Some((place, range)) => return Some((place, range.end, marks.chars().rev().collect())),
            None if MARKS.contains(&glyph.c) => marks.push(glyph.c),
            None => break,
        }
    }
    let (place, range) = glyphs.get(at.end)?.at.typed()?;
    Some((place, range.start, String::new()))
}
