//! Rates and shares with what is counted and what it is counted of: 办结率, 比例为, 占总数的.
//!
//! A rate is a fault only when words bind it to what is counted and that to its base, and no other quantities of its
//! sentence and the one before make it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::digits::{differ_in_one, integer, is_share, slips_of};
use super::list::{Lead, List};
use super::relation::{Operation, Relation};
use super::tables::{self, RateName};
use super::unsure::OTHER_TIMES;
use super::{Mention, Prose, is_counted};
use crate::model::quantity::Approximation;
use crate::model::{Interval, Quantity, Verdict, unit};

/// Quantities of a sentence and the one before that are tried for a rate.
const TRIED: usize = 24;
/// Words of a change: such a percentage is no rate.
const CHANGES: [&str; 18] = [
    "同比", "环比", "增长", "增加", "增幅", "提高", "提升", "上升", "下降", "降低", "减少", "上涨", "下跌", "压缩",
    "压减", "缩短", "较上", "降幅",
];
/// Words of what is to be reached yet, or was asked for.
const GOALS: [&str; 11] =
    ["力争", "确保", "目标", "要求", "计划", "争取", "达标", "规定", "不低于", "不少于", "不高于"];
/// Words in front of a rate that narrow what is counted.
const NARROWING: [&str; 20] = [
    "按期", "按时", "及时", "法定", "如期", "当场", "当庭", "即时", "首次", "初次", "一次", "综合", "平均", "正职",
    "主动", "自动", "实质", "限期", "网上", "当年",
];
/// Words for all there is, which name no base of their own.
const ALL: [&str; 10] = ["总数", "总量", "总", "全部", "其", "总体", "案件总数", "总人数", "总件数", ""];

/// What a percentage is told as.
enum Form<'t> {
    /// 办结率, with what stands before 率.
    Rate(&'t str),
    /// 比例, 比重, with what stands before.
    Proportion(&'t str),
    /// 占…的, with what stands between.
    Share(&'t str),
}

/// Finds the rates of a text that its quantities make or should make.
pub(super) fn rates(prose: &Prose, lists: &[List]) -> Vec<Relation> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (stated, mention) in prose.mentions.iter().enumerate() {
        if mention.quantity.unit != unit::PERCENT {
            continue;
        }
        let Some(form) = form(prose, mention) else { continue };
        let near = Near::of(prose, stated);
        match near.holding(prose, mention) {
            Some((counted, _)) if is_beyond_all(mention, &form) && near.before.first() != Some(&counted) => {
                open.push((stated, form, near));
            }
            Some((counted, base)) => found.push(relation(prose, stated, counted, base, Verdict::Holds)),
            None if near.is_made(prose, mention) => {}
            None => open.push((stated, form, near)),
        }
    }
    let holding = found.len();
    for (stated, form, near) in &open {
        let Some(counted) = near.counted(prose, *stated) else { continue };
        let bound = near.bound(prose, lists, form, *stated, counted);
        let base = bound.or_else(|| sibling_base(prose, &found[..holding], form, *stated, counted).map(Base::sure));
        let Some(base) = base.filter(|base| !is_unsure(prose, *stated, counted, base.index)) else { continue };
        found.extend(failing(prose, *stated, counted, base));
    }
    doubt_shared(prose, &open, &mut found);
    found
}

/// Decimals that rates of one base have together, so that chance does not make them all.
const SHARED_DECIMALS: u32 = 4;

/// Rates with no base that are all right if one digit of one quantity near them were another: that may be their base.
fn doubt_shared(prose: &Prose, open: &[(usize, Form, Near)], found: &mut Vec<Relation>) {
    let count = |index: usize| integer(prose.mentions[index].quantity.value());
    let is_told = |stated: usize| found.iter().any(|rate| rate.stated == stated);
    let mut alone: Vec<(usize, usize, i64)> = Vec::new();
    for (stated, _, near) in open.iter().filter(|(stated, ..)| !is_told(*stated)) {
        let counted = near.counted(prose, *stated).filter(|counted| is_next(prose, *stated, *counted));
        let rate = &prose.mentions[*stated].quantity;
        let is_fine = rate.approximation == Approximation::Exact && rate.number.scale() > 0;
        alone.extend(counted.filter(|_| is_fine).and_then(|counted| Some((*stated, counted, count(counted)?))));
    }
    for group in alone.chunk_by(|one, other| prose.mentions[one.0].sentence == prose.mentions[other.0].sentence) {
        let decimals: u32 = group.iter().map(|(stated, ..)| prose.mentions[*stated].quantity.number.scale()).sum();
        let makes = |base: i64| {
            group
                .iter()
                .all(|(stated, _, counted)| is_share(&prose.mentions[*stated].quantity.interval(), *counted, base))
        };
        let sum = group.iter().fold(0_i64, |sum, (.., counted)| sum.saturating_add(*counted));
        // They are of what they come to, or of what is told elsewhere.
        let has_base =
            || makes(sum) || prose.mentions.iter().any(|other| integer(other.quantity.value()).is_some_and(makes));
        if group.len() < 2 || decimals < SHARED_DECIMALS || has_base() {
            continue;
        }
        let is_like = |base: &usize| prose.is_like(&prose.mentions[*base], &prose.mentions[group[0].1]);
        let near = Near::of(prose, group[0].0);
        let slipped = |base: &usize| count(*base).is_some_and(|base| slips_of(base).any(makes));
        if let Some(base) = near.all().find(|base| is_like(base) && *base != group[0].1 && slipped(base)) {
            let doubt = |(stated, counted, _): &(usize, usize, i64)| {
                let rate = relation(prose, *stated, *counted, base, Verdict::CannotTell);
                Relation { looks_wrong: true, ..rate }
            };
            found.extend(group.iter().map(doubt));
        }
    }
}

/// Whether more than all would be counted: a rate of 200%.
fn is_beyond_all(rate: &Mention, form: &Form) -> bool {
    rate.quantity.value() > Decimal::ONE_HUNDRED && matches!(form, Form::Rate(_))
}

fn relation(prose: &Prose, stated: usize, counted: usize, base: usize, verdict: Verdict) -> Relation {
    let value = |index: usize| prose.mentions[index].quantity.value();
    let computed = value(counted).saturating_mul(Decimal::ONE_HUNDRED).checked_div(value(base)).unwrap_or_default();
    let terms = vec![counted, base];
    Relation {
        operation: Operation::Share,
        stated,
        terms,
        computed,
        verdict,
        looks_wrong: false,
        rises: false,
        truncated: false,
    }
}

/// How a percentage is told; `None` where it is a change, or tells nothing that can be computed.
fn form<'t>(prose: &Prose<'t>, mention: &Mention) -> Option<Form<'t>> {
    let words = &prose.text[mention.before.clone()];
    if CHANGES.iter().any(|word| words.contains(word)) {
        return None;
    }
    let name = prose.before(mention);
    let name = ["高", "已", "均", "可", "能"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name);
    if let Some(at) = words.rfind('占').filter(|at| !words[*at..].starts_with("占比")) {
        let base = words[at + '占'.len_utf8()..].trim_matches(|c: char| "的达到为了约 比重例".contains(c));
        return Some(Form::Share(base));
    }
    if let Some(stem) = name.strip_suffix('率') {
        return (!stem.is_empty()).then_some(Form::Rate(stem));
    }
    ["比例", "比重", "占比"].iter().find_map(|word| name.strip_suffix(word)).map(Form::Proportion)
}

/// The quantities around a rate, the nearest first: those in front of it in its sentence, those of the sentence before,
/// those behind it.
struct Near {
    before: Vec<usize>,
    earlier: Vec<usize>,
    behind: Vec<usize>,
}

impl Near {
    fn of(prose: &Prose, stated: usize) -> Self {
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
        Self {
            before: counts(own.start..stated).rev().take(TRIED).collect(),
            earlier: counts(earlier).rev().take(TRIED).collect(),
            behind: counts(stated + 1..own.end)
                .take_while(|index| prose.clause(&prose.mentions[*index]).anchor == Some(stated))
                .collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = usize> + Clone {
        self.before.iter().chain(&self.earlier).chain(&self.behind).copied()
    }

    /// What is counted and its base, where two quantities make the rate.
    fn holding(&self, prose: &Prose, rate: &Mention) -> Option<(usize, usize)> {
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
    fn is_made(&self, prose: &Prose, rate: &Mention) -> bool {
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

    /// The quantity right in front of the rate.
    fn counted(&self, prose: &Prose, stated: usize) -> Option<usize> {
        let counted = *self.before.first()?;
        let (rate, count) = (prose.clause(&prose.mentions[stated]), prose.clause(&prose.mentions[counted]));
        (rate.depth == count.depth && rate.anchor == count.anchor).then_some(counted)
    }

    /// The base that words bind to the rate.
    fn bound(&self, prose: &Prose, lists: &[List], form: &Form, stated: usize, counted: usize) -> Option<Base> {
        let label = words_of(prose, counted);
        match form {
            Form::Rate(stem) => {
                let named = tables::rates().iter().find_map(|rate| Some((rate, rate.before(stem)?)));
                match named {
                    Some((rate, _)) if rate.unsettled => None,
                    Some((rate, prefix)) => self.of_rate(prose, rate, prefix, &label, counted),
                    None if label.contains(*stem) => {
                        let whole = whole_of(prose, lists, counted).map(Base::whole);
                        whole.or_else(|| self.lone(prose, stem, counted))
                    }
                    None => None,
                }
            }
            Form::Proportion(stem) if label.contains(*stem) => whole_of(prose, lists, counted).map(Base::whole),
            Form::Share(base) if ALL.contains(base) && is_next(prose, stated, counted) => {
                whole_of(prose, lists, counted).map(Base::sure)
            }
            Form::Share(base) if is_next(prose, stated, counted) => self.named(prose, base, counted),
            _ => None,
        }
    }

    /// The only other quantity in front of what a rate is called after: 项目63个，开工60个，开工率.
    fn lone(&self, prose: &Prose, stem: &str, counted: usize) -> Option<Base> {
        let mut others = self
            .before
            .iter()
            .copied()
            .filter(|other| *other != counted && prose.is_like(&prose.mentions[*other], &prose.mentions[counted]));
        let base = others.next()?;
        let is_lone = others.next().is_none() && prose.name(&prose.mentions[counted]).ends_with(stem);
        is_lone.then_some(Base { index: base, may_exceed: true, may_fall_short: true, is_whole: false })
    }

    /// The quantity that a share names: 占结案数的 of 结案401件.
    fn named(&self, prose: &Prose, base: &str, counted: usize) -> Option<Base> {
        let core =
            ["总数", "总量", "总件数", "总人数", "数量", "总", "数"].iter().find_map(|end| base.strip_suffix(end))?;
        let is_base = |index: &&usize| {
            **index != counted
                && prose.is_like(&prose.mentions[**index], &prose.mentions[counted])
                && words_of(prose, **index).contains(core)
        };
        let bases: Vec<usize> = self.before.iter().filter(is_base).copied().collect();
        let value = |index: usize| prose.mentions[index].quantity.value();
        let is_one = core.len() >= "结案".len() && bases.iter().all(|other| value(*other) == value(bases[0]));
        bases.first().filter(|_| is_one).map(|base| Base::whole(*base))
    }

    fn of_rate(&self, prose: &Prose, rate: &RateName, prefix: &str, label: &str, counted: usize) -> Option<Base> {
        let is_narrowed = NARROWING.iter().any(|word| prefix.contains(word) && !label.contains(word));
        if is_narrowed || !rate.counted.iter().any(|word| label.contains(word.as_str())) {
            return None;
        }
        for own in [&self.before, &self.earlier] {
            for word in &rate.of {
                let is_base = |index: &&usize| {
                    **index != counted
                        && prose.is_like(&prose.mentions[**index], &prose.mentions[counted])
                        && words_of(prose, **index).contains(word.as_str())
                };
                let bases: Vec<usize> = own.iter().filter(is_base).copied().collect();
                let Some(&base) = bases.first() else { continue };
                let value = |index: usize| prose.mentions[index].quantity.value();
                // The rate of something else: its words are none of those of the two.
                let about = words_of(prose, base);
                let is_about =
                    prefix.is_empty() || label.contains(prefix) || about.contains(prefix) || COMMON.contains(&prefix);
                let is_one = bases.iter().all(|other| value(*other) == value(base));
                return (is_about && is_one).then_some(Base {
                    index: base,
                    may_exceed: rate.pending,
                    may_fall_short: rate.carried,
                    is_whole: false,
                });
            }
        }
        None
    }
}

/// Words in front of a rate that say nothing of what it is of.
const COMMON: [&str; 12] =
    ["案件", "总", "全年", "全市", "全县", "全区", "其", "总体", "整体", "纠纷", "矛盾纠纷", "问题"];

/// The words around a quantity in its clause.
fn words_of(prose: &Prose, index: usize) -> String {
    let mention = &prose.mentions[index];
    format!("{}{}", prose.before(mention), prose.after(mention))
}

/// Whether a rate follows its quantity in the next clause or the same.
fn is_next(prose: &Prose, stated: usize, counted: usize) -> bool {
    prose.mentions[stated].clause.abs_diff(prose.mentions[counted].clause) <= 1
}

/// The whole of the list that a quantity is in.
fn whole_of(prose: &Prose, lists: &[List], counted: usize) -> Option<usize> {
    let list = lists.iter().find(|list| {
        matches!(list.lead, Lead::Among | Lead::Parentheses | Lead::Colon | Lead::Divided)
            && !list.is_two_sentences
            && list.parts.contains(&counted)
    })?;
    let is_like = |whole: &&usize| prose.is_like(&prose.mentions[**whole], &prose.mentions[counted]);
    let mut wholes = list.wholes.iter().filter(is_like);
    let whole = *wholes.next()?;
    let value = |index: usize| prose.mentions[index].quantity.value();
    wholes.all(|other| value(*other) == value(whole)).then_some(whole)
}

/// The base that two other rates of the sentence share, each with the quantity right in front of it.
fn sibling_base(prose: &Prose, holding: &[Relation], form: &Form, stated: usize, counted: usize) -> Option<usize> {
    let label = words_of(prose, counted);
    let is_own = match form {
        Form::Rate(stem) => label.contains(*stem),
        Form::Proportion(stem) => label.contains(*stem),
        Form::Share(base) => ALL.contains(base),
    };
    if !is_own || !is_next(prose, stated, counted) {
        return None;
    }
    let sentence = prose.mentions[stated].sentence;
    let fine = |index: usize| prose.mentions[index].quantity.number.scale() >= 1;
    let siblings: Vec<&Relation> = holding
        .iter()
        .filter(|sibling| prose.mentions[sibling.stated].sentence == sentence && fine(sibling.stated))
        .filter(|sibling| is_next(prose, sibling.stated, sibling.terms[0]) && sibling.terms[0] < sibling.stated)
        .collect();
    let base = siblings.first()?.terms[1];
    let value = |index: usize| prose.mentions[index].quantity.value();
    let is_shared = siblings.len() > 1 && siblings.iter().all(|sibling| value(sibling.terms[1]) == value(base));
    (is_shared && prose.is_like(&prose.mentions[base], &prose.mentions[counted])).then_some(base)
}

/// How far, in points, a rate of rough numbers may be off.
const ROUGH: f64 = 12.0;

/// A value to tell what is far off; never what is right.
fn roughly(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

/// Whether two quantities make a rate.
fn makes(prose: &Prose, stated: &Interval, rate: &Mention, counted: usize, base: usize) -> bool {
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

/// Whether something makes it unsure what the rate is of.
fn is_unsure(prose: &Prose, stated: usize, counted: usize, base: usize) -> bool {
    let rate = &prose.mentions[stated];
    let first = base.min(counted);
    let sentence = &prose.text[prose.clause(&prose.mentions[first]).range.start..rate.range.end];
    let between = &prose.text[prose.mentions[counted].range.start..rate.range.end];
    rate.quantity.approximation != Approximation::Exact
        || prose.text[rate.before.clone()].contains(['约', '近', '超'])
        || GOALS.iter().any(|word| sentence.contains(word))
        || OTHER_TIMES.iter().any(|word| sentence.contains(word))
        || ["各", "每"].iter().any(|word| prose.text[prose.mentions[counted].before.clone()].ends_with(word))
        || between.contains(['；', ';'])
        || prose.after(rate).starts_with("以")
}

/// A base, and how the words bind it.
#[derive(Clone, Copy)]
struct Base {
    index: usize,
    /// The rate may be higher: what is still open may be left out of the base.
    may_exceed: bool,
    /// The rate may be lower: the base may have what is not told.
    may_fall_short: bool,
    /// It is only the whole of the list that what is counted is in.
    is_whole: bool,
}

impl Base {
    /// One that has all of what is counted, and nothing else.
    fn sure(index: usize) -> Self {
        Self { index, may_exceed: false, may_fall_short: false, is_whole: false }
    }

    fn whole(index: usize) -> Self {
        Self { is_whole: true, ..Self::sure(index) }
    }
}

/// A rate that its quantities do not make.
fn failing(prose: &Prose, stated: usize, counted: usize, base: Base) -> Option<Relation> {
    let count = |index: usize| {
        let interval = prose.mentions[index].quantity.interval();
        interval.is_exact().then(|| integer(interval.lower)).flatten()
    };
    let (one, other) = (count(counted)?, count(base.index)?);
    if other <= 0 || one < 0 {
        return None;
    }
    let mut relation = relation(prose, stated, counted, base.index, Verdict::Fails);
    let rate = &prose.mentions[stated].quantity;
    let is_all = rate.value() == Decimal::ONE_HUNDRED;
    let is_large = one >= 1000 && other >= 1000;
    // A slip of one digit is told from chance by a fine rate, or by long numbers that should be equal.
    let is_slip = match is_all {
        true => is_large && differ_in_one(one, other),
        false => {
            rate.number.scale() >= 2 && (mends(&rate.interval(), one, other) || is_slip_of(rate, relation.computed))
        }
    };
    let is_low = rate.value() < relation.computed;
    let is_proved = if rate.value() > Decimal::ONE_HUNDRED && one <= other {
        true
    } else if is_all {
        is_slip && !rate.interval().contains(relation.computed)
    } else if one > other {
        is_slip || is_large && mends(&rate.interval(), one, other)
    } else if base.is_whole && (relation.computed - rate.value()).abs() > Decimal::TEN {
        is_slip || is_large && (mends(&rate.interval(), one, other) || is_slip_of(rate, relation.computed))
    } else {
        is_slip || is_low && !base.may_fall_short || !is_low && !base.may_exceed
    };
    let looks_slipped = differ_in_one(one, other) || mends(&rate.interval(), one, other);
    if !is_proved && (one > other && !(is_all && is_large) || !looks_slipped) {
        return None;
    }
    if !is_proved {
        (relation.verdict, relation.looks_wrong) = (Verdict::CannotTell, true);
    }
    if !is_all && relation.computed.trunc_with_scale(rate.number.scale()) == rate.number {
        (relation.verdict, relation.looks_wrong, relation.truncated) = (Verdict::CannotTell, false, true);
    }
    Some(relation)
}

/// Whether the rate would be the computed one if one of its digits were another.
fn is_slip_of(rate: &Quantity, computed: Decimal) -> bool {
    let Ok(mantissa) = i64::try_from(rate.number.mantissa()) else { return false };
    slips_of(mantissa).any(|slip| {
        let number = Decimal::new(slip, rate.number.scale());
        Quantity { number, ..rate.clone() }.interval().contains(computed)
    })
}

/// Whether the rate would be right if one digit of one of the counts were another.
fn mends(rate: &Interval, one: i64, other: i64) -> bool {
    slips_of(one).any(|one| one <= other && is_share(rate, one, other))
        || slips_of(other).any(|other| one <= other && is_share(rate, one, other))
}
