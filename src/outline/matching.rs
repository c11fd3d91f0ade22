//! Which parts a heading speaks of.
//!
//! A heading is read clause by clause. A clause that is an official one names its part; else the words that published
//! reports use decide. What two parts claim without an 和 between stays likely at most, and what no part claims stays
//! unmatched: a wrong part would hide that the right one is missing.

use std::ops::Range;

use super::numbering::leading_mark;
use super::{Outline, Part, with_years};

/// A part that a heading speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub id: String,
    pub certainty: Certainty,
}

/// How sure a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Words of several parts stand in one clause.
    Likely,
    /// Words of this part only.
    Certain,
    /// The official heading or a clause of it, a slip of the pen or two apart.
    Official,
}

/// Where a heading stands.
#[derive(Clone, Copy, Debug)]
pub struct Position<'a> {
    /// 1 for 一、 and so on; the label of a measure has the level below its heading's.
    pub level: u8,
    /// The parts of the headings above it.
    pub parents: &'a [String],
}

/// The headings of an outline, ready to be compared.
pub struct Matcher<'a> {
    candidates: Vec<Candidate<'a>>,
}

/// A part and what it goes by.
struct Candidate<'a> {
    part: &'a Part,
    /// The official heading without punctuation, and its clauses.
    official: String,
    characters: Characters,
    clauses: Vec<String>,
    phrases: Vec<Phrase>,
    unless: Vec<Phrase>,
}

/// Words that stand in a clause in this order, each one of several.
struct Phrase(Vec<Vec<Word>>);

/// A word and the characters it has.
struct Word {
    text: String,
    characters: Characters,
}

/// A claim of a part on a clause.
struct Claim<'a> {
    part: &'a Part,
    range: Range<usize>,
    certainty: Certainty,
}

/// The longest heading that is looked at, in bytes: a paragraph is none.
const LONGEST: usize = 600;

impl<'a> Matcher<'a> {
    /// The headings of `outline` in a report on `year`; without a year, headings known by their year are not known.
    pub fn new(outline: &'a Outline, year: Option<i16>) -> Self {
        let candidate = |part: &'a Part| {
            let known = |words: &&String| year.is_some() || !words.contains("year}");
            let fill = |words: &String| with_years(words, year.unwrap_or_default());
            let clauses: Vec<String> = clauses(&fill(&part.heading)).iter().map(|text| undated(text)).collect();
            Candidate {
                part,
                characters: Characters::of(&clauses.concat()),
                official: clauses.concat(),
                phrases: part.synonyms.iter().filter(known).map(|words| Phrase::new(&fill(words))).collect(),
                unless: part.unless.iter().filter(known).map(|words| Phrase::new(&fill(words))).collect(),
                clauses,
            }
        };
        Self { candidates: outline.parts.iter().map(candidate).collect() }
    }

    /// The parts a heading speaks of, in the order it names them. Parts the headings above have already are left out.
    pub fn matches(&self, heading: &str, at: Position) -> Vec<Match> {
        let heading = heading.trim();
        if heading.len() > LONGEST
            || at.parents.iter().any(|id| matches!(id.as_str(), "shortcomings" | "plan" | "other"))
        {
            return Vec::new();
        }
        let text = leading_mark(heading).map_or(heading, |mark| &heading[mark.length..]);
        let clauses = clauses(text);
        let mut claims = match self.official(&clauses) {
            Some(part) => vec![Claim { part, range: 0..0, certainty: Certainty::Official }],
            None => clauses.iter().flat_map(|clause| self.claims(clause, at)).collect(),
        };
        if at.level == 1 && claims.iter().any(|claim| claim.part.is_content()) {
            claims.retain(|claim| claim.part.is_content());
        }
        named(claims, at.parents)
    }

    /// The part whose official heading this is.
    fn official(&self, clauses: &[String]) -> Option<&'a Part> {
        let whole: String = clauses.iter().map(|clause| undated(clause)).collect();
        let characters = Characters::of(&whole);
        let is_official = |candidate: &&Candidate| {
            let length = candidate.official.chars().count();
            whole == candidate.official
                || (length >= 12
                    && whole.chars().count().abs_diff(length) <= SLIPS
                    && characters.differ(candidate.characters) <= 2 * SLIPS
                    && strsim::levenshtein(&whole, &candidate.official) <= SLIPS)
        };
        self.candidates.iter().find(is_official).map(|candidate| candidate.part)
    }

    /// The claims on one clause.
    fn claims(&self, clause: &str, at: Position) -> Vec<Claim<'a>> {
        let bare = undated(clause);
        let official = |candidate: &&Candidate| {
            candidate.clauses.iter().any(|own| own.chars().count() >= 6 && *own == bare)
                && may_stand(candidate.part, &bare, at)
        };
        if let Some(candidate) = self.candidates.iter().find(official) {
            return vec![Claim { part: candidate.part, range: 0..clause.len(), certainty: Certainty::Official }];
        }
        let characters = Characters::of(clause);
        let claim = |candidate: &Candidate<'a>| {
            let range = candidate.found(clause, characters)?;
            may_stand(candidate.part, &clause[range.start.min(clause.len())..], at).then_some(())?;
            Some(Claim { part: candidate.part, range, certainty: Certainty::Certain })
        };
        settled(clause, self.candidates.iter().filter_map(claim).collect())
    }
}

/// How many characters an official heading may differ by: 决策制定体系 for 决策制度体系.
const SLIPS: usize = 2;

impl Candidate<'_> {
    /// Where a clause, which has these characters, has the longest of its phrases.
    fn found(&self, clause: &str, characters: Characters) -> Option<Range<usize>> {
        let found = self.phrases.iter().filter_map(|phrase| phrase.find(clause, characters));
        let range = found.max_by_key(|range| range.len())?;
        (!self.unless.iter().any(|phrase| phrase.find(clause, characters).is_some())).then_some(range)
    }
}

/// Which characters a text has, of 64 kinds: what is not among them is not in the text, and is not looked for.
#[derive(Clone, Copy)]
struct Characters(u64);

impl Characters {
    fn of(text: &str) -> Self {
        Self(text.chars().fold(0, |all, c| all | 1 << (u32::from(c) % 64)))
    }

    const fn hold(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// How many kinds only one of two texts has: a slip makes a difference of two at most.
    const fn differ(self, other: Self) -> usize {
        (self.0 ^ other.0).count_ones() as usize
    }
}

/// Whether a part may be named here. Contents are headings of the first level; shortcomings and plan are the second's
/// too where a report has one chapter, and the responsibility stands anywhere.
fn may_stand(part: &Part, from: &str, at: Position) -> bool {
    match part.id.as_str() {
        _ if !part.is_content() => true,
        "responsibility" => true,
        "shortcomings" | "plan" => at.level == 1 || (at.level == 2 && from.chars().count() <= 12),
        _ => at.level == 1,
    }
}

/// Claims of one clause against each other: a claim inside a longer one is dropped; those that stand beside one another
/// without an 和 are likely at most, contents excepted.
fn settled<'a>(clause: &str, mut claims: Vec<Claim<'a>>) -> Vec<Claim<'a>> {
    claims.sort_by_key(|claim| (claim.range.start, std::cmp::Reverse(claim.range.end)));
    let mut kept: Vec<Claim> = Vec::new();
    for claim in claims {
        match kept.last_mut() {
            Some(last) if claim.range.end <= last.range.end => {}
            Some(last) if claim.range.start < last.range.end && claim.range.len() > last.range.len() => *last = claim,
            Some(last) if claim.range.start < last.range.end => {}
            _ => kept.push(claim),
        }
    }
    let joined = |pair: &[Claim]| {
        pair.iter().all(|claim| claim.part.is_content())
            || clause[pair[0].range.end..pair[1].range.start].contains(['和', '与', '及'])
    };
    if !kept.windows(2).all(joined) {
        kept.iter_mut().for_each(|claim| claim.certainty = Certainty::Likely);
    }
    kept
}

/// Each part once, with its best certainty, without those of the headings above.
fn named(claims: Vec<Claim>, parents: &[String]) -> Vec<Match> {
    let mut matches: Vec<Match> = Vec::new();
    for claim in claims.iter().filter(|claim| !parents.contains(&claim.part.id)) {
        match matches.iter_mut().find(|found| found.id == claim.part.id) {
            Some(found) => found.certainty = found.certainty.max(claim.certainty),
            None => matches.push(Match { id: claim.part.id.clone(), certainty: claim.certainty }),
        }
    }
    matches
}

impl Phrase {
    /// From its words: parted by … where one follows the other, by | where either will do.
    fn new(typed: &str) -> Self {
        let word = |typed: &str| Some(plain(typed)).filter(|text| !text.is_empty()).map(Word::new);
        let either = |typed: &str| typed.split('|').filter_map(word).collect::<Vec<_>>();
        Self(typed.split('…').map(either).filter(|words| !words.is_empty()).collect())
    }

    /// Where a clause, which has these characters, has the words in their order.
    fn find(&self, clause: &str, characters: Characters) -> Option<Range<usize>> {
        let mut range: Option<Range<usize>> = None;
        for words in &self.0 {
            let from = range.as_ref().map_or(0, |range| range.end);
            let possible = words.iter().filter(|word| characters.hold(word.characters));
            let places = possible.filter_map(|word| {
                let start = from + clause[from..].find(word.text.as_str())?;
                Some((start, start + word.text.len()))
            });
            let (start, end) = places.min_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)))?;
            range = Some(range.map_or(start, |range| range.start)..end);
        }
        range
    }
}

impl Word {
    fn new(text: String) -> Self {
        Self { characters: Characters::of(&text), text }
    }
}

/// The clauses of a heading, each without blanks and punctuation.
fn clauses(text: &str) -> Vec<String> {
    text.split([',', '，', ';', '；', '。', ':', '：']).map(plain).filter(|clause| !clause.is_empty()).collect()
}

/// A text without blanks, quotes and other marks; digits, letters and + in half width.
fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＋' => char::from_u32(c as u32 - 0xFEE0),
            '+' => Some('+'),
            c if c.is_alphanumeric() => Some(c),
            _ => None,
        })
        .collect()
}

/// A clause without the year it begins with: 2021年度推进… and 上一年度推进… are 推进….
fn undated(clause: &str) -> String {
    let clause = ["上一年度", "下一年度", "上年度", "本年度"]
        .iter()
        .find_map(|word| clause.strip_prefix(word))
        .unwrap_or(clause);
    let rest = clause.trim_start_matches(|c: char| c.is_ascii_digit());
    let dated = (clause.len() - rest.len() == 4).then(|| rest.strip_prefix('年')).flatten();
    dated.map_or(clause, |rest| rest.strip_prefix('度').unwrap_or(rest)).to_owned()
}
