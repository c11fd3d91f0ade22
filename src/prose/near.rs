//! The quantities around a rate, and those that make it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::known::is_last;
use super::rate::Form;
use super::{Mention, Prose, is_counted};
use crate::model::quantity::Approximation;
use crate::model::{Interval, unit};

/// Quantities of a sentence and the one before that are tried for a rate.
const TRIED: usize = 24;
/// The quantities around a rate, the nearest first: those in front of it in its sentence, those of the sentence before,
/// those behind it.
pub(super) struct Near {
    pub before: Vec<usize>,
    pub earlier: Vec<usize>,
    /// Those of the sentences before that.
    pub further: Vec<usize>,
    behind: Vec<usize>,
    /// A total that its sentence closes with: 收案总数为84件.
    pub total: Option<usize>,
}

impl Near {
    /// Those around a rate.
    pub fn of(prose: &Prose, stated: usize) -> Self {
        let sentence = prose.mentions[stated].sentence;
        let own = prose.sentences[sentence].mentions.clone();
        let counts = |range: std::ops::Range<usize>| {
            range.filter(|index| {
                let written = &prose.mentions[*index].quantity.unit;
                is_counted(written) || written == unit::MONEY
            })
        };
        let earlier = prose.sentences[..sentence].iter().rev().find(|earlier| !earlier.mentions.is_empty());
        let earlier = earlier.map_or(0..0, |earlier| earlier.mentions.clone());
        let first = earlier.start;
        Self {
            further: counts(0..first).rev().take(TRIED).collect(),
            before: counts(own.start..stated).rev().take(TRIED).collect(),
            earlier: counts(earlier).rev().take(TRIED).collect(),
            total: counts(stated + 1..own.end).take(TRIED).find(|index| {
                let words = prose.text[prose.mentions[*index].before.clone()].trim_end_matches(['为', '达', '有']);
                ["总数", "总量", "合计", "总计", "共计"].iter().any(|word| words.ends_with(word))
            }),
            behind: counts(stated + 1..own.end)
                .take_while(|index| prose.clause(&prose.mentions[*index]).anchor == Some(stated))
                .collect(),
        }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = usize> + Clone {
        self.before.iter().chain(&self.earlier).chain(&self.behind).chain(&self.total).chain(&self.further).copied()
    }

    /// The counted quantities of the text that stand in other sentences.
    pub fn elsewhere<'p>(&self, prose: &'p Prose) -> impl Iterator<Item = usize> + use<'p> {
        let own = self.before.first().map(|index| prose.mentions[*index].sentence);
        let is_other = move |index: &usize| Some(prose.mentions[*index].sentence) != own;
        (0..prose.mentions.len()).filter(is_other).filter(|index| is_counted(&prose.mentions[*index].quantity.unit))
    }

    /// What is counted and its base, where two quantities make the rate.
    pub fn holding(&self, prose: &Prose, rate: &Mention) -> Option<(usize, usize)> {
        let stated = rate.quantity.interval();
        let wanted = roughly(rate.quantity.value());
        let values: Vec<(usize, f64)> =
            self.all().map(|index| (index, roughly(prose.mentions[index].quantity.value()))).collect();
        values.iter().find_map(|&(counted, one)| {
            // Most pairs are far off: only those that come near are computed exactly.
            let is_near = |other: f64| (one / other * 100.0 - wanted).abs() <= ROUGH;
            let makes = |base: usize| base != counted && makes(prose, &stated, rate, counted, base);
            let base = values.iter().find(|(base, other)| is_near(*other) && makes(*base))?;
            Some((counted, base.0))
        })
    }

    /// Whether something less plain makes the rate: what is left over, or several counted together.
    pub fn is_made(&self, prose: &Prose, rate: &Mention) -> bool {
        let stated = rate.quantity.interval();
        let Some(&nearest) = self.before.first() else { return false };
        if rate.quantity.value() >= Decimal::ONE_HUNDRED {
            return false;
        }
        let value = |index: usize| prose.mentions[index].quantity.value();
        let is_like = |index: &usize| prose.is_like(&prose.mentions[*index], &prose.mentions[nearest]);
        let wanted = roughly(rate.quantity.value());
        let fits = |counted: Decimal, base: Decimal| {
            let share = counted.saturating_mul(Decimal::ONE_HUNDRED).checked_div(base);
            share.is_some_and(|share| stated.contains(share))
        };
        let mut sum = Decimal::ZERO;
        let mut together = Vec::new();
        for &index in self.before.iter().filter(|index| is_like(index)).take(8) {
            sum = sum.saturating_add(value(index));
            together.push((sum, roughly(sum)));
        }
        let own = value(nearest);
        self.all().any(|index| {
            let base = value(index);
            let rough = roughly(base);
            let is_near = |counted: f64| (counted / rough * 100.0 - wanted).abs() <= 1.1;
            let is_rest = is_near(rough - roughly(own)) && fits(base.saturating_sub(own), base);
            let is_sum = || together.iter().skip(1).any(|(sum, counted)| is_near(*counted) && fits(*sum, base));
            base > Decimal::ZERO && (is_rest || is_sum()) && is_like(&index)
        })
    }

    /// The quantity right in front of the rate, or of the base that it tells.
    pub fn counted(&self, prose: &Prose, stated: usize, form: &Form) -> Option<usize> {
        let Form::ShareOf(base) = form else {
            let nearest = self.right_before(prose, stated)?;
            return Some(self.not_negated(prose, nearest, form).unwrap_or(nearest));
        };
        let told = &prose.mentions[*base];
        let mut others = self.before.iter().copied().filter(|other| other != base);
        others.find(|other| prose.is_like(&prose.mentions[*other], told)).filter(|counted| {
            let counted = &prose.mentions[*counted];
            told.clause - counted.clause.min(told.clause) <= 1
        })
    }

    /// What a rate counts, where what it does not stands between: 采纳218条，不予采纳41条，采纳率.
    fn not_negated(&self, prose: &Prose, nearest: usize, form: &Form) -> Option<usize> {
        let Form::Rate(stem) = form else { return None };
        let name = |index: usize| prose.name(&prose.mentions[index]);
        let is_negated = |name: &str| name.strip_suffix(stem).is_some_and(|before| before.contains(['未', '不']));
        let is_it = |index: &usize| {
            let name = name(*index);
            prose.is_like(&prose.mentions[*index], &prose.mentions[nearest])
                && name.strip_prefix('已').unwrap_or(name) == *stem
        };
        is_negated(name(nearest)).then(|| self.before.iter().copied().find(is_it))?
    }

    fn right_before(&self, prose: &Prose, stated: usize) -> Option<usize> {
        let counted = *self.before.first()?;
        let (rate, count) = (prose.clause(&prose.mentions[stated]), prose.clause(&prose.mentions[counted]));
        // 2860件，是2021年1430件的2倍，占投诉总量的42%: what was compared with has no share.
        let is_compared = prose.mentions.get(counted + 1).is_some_and(|next| next.quantity.unit == "倍")
            || is_last(&prose.text[prose.mentions[counted].before.clone()]);
        (rate.depth == count.depth && rate.anchor == count.anchor && !is_compared).then_some(counted)
    }
}

/// Whether a rate follows its quantity in the next clause or the same.
pub(super) fn is_next(prose: &Prose, stated: usize, counted: usize) -> bool {
    prose.mentions[stated].clause.abs_diff(prose.mentions[counted].clause) <= 1
}

/// How far, in points, a rate of rough numbers may be off.
const ROUGH: f64 = 12.0;

/// A value to tell what is far off; never what is right.
fn roughly(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

/// Whether two quantities make a rate.
pub(super) fn makes(prose: &Prose, stated: &Interval, rate: &Mention, counted: usize, base: usize) -> bool {
    let (one, other) = (&prose.mentions[counted].quantity, &prose.mentions[base].quantity);
    if !prose.is_like(&prose.mentions[counted], &prose.mentions[base]) {
        return false;
    }
    let share = roughly(one.value()) / roughly(other.value()) * 100.0;
    let is_rough = rate.quantity.approximation != Approximation::Exact
        || one.approximation != Approximation::Exact
        || other.approximation != Approximation::Exact;
    let reach = if is_rough { ROUGH } else { 1.1 };
    if !share.is_finite() || (share - roughly(rate.quantity.value())).abs() > reach {
        return false;
    }
    let (one, other) = (one.interval(), other.interval());
    let hundred = Interval::exact(Decimal::ONE_HUNDRED);
    let computed = one.times(&hundred).and_then(|counted| counted.over(&other));
    // 100% is said of all only.
    let is_all = |computed: &Interval| {
        rate.quantity.value() != Decimal::ONE_HUNDRED || is_rough || computed.contains(Decimal::ONE_HUNDRED)
    };
    computed.is_some_and(|computed| stated.overlaps(&computed) && is_all(&computed))
}
