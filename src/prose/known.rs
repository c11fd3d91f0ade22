//! The two values a change lies between.

use super::change::{LAST, direction, judge};
use super::closing::segment;
use super::unsure::has_year;
use super::{Mention, Prose, is_amount};
use crate::model::{Verdict, unit};

/// Words between the value something comes from and the value it comes to.
const TO: [&str; 9] = ["增加到", "提高到", "上升到", "下降到", "减少到", "增至", "降至", "到", "至"];

/// What a change is told beside.
pub(super) enum Known {
    /// Last year's value and this year's.
    Both { last: usize, now: usize },
    /// The same, where this year's may be another.
    Any { last: usize, now: usize },
    /// This year's value and by how much it changed.
    Step { now: usize, step: usize },
}

impl Known {
    /// This year's value.
    pub fn now(&self) -> usize {
        let (Self::Both { now, .. } | Self::Any { now, .. } | Self::Step { now, .. }) = *self;
        now
    }
}

/// The values right in front of a change.
pub(super) fn known(prose: &Prose, stated: usize) -> Option<Known> {
    let sentence = &prose.sentences[prose.mentions[stated].sentence];
    // Another change of the same values may stand between: 增加7362个、增长67.7%.
    let values: Vec<usize> = (sentence.mentions.start..stated).rev().take(6).collect();
    let mention = |index: usize| &prose.mentions[index];
    let words = |index: usize| &prose.text[mention(index).before.clone()];
    let is_step = |index: usize| direction(prose, mention(index)).is_some() && is_amount(&mention(index).quantity.unit);
    let (steps, plain) = match values.first() {
        Some(&first) if is_step(first) => (Some(first), &values[1..]),
        _ => (None, &values[..]),
    };
    let (&near, far) = (plain.first()?, plain.get(1).copied());
    let is_like = |one: usize, other: usize| prose.is_like(mention(one), mention(other));
    let is_held = |now: usize, last: usize| {
        let rises = direction(prose, mention(stated));
        let judged = rises.and_then(|rises| judge(prose, stated, rises, &Known::Both { last, now }));
        judged.is_some_and(|relation| relation.verdict == Verdict::Holds)
    };
    if let Some(last) = told_behind(prose, stated) {
        let is_now = |now: &usize| is_like(*now, last) && !is_last(words(*now));
        let nows: Vec<usize> = plain.iter().copied().filter(is_now).collect();
        // Of several values the one it holds for; else it is not sure which changed.
        let first = *nows.first()?;
        let value = |now: &usize| mention(*now).quantity.value();
        return match nows.iter().find(|now| is_held(**now, last)) {
            Some(now) => Some(Known::Both { last, now: *now }),
            None if nows.iter().all(|now| value(now) == value(&first)) => Some(Known::Both { last, now: first }),
            None => Some(Known::Any { last, now: *nows.last()? }),
        };
    }
    let is_adjacent = mention(stated).clause.abs_diff(mention(near).clause) <= 2;
    if !is_adjacent || mention(near).quantity.unit == unit::POINTS {
        return None;
    }
    // 受理25件，办结24件，增加5件: of several values it is not sure which changed.
    let is_alone = |value: usize| {
        let from = segment(prose, value);
        let is_other =
            |other: &usize| mention(*other).range.start >= from && prose.is_like(mention(*other), mention(value));
        let others = (sentence.mentions.start..value).filter(is_other);
        others.map(|other| mention(other).quantity.value()).all(|other| other == mention(value).quantity.value())
    };
    if let Some(far) =
        far.filter(|far| prose.is_like(mention(*far), mention(near)) || both_rates(mention(*far), mention(near)))
    {
        let between = &prose.text[mention(far).range.end..mention(near).range.start];
        let from = words(far);
        let comes = from.contains('由') || from.contains('从');
        if comes && TO.iter().any(|to| between.contains(to)) && mention(near).clause.abs_diff(mention(far).clause) <= 1
        {
            return Some(Known::Both { last: far, now: near });
        }
        let is_last = |index: usize| is_last(words(index));
        let closeness = mention(near).clause.abs_diff(mention(far).clause) <= 2;
        match (is_last(far), is_last(near)) {
            (false, true) if closeness => {
                let now = |now: usize| Known::Both { last: near, now };
                let is_it = |value: &usize| is_held(*value, near);
                let others = (sentence.mentions.start..far).rev().filter(|other| is_like(*other, near));
                return Some(match is_alone(far) {
                    true => now(far),
                    false => others.chain([far]).find(is_it).map_or(Known::Any { last: near, now: far }, now),
                });
            }
            (true, false) if closeness && steps.is_none() && says_this_year(words(near)) => {
                return Some(Known::Both { last: far, now: near });
            }
            _ => {}
        }
    }
    let step = steps?;
    // 日均10463列 is rounded.
    if words(near).contains('均') {
        return None;
    }
    let is_next = mention(stated).clause.abs_diff(mention(step).clause) <= 1
        && mention(step).clause.abs_diff(mention(near).clause) <= 1;
    let is_sure = is_next && prose.is_like(mention(step), mention(near)) && is_alone(near);
    is_sure.then_some(Known::Step { now: near, step })
}

/// Last year's value right behind a change: 增长28%（上年同期250件）.
fn told_behind(prose: &Prose, stated: usize) -> Option<usize> {
    let last = prose.mentions.get(stated + 1)?;
    let (change, own) = (&prose.mentions[stated], prose.clause(last));
    let is_behind = own.anchor == Some(stated) || last.clause == change.clause + 1 && own.anchor.is_none();
    let words = prose.text[last.before.clone()].trim_matches(['，', '为', ' ', '是', '的']);
    let names_only = LAST.contains(&words);
    (last.sentence == change.sentence && is_behind && names_only).then_some(stated + 1)
}

/// Whether words in front of a value make it that of an earlier year: 上年的, 较2023年的.
pub(super) fn is_last(words: &str) -> bool {
    let words = words.trim_end_matches(['的', '为', ' ', '是']);
    let is_named = || words.ends_with('年') && (words.contains('较') || words.contains('比')) && has_year(words);
    LAST.iter().any(|word| words.ends_with(word)) || is_named()
}

fn both_rates(one: &Mention, other: &Mention) -> bool {
    one.quantity.is_rate() && other.quantity.is_rate()
}

fn says_this_year(words: &str) -> bool {
    ["今年", "本年", "本年度"].iter().any(|word| words.contains(word))
}
