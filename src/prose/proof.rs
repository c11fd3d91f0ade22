//! How sure it is that parts which do not make their whole should.

use rust_decimal::Decimal;

use super::closing::{is_closing, segment};
use super::digits::{chance, one_digit_mends};
use super::evidence::{are_kinds, tail};
use super::list::{Lead, List};
use super::tables::CategorySet;
use super::unsure::is_compared;
use super::{Mention, Prose};
use crate::model::Verdict;

/// How likely chance may be where nothing else tells that a list is complete.
const UNLIKELY: f64 = 0.012;
/// The same for a doubt.
const DOUBTFUL: f64 = 0.05;
/// The same where the list is complete, but its whole is one of several in the sentence before.
const UNLIKELY_WHOLE: f64 = 0.08;
/// How far, in hundredths of the whole, a complete list may be off and still be meant as its parts.
const NEAR: i64 = 30;

/// The same of one that only looks complete, and is asked about.
const CLOSE: i64 = 20;

/// A list that does not add up in any reading.
pub(super) struct Case<'a> {
    pub prose: &'a Prose<'a>,
    pub list: &'a List,
    pub whole: usize,
    pub total: i64,
    pub numbers: &'a [i64],
}

impl Case<'_> {
    /// The first parts together.
    pub fn sum(&self, count: usize) -> Option<i64> {
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
    pub fn complete(&self, count: usize, is_strict: bool) -> Option<Verdict> {
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

    /// A list that looks complete: one wrong digit would explain it.
    pub fn slipped(&self, count: usize) -> Option<Verdict> {
        let sum = self.sum(count).filter(|sum| *sum != self.total)?;
        let is_overlap = sum > self.total && self.may_overlap();
        (self.mends(count) && !is_overlap).then_some(Verdict::CannotTell)
    }

    /// A list of categories not all of which need be told.
    pub fn of_set(&self, set: &CategorySet, count: usize) -> Option<(usize, Verdict)> {
        let is_more = self.sum(count)? > self.total;
        let slipped = self.slipped(count)?;
        if set.exclusive && is_more && self.rivals() <= 1 && self.is_near() {
            return Some((count, Verdict::Fails));
        }
        let is_doubted = set.likely > 0 && count >= set.likely || is_more;
        is_doubted.then_some((count, slipped))
    }

    /// A complete list, some of whose whole may be told in none of its categories.
    pub fn pending(&self, set: &CategorySet, count: usize) -> Option<(usize, Verdict)> {
        self.of_set(set, count).or_else(|| Some((count, self.slipped(count)?)))
    }

    /// A list of different kinds of what the whole is.
    pub fn of_kinds(&self) -> Option<(usize, Verdict)> {
        let all = self.numbers.len();
        self.slipped(all).filter(|_| !self.are_nested()).map(|verdict| (all, verdict))
    }

    /// Whether all the parts come near to the whole.
    pub fn is_near(&self) -> bool {
        self.sum(self.numbers.len()).is_some_and(|sum| self.off(sum) <= NEAR)
    }

    fn are_kinds(&self, count: usize) -> bool {
        are_kinds(self.prose, self.whole, &self.list.alike[..count])
    }

    /// 分为 with the parts up to the end, or up to where one digit mends them.
    pub fn divided(&self) -> Option<(usize, Verdict)> {
        let count = (2..=self.numbers.len()).find(|count| self.mends(*count)).unwrap_or(self.numbers.len());
        if count < 2 || count == self.numbers.len() && count < self.list.alike.len() {
            return None;
        }
        Some((count, self.complete(count, true)?))
    }

    /// Parts, then 合计 and a number.
    pub fn closing(&self) -> Option<Verdict> {
        let mention = &self.prose.mentions[self.whole];
        let words = self.prose.text[mention.before.clone()].trim_matches(['、', ' ']);
        let (parts, alike) = (&self.list.parts, &self.list.alike);
        let is_all = parts.len() == self.numbers.len();
        // 巡查312次，下达通知书46份、决定书23份，共69份: those of one clause are meant.
        let clause = |part: &usize| self.prose.mentions[*part].clause;
        let own = &parts[parts.len() - self.numbers.len().min(parts.len())..];
        let is_one_clause = own == alike && alike.iter().all(|part| clause(part) == clause(&alike[0]));
        if self.numbers.len() < 2 || !is_all && !is_one_clause {
            return None;
        }
        let from = segment(self.prose, self.whole);
        let first = self.prose.mentions.partition_point(|mention| mention.range.start < from);
        let is_whole_segment = !is_all || parts.first() == Some(&first);
        if !(is_whole_segment && self.mends(self.numbers.len())) {
            return None;
        }
        // 共16人参加 may have come from elsewhere too.
        let is_bare = is_closing(words) && self.prose.after(mention).is_empty();
        let sum = self.sum(self.numbers.len())?;
        let is_near = self.off(sum) <= NEAR;
        // 累计23件 has those of other years too.
        if words.ends_with("累计") && (!is_near || self.numbers.len() < 3) {
            return None;
        }
        let is_proved = is_bare && (sum > self.total || is_near);
        Some(if is_proved { Verdict::Fails } else { Verdict::CannotTell })
    }

    /// A list that may be a choice: a fault only where chance does not explain what it is off by.
    pub fn by_chance(&self) -> Option<(usize, Verdict)> {
        if self.are_nested() {
            return None;
        }
        let all = self.numbers.len();
        let ways = all.saturating_sub(1).max(1) * self.rivals().max(1);
        let chance_of = |count: usize| chance(self.total, &self.numbers[..count]) * ways as f64;
        let likely = |one: &usize, other: &usize| chance_of(*one).total_cmp(&chance_of(*other));
        let is_choice = self.list.lead == Lead::Including;
        let is_process =
            |count: usize| self.list.labels(self.prose, &self.list.alike[..count]).into_iter().any(is_process);
        let best = (2..=all).filter(|count| self.mends(*count)).min_by(likely);
        if let Some(count) = best {
            let sum = self.sum(count)?;
            let is_proof = chance_of(count) <= UNLIKELY && (sum > self.total || !is_process(count)) && !is_choice;
            // More than all is told of nothing that is in one part only.
            let is_above = sum > self.total
                && count > 2
                && self.list.lead == Lead::Among
                && chance_of(count) <= DOUBTFUL
                && !self.may_overlap();
            if is_proof || is_above || sum > self.total && self.are_kinds(count) && self.off(sum) <= NEAR {
                return Some((count, Verdict::Fails));
            }
        }
        if let Some(count) = self.beyond(best) {
            return Some((count, Verdict::Fails));
        }
        let sum = self.sum(all)?;
        let is_overlap = sum > self.total && self.may_overlap() || self.are_levels();
        let is_list = (all > 2 || self.list.lead == Lead::Parentheses) && self.off(sum) <= CLOSE
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
        if self.has_ended(at) {
            return None;
        }
        // 开展活动46场，其中培训21期: the whole of 其中 is what stands right in front of it.
        let is_like =
            |one: usize, other: usize| self.prose.is_like(&self.prose.mentions[one], &self.prose.mentions[other]);
        let is_next = self.list.wholes.first().is_some_and(|next| is_like(*next, self.list.alike[at]));
        if self.list.lead != Lead::Among || !is_next || self.rivals_anywhere() != 1 {
            return None;
        }
        let whole = &self.prose.mentions[self.whole];
        let part = self.prose.name(&self.prose.mentions[self.list.alike[at]]);
        // 审核合同126份，其中采购合同189份: the number ends its clause, and the part is called what the whole is.
        let is_called_so = self.prose.after(whole).is_empty() && part.contains(tail(self.prose.name(whole), 2));
        mended.or(is_called_so.then_some(at + 1))
    }

    /// Whether a list parted by 、 ends before a part that stands behind ，: 法规9件，其中新制定2件、修改1件，规章14件.
    fn has_ended(&self, at: usize) -> bool {
        let between = |pair: &[usize]| {
            let mention = |index: usize| &self.prose.mentions[index];
            &self.prose.text[mention(pair[0]).range.end..mention(pair[1]).range.start]
        };
        let pairs: Vec<&str> = self.list.alike[..=at].windows(2).map(between).collect();
        let is_paused = |words: &&str| words.starts_with('、');
        pairs
            .split_last()
            .is_some_and(|(last, others)| !is_paused(last) && !others.is_empty() && others.iter().all(is_paused))
    }

    /// Whether the parts may count some of the whole twice: persons.
    fn may_overlap(&self) -> bool {
        let whole = &self.prose.mentions[self.whole];
        ["人", "名", "人次", "位"].contains(&self.prose.unit(whole))
    }

    /// Whether a part is of another, as 女运动员 of 运动员, or the parts say several things of the whole itself, as of
    /// 283个海湾中 168个海湾优良 and 117个海湾全域优良.
    fn are_nested(&self) -> bool {
        let names = self.list.labels(self.prose, &self.list.alike[..self.list.alike.len().min(MANY_NAMES)]);
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
        let can_be = |whole: &&Mention| self.prose.is_like(whole, part) && !is_compared(self.prose, whole);
        let mut values: Vec<Decimal> = wholes.filter(can_be).map(|whole| whole.quantity.value()).collect();
        values.sort();
        values.dedup();
        values.len()
    }

    /// Quantities of the sentence before that could be the whole, told apart by value.
    fn rivals(&self) -> usize {
        if self.list.is_two_sentences { self.rivals_anywhere() } else { 1 }
    }

    /// Whether all parts are named after the whole: 政府规范性文件, 部门规范性文件.
    fn are_siblings(&self, parts: &[usize]) -> bool {
        let names = self.list.labels(self.prose, parts);
        let whole = self.prose.name(&self.prose.mentions[self.whole]);
        let head = tail(whole, 4);
        !head.is_empty() && names.iter().all(|name| name.ends_with(head))
    }
}

/// As many names of parts are held against one another.
const MANY_NAMES: usize = 24;

/// Words of what became of something: what is still open is not told, and a list of them leaves it over.
const OUTCOMES: [&str; 33] = [
    "办结", "审结", "结案", "采纳", "整改", "化解", "完成", "合格", "优秀", "良好", "成功", "维持", "撤", "驳回",
    "终止", "调解", "和解", "受理", "立案", "移送", "答复", "回复", "满意", "解决", "落实", "报备", "办理", "已", "未",
    "正在", "级", "在职", "取得",
];

fn is_process(name: &str) -> bool {
    OUTCOMES.iter().any(|word| name.contains(word))
}
