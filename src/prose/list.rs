//! Lists of quantities, and what each could be the parts of.

use super::closing::{CLOSINGS, is_closing, is_joined_closing, segment};
use super::{Prose, Sentence, is_counted};
use crate::model::unit;

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
    /// How many quantities back the one with the name of a part stands: 线上11期1430人次 names both.
    pub column: usize,
}

impl List {
    /// What a part is called.
    pub fn label<'t>(&self, prose: &Prose<'t>, part: usize) -> &'t str {
        prose.name(&prose.mentions[part - self.column])
    }

    /// What several are called.
    pub fn labels<'t>(&self, prose: &Prose<'t>, parts: &[usize]) -> Vec<&'t str> {
        parts.iter().map(|part| self.label(prose, *part)).collect()
    }
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
pub(super) const LONGEST_NOUN: usize = 24;

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
        // 从申请事项看，…。从被申请人看，…。: both divide what was told before.
        if !opens_aspect(prose, sentence) {
            before = levels.into_iter().find(|level| level.depth == 0).map(|level| level.counts).unwrap_or_default();
        }
    }
    found
}

fn levels(prose: &Prose, sentence: &Sentence) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for index in sentence.mentions.clone() {
        let mention = &prose.mentions[index];
        if !is_counted(&mention.quantity.unit) && mention.quantity.unit != unit::MONEY || prose.is_attribute(mention) {
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
        if lead == Lead::Aspect {
            let first = leads.iter().find(|(_, lead)| *lead == Lead::Aspect).map_or(at, |(first, _)| *first);
            wholes.retain(|whole| starts(whole) < first);
        }
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
        if CLOSINGS.iter().any(|word| words.starts_with(word)) || is_closing(words) || is_joined_closing(words) {
            let from = segment(prose, whole);
            let parts = counts[order.saturating_sub(LONGEST)..order].iter().copied();
            let parts = parts.filter(|part| starts(*part) >= from).collect();
            push(prose, Lead::Closing, vec![whole], parts, false, starts(whole), found);
        }
    }
    for (from, until) in behind_semicolons(prose, level, leads) {
        let parts: Vec<usize> =
            counts.iter().copied().filter(|index| (from..until).contains(&starts(*index))).collect();
        let wholes = counts.iter().rev().copied().filter(|index| starts(*index) < leads[0].0).collect();
        if parts.len() > 1 {
            push(prose, Lead::Plain, wholes, parts, false, from, found);
        }
    }
    if level.depth == 0 && leads.is_empty() && !before.is_empty() {
        let wholes = before.iter().rev().copied().collect();
        push(prose, Lead::Plain, wholes, counts.clone(), true, starts(counts[0]), found);
    }
}

/// A list parted by 、 and ， ends at the first ；; one of which each part ends with ； goes over it.
fn end_at_semicolon(prose: &Prose, goes_on: bool, parts: &mut Vec<usize>) {
    let Some(&first) = parts.first() else { return };
    let parted = |pair: &[usize]| {
        let between = prose.mentions[pair[0]].range.end..prose.mentions[pair[1]].range.start;
        prose.text.get(between).is_some_and(|text| text.contains(['；', ';']))
    };
    let is_like = |part: &usize| prose.is_like(&prose.mentions[*part], &prose.mentions[first]);
    let alike: Vec<usize> = parts.iter().copied().filter(is_like).collect();
    // 市本级486件，占32.36%；县区1016件，占67.64%: each is told with its share.
    let has_share = |part: &usize| prose.mentions.get(part + 1).is_some_and(|next| next.quantity.is_rate());
    let is_even = goes_on || alike.len() > 2 || alike.iter().all(has_share);
    let is_by_semicolons = is_even && alike.windows(2).all(parted);
    if is_by_semicolons {
        return;
    }
    if let Some(at) = parts.windows(2).position(parted) {
        parts.truncate(at + 1);
    }
}

/// Whether each part is counted in the same two ways: 集体访42批988人次，个体访823批1424人次.
fn is_counted_twice(prose: &Prose, parts: &[usize]) -> bool {
    let unit = |part: usize| prose.unit(&prose.mentions[part]);
    let clause = |part: usize| prose.mentions[part].clause;
    let [one, other, _, _, ..] = *parts else { return false };
    let is_pair = |pair: &[usize]| {
        matches!(*pair, [first, second] if second == first + 1
            && clause(first) == clause(second)
            && (unit(first), unit(second)) == (unit(one), unit(other)))
    };
    unit(one) != unit(other) && parts.chunks(2).all(is_pair)
}

/// The stretches behind ； after a first list, which speak of its whole again: 评查案卷240卷，其中…；优秀52卷，合格188卷.
fn behind_semicolons(prose: &Prose, level: &Level, leads: &[(usize, Lead)]) -> Vec<(usize, usize)> {
    let (Some((first, _)), Some(last)) = (leads.first(), level.counts.last()) else { return Vec::new() };
    let sentence = &prose.sentences[prose.mentions[*last].sentence];
    let starts = sentence
        .clauses
        .clone()
        .map(|index| &prose.clauses[index])
        .filter(|clause| clause.depth == level.depth && clause.opened == Some('；') && clause.range.start > *first);
    let starts: Vec<usize> = starts.map(|clause| clause.range.start).collect();
    let end = |from: usize| {
        let lead = leads.iter().map(|(at, _)| *at).find(|at| *at > from);
        starts.iter().copied().find(|start| *start > from).into_iter().chain(lead).min().unwrap_or(usize::MAX)
    };
    starts.iter().map(|from| (*from, end(*from))).collect()
}

/// Whether a sentence begins with 从申请事项看 and tells no number before it.
fn opens_aspect(prose: &Prose, sentence: &Sentence) -> bool {
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
    let goes_on =
        matches!(lead, Lead::Divided | Lead::Aspect | Lead::Colon) || prose.text[at..].starts_with(['：', ':']);
    end_at_semicolon(prose, goes_on, &mut parts);
    if is_counted_twice(prose, &parts) {
        for first in [0, 1] {
            let own: Vec<usize> = parts.iter().copied().skip(first).step_by(2).collect();
            let (wholes, alike) = (wholes.clone(), own.clone());
            found.push(List { lead, wholes, alike, parts: own, is_two_sentences, at, column: first });
        }
        return;
    }
    let Some(&first) = parts.first() else { return };
    let example = if lead == Lead::Closing { parts[parts.len() - 1] } else { first };
    let is_like = |index: &usize| prose.is_like(&prose.mentions[*index], &prose.mentions[example]);
    let alike: Vec<usize> = parts.iter().copied().filter(is_like).collect();
    if wholes.is_empty() {
        return;
    }
    found.push(List { lead, wholes, parts, alike, is_two_sentences, at, column: 0 });
}

/// The leads of a level in order, each with where its words end.
fn leads(prose: &Prose, sentence: &Sentence, level: &Level) -> Vec<(usize, Lead)> {
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
