//! Lists of quantities, and what each could be the parts of.

mod lead;
mod level;

pub(super) use lead::{LONGEST_NOUN, Lead};

use lead::{leads, opens_aspect};
use level::{Level, levels};

use super::closing::{CLOSINGS, COUNTED_APART, is_closing, is_joined_closing, segment};
use super::{Prose, Sentence};

/// Quantities and clauses of a sentence; one with more is no sentence a person wrote, and is left alone.
const MOST: usize = 150;
/// Parts of a list.
const LONGEST: usize = 40;

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
    /// One as it is read, of which the parts are still to be looked at.
    fn new(lead: Lead, at: usize, wholes: Vec<usize>, parts: Vec<usize>) -> Self {
        Self { lead, wholes, parts, alike: Vec::new(), is_two_sentences: false, at, column: 0 }
    }

    /// What a part is called.
    pub fn label<'t>(&self, prose: &Prose<'t>, part: usize) -> &'t str {
        prose.name(&prose.mentions[part - self.column])
    }

    /// What several are called.
    pub fn labels<'t>(&self, prose: &Prose<'t>, parts: &[usize]) -> Vec<&'t str> {
        parts.iter().map(|part| self.label(prose, *part)).collect()
    }

    /// Whether a sum stands behind documents counted each in its own way: 意见书14份、合同8件，共计22份.
    pub fn is_of_documents(&self, prose: &Prose) -> bool {
        let is_document = |part: &usize| COUNTED_APART.contains(&prose.unit(&prose.mentions[*part]));
        self.lead == Lead::Closing && self.parts.iter().all(is_document)
    }
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

/// The lists of one level: behind a lead, and those without one.
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
        add(prose, List { is_two_sentences, ..List::new(lead, at, wholes, parts) }, found);
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
        add(prose, List::new(Lead::Plain, prose.mentions[whole].range.end, vec![whole], parts), found);
        let words = prose.text[prose.mentions[whole].before.clone()].trim_start_matches(['、', ' ']);
        if CLOSINGS.iter().any(|word| words.starts_with(word)) || is_closing(words) || is_joined_closing(words) {
            let from = segment(prose, whole);
            let parts = counts[order.saturating_sub(LONGEST)..order].iter().copied();
            let parts = parts.filter(|part| starts(*part) >= from).collect();
            add(prose, List::new(Lead::Closing, starts(whole), vec![whole], parts), found);
        }
    }
    for (from, until) in behind_semicolons(prose, level, leads) {
        let parts: Vec<usize> =
            counts.iter().copied().filter(|index| (from..until).contains(&starts(*index))).collect();
        let wholes = counts.iter().rev().copied().filter(|index| starts(*index) < leads[0].0).collect();
        if parts.len() > 1 {
            add(prose, List::new(Lead::Plain, from, wholes, parts), found);
        }
    }
    if level.depth == 0 && leads.is_empty() && !before.is_empty() {
        let wholes = before.iter().rev().copied().collect();
        let list = List::new(Lead::Plain, starts(counts[0]), wholes, counts.clone());
        add(prose, List { is_two_sentences: true, ..list }, found);
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

/// Adds a list up to where it ends; as two, where each part is counted in two ways.
fn add(prose: &Prose, mut list: List, found: &mut Vec<List>) {
    list.parts.truncate(LONGEST);
    let goes_on = matches!(list.lead, Lead::Divided | Lead::Aspect | Lead::Colon)
        || prose.text[list.at..].starts_with(['：', ':']);
    end_at_semicolon(prose, goes_on, &mut list.parts);
    if is_counted_twice(prose, &list.parts) {
        for column in [0, 1] {
            let own: Vec<usize> = list.parts.iter().copied().skip(column).step_by(2).collect();
            found.push(List { alike: own.clone(), parts: own, column, ..list.clone() });
        }
        return;
    }
    let example = if list.lead == Lead::Closing { list.parts.last() } else { list.parts.first() };
    let Some(example) = example.filter(|_| !list.wholes.is_empty()) else { return };
    let is_like = |index: &usize| prose.is_like(&prose.mentions[*index], &prose.mentions[*example]);
    let alike = list.parts.iter().copied().filter(is_like).collect();
    found.push(List { alike, ..list });
}
