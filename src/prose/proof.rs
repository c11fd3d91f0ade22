//! How sure it is that parts which do not make their whole should.

mod chance;

use rust_decimal::Decimal;

use super::closing::{is_closing, segment};
use super::digits::{chance, one_digit_mends};
use super::list::List;
use super::tables::CategorySet;
use super::unsure::is_compared;
use super::{Mention, Prose};
use crate::model::Verdict;

/// How likely chance may be where a list is complete, but its whole is one of several in the sentence before.
const UNLIKELY_WHOLE: f64 = 0.08;
/// How far, in hundredths of the whole, a complete list may be off and still be meant as its parts.
const NEAR: i64 = 30;

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

    /// Whether the parts may count some of the whole twice: persons.
    fn may_overlap(&self) -> bool {
        let whole = &self.prose.mentions[self.whole];
        ["人", "名", "人次", "位"].contains(&self.prose.unit(whole))
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
}
