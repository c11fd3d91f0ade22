//! A list that adds up in no reading: whether it should, and how sure that is.

use rust_decimal::Decimal;

use super::sets::Sets;
use crate::model::quantity::Approximation;
use crate::model::{Interval, Quantity, Verdict};
use crate::prose::digits::slipped;
use crate::prose::evidence::Evidence;
use crate::prose::list::{Lead, List};
use crate::prose::proof::Case;
use crate::prose::relation::Relation;
use crate::prose::{Prose, unsure};

/// The list as parts of its likeliest whole, where they certainly or probably do not add up; and whether it is complete.
pub fn failing(prose: &Prose, list: &List, sets: &Sets) -> Option<(Relation, bool)> {
    let may_be_complete = || sets.names_rest() || !sets.complete().is_empty();
    if list.alike.is_empty() || list.lead == Lead::Plain && (list.alike.len() < 2 || !may_be_complete()) {
        return None;
    }
    // Least and greatest numbers are asked for, not counted: 不少于3年.
    if list.parts.iter().any(|part| is_bound(prose, *part)) {
        return None;
    }
    let evidence = Evidence::of(prose, list, sets);
    let members = if list.is_of_documents(prose) { &list.parts } else { &list.alike };
    let numbers: Vec<i64> = members.iter().map_while(|part| prose.mentions[*part].exact()).collect();
    if numbers.len() < members.len() && list.lead != Lead::Plain {
        return rounded(prose, list, &evidence);
    }
    let whole = evidence.whole(prose, list, &numbers)?;
    if prose.mentions[whole].exact().is_none() && list.lead != Lead::Plain {
        return rounded(prose, list, &evidence);
    }
    let total = prose.mentions[whole].exact().filter(|total| *total > 0)?;
    let case = Case { prose, list, whole, total, numbers: &numbers };
    let (count, verdict) = match evidence {
        Evidence::Rest(count) | Evidence::Shares(count) => (count, case.complete(count, true)?),
        // 清理128件，保留86件，废止20件 may leave those over that were amended.
        Evidence::Set(set, count) if count < set.least && case.sum(count)? < total => {
            (count, case.complete(count, false).map(|_| Verdict::CannotTell)?)
        }
        Evidence::Set(set, count) if set.pending => case.pending(set, count)?,
        Evidence::Set(set, count) => (count, case.complete(count, set.strict)?),
        Evidence::Remainder(count) => (count, case.slipped(count).filter(|_| case.is_near())?),
        Evidence::Likely(set, count) => {
            let by_chance = case.by_chance();
            let proved = by_chance.filter(|(_, verdict)| *verdict == Verdict::Fails);
            proved.or_else(|| case.of_set(set, count)).or(by_chance)?
        }
        Evidence::Kinds => case.by_chance().or_else(|| case.of_kinds())?,
        Evidence::Aspect => (numbers.len(), case.slipped(numbers.len()).filter(|_| case.is_near())?),
        Evidence::Divided => case.divided()?,
        Evidence::Closing => (numbers.len(), case.closing()?),
        Evidence::None if list.lead == Lead::Plain => return None,
        Evidence::None => case.by_chance()?,
    };
    let parts = members.get(..count)?.to_vec();
    let sum: i64 = numbers.get(..count)?.iter().sum();
    let is_unsure = unsure::is_list_unsure(prose, list, whole, &parts, sum < total);
    let is_complete = !matches!(evidence, Evidence::None | Evidence::Kinds | Evidence::Closing);
    (!is_unsure).then(|| (Relation::sum(whole, parts, Decimal::from(sum), verdict), is_complete))
}

/// Rounded parts that no values they may stand for make the whole of: 612.3万元＋398.2万元 of 1210.5万元.
fn rounded(prose: &Prose, list: &List, evidence: &Evidence) -> Option<(Relation, bool)> {
    let whole = Evidence::nearest(prose, list)?;
    let count = evidence.count(list.alike.len());
    let parts = list.alike.get(..count).filter(|parts| parts.len() > 1)?;
    let quantity = |index: usize| &prose.mentions[index].quantity;
    let all = || parts.iter().chain([&whole]).map(|index| quantity(*index));
    let add = |parts: &mut dyn Iterator<Item = Interval>| {
        parts.fold(Interval::exact(Decimal::ZERO), |sum, part| sum.plus(&part))
    };
    let sum = add(&mut parts.iter().map(|part| quantity(*part).interval()));
    let stated = quantity(whole).interval();
    if stated.overlaps(&sum) || all().any(|quantity| quantity.approximation != Approximation::Exact) {
        return None;
    }
    let with = |at: usize, slip: &Quantity| {
        let each = parts.iter().enumerate();
        add(&mut each.map(|(other, part)| if other == at { slip.interval() } else { quantity(*part).interval() }))
    };
    let mends = slipped(quantity(whole)).any(|slip| slip.interval().overlaps(&sum))
        || (0..parts.len()).any(|at| slipped(quantity(parts[at])).any(|slip| with(at, &slip).overlaps(&stated)));
    let computed = parts.iter().map(|part| quantity(*part).value()).sum::<Decimal>();
    let off = quantity(whole).value().saturating_sub(computed).abs();
    let is_near = off.saturating_mul(Decimal::TEN) <= quantity(whole).value().saturating_mul(3.into());
    let is_complete = matches!(evidence, Evidence::Rest(_) | Evidence::Shares(_) | Evidence::Divided);
    // Few digits are mended by chance.
    let width = |interval: Interval| interval.upper - interval.lower;
    let reach = all().map(|quantity| width(quantity.interval())).sum::<Decimal>();
    let share = reach.saturating_mul(SLIPS.into()).checked_div(quantity(whole).value()).unwrap_or(Decimal::ONE);
    // Two that come to less leave others over.
    let is_fine = share <= Decimal::new(MENDED, 2) && (parts.len() > 2 || computed > quantity(whole).value());
    let is_all_of_set = matches!(evidence, Evidence::Set(set, count) if *count >= set.least);
    let is_list = is_complete || is_near && is_all_of_set || is_near && is_fine && list.lead != Lead::Including;
    let is_short = computed < quantity(whole).value();
    if !mends || !is_list || list.is_two_sentences || unsure::is_list_unsure(prose, list, whole, parts, is_short) {
        return None;
    }
    let verdict = if is_complete { Verdict::Fails } else { Verdict::CannotTell };
    Some((Relation::sum(whole, parts.to_vec(), computed, verdict), is_complete))
}

/// Slips that a number of three digits has, and how likely, in percent, one of them may make a sum by chance.
const SLIPS: i64 = 27;
const MENDED: i64 = 15;

/// Whether a number is the least or the greatest that may be.
fn is_bound(prose: &Prose, index: usize) -> bool {
    let words = &prose.text[prose.mentions[index].before.clone()];
    ["不少于", "不低于", "不超过", "不多于", "不得少于", "不得超过", "至少", "最多"]
        .iter()
        .any(|word| words.ends_with(word))
}
