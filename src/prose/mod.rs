//! Running prose read for its numbers: sentences, clauses, quantities with the words around them, and the relations
//! between the quantities. Data only: the rules make sentences of it.

mod accrued;
mod acts;
mod agreement;
mod ahead;
mod balance;
mod base;
mod breakdown;
pub mod change;
mod clearance;
mod closing;
mod complement;
mod digits;
mod doubling;
mod earlier;
mod evidence;
mod known;
pub mod label;
mod list;
mod marks;
mod mean;
mod multiple;
mod near;
pub mod periods;
pub mod product;
mod proof;
mod rate;
mod read;
pub mod relation;
mod respective;
mod restated;
mod series;
mod share;
pub mod subset;
pub mod tables;
mod total;
mod unsure;
mod whole;

pub use relation::{Operation, Relation};

use std::ops::Range;

use crate::model::quantity::has_digits;
use crate::model::{Quantity, unit};

/// A stretch of prose, cut into sentences and clauses, with every quantity in it.
///
/// All ranges are bytes of `text`. Reading is linear in the text and never fails.
///
/// ```
/// use fazhi::prose::Prose;
/// let prose = Prose::read("收到申请83件，受理41件（其中涉企12件），办结率为90.24%。");
/// let written: Vec<&str> = prose.mentions.iter().map(|mention| prose.text_of(mention)).collect();
/// assert_eq!(written, ["83件", "41件", "12件", "90.24%"]);
/// assert_eq!(prose.name(&prose.mentions[1]), "受理");
/// assert_eq!(prose.clause(&prose.mentions[2]).depth, 1);
/// ```
#[derive(Clone, Debug)]
pub struct Prose<'t> {
    pub text: &'t str,
    pub sentences: Vec<Sentence>,
    /// In the order they begin; a clause in parentheses lies inside the clause that the parentheses interrupt.
    pub clauses: Vec<Clause>,
    /// In the order of the text.
    pub mentions: Vec<Mention>,
}

/// A sentence, with its last mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub range: Range<usize>,
    /// Indices of its clauses.
    pub clauses: Range<usize>,
    /// Indices of its quantities.
    pub mentions: Range<usize>,
}

/// A stretch between two marks ，；： or parentheses around a quantity, half-width ones too, without the marks.
///
/// 、 ends no clause: it stands between the items of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub range: Range<usize>,
    pub sentence: usize,
    /// 0 outside parentheses.
    pub depth: usize,
    /// The mark in front of it, full-width; `None` at the start of a sentence.
    pub opened: Option<char>,
    /// The mark behind it, full-width; `None` at the end of the text.
    pub closed: Option<char>,
    /// The quantity that the parentheses stand behind, for the clauses in them.
    pub anchor: Option<usize>,
}

/// A quantity and the words around it. Quantities in 《》 and “” are names, not mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub range: Range<usize>,
    pub quantity: Quantity,
    pub sentence: usize,
    pub clause: usize,
    /// The words in front of it in its clause, from the quantity before it on: 登记企业 of 登记企业3165户.
    pub before: Range<usize>,
    /// The words behind it in its clause, up to the next quantity: 法治文化阵地 of 19个法治文化阵地.
    pub after: Range<usize>,
}

impl Mention {
    /// Its count, where it has no mark of approximation and no decimals.
    fn exact(&self) -> Option<i64> {
        let interval = self.quantity.interval();
        interval.is_exact().then(|| digits::integer(interval.lower)).flatten()
    }
}

impl<'t> Prose<'t> {
    /// Whether a text may hold a quantity at all: most paragraphs need not be read.
    pub fn has_numbers(text: &str) -> bool {
        has_digits(text)
    }

    /// Reads a text.
    pub fn read(text: &'t str) -> Self {
        read::read(text)
    }

    /// The relations between its quantities, with their verdicts: those that hold, those that fail, and those that cannot
    /// be told but look wrong.
    pub fn relations(&self) -> Vec<Relation> {
        let lists = list::lists(self);
        let mut found = total::totals(self, &lists);
        found.extend(rate::rates(self, &lists));
        found.extend(change::changes(self));
        found.extend(respective::respective(self));
        found.extend(multiple::multiples(self));
        found.extend(doubling::doublings(self));
        found.extend(restated::restated(self));
        series::add(self, &mut found);
        agreement::prove(self, &mut found);
        balance::add(self, &mut found);
        complement::add(self, &mut found);
        accrued::add(self, &mut found);
        acts::add(self, &mut found);
        found
    }

    /// The changes against last year that stand right behind their value.
    pub fn comparisons(&self) -> Vec<change::Comparison> {
        change::comparisons(self)
    }

    /// The words of its sentence in front of a mention.
    fn sentence_before(&self, mention: &Mention) -> &'t str {
        &self.text[self.sentences[mention.sentence].range.start..mention.range.start]
    }

    /// A mention as written.
    pub fn text_of(&self, mention: &Mention) -> &'t str {
        &self.text[mention.range.clone()]
    }

    /// The clause a mention stands in.
    pub fn clause(&self, mention: &Mention) -> &Clause {
        &self.clauses[mention.clause]
    }

    /// The words in front of a mention, without joining words, marks and what stands in parentheses.
    pub fn before(&self, mention: &Mention) -> &'t str {
        marks::bare(&self.text[mention.before.clone()])
    }

    /// The words behind a mention, without marks; those behind 、 belong to the next.
    pub fn after(&self, mention: &Mention) -> &'t str {
        let words = &self.text[mention.after.clone()];
        marks::bare(&words[..words.find('、').unwrap_or(words.len())])
    }

    /// What a mention is called: the words in front of it, else those behind it: 受理 of 受理41件, 法治文化阵地 of
    /// 建立19个法治文化阵地, where the word in front is only a verb.
    pub fn name(&self, mention: &Mention) -> &'t str {
        let (before, after) = (self.before(mention), self.after(mention));
        let is_bare = before.is_empty() || marks::OPENERS.contains(&before);
        if is_bare && !after.is_empty() { after } else { before }
    }

    /// Whether two mentions can be added and compared: units of one kind; a number without a unit goes with any that
    /// counts.
    pub fn is_like(&self, one: &Mention, other: &Mention) -> bool {
        let (one, other) = (self.unit(one), self.unit(other));
        unit::like(one, other) || one.is_empty() && is_counted(other) || other.is_empty() && is_counted(one)
    }

    /// The unit of a mention; 人 of 及格人数17658, which has none.
    pub fn unit<'m>(&'m self, mention: &'m Mention) -> &'m str {
        let written = mention.quantity.unit.as_str();
        if !written.is_empty() {
            // Cases dealt with are cases.
            return if written == "件次" { "件" } else { written };
        }
        let before = self.before(mention);
        let counted = [("人数", "人"), ("件数", "件"), ("户数", "户"), ("人次数", "人次")];
        let named = counted.iter().find(|(word, _)| before.ends_with(word)).map(|(_, unit)| *unit);
        // 8克金币: what stands right behind a number is its unit, though none that is known.
        let behind = || self.text[mention.after.clone()].chars().next().filter(|c| c.is_alphabetic());
        named.unwrap_or_else(|| behind().map_or("", |c| &self.text[mention.after.start..][..c.len_utf8()]))
    }

    /// Whether a measure only says what kind of thing is meant: 200米个人混合泳.
    fn is_attribute(&self, mention: &Mention) -> bool {
        ["米", "公里", "公斤", "千克", "吨", "岁"].contains(&mention.quantity.unit.as_str())
            && self.text[mention.after.clone()].starts_with(|c: char| c.is_alphabetic() && !"的以多余".contains(c))
    }
}

/// The only one there is.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Whether a unit counts things or money, so that two values have a difference.
fn is_amount(unit: &str) -> bool {
    is_counted(unit) || unit == unit::MONEY
}

/// Whether a unit counts things: no rate, no difference of rates, no factor.
fn is_counted(unit: &str) -> bool {
    !["%", "‰", unit::POINTS, "倍", unit::MONEY].contains(&unit)
}
