//! The two values a change lies between.

use super::change::{LAST, direction, judge};
use super::closing::segment;
use super::periods::{self, Kind};
use super::unsure::has_year;
use super::{Mention, Prose, is_amount};
use crate::model::{Verdict, unit};

/// Words between the value something comes from and the value it comes to.
pub(super) const TO: [&str; 13] = [
    "增加到",
    "提高到",
    "上升到",
    "下降到",
    "减少到",
    "增至",
    "降至",
    "到",
    "至",
    "精简为",
    "压减为",
    "压缩为",
    "调整为",
];

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

/// The values that a change lies between, told right in front of it, last year's at times behind it.
pub(super) fn known(prose: &Prose, stated: usize) -> Option<Known> {
    in_front(prose, stated).or_else(|| pair_behind(prose, stated))
}

fn in_front(prose: &Prose, stated: usize) -> Option<Known> {
    let front = Front::of(prose, stated)?;
    match told_behind(prose, stated) {
        Some(last) => front.beside(last),
        None if front.is_adjacent() => {
            front.two_values().or_else(|| front.value_and_step()).or_else(|| front.value_and_step_behind())
        }
        None => None,
    }
}

/// Whether what is new stands behind the two values it lies between, and nothing went: 由96项增至158项，新增62项.
pub(super) fn is_new_of_two(prose: &Prose, stated: usize) -> bool {
    let mention = &prose.mentions[stated];
    let words = &prose.text[mention.before.clone()];
    if !words.ends_with("新增") && !words.ends_with("净增") {
        return false;
    }
    let sentence = &prose.text[prose.sentences[mention.sentence].range.clone()];
    let front = || Front::of(prose, stated).filter(Front::is_adjacent)?.two_values();
    matches!(words.trim_matches(['，', ' ']), "新增" | "净增")
        && !["取消", "撤", "减", "废止", "退出", "合并", "下放"].iter().any(|word| sentence.contains(word))
        && matches!(front(), Some(Known::Both { last, now }) if last < now)
}

/// How many values are looked at in front of a change.
const MOST: usize = 6;

/// The values in front of a change, in its sentence.
struct Front<'p, 't> {
    prose: &'p Prose<'t>,
    stated: usize,
    /// Another change of the same values, which may stand between: 增加7362个、增长67.7%.
    step: Option<usize>,
    /// The others, the nearest first.
    values: Vec<usize>,
    near: usize,
    far: Option<usize>,
}

impl<'p, 't> Front<'p, 't> {
    /// Of a change; `None` where no value stands there.
    fn of(prose: &'p Prose<'t>, stated: usize) -> Option<Self> {
        let sentence = &prose.sentences[prose.mentions[stated].sentence];
        let mut values: Vec<usize> = (sentence.mentions.start..stated).rev().take(MOST).collect();
        let is_step = |index: &usize| {
            let mention = &prose.mentions[*index];
            direction(prose, mention).is_some() && is_amount(&mention.quantity.unit)
        };
        let step = values.first().copied().filter(is_step);
        values.drain(..usize::from(step.is_some()));
        // 148个，比去年新增26个，比去年的122个增长21.3%: the step lies between the two values.
        if values.get(1).is_some_and(is_step) && is_last(&prose.text[prose.mentions[values[0]].before.clone()]) {
            values.remove(1);
        }
        let (&near, far) = (values.first()?, values.get(1).copied());
        Some(Self { prose, stated, step, near, far, values })
    }

    fn mention(&self, index: usize) -> &'p Mention {
        &self.prose.mentions[index]
    }

    fn words(&self, index: usize) -> &'t str {
        &self.prose.text[self.mention(index).before.clone()]
    }

    fn is_like(&self, one: usize, other: usize) -> bool {
        self.prose.is_like(self.mention(one), self.mention(other))
    }

    /// How many clauses two mentions are apart.
    fn distance(&self, one: usize, other: usize) -> usize {
        self.mention(one).clause.abs_diff(self.mention(other).clause)
    }

    /// Whether the change is that between two values.
    fn is_held(&self, now: usize, last: usize) -> bool {
        let rises = direction(self.prose, self.mention(self.stated));
        let judged = rises.and_then(|rises| judge(self.prose, self.stated, rises, &Known::Both { last, now }));
        judged.is_some_and(|relation| relation.verdict == Verdict::Holds)
    }

    /// Whether no other value like it is told before it: 受理25件，办结24件，增加5件 may be a change of either.
    fn is_alone(&self, value: usize) -> bool {
        let start = self.prose.sentences[self.mention(value).sentence].mentions.start;
        let from = segment(self.prose, value);
        let is_other = |other: &usize| self.mention(*other).range.start >= from && self.is_like(*other, value);
        let amount = |index: usize| self.mention(index).quantity.value();
        (start..value).filter(is_other).all(|other| amount(other) == amount(value))
    }

    /// This year's value beside last year's, which stands behind the change: of several the one it holds for, else it is
    /// not sure which changed.
    fn beside(&self, last: usize) -> Option<Known> {
        let is_now = |now: &usize| self.is_like(*now, last) && !is_last(self.words(*now));
        let mut nows: Vec<usize> = self.values.iter().copied().filter(is_now).collect();
        // Behind ； another thing is told.
        let from = segment(self.prose, self.stated);
        let is_own = |now: &usize| self.mention(*now).range.start >= from;
        if nows.iter().any(is_own) {
            nows.retain(is_own);
        }
        let (&first, &farthest) = (nows.first()?, nows.last()?);
        let amount = |index: usize| self.mention(index).quantity.value();
        Some(match nows.iter().find(|now| self.is_held(**now, last)) {
            Some(&now) => Known::Both { last, now },
            None if nows.iter().all(|&now| amount(now) == amount(first)) => Known::Both { last, now: first },
            None => {
                // What came from more did not rise.
                let rises = direction(self.prose, self.mention(self.stated));
                let agrees = |now: &usize| rises.is_none_or(|rises| (amount(*now) > amount(last)) == rises);
                let in_rows = || self.prose.sentence_before(self.mention(self.stated)).contains("分别");
                Known::Any { last, now: if agrees(&farthest) || in_rows() { farthest } else { first } }
            }
        })
    }

    /// Whether the nearest value is near enough to be what changed.
    fn is_adjacent(&self) -> bool {
        self.distance(self.stated, self.near) <= 2 && self.mention(self.near).quantity.unit != unit::POINTS
    }

    /// Last year's value and this year's: 由83件增至99件, 今年99件、上年83件.
    fn two_values(&self) -> Option<Known> {
        let (near, far) = (self.near, self.far?);
        if !self.is_like(far, near) && !both_rates(self.mention(far), self.mention(near)) {
            return None;
        }
        let between = &self.prose.text[self.mention(far).range.end..self.mention(near).range.start];
        let comes = self.words(far).contains(['由', '从']) && TO.iter().any(|to| between.contains(to));
        if comes && self.distance(near, far) <= 1 {
            return Some(Known::Both { last: far, now: near });
        }
        if self.distance(near, far) > 2 {
            return None;
        }
        let is_part_of_year = || ["月", "季度", "半年"].iter().any(|word| self.words(near).contains(word));
        let of_last = is_last(self.words(far)) || opens_with_last(self.words(far)) && !is_part_of_year();
        match (of_last, is_last(self.words(near))) {
            (false, true) => Some(self.before_last(far, near)),
            _ if self.step.is_none() && is_year_after(self.words(far), self.words(near)) => {
                Some(Known::Both { last: far, now: near })
            }
            (true, false) if self.step.is_none() && says_this_year(self.words(near)) => {
                Some(Known::Both { last: far, now: near })
            }
            _ => None,
        }
    }

    /// This year's value in front of last year's: where others like it are told before, the one the change holds for.
    fn before_last(&self, now: usize, last: usize) -> Known {
        if self.is_alone(now) {
            return Known::Both { last, now };
        }
        let start = self.prose.sentences[self.mention(now).sentence].mentions.start;
        let others = (start..now).rev().filter(|other| self.is_like(*other, last));
        match others.chain([now]).find(|value| self.is_held(*value, last)) {
            Some(now) => Known::Both { last, now },
            None => Known::Any { last, now },
        }
    }

    /// This year's value and by how much it changed: 99件，增加16件、增长19.3%.
    fn value_and_step(&self) -> Option<Known> {
        let (now, step) = (self.near, self.step?);
        // 日均10463列 is rounded.
        if self.words(now).contains('均') {
            return None;
        }
        let is_next = self.distance(self.stated, step) <= 1 && self.distance(step, now) <= 1;
        (is_next && self.is_like(step, now) && self.is_alone(now)).then_some(Known::Step { now, step })
    }

    /// The same with the step behind the change: 99件，增长19.3%，较上年多办16件.
    fn value_and_step_behind(&self) -> Option<Known> {
        let (now, step) = (self.near, self.stated + 1);
        let mention = self.prose.mentions.get(step)?;
        let own = self.mention(self.stated);
        let is_next = mention.sentence == own.sentence
            && mention.clause == own.clause + 1
            && self.distance(self.stated, now) <= 1
            && own.quantity.is_rate()
            && is_amount(&mention.quantity.unit);
        let rises = direction(self.prose, mention);
        let words = self.words(now);
        let is_one = is_next && rises.is_some() && rises == direction(self.prose, own) && !words.contains('均');
        (is_one && self.is_like(step, now) && self.is_alone(now)).then_some(Known::Step { now, step })
    }
}

/// Last year's value right behind a change: 增长28%（上年同期250件）.
fn told_behind(prose: &Prose, stated: usize) -> Option<usize> {
    let last = prose.mentions.get(stated + 1)?;
    let (change, own) = (&prose.mentions[stated], prose.clause(last));
    let is_behind = own.anchor == Some(stated) || last.clause == change.clause + 1 && own.anchor.is_none();
    let words = prose.text[last.before.clone()].trim_matches(['，', '为', ' ', '是', '的']);
    // 148个，比去年新增26个，比去年的122个增长21.3%
    let is_step = is_amount(&change.quantity.unit) && prose.text[last.before.clone()].ends_with('的');
    let words = if is_step { words.trim_start_matches(['比', '较']) } else { words };
    // 较2022年下降11.8%（2022年为2626.4万元）
    let is_named = words.ends_with('年') && has_year(words) && prose.text[change.before.clone()].contains(words);
    // 上年制定的12件文件全部备案 tells something of some.
    let is_alone = || !prose.text[last.before.clone()].ends_with('的') && prose.after(last).is_empty();
    let names_only = LAST.contains(&words) || is_named || is_alone() && is_act_of_last(prose, change, words);
    (last.sentence == change.sentence && is_behind && names_only).then_some(stated + 1)
}

/// The two values right behind a change: 败诉率下降2.4个百分点，由上年的11.6%降至9.2%.
fn pair_behind(prose: &Prose, stated: usize) -> Option<Known> {
    let (last, now) = (stated + 1, stated + 2);
    let [change, from, to] = prose.mentions.get(stated..=now)? else { return None };
    let own = prose.clause(from);
    let is_behind = own.anchor == Some(stated) || from.clause == change.clause + 1 && own.anchor.is_none();
    let words = prose.text[from.before.clone()].trim_matches(['，', ' ', '的']);
    let start = words.strip_prefix(['由', '从']).map(|start| start.trim_end_matches('的'));
    let names_only = start.is_some_and(|start| start.is_empty() || LAST.contains(&start));
    let between = &prose.text[from.range.end..to.range.start.max(from.range.end)];
    let is_pair = to.clause == from.clause && TO.iter().any(|word| between.trim().ends_with(word));
    let is_like = prose.is_like(from, to) || both_rates(from, to);
    let is_own = from.sentence == change.sentence && is_behind && names_only;
    (is_own && is_pair && is_like).then_some(Known::Any { last, now })
}

/// Whether words are of last year and of an act that was told of this year: 备案45件，增加9件，上年备案36件.
fn is_act_of_last(prose: &Prose, change: &Mention, words: &str) -> bool {
    let act = LAST.iter().find_map(|last| words.strip_prefix(last)).map(|act| act.trim_start_matches(['共', '全']));
    act.filter(|act| !act.contains("分别")).is_some_and(|act| {
        (2..=LONGEST_ACT).contains(&act.chars().count()) && prose.sentence_before(change).contains(act)
    })
}

/// Characters of an act.
const LONGEST_ACT: usize = 6;

/// Whether words in front of a value make it that of an earlier year: 上年的, 较2023年的.
pub(super) fn is_last(words: &str) -> bool {
    let words = words.trim_end_matches(['的', '为', ' ', '是']);
    let is_named = || words.ends_with('年') && (words.contains('较') || words.contains('比')) && has_year(words);
    LAST.iter().any(|word| words.ends_with(word)) || is_named()
}

/// Whether two clauses begin with years that follow one another: 2023年受理186件，2024年受理231件.
fn is_year_after(last: &str, now: &str) -> bool {
    let year = |words| periods::leading(words).filter(|(period, _)| period.kind == Kind::Year);
    let (Some((last, then)), Some((now, act))) = (year(last), year(now)) else { return false };
    last.later(1) == Some(now) && then.starts_with(act)
}

/// Whether words begin with last year: 去年全市行政诉讼案件.
fn opens_with_last(words: &str) -> bool {
    let words = words.trim_start_matches(['，', ' ']);
    LAST.iter().any(|word| words.starts_with(word))
}

fn both_rates(one: &Mention, other: &Mention) -> bool {
    one.quantity.is_rate() && other.quantity.is_rate()
}

fn says_this_year(words: &str) -> bool {
    ["今年", "本年", "本年度"].iter().any(|word| words.contains(word))
}
