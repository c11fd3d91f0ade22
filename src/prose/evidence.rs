//! Why a list is complete, so that its parts make its whole.

use super::closing::COUNTED_APART;
use super::digits::one_digit_mends;
use super::list::{Lead, List};
use super::tables::{self, CategorySet};
use super::total::Sets;
use super::{Mention, Prose, unsure};
use crate::model::unit;
use rust_decimal::Decimal;

/// Why a list is complete, or looks it.
#[derive(Clone, Copy)]
pub(super) enum Evidence {
    /// 其他, 其余 ends it, after so many parts.
    Rest(usize),
    /// The same without words that lead into the list.
    Remainder(usize),
    /// Each of so many parts has its share, and the shares come to 100%.
    Shares(usize),
    /// 分为.
    Divided,
    /// Its categories are all there are; so many parts are of them.
    Set(&'static CategorySet, usize),
    /// So many categories of a set that they look like all there are.
    Likely(&'static CategorySet, usize),
    /// Its parts are of different kinds of what the whole is.
    Kinds,
    /// 从申请事项看: what follows mostly divides the whole.
    Aspect,
    /// 合计 without a word more.
    Closing,
    None,
}

impl Evidence {
    /// That of a list, by its labels and what leads into it.
    pub fn of(prose: &Prose, list: &List, sets: &Sets) -> Self {
        let labels = list.labels(prose, &list.alike);
        let is_rest = |label: &&str| ["其他", "其它", "其余"].iter().any(|word| label.starts_with(word));
        let rest = labels.iter().position(is_rest);
        if let Some(at) = rest.filter(|at| *at > 0 && !matches!(list.lead, Lead::Plain | Lead::Closing)) {
            return Self::Rest(at + 1);
        }
        // 收案84件，涉及公安36件、…、其他4件.
        let is_adjacent = || list.wholes.iter().any(|whole| whole + 1 == list.parts[0]);
        if let Some(at) = rest.filter(|at| *at > 1 && list.lead == Lead::Plain && is_adjacent()) {
            return Self::Remainder(at + 1);
        }
        // 驳回55件，确认违法、判决履行等11件 behind a colon.
        let is_catch_all = |label: &str| label.contains('、') && label.ends_with('等');
        let catch_all = labels.iter().position(|label| is_catch_all(label));
        if let Some(at) = catch_all.filter(|at| *at > 0 && list.lead == Lead::Colon) {
            return Self::Rest(at + 1);
        }
        if labels.len() > 1 && list.lead != Lead::Closing {
            if have_all_shares(prose, &list.alike) {
                return Self::Shares(labels.len());
            }
            let complete = sets.complete().iter().copied();
            let likely =
                tables::categories().iter().filter(|set| (set.likely > 0 || set.exclusive) && list.lead != Lead::Plain);
            if let Some(of_set) = complete.chain(likely).find_map(|set| Self::of_set(prose, list, set, &labels)) {
                return of_set;
            }
        }
        match list.lead {
            Lead::Divided => Self::Divided,
            Lead::Closing => Self::Closing,
            Lead::Aspect => Self::Aspect,
            Lead::Plain => Self::None,
            _ if list.wholes.iter().any(|whole| are_kinds(prose, *whole, &list.alike)) => Self::Kinds,
            _ => Self::None,
        }
    }

    /// A list whose labels are categories of one set.
    fn of_set(prose: &Prose, list: &List, set: &'static CategorySet, labels: &[&str]) -> Option<Self> {
        // 撤销和确认违法共10件 sums up what was told.
        let is_sum = |part: usize| prose.text[prose.mentions[part].before.clone()].ends_with(['共', '计']);
        let own = labels.iter().zip(&list.alike).take_while(|(_, part)| !is_sum(**part));
        let of_set: Vec<&str> = own.map_while(|(label, _)| set.category(label)).collect();
        let count = of_set.len();
        let is_spoken_of = || list.wholes.iter().any(|whole| speaks_of(prose, set, *whole));
        // 分为 leaves nothing over, whatever the set says.
        if set.pending && list.lead == Lead::Divided {
            return None;
        }
        if count < 2 || !ends_after(prose, list, count) || !is_spoken_of() {
            return None;
        }
        if set.needs.iter().all(|need| of_set.contains(&need.as_ref())) {
            return Some(Self::Set(set, count));
        }
        let is_likely = (set.exclusive || set.likely > 0 && count >= set.likely) && list.lead != Lead::Plain;
        is_likely.then_some(Self::Likely(set, count))
    }

    /// So many parts, or those of all the numbers.
    pub fn count(&self, all: usize) -> usize {
        match self {
            Self::Rest(count)
            | Self::Remainder(count)
            | Self::Shares(count)
            | Self::Set(_, count)
            | Self::Likely(_, count) => *count,
            _ => all,
        }
    }

    /// How many parts must be added before they can hold; `None` where any run of them may.
    pub fn least(&self, list: &List) -> Option<usize> {
        match self {
            Self::Set(set, count) if !set.strict && *count <= 2 => None,
            Self::Divided | Self::Aspect | Self::Closing | Self::None => None,
            _ => Some(self.count(list.alike.len())),
        }
    }

    /// Whether parts that add up have all that the set needs: 合格98卷, 不合格2卷 beside 优秀20卷.
    pub fn is_whole_alone(&self, prose: &Prose, parts: &[usize]) -> bool {
        let Self::Set(set, _) = self else { return false };
        let names = |need: &String| {
            let of = |part: &usize| set.category(prose.name(&prose.mentions[*part]));
            parts.iter().any(|part| of(part) == Some(need.as_ref()))
        };
        set.alone && set.needs.iter().all(names)
    }

    /// Whether a list that is not complete by it may still be meant as it stands.
    pub fn is_soft(&self) -> bool {
        matches!(self, Self::Likely(..) | Self::Kinds | Self::Remainder(_))
    }

    /// The likeliest whole: the nearest; of several in the sentence before, the one that a wrong digit explains.
    pub fn whole(&self, prose: &Prose, list: &List, numbers: &[i64]) -> Option<usize> {
        let mut wholes = list.wholes.iter().copied().filter(|whole| self.suits(prose, list, *whole));
        let nearest = wholes.clone().next()?;
        let numbers = numbers.get(..self.count(numbers.len()))?;
        let mends = |whole: &usize| prose.mentions[*whole].exact().is_some_and(|total| one_digit_mends(total, numbers));
        let explained = list.is_two_sentences.then(|| wholes.find(mends)).flatten();
        Some(explained.unwrap_or(nearest))
    }

    /// The nearest quantity that counts the same things now.
    pub fn nearest(prose: &Prose, list: &List) -> Option<usize> {
        list.wholes.iter().copied().find(|whole| can_be_whole(prose, list, *whole))
    }

    /// Whether a quantity can be the whole of the list.
    pub fn suits(&self, prose: &Prose, list: &List, whole: usize) -> bool {
        can_be_whole(prose, list, whole)
            && !matches!(self, Self::Set(set, _) | Self::Likely(set, _) if !speaks_of(prose, set, whole))
    }
}

/// Whether a quantity counts what the parts do, and no other year.
fn can_be_whole(prose: &Prose, list: &List, whole: usize) -> bool {
    let mention = &prose.mentions[whole];
    let is_apart = || list.lead == Lead::Closing && COUNTED_APART.contains(&prose.unit(mention));
    let part = &prose.mentions[list.alike[0]];
    (prose.is_like(mention, part) || is_apart() && COUNTED_APART.contains(&prose.unit(part)))
        && !unsure::is_compared(prose, mention)
}

/// Whether a list ends after so many parts: what follows it stands behind ；.
fn ends_after(prose: &Prose, list: &List, count: usize) -> bool {
    let (Some(last), Some(next)) = (list.alike.get(count - 1), list.alike.get(count)) else { return true };
    let behind =
        |one: usize, other: usize| &prose.text[prose.mentions[one].range.end..prose.mentions[other].range.start];
    // 男性19名、女性29名，本科45名: 、 joins what belongs together.
    let is_paused = list.alike[..count].windows(2).all(|pair| behind(pair[0], pair[1]).starts_with('、'));
    let mark = behind(*last, *next);
    mark.contains(['；', ';']) || is_paused && mark.starts_with(['，', ','])
}

/// Whether the clause of a whole speaks of what the categories divide.
fn speaks_of(prose: &Prose, set: &CategorySet, whole: usize) -> bool {
    let clause = &prose.text[prose.clause(&prose.mentions[whole]).range.clone()];
    set.wholes.is_empty() || set.wholes.iter().any(|word| clause.contains(word.as_str()))
}

/// Whether each part is followed by its share, and the shares come to 100%.
fn have_all_shares(prose: &Prose, parts: &[usize]) -> bool {
    let is_share = |mention: &&Mention| {
        let words = &prose.text[mention.before.clone()];
        mention.quantity.unit == unit::PERCENT && (words.contains('占') || prose.before(mention).is_empty())
    };
    let end = |part: usize| parts.get(part + 1).map_or(prose.mentions.len(), |next| *next);
    let share = |(order, part): (usize, &usize)| {
        let sentence = prose.mentions[*part].sentence;
        let next = prose.mentions[part + 1..end(order)].first()?;
        (next.sentence == sentence && is_share(&next)).then_some(&next.quantity)
    };
    let Some(shares) = parts.iter().enumerate().map(share).collect::<Option<Vec<_>>>() else { return false };
    // Each may be rounded by half a last digit.
    let reach: Decimal = shares.iter().map(|share| Decimal::new(5, (share.number.scale() + 1).min(28))).sum();
    let total: Decimal = shares.iter().map(|share| share.number).sum();
    (total - Decimal::ONE_HUNDRED).abs() <= reach
}

/// Whether the parts are of different kinds of what the whole is, so that none is in two: 法治文化阵地19个 as
/// 法治文化广场, 法治教育基地 and 法治长廊.
pub(super) fn are_kinds(prose: &Prose, whole: usize, parts: &[usize]) -> bool {
    let whole = &prose.mentions[whole];
    if !["个", "处", "所", "座", "支"].contains(&prose.unit(whole)) {
        return false;
    }
    let noun = prose.after(whole);
    let kin = noun.char_indices().nth(2).map_or("", |(at, _)| &noun[..at]);
    let names: Vec<&str> = parts.iter().map(|part| prose.name(&prose.mentions[*part])).collect();
    let heads: Vec<&str> = names.iter().map(|name| tail(name, 2)).collect();
    let are_apart = || heads.iter().enumerate().all(|(at, head)| !heads[..at].contains(head));
    !kin.is_empty() && names.len() > 1 && names.iter().all(|name| name.contains(kin)) && are_apart()
}

/// The last characters of a name; all of a shorter one.
pub(super) fn tail(name: &str, characters: usize) -> &str {
    name.char_indices().rev().nth(characters - 1).map_or(name, |(at, _)| &name[at..])
}
