//! What leads into a list: 其中, 包括, 分为, a colon, parentheses.

use super::level::Level;
use crate::prose::{Prose, Sentence};

/// What leads into a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// 其中
    Among,
    /// 包括
    Including,
    /// 分为: nothing is left over.
    Divided,
    /// 从申请事项看, 按领域分: the whole stands before the first of them.
    Aspect,
    /// A colon behind the clause of the whole.
    Colon,
    /// Parentheses behind the whole.
    Parentheses,
    /// 合计, 共计 behind the parts.
    Closing,
    /// Nothing.
    Plain,
}

/// Words of a lead, longer before shorter.
const LEADS: [(&str, Lead); 10] = [
    ("其中包括", Lead::Including),
    ("其中", Lead::Among),
    ("主要包括", Lead::Including),
    ("包括", Lead::Including),
    ("包含", Lead::Including),
    ("分为", Lead::Divided),
    ("分成", Lead::Divided),
    ("具体为", Lead::Divided),
    ("具体是", Lead::Divided),
    ("分类为", Lead::Divided),
];

/// What they begin with.
const OPENINGS: [char; 5] = ['其', '主', '包', '分', '具'];

/// Bytes of the noun between a count and 中: 行政复议案件中.
pub const LONGEST_NOUN: usize = 24;

/// The leads of a level in order, each with where its words end.
pub fn leads(prose: &Prose, sentence: &Sentence, level: &Level) -> Vec<(usize, Lead)> {
    let clauses = || sentence.clauses.clone().map(|index| &prose.clauses[index]);
    let mut leads = Vec::new();
    for clause in clauses().filter(|clause| clause.depth == level.depth && clause.anchor == level.anchor) {
        let text = &prose.text[clause.range.clone()];
        // Most clauses have none of the characters that leads begin with.
        let word = text.contains(OPENINGS).then(|| {
            let at = |(word, lead): &(&str, Lead)| {
                let at = text.contains(word).then(|| text.find(word))??;
                Some((clause.range.start + at + word.len(), *lead))
            };
            LEADS.iter().find_map(at)
        });
        let word = word.flatten();
        let is_inside = |at: usize| clauses().any(|inner| inner.depth > clause.depth && inner.range.contains(&at));
        if is_aspect(text) {
            leads.push((clause.range.end, Lead::Aspect));
        } else if let Some((at, lead)) = word.filter(|(at, _)| !is_inside(*at)) {
            leads.push((at, lead));
        } else {
            let count = level.counts.iter().rfind(|index| clause.range.contains(&prose.mentions[**index].range.start));
            let lead = match clause.closed {
                Some('：') => count.map(|_| Lead::Colon),
                // 801件提案中，
                _ if text.ends_with('中') => count
                    .filter(|index| clause.range.end - prose.mentions[**index].range.end <= LONGEST_NOUN)
                    .map(|_| Lead::Among),
                _ => None,
            };
            leads.extend(lead.map(|lead| (clause.range.end, lead)));
        }
    }
    if leads.is_empty()
        && level.depth > 0
        && level.anchor.is_some()
        && let Some(first) = clauses().find(|clause| clause.depth == level.depth && clause.anchor == level.anchor)
    {
        leads.push((first.range.start, Lead::Parentheses));
    }
    leads
}

/// Whether a sentence begins with 从申请事项看 and tells no number before it.
pub fn opens_aspect(prose: &Prose, sentence: &Sentence) -> bool {
    let first = prose.mentions[sentence.mentions.start].clause;
    (sentence.clauses.start..first).any(|clause| is_aspect(&prose.text[prose.clauses[clause].range.clone()]))
}

/// Whether a clause says by what the following divides: 从申请事项看, 按案件类型划分.
fn is_aspect(clause: &str) -> bool {
    let clause = clause.trim();
    clause.ends_with(['看', '分', '类'])
        && ["从", "按", "以"].iter().any(|word| clause.starts_with(word))
        && ["看", "分", "划分", "区分", "分类"].iter().any(|word| clause.ends_with(word))
        && clause.len() <= LONGEST_ASPECT
}

/// Bytes of a clause that says by what the following divides.
const LONGEST_ASPECT: usize = 54;
