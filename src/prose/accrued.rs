//! What there was at the end of last year and what is new, beside what there is now: 累计培养860人，其中本年新增120人，截至
//! 上年底为740人.

use super::relation::Relation;
use super::{Mention, Prose, is_counted, only};

/// Words of the end of last year.
const LAST: [&str; 4] = ["上年底", "上年末", "去年底", "去年末"];
/// Words of what came since.
const NEW: [&str; 7] = ["新增", "净增", "新培养", "新建", "新制定", "新发展", "新聘"];
/// Words of all there is now.
const NOW: [&str; 6] = ["累计", "总数", "总量", "现有", "共有", "现行有效"];
/// Words of what went.
const GONE: [&str; 11] = ["废止", "失效", "减少", "退出", "撤", "注销", "取消", "清退", "淘汰", "合并", "除名"];

/// Adds what should be now, of which nothing is told yet.
pub(super) fn add(prose: &Prose, found: &mut Vec<Relation>) {
    if !LAST.iter().any(|word| prose.text.contains(word)) {
        return;
    }
    let each = (0..prose.sentences.len()).filter_map(|sentence| accrued(prose, sentence));
    let new: Vec<Relation> = each.filter(|new| !found.iter().any(|other| other.stated == new.stated)).collect();
    found.extend(new);
}

fn accrued(prose: &Prose, sentence: usize) -> Option<Relation> {
    let own = prose.sentences[sentence].mentions.clone();
    let words = |mention: &Mention| &prose.text[mention.before.clone()];
    let has = |index: usize, of: &[&str]| of.iter().any(|word| words(&prose.mentions[index]).contains(word));
    let is_last = |index: usize| has(index, &LAST);
    let is_new = |index: usize| has(index, &NEW) && !is_last(index);
    let is_now = |index: usize| has(index, &NOW) && !is_last(index) && !is_new(index);
    let find = |is: &dyn Fn(usize) -> bool| only(own.clone().filter(|index| is(*index)));
    let (last, new, now) = (find(&is_last)?, find(&is_new)?, find(&is_now)?);
    let (from, to) = ([last, new, now].into_iter().min()?, [last, new, now].into_iter().max()?);
    let region = &prose.text[prose.mentions[from].before.start..prose.mentions[to].range.end];
    let is_like = |index: usize| prose.is_like(&prose.mentions[index], &prose.mentions[now]);
    let is_plain = to - from == 2
        && is_counted(&prose.mentions[now].quantity.unit)
        && !region.contains(['；', ';', '较', '比'])
        && !GONE.iter().any(|word| region.contains(word));
    if !is_plain || !is_like(last) || !is_like(new) {
        return None;
    }
    Relation::counted(prose, now, vec![last, new])
}
