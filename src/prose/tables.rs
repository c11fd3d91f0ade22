//! What is known of categories and rates: `templates/prose/`, read when first asked for.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::outline::Source;
use crate::wording::Lexicon;
use crate::yaml::plain;

/// Categories that leave nothing over: 保留, 废止, 失效, 修订.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategorySet {
    pub name: String,
    /// The words of each category, the first as it is named in `needs`.
    pub categories: Vec<Vec<String>>,
    /// The categories that must be in a list before it counts as complete.
    pub needs: Vec<String>,
    /// Words of which the clause of the whole contains one; any clause will do when empty.
    pub wholes: Vec<String>,
    /// Of fewer categories some may be left out.
    #[serde(default)]
    pub least: usize,
    /// So many categories look complete, though not all that are needed are among them; 0 for never.
    #[serde(default)]
    pub likely: usize,
    /// Those that are needed make the whole by themselves too: 优秀 are 合格.
    #[serde(default)]
    pub alone: bool,
    /// A thing is in one category only: more than the whole is a fault, though categories may be left out.
    #[serde(default)]
    pub exclusive: bool,
    /// Some of the whole may be in no category yet, or in one of earlier years: never a fault.
    #[serde(default)]
    pub pending: bool,
    /// Any difference is a fault; else only one that a single wrong digit explains.
    #[serde(default)]
    pub strict: bool,
    pub source: Source,
}

/// A rate told in a clause of its own: 办结率 is 办结 of 受理.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateName {
    pub names: Vec<String>,
    /// Words of what is counted.
    #[serde(default)]
    pub counted: Vec<String>,
    /// Words of the base, the likelier first.
    #[serde(default)]
    pub of: Vec<String>,
    /// What is still open may be left out of the base.
    #[serde(default)]
    pub pending: bool,
    /// Words of the base of which nothing is open: 调解纠纷.
    #[serde(default)]
    pub settled: Vec<String>,
    /// What came over from last year may be in the base.
    #[serde(default)]
    pub carried: bool,
    /// Offices count the base in different ways: never a fault.
    #[serde(default)]
    pub unsettled: bool,
    /// The rate is of those that are not counted: 案结事了率 and 起诉.
    #[serde(default)]
    pub rest: bool,
    pub source: Source,
}

static CATEGORIES: LazyLock<Vec<CategorySet>> =
    LazyLock::new(|| plain::parse(include_str!("../../templates/prose/categories.yaml")).expect("a test reads it"));
static RATES: LazyLock<Vec<RateName>> =
    LazyLock::new(|| plain::parse(include_str!("../../templates/prose/rates.yaml")).expect("a test reads it"));

/// The words of the categories that sets need, each with the places of set and need.
static NEEDED: LazyLock<Lexicon<&'static str, (usize, usize)>> = LazyLock::new(|| {
    let words = CATEGORIES.iter().enumerate().flat_map(|(set, of)| {
        let needs = of.needs.iter().enumerate();
        needs.flat_map(move |(need, name)| of.words(name).iter().map(move |word| (word.as_str(), (set, need))))
    });
    Lexicon::new(words.filter(|(word, _)| !is_short(word)))
});

/// Whether a word is a single character: such ones are looked for by themselves.
fn is_short(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// The sets whose needed categories are all named in a text.
pub(super) fn named(text: &str) -> Vec<&'static CategorySet> {
    let mut found = vec![0_u32; CATEGORIES.len()];
    for (_, (set, need)) in NEEDED.all(text) {
        found[set] |= 1 << need;
    }
    let is_named = |(set, found): &(&'static CategorySet, u32)| {
        let mut needs = set.needs.iter().enumerate();
        needs.all(|(need, name)| {
            found & (1 << need) != 0 || set.words(name).iter().any(|word| is_short(word) && text.contains(word))
        })
    };
    CATEGORIES.iter().zip(found).filter(is_named).map(|(set, _)| set).collect()
}

/// Every set of categories.
pub fn categories() -> &'static [CategorySet] {
    &CATEGORIES
}

/// Every rate.
pub fn rates() -> &'static [RateName] {
    &RATES
}

impl RateName {
    /// The words in front of this rate in a name that ends with it, the name without its 率; `None` for another rate.
    pub fn before<'n>(&self, stem: &'n str) -> Option<&'n str> {
        let names = self.names.iter().filter_map(|name| name.strip_suffix('率').or_else(|| name.strip_suffix('度')));
        names.filter_map(|name| stem.strip_suffix(name)).min_by_key(|rest| rest.len())
    }
}

impl CategorySet {
    /// The words of a category.
    fn words(&self, name: &str) -> &[String] {
        self.categories.iter().find(|words| words[0] == name).map_or(&[], Vec::as_slice)
    }

    /// The category a label belongs to: the first that has a word in it.
    pub fn category(&self, label: &str) -> Option<&str> {
        let words = |category: &&Vec<String>| category.iter().any(|word| label.contains(word.as_str()));
        self.categories.iter().find(words).map(|category| category[0].as_str())
    }
}
