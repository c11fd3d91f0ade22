//! Values told as twice, four or eight times another: 由42件增至84件，翻了一番; 84件，较上年的42件翻一番.

use rust_decimal::Decimal;

use super::digits::slipped;
use super::known::{TO, is_last};
use super::relation::{Operation, Relation};
use super::{Mention, Prose, is_amount};
use crate::model::quantity::Approximation;
use crate::model::{Quantity, Verdict};

/// Words of a doubling, each with what it multiplies by, longer before shorter.
const WORDS: [(&str, i64); 8] = [
    ("翻了一番", 2),
    ("翻了两番", 4),
    ("翻了三番", 8),
    ("翻一番", 2),
    ("翻两番", 4),
    ("翻三番", 8),
    ("翻了番", 2),
    ("翻番", 2),
];

/// Words in front of it and behind that make it rough.
const ROUGH: [&str; 12] = ["近", "约", "超", "过", "几乎", "差不多", "接近", "基本", "实现", "有望", "力争", "将"];
const MORE: [&str; 6] = ["多", "以上", "有余", "左右", "还", "半"];

/// How far, in percent of it, a value may be from the doubled one and still be called so.
const LOOSE: (i64, i64) = (90, 125);

/// Finds the doublings of a text whose two values stand beside them.
pub(super) fn doublings(prose: &Prose) -> Vec<Relation> {
    let found = prose.text.match_indices('翻').filter_map(|(at, _)| {
        let (word, times) = WORDS.iter().find(|(word, _)| prose.text[at..].starts_with(word))?;
        doubling(prose, at, at + word.len(), *times)
    });
    found.collect()
}

fn doubling(prose: &Prose, at: usize, end: usize, times: i64) -> Option<Relation> {
    let is_rough = ROUGH.iter().any(|word| prose.text[..at].ends_with(word))
        || MORE.iter().any(|word| prose.text[end..].starts_with(word));
    let (now, last) = values(prose, at, end).filter(|_| !is_rough)?;
    let of = |index: usize| &prose.mentions[index].quantity;
    if [now, last].iter().any(|index| of(*index).approximation != Approximation::Exact) {
        return None;
    }
    let times = Decimal::from(times);
    let computed = of(last).value().checked_mul(times)?;
    let makes = |now: &Quantity, last: &Quantity| {
        let last = last.interval();
        let doubled = crate::model::Interval { lower: last.lower * times, upper: last.upper * times, ..last };
        doubled.overlaps(&now.interval())
    };
    let (own, whole) = (of(now).value() * Decimal::ONE_HUNDRED, |percent: i64| computed * Decimal::from(percent));
    // A little more or less than twice as much is called so too.
    if own >= whole(LOOSE.0) && own <= whole(LOOSE.1) {
        return None;
    }
    let mends =
        slipped(of(now)).any(|now| makes(&now, of(last))) || slipped(of(last)).any(|last| makes(of(now), &last));
    mends.then(|| Relation {
        rises: true,
        ..Relation::of(Operation::Doubling, now, vec![last], computed, Verdict::Fails)
    })
}

/// This year's value and last year's around the words of a doubling.
fn values(prose: &Prose, at: usize, end: usize) -> Option<(usize, usize)> {
    let sentence = prose.sentences.iter().find(|sentence| sentence.range.contains(&at))?;
    let start = |index: &usize| prose.mentions[*index].range.start;
    let before: Vec<usize> = sentence.mentions.clone().take_while(|index| start(index) < at).collect();
    let words = |index: usize| &prose.text[prose.mentions[index].before.clone()];
    let near = *before.last()?;
    let is_like = |one: usize, other: usize| prose.is_like(&prose.mentions[one], &prose.mentions[other]);
    // 翻两番（上年355件）
    let behind = sentence.mentions.clone().find(|index| start(index) > end).filter(|index| {
        let between = &prose.text[end..start(index)];
        is_last(words(*index))
            && between.starts_with(['（', '(', '，'])
            && between.len() <= LONGEST
            && is_like(*index, near)
    });
    let is_near = |mention: &Mention| !prose.text[mention.range.end..at].contains(['；', ';']);
    if !is_near(&prose.mentions[near]) || !is_amount(&prose.mentions[near].quantity.unit) {
        return None;
    }
    let alone = |now: usize| before.iter().filter(|other| is_like(**other, now)).count();
    if let Some(last) = behind {
        return (alone(near) == 1).then_some((near, last));
    }
    let far = *before.get(before.len().checked_sub(2)?)?;
    let between = &prose.text[prose.mentions[far].range.end..start(&near)];
    let comes = words(far).contains(['由', '从']) && TO.iter().any(|to| between.contains(to));
    let is_compared = is_last(words(near)) && prose.text[prose.mentions[near].range.end..at].len() <= LONGEST;
    match (is_like(far, near), comes, is_compared) {
        (true, true, _) => Some((near, far)),
        // 公职律师76人、法律顾问58人，合计134人，较2023年的67人翻了一番: the nearest.
        (true, _, true) => Some((far, near)),
        _ => None,
    }
}

/// Bytes between a doubling and the value it is said with.
const LONGEST: usize = 24;
