//! Wholes and their parts: 其中, 包括, 分为, a list behind a whole or in front of a sum.
//!
//! A list need not be complete, so parts that come to less than the whole prove nothing by themselves. They do where
//! nothing can be left over: a remainder (其他), a division (分为), categories that are known to be all there are; and
//! where chance does not make a difference as small or as round as the one found.

use std::cell::{LazyCell, OnceCell};
use std::ops::Range;

use rust_decimal::Decimal;

use super::closing::COUNTED_APART;
use super::digits::{integer, slipped};
use super::evidence::Evidence;
use super::list::{Lead, List};
use super::proof::Case;
use super::relation::Relation;
use super::tables::{self, CategorySet};
use super::{Mention, Prose, unsure};
use crate::model::quantity::Approximation;
use crate::model::{Interval, Quantity, Verdict};

/// Finds the wholes of a text with their parts.
pub(super) fn totals(prose: &Prose, lists: &[List]) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    let mut open = Vec::new();
    let mut sets: Option<Sets> = None;
    for list in lists.iter().filter(|list| list.parts.len() > 1 || list.lead == Lead::Among) {
        let sentence = prose.mentions[list.parts[0]].sentence;
        let sets = match &sets {
            Some(known) if known.sentence == sentence => known,
            _ => sets.insert(Sets::of(prose, sentence)),
        };
        match holding(prose, list, sets) {
            Reading::Holds(relation)
                if found.iter().any(|other| other.stated == relation.stated && other.terms == relation.terms) => {}
            Reading::Holds(relation) => found.push(relation),
            Reading::InPart => {
                open.extend(failing(prose, list, sets).map(|(relation, sure)| (relation.doubted(), sure)))
            }
            Reading::None => open.extend(failing(prose, list, sets)),
        }
    }
    let holding = found.len();
    for (relation, is_complete) in open {
        // What holds in one reading is not accused in another; the whole of one complete list is that of the next too.
        let shares_terms = |other: &Relation| relation.terms.iter().any(|term| other.terms.contains(term));
        let is_told = |other: &Relation| {
            other.stated == relation.stated && is_beside(other, &relation) && (!is_complete || shares_terms(other))
                || relation.terms.iter().all(|term| other.terms.contains(term))
        };
        if !found[..holding].iter().any(is_told)
            && !found[holding..].iter().any(|other| other.stated == relation.stated)
        {
            found.push(relation);
        }
    }
    found
}

/// Whether the parts of two sums stand on one side of their whole: a sum behind its parts may be divided anew.
fn is_beside(one: &Relation, other: &Relation) -> bool {
    let is_in_front = |relation: &Relation| relation.terms.first().is_some_and(|term| *term < relation.stated);
    is_in_front(one) == is_in_front(other)
}

/// The sets of categories whose needed ones are all named in a sentence, looked for when first asked for.
pub(super) struct Sets<'t> {
    sentence: usize,
    text: &'t str,
    named: OnceCell<Vec<&'static CategorySet>>,
}

impl<'t> Sets<'t> {
    fn of(prose: &Prose<'t>, sentence: usize) -> Self {
        let text = &prose.text[prose.sentences[sentence].range.clone()];
        Self { sentence, text, named: OnceCell::new() }
    }

    /// Whether the sentence names a remainder.
    fn names_rest(&self) -> bool {
        self.text.contains("其他") || self.text.contains("其它")
    }

    /// Those sets.
    pub fn complete(&self) -> &[&'static CategorySet] {
        self.named.get_or_init(|| tables::named(self.text))
    }
}

/// A count without a mark of approximation and without decimals.
pub(super) fn exact(mention: &Mention) -> Option<i64> {
    let interval = mention.quantity.interval();
    interval.is_exact().then(|| integer(interval.lower)).flatten()
}

/// How a list can be read so that it adds up.
enum Reading {
    Holds(Relation),
    /// Only some of its parts do, or to another whole than the nearest, though it looks complete.
    InPart,
    None,
}

/// A reading of the list that adds up.
fn holding(prose: &Prose, list: &List, sets: &Sets) -> Reading {
    // A complete list adds up as a whole or not at all.
    let evidence = LazyCell::new(|| Evidence::of(prose, list, sets));
    let least = LazyCell::new(|| evidence.least(list));
    let mut holds_in_part = false;
    for &whole in &list.wholes {
        let stated = prose.mentions[whole].quantity.interval();
        let like = |part: &usize| {
            is_of_documents(prose, list) || prose.is_like(&prose.mentions[whole], &prose.mentions[*part])
        };
        let alike: Vec<usize> = list.parts.iter().copied().filter(like).collect();
        // 个 and 名 in one list are added too: 奖状379个、奖章1462名.
        for parts in [&alike, &list.parts] {
            for (run, sum) in runs(prose, list.lead, &stated, parts) {
                let is_complete = least.is_none_or(|count| run.start == 0 && run.end >= count)
                    || evidence.is_whole_alone(prose, &parts[run.clone()]);
                let is_nearest = || Evidence::nearest(prose, list).is_none_or(|nearest| nearest == whole);
                if is_complete && (!evidence.is_soft() || is_nearest()) {
                    return Reading::Holds(Relation::sum(whole, parts[run].to_vec(), sum, Verdict::Holds));
                }
                holds_in_part |= evidence.is_soft();
            }
            if list.lead == Lead::Plain || alike.len() == list.parts.len() || alike.is_empty() {
                break;
            }
        }
    }
    if holds_in_part { Reading::InPart } else { Reading::None }
}

/// The runs of two parts or more that add up to the whole, and what they come to: of a plain list only those from
/// its first part on, of one that closes with its whole only those up to its last.
fn runs(prose: &Prose, lead: Lead, stated: &Interval, parts: &[usize]) -> Vec<(Range<usize>, Decimal)> {
    let is_plain = lead == Lead::Plain;
    let starts = if is_plain { 1.min(parts.len()) } else { parts.len() };
    let mut found = Vec::new();
    for start in 0..starts {
        let mut sum = Interval::exact(Decimal::ZERO);
        for end in start..parts.len() {
            sum = sum.plus(&prose.mentions[parts[end]].quantity.interval());
            let is_closed = lead != Lead::Closing || end + 1 == parts.len();
            let holds = match stated.is_exact() && sum.is_exact() {
                true => *stated == sum,
                false => !is_plain && stated.overlaps(&sum),
            };
            if end > start && is_closed && holds {
                found.push((start..end + 1, sum.lower));
            }
            if sum.lower > stated.upper {
                break;
            }
        }
    }
    found
}

/// The list as parts of its likeliest whole, where they certainly or probably do not add up; and whether it is complete.
fn failing(prose: &Prose, list: &List, sets: &Sets) -> Option<(Relation, bool)> {
    let may_be_complete = || sets.names_rest() || !sets.complete().is_empty();
    if list.alike.is_empty() || list.lead == Lead::Plain && (list.alike.len() < 2 || !may_be_complete()) {
        return None;
    }
    // Least and greatest numbers are asked for, not counted: 不少于3年.
    if list.parts.iter().any(|part| is_bound(prose, *part)) {
        return None;
    }
    let evidence = Evidence::of(prose, list, sets);
    let members = if is_of_documents(prose, list) { &list.parts } else { &list.alike };
    let numbers: Vec<i64> = members.iter().map_while(|part| exact(&prose.mentions[*part])).collect();
    if numbers.len() < members.len() && list.lead != Lead::Plain {
        return rounded(prose, list, &evidence);
    }
    let whole = evidence.whole(prose, list, &numbers)?;
    if exact(&prose.mentions[whole]).is_none() && list.lead != Lead::Plain {
        return rounded(prose, list, &evidence);
    }
    let total = exact(&prose.mentions[whole]).filter(|total| *total > 0)?;
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

/// Whether a sum stands behind documents counted each in its own way: 意见书14份、合同8件，共计22份.
fn is_of_documents(prose: &Prose, list: &List) -> bool {
    let is_document = |part: &usize| COUNTED_APART.contains(&prose.unit(&prose.mentions[*part]));
    list.lead == Lead::Closing && list.parts.iter().all(is_document)
}

/// Whether a number is the least or the greatest that may be.
fn is_bound(prose: &Prose, index: usize) -> bool {
    let words = &prose.text[prose.mentions[index].before.clone()];
    ["不少于", "不低于", "不超过", "不多于", "不得少于", "不得超过", "至少", "最多"]
        .iter()
        .any(|word| words.ends_with(word))
}
