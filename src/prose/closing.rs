//! Sums behind their parts: 合计, 三类文书共, 问题总数.

use super::Prose;
use super::list::LONGEST_NOUN;

/// Words in front of a sum that closes a list.
pub(super) const CLOSINGS: [&str; 6] = ["合计", "共计", "总计", "总共", "一共", "共"];

/// Whether the words in front of a sum say nothing but that it is one: 合计, 三类文书共.
pub(super) fn is_closing(words: &str) -> bool {
    let Some(named) = CLOSINGS.iter().find_map(|word| words.strip_suffix(word)) else { return false };
    let opens = || ["以上", "上述", "两", "三", "四", "五", "六"].iter().any(|word| named.starts_with(word));
    named.is_empty() || opens() && named.len() <= LONGEST_NOUN
}

/// Whether a sum stands right behind its last part: 16个乡镇、187个村共203个, or is called one: 问题总数45个.
pub(super) fn is_joined_closing(words: &str) -> bool {
    let words = words.trim_end_matches(['为', '达', '有']);
    let is_one = words.len() <= LONGEST_NOUN && !words.contains(['、', '，']);
    is_one && CLOSINGS.iter().chain(&["总数", "总量", "累计"]).any(|word| words.ends_with(word))
}

/// Where what stands between ； and a quantity begins.
pub(super) fn segment(prose: &Prose, index: usize) -> usize {
    let mention = &prose.mentions[index];
    let sentence = &prose.sentences[mention.sentence];
    let clauses = sentence.clauses.clone().filter(|clause| *clause <= mention.clause);
    let opened = clauses.rev().map(|clause| &prose.clauses[clause]).find(|clause| clause.opened == Some('；'));
    opened.map_or(sentence.range.start, |clause| clause.range.start)
}

/// Units in which places and documents are counted one by one.
pub(super) const COUNTED_APART: [&str; 9] = ["件", "份", "部", "项", "条", "个", "家", "所", "处"];
