//! Totals told by times that leave none out: four quarters, two half years, twelve months, each year since the first,
//! the first batch to the last.

use rust_decimal::Decimal;

use super::closing::{is_closing, is_joined_closing};
use super::digits::slipped;
use super::periods::{self, Kind, Period};
use super::relation::{Operation, Relation};
use super::unsure::is_compared;
use super::{Mention, Prose, is_amount};
use crate::model::quantity::Approximation;
use crate::model::{Interval, Quantity, Verdict};

/// Adds the totals that a series of times makes or should make.
pub(super) fn add(prose: &Prose, found: &mut Vec<Relation>) {
    for sentence in prose.sentences.iter().filter(|sentence| sentence.mentions.len() > 2) {
        // Most sentences name no time in front of a quantity.
        let mut times = sentence.mentions.clone().filter(|index| period(prose, &prose.mentions[*index]).is_some());
        if times.nth(1).is_none() {
            continue;
        }
        let told: Vec<(usize, Option<Period>)> = sentence
            .mentions
            .clone()
            .filter(|index| is_amount(&prose.mentions[*index].quantity.unit))
            .map(|index| (index, period(prose, &prose.mentions[index])))
            .collect();
        let mut at = 0;
        while at < told.len() {
            let length = run(prose, &told[at..]);
            if length > 1 {
                let series =
                    Series { prose, before: &told[..at], parts: &told[at..at + length], after: &told[at + length..] };
                if let Some(relation) = series.judged() {
                    // What is told of the same whole was told without knowing that no time is left out.
                    found.retain(|other| other.stated != relation.stated || other.operation != Operation::Sum);
                    found.push(relation);
                }
            }
            at += length.max(1);
        }
    }
}

/// The time that the words in front of a quantity begin with.
fn period(prose: &Prose, mention: &Mention) -> Option<Period> {
    let clause = prose.clause(mention);
    // The year of a clause may stand in front of its first quantity only.
    let words = &prose.text[mention.before.clone()];
    periods::leading(words).filter(|_| clause.depth < 2).map(|(period, _)| period)
}

/// How many quantities follow one another in time from the first on.
fn run(prose: &Prose, told: &[(usize, Option<Period>)]) -> usize {
    let Some((first, Some(start))) = told.first().copied() else { return 0 };
    let goes_on = |(order, (index, period)): &(usize, &(usize, Option<Period>))| {
        let is_like = prose.is_like(&prose.mentions[first], &prose.mentions[*index]);
        let is_level = prose.clause(&prose.mentions[first]).depth == prose.clause(&prose.mentions[*index]).depth;
        is_like && is_level && period.is_some_and(|period| Some(period) == start.later(*order))
    };
    told.iter().enumerate().take_while(goes_on).count()
}

/// Words in front of what all of them come to.
const TOTALS: [&str; 6] = ["全年", "合计", "共计", "累计", "总计", "共"];

/// Quantities of times that follow one another, and what is told in front of them and behind.
struct Series<'a, 't> {
    prose: &'a Prose<'t>,
    before: &'a [(usize, Option<Period>)],
    parts: &'a [(usize, Option<Period>)],
    after: &'a [(usize, Option<Period>)],
}

impl Series<'_, '_> {
    fn quantity(&self, index: usize) -> &Quantity {
        &self.prose.mentions[index].quantity
    }

    /// Their total, where the series leaves no time out.
    fn judged(&self) -> Option<Relation> {
        let whole = self.whole_behind().or_else(|| self.whole_before())?;
        let (_, Some(first)) = self.parts[0] else { return None };
        let sentence = &self.prose.sentences[self.prose.mentions[whole].sentence];
        let text = &self.prose.text[sentence.range.clone()];
        let is_complete = first.is_complete(self.parts.len(), text);
        let is_one = self.is_of_one(whole);
        if !is_complete && !first.may_be_complete(self.parts.len(), text) || self.is_unsure(whole) || !is_one {
            return None;
        }
        let stated = self.quantity(whole).interval();
        let sum = |slip: Option<(usize, &Quantity)>| {
            self.parts.iter().fold(Interval::exact(Decimal::ZERO), |sum, (part, _)| {
                let quantity = slip.filter(|(at, _)| at == part).map_or(self.quantity(*part), |(_, slip)| slip);
                sum.plus(&quantity.interval())
            })
        };
        let holds = sum(None).overlaps(&stated);
        let mends = || {
            slipped(self.quantity(whole)).any(|whole| sum(None).overlaps(&whole.interval()))
                || self.parts.iter().any(|(part, _)| {
                    slipped(self.quantity(*part)).any(|slip| sum(Some((*part, &slip))).overlaps(&stated))
                })
        };
        if !holds && !mends() {
            return None;
        }
        let parts = self.parts.iter().map(|(part, _)| *part).collect();
        let computed = self.parts.iter().map(|(part, _)| self.quantity(*part).value()).sum();
        let verdict = match (holds, is_complete) {
            (true, _) => Verdict::Holds,
            (_, true) => Verdict::Fails,
            _ => Verdict::CannotTell,
        };
        Some(Relation::sum(whole, parts, computed, verdict))
    }

    /// The quantity right behind the series that says it is of all times: 全年共办理.
    fn whole_behind(&self) -> Option<usize> {
        let last = self.parts[self.parts.len() - 1].0;
        let is_like = |index: usize| self.prose.is_like(&self.prose.mentions[index], &self.prose.mentions[last]);
        let &(index, _) = self.after.iter().find(|(index, _)| is_like(*index))?;
        let words = self.prose.text[self.prose.mentions[index].before.clone()].trim_matches([' ', '、', '，']);
        let is_all = TOTALS.iter().any(|word| words.starts_with(word));
        (is_all || words.contains("批共") || is_closing(words) || is_joined_closing(words)).then_some(index)
    }

    /// The quantity in front of a series that divides it: 全年办理1500件，其中一季度312件.
    fn whole_before(&self) -> Option<usize> {
        let first = self.parts[0].0;
        let mention = &self.prose.mentions[first];
        let is_like = |index: usize| self.prose.is_like(&self.prose.mentions[index], mention);
        let &(index, period) = self.before.iter().rev().find(|(index, _)| is_like(*index))?;
        let whole = &self.prose.mentions[index];
        let between = &self.prose.text[whole.range.end..mention.range.start];
        let is_divided = between.contains(['：', ':', '（', '(']) || between.contains("其中");
        let is_time = period.is_some_and(|period| period.kind != Kind::Year);
        (is_divided && !is_time && !is_compared(self.prose, whole)).then_some(index)
    }

    /// Whether the parts are of what the whole is: not 废止12件 of 出台文件86件.
    fn is_of_one(&self, whole: usize) -> bool {
        let words = |index: usize| &self.prose.text[self.prose.mentions[index].before.clone()];
        let own =
            |part: usize| periods::leading(words(part)).map_or("", |(_, rest)| rest.trim_start_matches(['，', ' ']));
        let first = own(self.parts[0].0);
        if whole < self.parts[0].0 {
            let all = words(whole);
            return self.parts.iter().all(|(part, _)| own(*part).is_empty() || all.contains(own(*part)));
        }
        let said = words(whole).trim_matches(['，', '、', ' ']);
        let ends = TOTALS.iter().filter_map(|word| said.rfind(word).map(|at| at + word.len()));
        let act = &said[ends.max().unwrap_or(0)..];
        let is_act = first.is_empty() || first.contains(act);
        is_act && self.parts.iter().all(|(part, _)| first.contains(own(*part)))
    }

    /// Whether a number is rough, or says that there is more.
    fn is_unsure(&self, whole: usize) -> bool {
        let all = || self.parts.iter().map(|(part, _)| *part).chain([whole]);
        let each = |index: usize| {
            let words = &self.prose.text[self.prose.mentions[index].before.clone()];
            ["各", "均", "每", "增加", "减少", "增长", "下降", "新增", "比", "较"]
                .iter()
                .any(|word| words.contains(word))
        };
        let last = &self.prose.mentions[self.parts[self.parts.len() - 1].0];
        all().any(|index| self.quantity(index).approximation != Approximation::Exact || each(index))
            || self.prose.text[last.range.end..].starts_with('等')
    }
}
