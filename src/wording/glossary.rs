//! Every word that a rule on wording looks for, found in one pass over a text.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{Lexicon, longest};
use super::{laws, meetings, numbered, old_names, powers, slips, topics, usual};

/// Whose word it is, with the number of the item in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The name of a law that was revised.
    RevisedLaw(usize),
    OldName(usize),
    Topic(usize),
    Slip(usize),
    /// What a formula with a number counts.
    Numbered(usize),
    /// What a figure, or a topic of a year or a kind, is told by.
    Usual(usize),
    /// What is done by a power that some organs lack.
    Act(usize),
    /// A meeting that has no number.
    Meeting(usize),
    /// What every citation of a congress or a session has in it.
    Congress,
}

static GLOSSARY: LazyLock<Lexicon<&'static str, Entry>> = LazyLock::new(|| Lexicon::new(words()));

fn words() -> Vec<(&'static str, Entry)> {
    let revised = laws().iter().enumerate().filter(|(_, law)| !law.edition.is_empty());
    let unnumbered = meetings().iter().enumerate().filter(|(_, meeting)| meeting.number.is_none());
    let mut words: Vec<(&str, Entry)> = revised.map(|(index, law)| (law.name, Entry::RevisedLaw(index))).collect();
    let mut add = |all: &[&'static str], entry: Entry| words.extend(all.iter().map(|word| (*word, entry)));
    old_names().iter().enumerate().for_each(|(index, name)| add(&name.words, Entry::OldName(index)));
    topics().iter().enumerate().for_each(|(index, topic)| add(&topic.words, Entry::Topic(index)));
    slips().iter().enumerate().for_each(|(index, slip)| add(&[slip.wrong], Entry::Slip(index)));
    numbered().iter().enumerate().for_each(|(index, formula)| add(&[formula.noun()], Entry::Numbered(index)));
    usual().iter().enumerate().for_each(|(index, usual)| add(&usual.words, Entry::Usual(index)));
    powers().iter().enumerate().for_each(|(index, power)| add(&power.acts, Entry::Act(index)));
    unnumbered.for_each(|(index, meeting)| add(&meeting.names, Entry::Meeting(index)));
    add(&CONGRESS, Entry::Congress);
    words
}

/// Congresses and sessions have Han numbers, which end so.
const CONGRESS: [&str; 21] = [
    "一大",
    "二大",
    "三大",
    "四大",
    "五大",
    "六大",
    "七大",
    "八大",
    "九大",
    "十大",
    "一届",
    "二届",
    "三届",
    "四届",
    "五届",
    "六届",
    "七届",
    "八届",
    "九届",
    "十届",
    "次全国代表大会",
];

/// The words of the tables that a text has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sightings(Vec<(Range<usize>, Entry)>);

impl Sightings {
    /// Looks through a text.
    pub fn of(text: &str) -> Self {
        Self(GLOSSARY.all(text))
    }

    /// Every place of the words picked, with what they were picked for; words in words too.
    pub fn all<T>(&self, pick: impl Fn(Entry) -> Option<T>) -> impl Iterator<Item = (Range<usize>, T)> {
        self.0.iter().filter_map(move |(range, entry)| Some((range.clone(), pick(*entry)?)))
    }

    /// The words picked that no longer one begins before and covers: of 法制办公室 not 法制办.
    pub fn longest<T>(&self, pick: impl Fn(Entry) -> Option<T>) -> impl Iterator<Item = (Range<usize>, T)> {
        longest(self.all(pick))
    }

    /// Whether one of these words is among them.
    pub fn has(&self, is: impl Fn(Entry) -> bool) -> bool {
        self.0.iter().any(|(_, entry)| is(*entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_character_is_no_word() {
        let short: Vec<_> = words().into_iter().filter(|(word, _)| word.chars().nth(1).is_none()).collect();
        assert_eq!(short, [], "each would be held against every character of a text");
    }
}
