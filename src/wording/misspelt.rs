//! What differs from an official name by a character or two.
//!
//! A text is read once. Half of a name that stands there unchanged is looked at closer, for one slip leaves one of the
//! halves whole; so the time is linear in the length of the text.

mod edit;
mod instrument;
mod plain;

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use super::Lexicon;
use super::official::{Form, OfficialName, official_names};
use super::titles;
use crate::map::Map;
use edit::{Edit, near};
use instrument::{has_other_kind, has_other_years};
use plain::Plain;

/// A place where a name is nearly written.
#[derive(Clone, Debug, PartialEq)]
pub struct Misspelt {
    pub range: Range<usize>,
    pub name: &'static OfficialName,
    /// A character more than there should be; otherwise one is lost or another.
    pub is_longer: bool,
}

/// The names of a text that are written with another character, one more or one less; the longest at a place.
pub fn misspelt(text: &str) -> Vec<Misspelt> {
    let mut found = phrases(text);
    found.extend(titles(text, LONGEST_TITLE).filter_map(|range| misspelt_title(text, range)));
    found.sort_by_key(|misspelt| (misspelt.range.start, std::cmp::Reverse(misspelt.range.end)));
    let mut end = 0;
    found.retain(|misspelt| {
        let is_new = misspelt.range.start >= end;
        end = end.max(misspelt.range.end);
        is_new
    });
    found
}

/// Names as they are compared.
struct Index {
    keys: Vec<Key>,
    /// Halves of the phrases; the number is twice the name's, and one more for the second half.
    halves: Lexicon<String>,
    /// The titles by their first character, in the order of the names.
    titles: Map<char, Vec<usize>>,
}

struct Key {
    chars: Vec<char>,
    /// Filled by [`right`](Self::right): only what is near a name is compared with them.
    right: OnceLock<Vec<Vec<char>>>,
    /// Whether signs stand between its characters.
    has_signs: bool,
    /// Whether something of it stands in brackets.
    has_brackets: bool,
}

impl Key {
    /// What is as near and right all the same, of the name it is the key of.
    fn right(&self, name: &OfficialName) -> &[Vec<char>] {
        self.right.get_or_init(|| name.right.iter().map(|right| chars(right)).collect())
    }
}

/// The characters of a name or a title as they are compared.
fn chars(text: &str) -> Vec<char> {
    Plain::of(text).text.chars().collect()
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let key = |name: &OfficialName| {
        let chars = chars(name.name);
        let has_signs = name.name.contains(['、', '，']);
        Key { has_brackets: chars.contains(&'('), chars, right: OnceLock::new(), has_signs }
    };
    let keys: Vec<Key> = official_names().iter().map(key).collect();
    let phrases = official_names().iter().zip(&keys).enumerate().filter(|(_, (name, _))| name.form == Form::Phrase);
    let halves = phrases.flat_map(|(index, (_, key))| {
        let (first, second) = key.chars.split_at(key.chars.len() / 2);
        [(first, 2 * index), (second, 2 * index + 1)]
    });
    // A single character is no half to know a name by.
    let halves = halves.filter(|(half, _)| half.len() > 1).map(|(half, number)| (String::from_iter(half), number));
    let mut titles: Map<char, Vec<usize>> = Map::default();
    for (index, (name, key)) in official_names().iter().zip(&keys).enumerate() {
        if let Some(first) = key.chars.first().filter(|_| name.form == Form::Title) {
            titles.entry(*first).or_default().push(index);
        }
    }
    Index { halves: Lexicon::new(halves), titles, keys }
});

/// Whether a text is what the pattern says, ？ being any character.
fn fits(pattern: &[char], text: &[char]) -> bool {
    pattern.len() == text.len() && pattern.iter().zip(text).all(|(a, b)| *a == '？' || a == b)
}

fn phrases(text: &str) -> Vec<Misspelt> {
    let plain = Plain::without_titles(text);
    let mut found = Vec::new();
    for (half, number) in INDEX.halves.all(&plain.text) {
        let (name, key) = (&official_names()[number / 2], &INDEX.keys[number / 2]);
        let (first, second) = key.chars.split_at(key.chars.len() / 2);
        let reach = key.chars.len() + usize::from(name.edits);
        let (range, edit) = if number % 2 == 0 {
            let after: Vec<char> = plain.text[half.end..].chars().take(reach).collect();
            let Some((taken, edit)) = near(second, &after, name.edits, 2) else { continue };
            let length: usize = after[..taken].iter().map(|c| c.len_utf8()).sum();
            (half.start..half.end + length, edit)
        } else {
            let before: Vec<char> = plain.text[..half.start].chars().rev().take(reach).collect();
            let reversed: Vec<char> = first.iter().rev().copied().collect();
            let Some((taken, edit)) = near(&reversed, &before, name.edits, 2) else { continue };
            let length: usize = before[..taken].iter().map(|c| c.len_utf8()).sum();
            (half.start - length..half.end, edit)
        };
        let written: Vec<char> = plain.text[range.clone()].chars().collect();
        let range = plain.range(range, text);
        let parted = !key.has_signs && text[range.clone()].contains(['、', '，', ',']);
        if !parted && is_misspelt(name, key, &written, edit) {
            found.push(Misspelt { range, name, is_longer: matches!(edit, Edit::Extra(_)) });
        }
    }
    found
}

fn is_misspelt(name: &OfficialName, key: &Key, written: &[char], edit: Edit) -> bool {
    !edit.is_slight() && !key.right(name).iter().any(|right| fits(right, written))
}

/// Longer ones are no names of ours.
const LONGEST_TITLE: usize = 240;

fn misspelt_title(text: &str, range: Range<usize>) -> Option<Misspelt> {
    let title = text[range.clone()].trim_start_matches("中华人民共和国");
    let is_national = title.len() < range.len();
    let whole = chars(title);
    let alike = INDEX.titles.get(whole.first()?)?;
    // 行政处罚法（2021年修订）
    let bare = whole.split(|c| *c == '(').next().unwrap_or_default();
    let of = |key: &Key| if key.has_brackets { &whole[..] } else { bare };
    let known = || official_names().iter().zip(&INDEX.keys).filter(|(name, _)| name.form == Form::Title);
    let is_right = |name: &OfficialName, key: &Key| {
        of(key) == key.chars || key.right(name).iter().any(|right| fits(right, of(key)))
    };
    let nearest = alike.iter().find_map(|index| {
        let (name, key) = (&official_names()[*index], &INDEX.keys[*index]);
        let written = of(key);
        let found = |is_longer| Misspelt { range: range.clone(), name, is_longer };
        let has_slip = || {
            let is_like = key.chars.last() == written.last()
                && key.chars.len().abs_diff(written.len()) <= usize::from(name.edits);
            let (taken, edit) = is_like.then(|| near(&key.chars, written, name.edits, 1)).flatten()?;
            (taken == written.len() && !edit.is_slight()).then(|| found(matches!(edit, Edit::Extra(_))))
        };
        let has_other_years = || key.has_brackets && has_other_years(&key.chars, written);
        let is_other = || has_other_years() || has_other_kind(&key.chars, written, is_national);
        has_slip().or_else(|| is_other().then(|| found(false)))
    });
    nearest.filter(|_| !known().any(|(name, key)| is_right(name, key)))
}
