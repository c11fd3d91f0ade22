//! A list of which nothing tells whether it is complete: a fault only where chance does not explain what it is off by.

use super::{Case, NEAR};
use crate::model::Verdict;
use crate::prose::digits::chance;
use crate::prose::evidence::{are_kinds, tail};
use crate::prose::list::Lead;

/// How likely chance may be where nothing else tells that a list is complete.
const UNLIKELY: f64 = 0.012;
/// The same for a doubt.
const DOUBTFUL: f64 = 0.05;
/// How far, in hundredths of the whole, a list may be off that only looks complete, and is asked about.
const CLOSE: i64 = 20;

impl Case<'_> {
    /// The parts that are wrong, if any: up to the last, or up to where one digit mends them.
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

    /// Whether a part is of another, as 女运动员 of 运动员, or the parts say several things of the whole itself, as of
    /// 283个海湾中 168个海湾优良 and 117个海湾全域优良.
    pub(super) fn are_nested(&self) -> bool {
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

    fn are_kinds(&self, count: usize) -> bool {
        are_kinds(self.prose, self.whole, &self.list.alike[..count])
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
