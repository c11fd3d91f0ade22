//! What is counted among something else: 采纳 among 意见, 审结 among 受理.

use std::cell::OnceCell;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Mention, Prose};
use crate::outline::Source;
use crate::yaml::plain;

/// A part and its set, as words before their numbers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    pub part: Vec<String>,
    pub of: Vec<String>,
    /// What may follow the word of the part besides what follows that of the set.
    pub objects: Vec<String>,
    pub units: Vec<String>,
    /// Cases of earlier years may be among the part.
    #[serde(default)]
    pub carried: bool,
    pub source: Source,
}

static PAIRS: LazyLock<Vec<Pair>> =
    LazyLock::new(|| plain::parse(include_str!("../../templates/prose/subsets.yaml")).expect("a test reads it"));

/// Every pair of the table.
pub fn pairs() -> &'static [Pair] {
    &PAIRS
}

/// A part that is larger than its set.
#[derive(Clone, Debug)]
pub struct Excess<'p> {
    pub set: &'p Mention,
    pub part: &'p Mention,
    pub pair: &'static Pair,
}

/// The parts that are certainly larger than the set in the same clause or the one before.
pub fn excesses<'p>(prose: &'p Prose) -> Vec<Excess<'p>> {
    let mut found = Vec::new();
    for sentence in &prose.sentences {
        let mentions = &prose.mentions[sentence.mentions.clone()];
        let other_years = OnceCell::new();
        let has_other_years = || {
            let text = &prose.text[sentence.range.clone()];
            *other_years.get_or_init(|| OTHER_YEARS.iter().any(|word| text.contains(word)))
        };
        for (index, part) in mentions.iter().enumerate() {
            let Some(set) = mentions[..index].iter().rev().take(NEAR).find(|set| prose.is_like(set, part)) else {
                continue;
            };
            let is_near = part.clause - set.clause.min(part.clause) <= NEAR;
            if is_near
                && part.quantity.interval().exceeds(&set.quantity.interval())
                && let Some(pair) = pairs().iter().find(|pair| is_pair(prose, pair, set, part))
                && !has_other_years()
            {
                found.push(Excess { set, part, pair });
            }
        }
    }
    found
}

/// Mentions and clauses back to the set: a rate or a change may stand between.
const NEAR: usize = 3;

/// Words that say of a sentence that it counts what was there before.
const OTHER_YEARS: [&str; 16] = [
    "结转",
    "上年",
    "去年",
    "往年",
    "历年",
    "前年",
    "积存",
    "旧存",
    "存量",
    "遗留",
    "累计",
    "上期",
    "以前年度",
    "未结",
    "以来",
    "陈案",
];

fn is_pair(prose: &Prose, pair: &Pair, set: &Mention, part: &Mention) -> bool {
    let has_unit = |mention: &Mention| pair.units.iter().any(|unit| unit == prose.unit(mention));
    if !has_unit(set) || !has_unit(part) {
        return false;
    }
    let words = |mention| [prose.before(mention), prose.after(mention)];
    let objects = words(set).into_iter().find_map(|words| set_object(pair, words));
    objects.is_some_and(|object| words(part).into_iter().any(|words| is_part(pair, words, object)))
}

/// What follows the word of the set: 行政复议案件 of 全县受理行政复议案件.
fn set_object<'w>(pair: &Pair, words: &'w str) -> Option<&'w str> {
    let found = pair.of.iter().filter_map(|of| words.rfind(of.as_str()).map(|at| (at, of.len())));
    // 受理行政复议申请 before 受理.
    let (at, length) = found.max_by_key(|(at, length)| (at + length, *length))?;
    let (before, object) = (&words[..at], &words[at + length..]);
    let is_other = NOT_THE_SET.iter().any(|word| before.ends_with(word)) || object.contains(['、', '和', '及', '率']);
    (!is_other).then_some(object)
}

/// 不予受理 is no 受理, 新受理 leaves out what was carried over, and 12月受理 the other months.
const NOT_THE_SET: [&str; 17] = [
    "不予", "未", "不", "拟", "待", "在", "新", "重新", "应", "可", "参与", "协助", "指导", "申请", "抽样", "月",
    "季度",
];

fn is_part(pair: &Pair, words: &str, object: &str) -> bool {
    let mut words = words;
    while let Some(rest) = ADVERBS.iter().find_map(|adverb| words.strip_prefix(adverb)) {
        words = rest;
    }
    let rests = pair.part.iter().filter_map(|part| words.strip_prefix(part.as_str()));
    rests.into_iter().any(|rest| rest.is_empty() || rest == object || pair.objects.iter().any(|object| object == rest))
}

/// Words before that of the part that change nothing of what is counted.
const ADVERBS: [&str; 14] =
    ["已", "全部", "依法", "均", "现", "实际", "最终", "经研究", "经审核", "共", "其中", "及时", "按期", "研究"];
