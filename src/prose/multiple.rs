//! Multiples with the two values they lie between: 84件，是上年42件的2倍; 由42件增至84件，是上年的2倍.

use rust_decimal::Decimal;

use super::digits::one_slip_makes;
use super::known::is_last;
use super::relation::{Operation, Relation};
use super::{Mention, Prose, is_counted};
use crate::model::quantity::Approximation;
use crate::model::{Interval, Quantity, Verdict};

/// Words between a value and what it is so many times of.
const IS: [&str; 4] = ["是", "为", "达", "相当于"];

/// Words that make a multiple rough, in front of it and behind it.
const ROUGH: [&str; 6] = ["约", "近", "超", "不足", "不到", "将"];
const MORE: [&str; 5] = ["以上", "多", "余", "左右", "有余"];

/// Finds the multiples of a text whose two values stand beside them.
pub(super) fn multiples(prose: &Prose) -> Vec<Relation> {
    let times = |(_, mention): &(usize, &Mention)| mention.quantity.unit == "倍";
    prose.mentions.iter().enumerate().filter(times).filter_map(|(stated, _)| multiple(prose, stated)).collect()
}

fn multiple(prose: &Prose, stated: usize) -> Option<Relation> {
    let mention = &prose.mentions[stated];
    let words = |index: usize| prose.text[prose.mentions[index].before.clone()].trim();
    let says_is = |words: &str| IS.iter().any(|is| words.contains(is));
    let before: Vec<usize> = (prose.sentences[mention.sentence].mentions.start..stated).rev().collect();
    let &nearest = before.first()?;
    let own = words(stated).strip_suffix('的')?;
    let is_rough = |words: &str| ROUGH.iter().any(|word| words.contains(word));
    if is_rough(own) || is_rough(words(nearest)) || MORE.iter().any(|word| prose.after(mention).starts_with(word)) {
        return None;
    }
    // 是上年42件的2倍, else 是上年的2倍 behind both.
    let last = if own.is_empty() {
        (prose.mentions[nearest].clause == mention.clause && says_is(words(nearest))).then_some(nearest)?
    } else {
        let of_last = |index: &usize| is_last(words(*index)) || words(*index).contains(['由', '从']);
        before.iter().copied().find(of_last).filter(|_| is_last(own) && says_is(own))?
    };
    let is_now = |index: &usize| {
        *index != last
            && is_counted(&prose.mentions[*index].quantity.unit)
            && prose.is_like(&prose.mentions[*index], &prose.mentions[last])
    };
    let nows: Vec<usize> = before.iter().copied().filter(is_now).collect();
    let of = |index: usize| &prose.mentions[index].quantity;
    let is_exact = |index: &usize| of(*index).approximation == Approximation::Exact;
    if !nows.iter().chain([&last, &stated]).all(is_exact) {
        return None;
    }
    let relation = |now: usize, verdict: Verdict| {
        let computed = of(now).value().checked_div(of(last).value())?;
        let relation = Relation::of(Operation::Multiple, stated, vec![now, last], computed, verdict);
        Some(Relation { rises: true, ..relation })
    };
    if let Some(now) = nows.iter().find(|now| makes(of(**now), of(last), of(stated))) {
        return relation(*now, Verdict::Holds);
    }
    let [now] = nows[..] else { return None };
    let mends = one_slip_makes([now, last, stated].map(of), makes);
    relation(now, if mends { Verdict::Fails } else { Verdict::CannotTell })
}

/// Whether one value is so many times another, roundings allowed for.
fn makes(now: &Quantity, last: &Quantity, times: &Quantity) -> bool {
    let ratio: Option<Interval> = now.interval().over(&last.interval());
    ratio.is_some_and(|ratio| {
        ratio.overlaps(&times.interval()) || ratio.lower.trunc_with_scale(times.number.scale()) == times.number
    }) || last.value() <= Decimal::ZERO
}
