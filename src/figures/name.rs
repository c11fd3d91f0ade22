//! Names of figures: what they may hold, and how they are found from where they are used.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::map::Map;

/// What a name stands for: the index of a figure or of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Target {
    Figure(usize),
    Group(usize),
}

/// Whether a name may hold the character: letters of any script, digits, `_`, `·`.
pub(super) fn is_name_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '·')
}

/// Whether a text may be a name: such characters, and not digits only.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_character) && !text.chars().all(char::is_numeric)
}

/// The names of a total: one concept, whichever of them is typed where.
const TOTALS: [&str; 3] = ["合计", "总计", "total"];

/// Whether a name is that of a total: 合计, 总计, total.
pub fn is_total(name: &str) -> bool {
    TOTALS.contains(&name)
}

/// A path with its dots in ASCII: a Chinese keyboard types 。
pub(super) fn path(text: &str) -> Cow<'_, str> {
    const DOTS: [char; 2] = ['．', '。'];
    if text.contains(DOTS) { Cow::Owned(text.replace(DOTS, ".")) } else { Cow::Borrowed(text) }
}

/// A group of figures as names are looked up in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    pub parent: Option<usize>,
    pub names: Map<String, Target>,
    /// Its own figures, in the order of the file.
    pub figures: Vec<usize>,
    /// 不计入: figures that are no part of 合计.
    pub apart: HashSet<usize>,
}

impl Scope {
    /// What stands under a name; a total answers to each of its names.
    fn named(&self, name: &str) -> Option<Target> {
        let total = || TOTALS.iter().filter(|_| is_total(name)).find_map(|total| self.names.get(*total));
        self.names.get(name).or_else(total).copied()
    }
}

/// Every group; the first is the whole of `figures:`.
#[derive(Clone, Debug, Default)]
pub(super) struct Scopes(pub Vec<Scope>);

impl Scopes {
    /// Finds a path from inside a group: in it, then in the groups around it.
    pub fn find(&self, path: &str, from: usize) -> Option<Target> {
        let mut scope = Some(from);
        while let Some(index) = scope {
            if let Some(target) = self.descend(path, index) {
                return Some(target);
            }
            scope = self.0.get(index)?.parent;
        }
        None
    }

    fn descend(&self, path: &str, from: usize) -> Option<Target> {
        let mut target = Target::Group(from);
        for name in path.split('.') {
            let Target::Group(index) = target else { return None };
            target = self.0.get(index)?.named(name)?;
        }
        Some(target)
    }
}

/// How many names are compared with an unknown one, and how long they may be: the file may be hostile.
const MOST_NAMES: usize = 2_000;
const LONGEST_NAME: usize = 48;

/// The name nearest to an unknown one: one that ends the same, else one with a slip of the keyboard in it.
pub(super) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let length = name.chars().count();
    if length == 0 || length > LONGEST_NAME {
        return None;
    }
    let last = |name: &'a str| name.rsplit('.').next().unwrap_or(name);
    let ending = name.rsplit('.').next().unwrap_or(name);
    let known = known.take(MOST_NAMES);
    if let Some(same) = known.clone().find(|candidate| last(candidate) == ending) {
        return Some(same.to_owned());
    }
    let far = (length / 3).max(1);
    known
        .filter(|candidate| candidate.len() <= 4 * LONGEST_NAME)
        .map(|candidate| {
            let compared = if name.contains('.') { candidate } else { last(candidate) };
            (strsim::osa_distance(name, compared), candidate)
        })
        .filter(|&(distance, candidate)| distance <= far && distance < candidate.chars().count())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate.to_owned())
}
