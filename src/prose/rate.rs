//! Rates and shares with what is counted and what it is counted of: 办结率, 比例为, 占总数的.
//!
//! A rate is a fault only when words bind it to what is counted and that to its base, and no other quantities of its
//! sentence and the one before make it.

use rust_decimal::Decimal;

use super::base::Base;
use super::earlier::whole_before;
use super::list::List;
use super::near::Near;
use super::relation::{Operation, Relation};
use super::whole::sibling_base;
use super::{Mention, Prose, ahead, breakdown, is_counted, share};
use crate::model::{Verdict, unit};

/// Words of a change: such a percentage is no rate.
const CHANGES: [&str; 18] = [
    "同比", "环比", "增长", "增加", "增幅", "提高", "提升", "上升", "下降", "降低", "减少", "上涨", "下跌", "压缩",
    "压减", "缩短", "较上", "降幅",
];
/// Words for all there is, which name no base of their own.
pub(super) const ALL: [&str; 10] = ["总数", "总量", "总", "全部", "其", "总体", "案件总数", "总人数", "总件数", ""];

/// What a percentage is told as.
pub(super) enum Form<'t> {
    /// 办结率, with what stands before 率.
    Rate(&'t str),
    /// 比例, 比重, with what stands before.
    Proportion(&'t str),
    /// 占…的, with what stands between.
    Share(&'t str),
    /// 占审结案件212件的, with the quantity.
    ShareOf(usize),
}

/// Finds the rates of a text that its quantities make or should make.
pub(super) fn rates(prose: &Prose, lists: &[List]) -> Vec<Relation> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (stated, mention) in prose.mentions.iter().enumerate() {
        if mention.quantity.unit != unit::PERCENT {
            continue;
        }
        let Some(form) = form(prose, stated) else { continue };
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
        let told = told_before(prose, lists, &found[..holding], (*stated, form, near));
        found.extend(told.or_else(|| ahead::failing(prose, form, *stated)));
    }
    breakdown::add(prose, &open, &mut found);
    found
}

/// A rate that what is told before it does not make.
fn told_before(
    prose: &Prose,
    lists: &[List],
    holding: &[Relation],
    (stated, form, near): (usize, &Form, &Near),
) -> Option<Relation> {
    let counted = near.counted(prose, stated, form)?;
    let bound = near.bound(prose, lists, form, stated, counted);
    let sibling = || sibling_base(prose, holding, form, stated, counted).map(Base::sure);
    let earlier = || whole_before(prose, lists, holding, form, stated, counted);
    let base = bound.filter(|base| !base.is_doubtful).or_else(sibling).or(bound).or_else(earlier);
    let base = base.filter(|base| !share::is_unsure(prose, stated, counted, base.index))?;
    share::failing(prose, stated, counted, base)
}

/// Whether more than all would be counted: a rate of 200%.
fn is_beyond_all(rate: &Mention, form: &Form) -> bool {
    rate.quantity.value() > Decimal::ONE_HUNDRED && matches!(form, Form::Rate(_))
}

/// A rate with what is counted and its base.
pub(super) fn relation(prose: &Prose, stated: usize, counted: usize, base: usize, verdict: Verdict) -> Relation {
    let value = |index: usize| prose.mentions[index].quantity.value();
    let computed = value(counted).saturating_mul(Decimal::ONE_HUNDRED).checked_div(value(base)).unwrap_or_default();
    Relation::of(Operation::Share, stated, vec![counted, base], computed, verdict)
}

/// How a percentage is told; `None` where it is a change, or tells nothing that can be computed.
fn form<'t>(prose: &Prose<'t>, stated: usize) -> Option<Form<'t>> {
    let mention = &prose.mentions[stated];
    let words = &prose.text[mention.before.clone()];
    if CHANGES.iter().any(|word| words.contains(word)) {
        return None;
    }
    if let Some(base) = stated.checked_sub(1).filter(|base| is_told_base(prose, *base, mention)) {
        return Some(Form::ShareOf(base));
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

/// Whether a share tells its base: 占审结案件212件的35.8%.
fn is_told_base(prose: &Prose, base: usize, share: &Mention) -> bool {
    let base = &prose.mentions[base];
    let between = &prose.text[base.range.end..share.range.start.max(base.range.end)];
    let ends = ["的", "的比例为", "的比例达", "的比重为", "的比重达"];
    base.clause == share.clause
        && is_counted(&base.quantity.unit)
        && prose.text[base.before.clone()].contains('占')
        && ends.iter().any(|end| between.ends_with(end))
}
