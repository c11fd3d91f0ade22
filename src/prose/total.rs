//! Wholes and their parts: 其中, 包括, 分为, a list behind a whole or in front of a sum.
//!
//! A list need not be complete, so parts that come to less than the whole prove nothing by themselves. They do where
//! nothing can be left over: a remainder (其他), a division (分为), categories that are known to be all there are; and
//! where chance does not make a difference as small or as round as the one found.

use std::cell::LazyCell;

use rust_decimal::Decimal;

use super::digits::{chance, integer, one_digit_mends};
use super::list::{self, Lead, List};
use super::relation::{Operation, Relation};
use super::tables::{self, CategorySet};
use super::{Mention, Prose};
use crate::model::{Interval, Verdict};

/// How likely chance may be where nothing else tells that a list is complete.
const UNLIKELY: f64 = 0.012;
/// The same for a doubt.
const DOUBTFUL: f64 = 0.05;
/// The same where the list is complete, but its whole is one of several in the sentence before.
const UNLIKELY_WHOLE: f64 = 0.08;
/// How far, in hundredths of the whole, a complete list may be off and still be meant as its parts.
const NEAR: i64 = 30;

/// Finds the wholes of a text with their parts.
pub(super) fn totals(prose: &Prose, lists: &[List]) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    let mut open = Vec::new();
    let mut sets = (usize::MAX, Vec::new());
    for list in lists.iter().filter(|list| list.parts.len() > 1 || list.lead == Lead::Among) {
        let sentence = prose.mentions[list.parts[0]].sentence;
        if sets.0 != sentence {
            sets = (sentence, sets_of(prose, sentence));
        }
        match holding(prose, list, &sets.1) {
            Some(relation)
                if found.iter().any(|other| other.stated == relation.stated && other.terms == relation.terms) => {}
            Some(relation) => found.push(relation),
            None => open.extend(failing(prose, list, &sets.1)),
        }
    }
    let holding = found.len();
    for relation in open {
        // What holds in one reading is not accused in another.
        let is_told = |other: &Relation| {
            other.stated == relation.stated || relation.terms.iter().all(|term| other.terms.contains(term))
        };
        if !found[..holding].iter().any(is_told)
            && !found[holding..].iter().any(|other| other.stated == relation.stated)
        {
            found.push(relation);
        }
    }
    found
}

/// The sets of categories whose needed ones are all named in a sentence.
fn sets_of(prose: &Prose, sentence: usize) -> Vec<&'static CategorySet> {
    let text = &prose.text[prose.sentences[sentence].range.clone()];
    let is_named = |set: &CategorySet, need: &str| {
        let words = set.categories.iter().find(|words| words[0] == need);
        words.is_some_and(|words| words.iter().any(|word| text.contains(word.as_str())))
    };
    let names_all = |set: &&CategorySet| set.needs.iter().all(|need| is_named(set, need));
    tables::categories().iter().filter(names_all).collect()
}

/// A count without a mark of approximation and without decimals.
fn exact(mention: &Mention) -> Option<i64> {
    let interval = mention.quantity.interval();
    interval.is_exact().then(|| integer(interval.lower)).flatten()
}

fn relation(whole: usize, terms: Vec<usize>, computed: Decimal, verdict: Verdict) -> Relation {
    let looks_wrong = verdict == Verdict::CannotTell;
    Relation {
        operation: Operation::Sum,
        stated: whole,
        terms,
        computed,
        verdict,
        looks_wrong,
        rises: false,
        truncated: false,
    }
}

/// A reading of the list that adds up.
fn holding(prose: &Prose, list: &List, sets: &[&'static CategorySet]) -> Option<Relation> {
    // A complete list adds up as a whole or not at all.
    let complete = LazyCell::new(|| match Evidence::of(prose, list, sets) {
        Evidence::Rest(count) => Some(count),
        Evidence::Set(set, count) if set.strict || count > 2 => Some(count),
        _ => None,
    });
    let value = |index: usize| prose.mentions[index].quantity.interval();
    for &whole in &list.wholes {
        let stated = value(whole);
        let like = |part: &usize| prose.is_like(&prose.mentions[whole], &prose.mentions[*part]);
        let alike: Vec<usize> = list.parts.iter().copied().filter(like).collect();
        // 个 and 名 in one list are added too: 奖状379个、奖章1462名.
        let is_plain = list.lead == Lead::Plain;
        for parts in [&alike, &list.parts] {
            let starts = if is_plain { 1 } else { parts.len() };
            for start in 0..starts.min(parts.len()) {
                let mut sum = Interval::exact(Decimal::ZERO);
                for end in start..parts.len() {
                    sum = sum.plus(&value(parts[end]));
                    let is_closed = list.lead != Lead::Closing || end + 1 == parts.len();
                    let holds = match stated.is_exact() && sum.is_exact() {
                        true => stated == sum,
                        false => !is_plain && stated.overlaps(&sum),
                    };
                    let is_complete = || complete.is_none_or(|count| start == 0 && end + 1 >= count);
                    if end > start && is_closed && holds && is_complete() {
                        return Some(relation(whole, parts[start..=end].to_vec(), sum.lower, Verdict::Holds));
                    }
                    if sum.lower > stated.upper {
                        break;
                    }
                }
            }
            if is_plain || alike.len() == list.parts.len() || alike.is_empty() {
                break;
            }
        }
    }
    None
}

/// Why a list is complete.
#[derive(Clone, Copy)]
enum Evidence {
    /// 其他, 其余 ends it, after so many parts.
    Rest(usize),
    /// 分为.
    Divided,
    /// Its categories are all there are; so many parts are of them.
    Set(&'static CategorySet, usize),
    /// 合计 without a word more.
    Closing,
    None,
}

impl Evidence {
    fn of(prose: &Prose, list: &List, sets: &[&'static CategorySet]) -> Self {
        let labels: Vec<&str> = list.alike.iter().map(|part| prose.name(&prose.mentions[*part])).collect();
        let is_rest = |label: &&str| ["其他", "其它", "其余"].iter().any(|word| label.starts_with(word));
        let rest = labels.iter().position(is_rest);
        if let Some(at) = rest.filter(|at| *at > 0 && !matches!(list.lead, Lead::Plain | Lead::Closing)) {
            return Self::Rest(at + 1);
        }
        // 驳回55件，确认违法、判决履行等11件 behind a colon.
        let is_catch_all = |label: &str| label.contains('、') && label.ends_with('等');
        let catch_all = labels.iter().position(|label| is_catch_all(label));
        if let Some(at) = catch_all.filter(|at| *at > 0 && list.lead == Lead::Colon) {
            return Self::Rest(at + 1);
        }
        if labels.len() > 1 && list.lead != Lead::Closing {
            for &set in sets {
                let of_set: Vec<&str> = labels.iter().map_while(|label| set.category(label)).collect();
                let is_complete = set.needs.iter().all(|need| of_set.contains(&need.as_str()));
                let is_spoken_of = list.wholes.iter().any(|whole| speaks_of(prose, set, *whole));
                if of_set.len() > 1 && is_complete && is_spoken_of && ends_after(prose, list, of_set.len()) {
                    return Self::Set(set, of_set.len());
                }
            }
        }
        match list.lead {
            Lead::Divided => Self::Divided,
            Lead::Closing => Self::Closing,
            _ => Self::None,
        }
    }

    /// The likeliest whole: the nearest; of several in the sentence before, the one that a wrong digit explains.
    fn whole(&self, prose: &Prose, list: &List, numbers: &[i64]) -> Option<usize> {
        let mut wholes = list.wholes.iter().copied().filter(|whole| self.suits(prose, list, *whole));
        let nearest = wholes.clone().next()?;
        let count = match self {
            Self::Rest(count) | Self::Set(_, count) => *count,
            _ => numbers.len(),
        };
        let numbers = numbers.get(..count)?;
        let mends = |whole: &usize| exact(&prose.mentions[*whole]).is_some_and(|total| one_digit_mends(total, numbers));
        let explained = list.is_two_sentences.then(|| wholes.find(mends)).flatten();
        Some(explained.unwrap_or(nearest))
    }

    /// Whether a quantity can be the whole of the list.
    fn suits(&self, prose: &Prose, list: &List, whole: usize) -> bool {
        let is_like = prose.is_like(&prose.mentions[whole], &prose.mentions[list.alike[0]]);
        is_like && !matches!(self, Self::Set(set, _) if !speaks_of(prose, set, whole))
    }
}

/// Whether a list ends after so many parts: what follows it stands behind ；.
fn ends_after(prose: &Prose, list: &List, count: usize) -> bool {
    let (Some(last), Some(next)) = (list.alike.get(count - 1), list.alike.get(count)) else { return true };
    prose.text[prose.mentions[*last].range.end..prose.mentions[*next].range.start].contains(['；', ';'])
}

/// Whether the clause of a whole speaks of what the categories divide.
fn speaks_of(prose: &Prose, set: &CategorySet, whole: usize) -> bool {
    let clause = &prose.text[prose.clause(&prose.mentions[whole]).range.clone()];
    set.wholes.is_empty() || set.wholes.iter().any(|word| clause.contains(word.as_str()))
}

/// The list as parts of its likeliest whole, where they certainly or probably do not add up.
fn failing(prose: &Prose, list: &List, sets: &[&'static CategorySet]) -> Option<Relation> {
    if list.alike.is_empty() || list.lead == Lead::Plain && (list.alike.len() < 2 || sets.is_empty()) {
        return None;
    }
    let evidence = Evidence::of(prose, list, sets);
    let numbers: Vec<i64> = list.alike.iter().map_while(|part| exact(&prose.mentions[*part])).collect();
    let whole = evidence.whole(prose, list, &numbers)?;
    let total = exact(&prose.mentions[whole]).filter(|total| *total > 0)?;
    let case = Case { prose, list, whole, total, numbers: &numbers };
    let (count, verdict) = match evidence {
        Evidence::Rest(count) => (count, case.complete(count, true)?),
        // 清理128件，保留86件，废止20件 may leave those over that were amended.
        Evidence::Set(set, count) if count < set.least && case.sum(count)? < total => {
            (count, case.complete(count, false).map(|_| Verdict::CannotTell)?)
        }
        Evidence::Set(set, count) => (count, case.complete(count, set.strict)?),
        Evidence::Divided => case.divided()?,
        Evidence::Closing => (numbers.len(), case.closing()?),
        Evidence::None if list.lead == Lead::Plain => return None,
        Evidence::None => case.by_chance()?,
    };
    let parts = list.alike[..count].to_vec();
    let sum: i64 = numbers.get(..count)?.iter().sum();
    let is_unsure = list::is_unsure(prose, list, whole, &parts, sum < total);
    (!is_unsure).then(|| relation(whole, parts, Decimal::from(sum), verdict))
}

/// A list that does not add up in any reading.
struct Case<'a> {
    prose: &'a Prose<'a>,
    list: &'a List,
    whole: usize,
    total: i64,
    numbers: &'a [i64],
}

impl Case<'_> {
    fn sum(&self, count: usize) -> Option<i64> {
        self.numbers.get(..count)?.iter().try_fold(0_i64, |sum, number| sum.checked_add(*number))
    }

    fn mends(&self, count: usize) -> bool {
        one_digit_mends(self.total, &self.numbers[..count])
    }

    /// How far off the sum is, in hundredths of the whole.
    fn off(&self, sum: i64) -> i64 {
        (self.total - sum).saturating_abs().saturating_mul(100) / self.total
    }

    /// A list that leaves nothing over.
    fn complete(&self, count: usize, is_strict: bool) -> Option<Verdict> {
        let sum = self.sum(count).filter(|sum| *sum != self.total)?;
        let mends = self.mends(count);
        let is_near = is_strict && self.off(sum) <= NEAR;
        if !mends && !is_near {
            return None;
        }
        // Of several quantities in the sentence before, any may be the whole.
        let rivals = self.rivals();
        let is_whole_sure =
            rivals <= 1 || mends && chance(self.total, &self.numbers[..count]) * rivals as f64 <= UNLIKELY_WHOLE;
        Some(if is_whole_sure { Verdict::Fails } else { Verdict::CannotTell })
    }

    /// 分为 with the parts up to the end, or up to where one digit mends them.
    fn divided(&self) -> Option<(usize, Verdict)> {
        let count = (2..=self.numbers.len()).find(|count| self.mends(*count)).unwrap_or(self.numbers.len());
        if count < 2 || count == self.numbers.len() && count < self.list.alike.len() {
            return None;
        }
        Some((count, self.complete(count, true)?))
    }

    /// Parts, then 合计 and a number.
    fn closing(&self) -> Option<Verdict> {
        let mention = &self.prose.mentions[self.whole];
        let words = self.prose.text[mention.before.clone()].trim_matches(['、', ' ']);
        let is_bare =
            ["合计", "共计", "总计", "总共", "一共", "共"].contains(&words) && self.prose.after(mention).is_empty();
        let all = self.list.parts.len() == self.numbers.len() && self.numbers.len() > 1;
        let first = self.prose.sentences[mention.sentence].mentions.start;
        let is_whole_sentence = self.list.parts.first() == Some(&first);
        if !(is_bare && all && is_whole_sentence) {
            return None;
        }
        let sum = self.sum(self.numbers.len())?;
        let mends = self.mends(self.numbers.len());
        match mends && self.off(sum) <= NEAR {
            true => Some(Verdict::Fails),
            false => None,
        }
    }

    /// A list that may be a choice: a fault only where chance does not explain what it is off by.
    fn by_chance(&self) -> Option<(usize, Verdict)> {
        if self.are_nested() {
            return None;
        }
        let all = self.numbers.len();
        let ways = all.saturating_sub(1).max(1) * self.rivals().max(1);
        let chance_of = |count: usize| chance(self.total, &self.numbers[..count]) * ways as f64;
        let likely = |one: &usize, other: &usize| chance_of(*one).total_cmp(&chance_of(*other));
        let is_choice = self.list.lead == Lead::Including;
        let is_process = |count: usize| {
            let label = |part: &usize| self.prose.name(&self.prose.mentions[*part]);
            self.list.alike[..count].iter().map(label).any(is_process)
        };
        let best = (2..=all).filter(|count| self.mends(*count)).min_by(likely);
        if let Some(count) = best {
            let sum = self.sum(count)?;
            let is_proof = chance_of(count) <= UNLIKELY && (sum > self.total || !is_process(count)) && !is_choice;
            if is_proof || sum > self.total && self.is_of_kinds(&self.list.alike[..count]) && self.off(sum) <= NEAR {
                return Some((count, Verdict::Fails));
            }
        }
        if let Some(count) = self.beyond(best) {
            return Some((count, Verdict::Fails));
        }
        let sum = self.sum(all)?;
        let is_overlap = sum > self.total && self.may_overlap() || self.are_levels();
        let is_list = all > 2 && self.off(sum) <= NEAR
            || self.are_siblings(&self.list.alike[..all])
            || chance(self.total, self.numbers) <= DOUBTFUL;
        let doubted = best.filter(|count| *count > 2 && chance_of(*count) <= DOUBTFUL && !is_choice && !is_overlap);
        if let Some(count) = doubted.filter(|count| *count < all && self.rivals() == 1) {
            return Some((count, Verdict::CannotTell));
        }
        let is_suspect = all > 1 && self.mends(all) && is_list && !is_choice && !is_overlap && self.rivals() == 1;
        is_suspect.then_some((all, Verdict::CannotTell))
    }

    /// So many parts as reach one that is larger than the only thing it can be a part of.
    fn beyond(&self, mended: Option<usize>) -> Option<usize> {
        let at = self.numbers.iter().position(|number| *number > self.total)?;
        if self.list.lead != Lead::Among || self.rivals_anywhere() != 1 {
            return None;
        }
        let whole = &self.prose.mentions[self.whole];
        let part = self.prose.name(&self.prose.mentions[self.list.alike[at]]);
        // 审核合同126份，其中采购合同189份: the number ends its clause, and the part is called what the whole is.
        let is_called_so = self.prose.after(whole).is_empty() && part.contains(tail(self.prose.name(whole), 2));
        mended.or(is_called_so.then_some(at + 1))
    }

    /// Whether the parts may count some of the whole twice: persons.
    fn may_overlap(&self) -> bool {
        let whole = &self.prose.mentions[self.whole];
        ["人", "名", "人次", "位"].contains(&self.prose.unit(whole))
    }

    /// Whether a part is of another, as 女运动员 of 运动员, or the parts say several things of the whole itself, as of
    /// 283个海湾中 168个海湾优良 and 117个海湾全域优良.
    fn are_nested(&self) -> bool {
        let name = |index: &usize| self.prose.name(&self.prose.mentions[*index]);
        let names: Vec<&str> = self.list.alike.iter().take(MANY_NAMES).map(name).collect();
        let is_of = |one: &str, other: &str| one.len() > other.len() && other.len() > 3 && one.ends_with(other);
        let noun = self.prose.after(&self.prose.mentions[self.whole]).trim_end_matches(['中', '里', '内']);
        names.iter().any(|one| names.iter().any(|other| is_of(one, other)))
            || !noun.is_empty() && names.iter().all(|name| name.starts_with(noun))
    }

    /// Whether the parts are of levels, of which more are not told.
    fn are_levels(&self) -> bool {
        self.list.alike.iter().any(|part| self.prose.name(&self.prose.mentions[*part]).contains('级'))
    }

    /// Quantities that could be the whole, wherever they stand, told apart by value.
    fn rivals_anywhere(&self) -> usize {
        let part = &self.prose.mentions[self.list.alike[0]];
        let wholes = self.list.wholes.iter().map(|whole| &self.prose.mentions[*whole]);
        let mut values: Vec<Decimal> =
            wholes.filter(|whole| self.prose.is_like(whole, part)).map(|whole| whole.quantity.value()).collect();
        values.sort();
        values.dedup();
        values.len()
    }

    /// Quantities of the sentence before that could be the whole, told apart by value.
    fn rivals(&self) -> usize {
        if self.list.is_two_sentences { self.rivals_anywhere() } else { 1 }
    }

    /// Whether the parts are of different kinds of what the whole is, so that none is in two: 法治文化阵地19个 as
    /// 法治文化广场, 法治教育基地 and 法治长廊.
    fn is_of_kinds(&self, parts: &[usize]) -> bool {
        let whole = &self.prose.mentions[self.whole];
        let noun = self.prose.after(whole);
        let names: Vec<&str> = parts.iter().map(|part| self.prose.name(&self.prose.mentions[*part])).collect();
        let heads: Vec<&str> = names.iter().map(|name| tail(name, 2)).collect();
        let kin = noun.char_indices().nth(2).map_or("", |(at, _)| &noun[..at]);
        let is_thing = ["个", "处", "所", "座", "支"].contains(&self.prose.unit(whole));
        let are_apart = heads.iter().enumerate().all(|(at, head)| !heads[..at].contains(head));
        is_thing && !kin.is_empty() && names.iter().all(|name| name.contains(kin)) && are_apart
    }

    /// Whether all parts are named after the whole: 政府规范性文件, 部门规范性文件.
    fn are_siblings(&self, parts: &[usize]) -> bool {
        let names: Vec<&str> = parts.iter().map(|part| self.prose.name(&self.prose.mentions[*part])).collect();
        let whole = self.prose.name(&self.prose.mentions[self.whole]);
        let head = tail(whole, 4);
        !head.is_empty() && names.iter().all(|name| name.ends_with(head))
    }
}

/// As many names of parts are held against one another.
const MANY_NAMES: usize = 24;

/// The last characters of a name; all of a shorter one.
fn tail(name: &str, characters: usize) -> &str {
    name.char_indices().rev().nth(characters - 1).map_or(name, |(at, _)| &name[at..])
}

/// Words of what became of something: what is still open is not told, and a list of them leaves it over.
const OUTCOMES: [&str; 33] = [
    "办结", "审结", "结案", "采纳", "整改", "化解", "完成", "合格", "优秀", "良好", "成功", "维持", "撤", "驳回",
    "终止", "调解", "和解", "受理", "立案", "移送", "答复", "回复", "满意", "解决", "落实", "报备", "办理", "已", "未",
    "正在", "级", "在职", "取得",
];

fn is_process(name: &str) -> bool {
    OUTCOMES.iter().any(|word| name.contains(word))
}
