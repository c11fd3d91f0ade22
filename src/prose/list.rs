//! Lists of quantities, and what each could be the parts of.

use super::{Mention, Prose, Sentence, is_counted};
use crate::model::{numeral, unit};

/// Quantities and clauses of a sentence; one with more is no sentence a person wrote, and is left alone.
const MOST: usize = 150;
/// Parts of a list.
const LONGEST: usize = 40;

/// What leads into a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// 其中
    Among,
    /// 包括
    Including,
    /// 分为: nothing is left over.
    Divided,
    /// A colon behind the clause of the whole.
    Colon,
    /// Parentheses behind the whole.
    Parentheses,
    /// 合计, 共计 behind the parts.
    Closing,
    /// Nothing.
    Plain,
}

/// A list of quantities, and those it may be the parts of.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub lead: Lead,
    /// The likeliest first.
    pub wholes: Vec<usize>,
    /// Every counted quantity of the list, in order.
    pub parts: Vec<usize>,
    /// The parts that are counted as the first is.
    pub alike: Vec<usize>,
    /// The wholes stand in the sentence before.
    pub is_two_sentences: bool,
    /// Where the words of the lead end.
    pub at: usize,
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

/// Bytes of the noun between a count and 中: 行政复议案件中.
const LONGEST_NOUN: usize = 24;

/// Words in front of a sum that closes a list.
const CLOSINGS: [&str; 6] = ["合计", "共计", "总计", "总共", "一共", "共"];

/// The counted quantities of one level: outside parentheses, or behind one quantity inside them.
struct Level {
    depth: usize,
    anchor: Option<usize>,
    counts: Vec<usize>,
}

/// Every list of a text with the wholes it could have.
pub(super) fn lists(prose: &Prose) -> Vec<List> {
    let mut found = Vec::new();
    let mut before: Vec<usize> = Vec::new();
    for sentence in &prose.sentences {
        if sentence.mentions.is_empty() || sentence.mentions.len() > MOST || sentence.clauses.len() > MOST {
            if !prose.text[sentence.range.clone()].trim().is_empty() {
                before.clear();
            }
            continue;
        }
        let levels = levels(prose, sentence);
        for level in &levels {
            of_level(prose, sentence, level, &levels, &before, &mut found);
        }
        before = levels.into_iter().find(|level| level.depth == 0).map(|level| level.counts).unwrap_or_default();
    }
    found
}

fn levels(prose: &Prose, sentence: &Sentence) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for index in sentence.mentions.clone() {
        let mention = &prose.mentions[index];
        if !is_counted(&mention.quantity.unit) && mention.quantity.unit != unit::MONEY {
            continue;
        }
        let clause = prose.clause(mention);
        match levels.iter_mut().find(|level| level.depth == clause.depth && level.anchor == clause.anchor) {
            Some(level) => level.counts.push(index),
            None => levels.push(Level { depth: clause.depth, anchor: clause.anchor, counts: vec![index] }),
        }
    }
    levels
}

fn of_level(
    prose: &Prose,
    sentence: &Sentence,
    level: &Level,
    levels: &[Level],
    before: &[usize],
    found: &mut Vec<List>,
) {
    let leads = leads(prose, sentence, level);
    let starts = |index: &usize| prose.mentions[*index].range.start;
    for (order, &(at, lead)) in leads.iter().enumerate() {
        let until = leads.get(order + 1).map_or(usize::MAX, |(next, _)| *next);
        let parts: Vec<usize> = level.counts.iter().copied().filter(|i| (at..until).contains(&starts(i))).collect();
        let mut wholes: Vec<usize> = level.counts.iter().rev().copied().filter(|index| starts(index) < at).collect();
        if lead == Lead::Colon {
            // The whole is what the colon stands behind.
            let clause = wholes.first().map(|whole| prose.mentions[*whole].clause);
            wholes.retain(|whole| Some(prose.mentions[*whole].clause) == clause);
        }
        if level.depth > 0 && wholes.is_empty() {
            let outside = levels.iter().find(|outside| outside.depth + 1 == level.depth);
            let outside = outside.map(|outside| outside.counts.as_slice()).unwrap_or_default();
            wholes.extend(level.anchor);
            wholes.extend(
                outside.iter().rev().copied().filter(|index| starts(index) < at && Some(*index) != level.anchor),
            );
        }
        let is_like = |whole: &&usize| {
            parts.first().is_some_and(|part| prose.is_like(&prose.mentions[**whole], &prose.mentions[*part]))
        };
        let is_two_sentences = level.depth == 0 && !wholes.iter().any(|whole| is_like(&whole));
        if is_two_sentences {
            wholes = before.iter().rev().copied().collect();
        }
        push(prose, lead, wholes, parts, is_two_sentences, at, found);
    }
    plain(prose, level, &leads, before, found);
}

/// Lists without words of a lead: behind a whole, in front of a sum, behind the sentence of the whole.
fn plain(prose: &Prose, level: &Level, leads: &[(usize, Lead)], before: &[usize], found: &mut Vec<List>) {
    let counts = &level.counts;
    let starts = |index: usize| prose.mentions[index].range.start;
    for (order, &whole) in counts.iter().enumerate() {
        let until = leads.iter().map(|(at, _)| *at).find(|at| *at > starts(whole)).unwrap_or(usize::MAX);
        let parts: Vec<usize> =
            counts[order + 1..].iter().copied().take_while(|index| starts(*index) < until).collect();
        push(prose, Lead::Plain, vec![whole], parts, false, prose.mentions[whole].range.end, found);
        let words = prose.text[prose.mentions[whole].before.clone()].trim_start_matches(['、', ' ']);
        if CLOSINGS.iter().any(|word| words.starts_with(word)) {
            let parts = counts[order.saturating_sub(LONGEST)..order].to_vec();
            push(prose, Lead::Closing, vec![whole], parts, false, starts(whole), found);
        }
    }
    if level.depth == 0 && leads.is_empty() && !before.is_empty() {
        let wholes = before.iter().rev().copied().collect();
        push(prose, Lead::Plain, wholes, counts.clone(), true, starts(counts[0]), found);
    }
}

fn push(
    prose: &Prose,
    lead: Lead,
    wholes: Vec<usize>,
    mut parts: Vec<usize>,
    is_two_sentences: bool,
    at: usize,
    found: &mut Vec<List>,
) {
    parts.truncate(LONGEST);
    let Some(&first) = parts.first() else { return };
    let example = if lead == Lead::Closing { parts[parts.len() - 1] } else { first };
    let is_like = |index: &usize| prose.is_like(&prose.mentions[*index], &prose.mentions[example]);
    let alike: Vec<usize> = parts.iter().copied().filter(is_like).collect();
    if wholes.is_empty() {
        return;
    }
    found.push(List { lead, wholes, parts, alike, is_two_sentences, at });
}

/// The leads of a level in order, each with where its words end.
fn leads(prose: &Prose, sentence: &Sentence, level: &Level) -> Vec<(usize, Lead)> {
    let clauses = || sentence.clauses.clone().map(|index| &prose.clauses[index]);
    let mut leads = Vec::new();
    for clause in clauses().filter(|clause| clause.depth == level.depth && clause.anchor == level.anchor) {
        let text = &prose.text[clause.range.clone()];
        let word = LEADS
            .iter()
            .find_map(|(word, lead)| text.find(word).map(|at| (clause.range.start + at + word.len(), *lead)));
        let is_inside = |at: usize| clauses().any(|inner| inner.depth > clause.depth && inner.range.contains(&at));
        if let Some((at, lead)) = word.filter(|(at, _)| !is_inside(*at)) {
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

/// Words that say that a list is a choice.
const CHOICE: [&str; 10] = ["主要", "重点", "例如", "比如", "仅", "尤其", "特别是", "较多", "居前", "集中在"];
/// Words of what is left over, or stands beside.
const REMAINDER: [&str; 10] = ["其余", "余下", "剩余", "另有", "另外", "还有", "尚有", "除此", "不含", "不包括"];
/// Words of another time than that of the whole.
pub(super) const OTHER_TIMES: [&str; 14] = [
    "上年",
    "去年",
    "往年",
    "历年",
    "同期",
    "同比",
    "结转",
    "近年",
    "年来",
    "以来",
    "月份",
    "季度",
    "上半年",
    "下半年",
];
/// Words of a count that stands for each of several.
const EACH: [&str; 6] = ["各", "每", "人均", "平均", "均", "户均"];

/// Whether something about a list makes it unsure what its parts come to.
pub(super) fn is_unsure(prose: &Prose, list: &List, whole: usize, parts: &[usize], is_short: bool) -> bool {
    let text = prose.text;
    let all = || parts.iter().chain([&whole]).map(|index| &prose.mentions[*index]);
    let first = &prose.mentions[*parts.first().unwrap_or(&whole)];
    let last = &prose.mentions[*parts.last().unwrap_or(&whole)];
    let sentence = &prose.sentences[last.sentence];
    let (from, to) = (first.before.start.min(prose.mentions[whole].range.start), last.range.end);
    let region = &text[list.at.min(from)..to];
    let is_each = |mention: &Mention| {
        let words = text[mention.before.clone()].trim_end();
        EACH.iter().any(|word| words.ends_with(word)) || prose.after(mention).starts_with("以上")
    };
    let other_time = |mention: &Mention| {
        let words = &text[mention.before.clone()];
        OTHER_TIMES.iter().any(|word| words.contains(word)) || has_year(words)
    };
    let is_nameless = |mention: &Mention| prose.before(mention).is_empty() && prose.after(mention).is_empty();
    if all().any(is_each)
        || parts.iter().any(|part| other_time(&prose.mentions[*part]) || is_nameless(&prose.mentions[*part]))
        || has_han_count(region, prose.unit(first))
        || two_in_one_item(prose, parts)
        || has_other_unit(prose, list, parts)
    {
        return true;
    }
    // 受理83件（不含…）
    let behind = &text[prose.mentions[whole].range.end..sentence.range.end.max(prose.mentions[whole].range.end)];
    if behind.starts_with(['（', '('])
        && ["（不含", "(不含", "（含", "(含", "（包括", "(包括"].iter().any(|word| behind.starts_with(word))
    {
        return true;
    }
    if !is_short {
        return false;
    }
    let rest = &text[last.range.end..sentence.range.end.max(last.range.end)];
    let next = prose.sentences.get(last.sentence + 1).map_or("", |next| &text[next.range.clone()]);
    let clause = &text[prose.clause(first).range.start..first.range.start.max(prose.clause(first).range.start)];
    rest.trim_start_matches(['）', ')']).starts_with('等')
        || CHOICE.iter().any(|word| clause.contains(word) || text[from..first.range.start.max(from)].contains(word))
        || REMAINDER.iter().any(|word| rest.contains(word) || next.trim_start().starts_with(word))
}

/// Whether a year is named: 2020年.
fn has_year(words: &str) -> bool {
    !crate::model::year::named(words).is_empty()
}

/// Whether a count in Han numerals stands there: 两件, 十余件, 数件.
fn has_han_count(text: &str, unit: &str) -> bool {
    let is_numeral = |c: char| numeral::han_digit(c).is_some() || "十百千几数多".contains(c);
    !unit.is_empty()
        && text.match_indices(unit).any(|(at, _)| {
            text[..at].ends_with(is_numeral)
                || text[..at].ends_with("余") && text[..at].trim_end_matches('余').ends_with(is_numeral)
        })
}

/// Whether something counted in another way stands among the parts: 个 and 名 in one list.
fn has_other_unit(prose: &Prose, list: &List, parts: &[usize]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let others = list.parts.iter().filter(|other| !parts.contains(other));
    others
        .filter(|other| (first..last).contains(other))
        .any(|other| prose.mentions[*other].quantity.unit != unit::MONEY)
}

/// Whether two parts stand in one item without a mark between: 接到申请410件化解394件.
fn two_in_one_item(prose: &Prose, parts: &[usize]) -> bool {
    parts.windows(2).any(|pair| {
        let (one, other) = (&prose.mentions[pair[0]], &prose.mentions[pair[1]]);
        let between = &prose.text[one.range.end..other.range.start.max(one.range.end)];
        one.clause == other.clause && !between.contains(['、', '和', '及', '与', '（', '('])
    })
}
