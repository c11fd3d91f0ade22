//! The base that words bind to a rate and to what is counted.

use super::{Prose, only};
use rust_decimal::Decimal;

use super::closing::segment;
use super::list::List;
use super::near::{Near, is_next};
use super::rate::{ALL, Form};
use super::tables::{self, RateName};
use super::whole::{is_sum, whole_of};

/// Words in front of a rate that narrow what is counted.
pub(super) const NARROWING: [&str; 20] = [
    "按期", "按时", "及时", "法定", "如期", "当场", "当庭", "即时", "首次", "初次", "一次", "综合", "平均", "正职",
    "主动", "自动", "实质", "限期", "网上", "当年",
];

/// A base, and how the words bind it.
#[derive(Clone, Copy, Default)]
pub(super) struct Base {
    pub index: usize,
    /// The rate may be higher: what is still open may be left out of the base.
    pub may_exceed: bool,
    /// The rate may be lower: the base may have what is not told.
    pub may_fall_short: bool,
    /// It is only the whole of the list that what is counted is in.
    pub is_whole: bool,
    /// Another base may be meant: never a fault.
    pub is_doubtful: bool,
    /// All of it was dealt with: a rate above the computed one is wrong where one digit explains it.
    pub is_settled: bool,
    /// Another share is of it too.
    pub is_shared: bool,
    /// The rate is of what the counted leaves of it.
    pub is_of_rest: bool,
}

impl Base {
    /// One that has all of what is counted, and nothing else.
    pub fn sure(index: usize) -> Self {
        Self { index, ..Self::default() }
    }

    /// One that may be another.
    pub fn whole(index: usize) -> Self {
        Self { is_whole: true, ..Self::sure(index) }
    }
}

impl Near {
    /// The base that words bind to the rate.
    pub fn bound(&self, prose: &Prose, lists: &[List], form: &Form, stated: usize, counted: usize) -> Option<Base> {
        let label = words_of(prose, counted);
        match form {
            Form::Rate(stem) => {
                let named = tables::rates().iter().find_map(|rate| Some((rate, rate.before(stem)?)));
                match named {
                    Some((rate, prefix)) => {
                        let named = self.of_rate(prose, rate, prefix, &label, counted);
                        let named = named.or_else(|| self.of_list(prose, lists, rate, &label, counted));
                        named.or_else(|| self.only_other(prose, rate, prefix, &label, counted))
                    }
                    None if label.contains(*stem) => {
                        let whole = whole_of(prose, lists, counted).map(Base::whole);
                        whole.or_else(|| self.lone(prose, stem, counted))
                    }
                    None => None,
                }
            }
            Form::Proportion(stem) if label.contains(*stem) => whole_of(prose, lists, counted).map(Base::whole),
            Form::Share(base) if ALL.contains(base) && is_next(prose, stated, counted) => {
                let total =
                    || self.total.filter(|total| prose.is_like(&prose.mentions[*total], &prose.mentions[counted]));
                let whole = whole_of(prose, lists, counted).or_else(total).map(Base::sure);
                whole.or_else(|| self.adjacent(prose, counted))
            }
            Form::Share(base) if is_next(prose, stated, counted) => self.named(prose, base, counted),
            Form::ShareOf(base) => (!self.is_sum(prose, stated, *base)).then(|| Base::sure(*base)),
            _ => None,
        }
    }

    /// The whole of the list that what a rate counts is in, where no word names its base.
    fn of_list(&self, prose: &Prose, lists: &[List], rate: &RateName, label: &str, counted: usize) -> Option<Base> {
        let names_counted = rate.counted.iter().any(|word| label.contains(word.as_str()));
        let has_base = |index: &usize| {
            let words = words_of(prose, *index);
            *index != counted && rate.of.iter().any(|word| words.contains(word.as_str()))
        };
        if !names_counted || self.before.iter().any(has_base) {
            return None;
        }
        whole_of(prose, lists, counted).map(|whole| Base { is_doubtful: true, ..Base::whole(whole) })
    }

    /// The only other quantity in front of what a rate counts, where no word of it says so: 接报警情1348起，调解成功1207起.
    fn only_other(&self, prose: &Prose, rate: &RateName, prefix: &str, label: &str, counted: usize) -> Option<Base> {
        let is_named = prefix.is_empty() || COMMON.contains(&prefix);
        let is_counted = rate.counted.iter().any(|word| label.contains(word.as_str()));
        let is_like = |index: &usize| prose.is_like(&prose.mentions[*index], &prose.mentions[counted]);
        let others = self.before.iter().copied().filter(|index| *index != counted && is_like(index));
        let base = only(others).filter(|_| is_named && is_counted)?;
        Some(Base { is_doubtful: true, ..Base::sure(base) })
    }

    /// Whether several quantities in front of the base make the share together.
    fn is_sum(&self, prose: &Prose, stated: usize, base: usize) -> bool {
        let whole = &prose.mentions[base];
        let value = |index: usize| prose.mentions[index].quantity.value();
        let like = self.before.iter().copied().filter(|index| *index != base);
        let mut sum = Decimal::ZERO;
        like.filter(|index| prose.is_like(&prose.mentions[*index], whole)).take(8).any(|index| {
            sum = sum.saturating_add(value(index));
            let share = sum.saturating_mul(Decimal::ONE_HUNDRED).checked_div(value(base));
            share.is_some_and(|share| prose.mentions[stated].quantity.interval().contains(share))
        })
    }

    /// The only other quantity in front of what a rate is called after: 项目63个，开工60个，开工率.
    fn lone(&self, prose: &Prose, stem: &str, counted: usize) -> Option<Base> {
        let mut others = self
            .before
            .iter()
            .copied()
            .filter(|other| *other != counted && prose.is_like(&prose.mentions[*other], &prose.mentions[counted]));
        let base = others.next()?;
        let is_lone = others.next().is_none();
        let is_called = prose.name(&prose.mentions[counted]).ends_with(stem);
        // 参加线上学习2846人，完成学习2812人，完成率: what is completed is another word.
        let is_next = is_next(prose, base, counted);
        (is_lone && (is_called || is_next)).then_some(Base {
            may_exceed: true,
            may_fall_short: true,
            is_doubtful: !is_called,
            ..Base::sure(base)
        })
    }

    /// The quantity in the clause before what is counted, where the item tells no other: 意见1260条，采纳315条，占25%.
    fn adjacent(&self, prose: &Prose, counted: usize) -> Option<Base> {
        let from = segment(prose, counted);
        let is_other = |index: &usize| {
            let other = &prose.mentions[*index];
            *index < counted && other.range.start >= from && prose.is_like(other, &prose.mentions[counted])
        };
        let mut others = self.before.iter().copied().filter(is_other);
        let base = others.next().filter(|base| is_next(prose, *base, counted))?;
        others.next().is_none().then_some(Base { is_doubtful: true, ..Base::sure(base) })
    }

    /// The quantity that a share names: 占结案数的 of 结案401件.
    fn named(&self, prose: &Prose, base: &str, counted: usize) -> Option<Base> {
        let ends = ["总数", "总量", "总件数", "总人数", "数量", "总", "数", "量", "案件"];
        let core = ends.iter().find_map(|end| base.strip_suffix(end))?;
        let core = ["全部", "已", "全年"].iter().find_map(|all| core.strip_prefix(all)).unwrap_or(core);
        let is_base = |index: &&usize| {
            **index != counted
                && prose.is_like(&prose.mentions[**index], &prose.mentions[counted])
                && words_of(prose, **index).contains(core)
        };
        let own: Vec<usize> = self.before.iter().filter(is_base).copied().collect();
        let is_doubtful = own.is_empty();
        // 用户 of 占用户总数 may be any.
        if is_doubtful && core.chars().count() < 3 && !["审结", "办结", "结案", "受理", "收案"].contains(&core)
        {
            return None;
        }
        let bases = if is_doubtful { self.elsewhere(prose).filter(|index| is_base(&index)).collect() } else { own };
        let value = |index: usize| prose.mentions[index].quantity.value();
        let is_one = core.len() >= "结案".len() && bases.iter().all(|other| value(*other) == value(bases[0]));
        bases.first().filter(|_| is_one).map(|base| Base { is_doubtful, ..Base::whole(*base) })
    }

    fn of_rate(&self, prose: &Prose, rate: &RateName, prefix: &str, label: &str, counted: usize) -> Option<Base> {
        let is_narrowed = NARROWING.iter().any(|word| prefix.contains(word) && !label.contains(word));
        if is_narrowed || !rate.counted.iter().any(|word| label.contains(word.as_str())) {
            return None;
        }
        let from = segment(prose, counted);
        let in_item: Vec<usize> =
            self.before.iter().copied().filter(|index| prose.mentions[*index].range.start >= from).collect();
        for (own, is_far) in [(&in_item, false), (&self.before, false), (&self.earlier, false), (&self.further, true)] {
            for word in &rate.of {
                let is_base = |index: &&usize| {
                    **index != counted
                        && prose.is_like(&prose.mentions[**index], &prose.mentions[counted])
                        && words_of(prose, **index).contains(word.as_str())
                };
                let bases: Vec<usize> = own.iter().filter(is_base).copied().collect();
                let Some(&base) = bases.first() else { continue };
                let value = |index: usize| prose.mentions[index].quantity.value();
                // 受理来电42680件、留言6320件，合计49000件: the sum is meant.
                let sum = (base + 1..counted).find(|index| is_sum(prose, *index, counted));
                if let Some(sum) = sum.filter(|sum| prose.mentions[*sum].range.start >= from) {
                    return Some(Base { is_doubtful: true, ..Base::sure(sum) });
                }
                // The rate of something else: its words are none of those of the two.
                let about = words_of(prose, base);
                let is_about =
                    prefix.is_empty() || label.contains(prefix) || about.contains(prefix) || COMMON.contains(&prefix);
                let is_one = bases.iter().all(|other| value(*other) == value(base));
                return (is_about && is_one).then_some(Base {
                    index: base,
                    // Nothing is pending of what should have been: 应出庭, 应考.
                    may_exceed: rate.pending && !word.starts_with('应'),
                    is_settled: is_settled(prose, rate, &about, base),
                    may_fall_short: rate.carried && !word.starts_with('应'),
                    is_whole: false,
                    is_doubtful: rate.unsettled || is_far,
                    is_of_rest: rate.rest,
                    is_shared: false,
                });
            }
        }
        None
    }
}

/// Whether all of a base was dealt with, so that nothing of it is pending: 调解纠纷, but not 受理调解申请.
fn is_settled(prose: &Prose, rate: &RateName, about: &str, base: usize) -> bool {
    let is_act = |word: &String| {
        about.match_indices(word.as_str()).any(|(at, _)| {
            let object = &about[at + word.len()..];
            !BODIES.iter().any(|body| object.starts_with(body))
        })
    };
    let sentence = &prose.sentences[prose.mentions[base].sentence];
    let is_open = |word: &str| prose.text[sentence.range.clone()].contains(word);
    rate.settled.iter().any(is_act)
        && !ARRIVING.iter().any(|word| about.contains(word))
        && !STILL_OPEN.iter().any(|word| is_open(word))
}

/// What follows the word of an act in the name of who does it: 调解委员会.
const BODIES: [&str; 7] = ["委员会", "组织", "员", "中心", "室", "平台", "协会"];
/// Words of what came in, of which some may be open.
const ARRIVING: [&str; 12] =
    ["受理", "排查", "接", "收到", "申请", "登记", "参与", "涉及", "发生", "委派", "委托", "诉前"];
/// Words of what is open, or left over.
pub(super) const STILL_OPEN: [&str; 8] = ["正在", "尚", "未", "其余", "剩余", "另", "中止", "待"];

/// Words in front of a rate that say nothing of what it is of.
const COMMON: [&str; 12] =
    ["案件", "总", "全年", "全市", "全县", "全区", "其", "总体", "整体", "纠纷", "矛盾纠纷", "问题"];

/// The words around a quantity in its clause.
pub(super) fn words_of(prose: &Prose, index: usize) -> String {
    let mention = &prose.mentions[index];
    format!("{}{}", prose.before(mention), prose.after(mention))
}
