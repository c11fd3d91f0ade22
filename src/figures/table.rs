//! The table of figures: every name resolved to a quantity.

use std::collections::HashSet;

use super::name::{self, Scopes, Target};
use super::resolve::MOST_SUGGESTIONS;
use super::{Expansion, Fault, FaultKind, OtherUnit, Relation, Total, placeholder, relation, resolve, total};
use crate::model::{Quantity, Report, Text, unit};
use crate::place::Place;

/// What a drafter types for a figure that does not apply, and what it prints.
pub const NOT_APPLICABLE: &str = "不涉及";

/// Every figure of a report, resolved; last year's beside it where known.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub(super) figures: Vec<Resolved>,
    pub(super) scopes: Scopes,
    /// What the formula of each figure reads.
    pub(super) uses: Vec<Vec<Target>>,
    pub(super) faults: Vec<Fault>,
    pub(super) built_in: BuiltIn,
}

/// What the built-in names of placeholders print; `None` when the report does not say.
#[derive(Clone, Debug, Default)]
pub(super) struct BuiltIn {
    pub year: Option<i16>,
    pub place: Option<String>,
    pub issuer: Option<String>,
}

/// Several organs as a sentence names them; `None` where one is not filled.
pub(super) fn joined(issuers: &[Text]) -> Option<String> {
    let filled = |text: &Text| (!text.is_unfilled()).then(|| text.trim().to_owned());
    let issuers: Option<Vec<_>> = issuers.iter().map(filled).collect();
    issuers.filter(|issuers| !issuers.is_empty()).map(|issuers| issuers.join("、"))
}

/// A figure's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Known(Quantity),
    /// 待填
    Unfilled,
    /// 不涉及
    NotApplicable,
    /// A formula with a fault, or over an unfilled figure; a value that is no quantity.
    Unknown,
}

impl Value {
    /// The quantity, where it is known.
    pub const fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Known(quantity) => Some(quantity),
            _ => None,
        }
    }
}

/// One figure of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The full name: 行政复议.收到.
    pub name: String,
    /// The value as typed, blanks at its ends dropped; the formula of a computed one.
    pub typed: String,
    pub value: Value,
    pub last_year: Option<Value>,
    /// Whether a formula computed it.
    pub computed: bool,
    pub place: Place,
    /// 来源: who supplies it.
    pub source: Option<String>,
    /// Whether the public edition may print it: not `publishable: false`.
    pub publishable: bool,
    /// The editions that have it; all when empty.
    pub only: Vec<String>,
    /// The editions that leave it out.
    pub except: Vec<String>,
}

impl Resolved {
    /// The name without its groups: 收到.
    pub fn short_name(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or(&self.name)
    }

    /// Whether it is a 合计 of its siblings.
    pub fn is_total(&self) -> bool {
        name::is_total(self.short_name())
    }

    /// How it moved against last year, in the words of the desk: 同比增长29.17%, 与上年持平. `None` where either year is
    /// not known or the units are unlike.
    pub fn change(&self) -> Option<String> {
        let (now, last) = (self.value.quantity()?, self.last_year.as_ref()?.quantity()?);
        unit::like(&now.unit, &last.unit).then(|| super::change::change(now, last, None))
    }

    /// Whether the edition of this id has it.
    pub fn is_in(&self, edition: &str) -> bool {
        let names = |list: &[String]| list.iter().any(|id| id == edition);
        (self.only.is_empty() || names(&self.only)) && !names(&self.except)
    }
}

impl Table {
    /// Resolves every figure of `report`; last year's values come from `last_year:` keys, else from `previous`, else
    /// from the formula over last year's values. Never fails: what is wrong is in [`faults`](Self::faults).
    pub fn new(report: &Report, previous: Option<&Report>) -> Self {
        // Its own `previous` is not followed.
        let previous = previous.map(|previous| Self::new(previous, None));
        resolve::table(report, previous.as_ref())
    }

    /// Every figure, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Resolved> {
        self.figures.iter()
    }

    /// The figure of this full name.
    pub fn get(&self, name: &str) -> Option<&Resolved> {
        match self.scopes.find(name, 0)? {
            Target::Figure(index) => self.figures.get(index),
            Target::Group(_) => None,
        }
    }

    /// What is wrong in the figures themselves (not in texts).
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Every typed 合计 beside the sum of its parts.
    pub fn totals(&self) -> impl Iterator<Item = Total<'_>> {
        self.scopes.0.iter().flat_map(|scope| total::of(self, scope))
    }

    /// Every typed 合计 that is the sum of its parts in number but not in unit.
    pub fn totals_of_other_unit(&self) -> impl Iterator<Item = OtherUnit<'_>> {
        self.scopes.0.iter().flat_map(|scope| total::of_other_unit(self, scope))
    }

    /// Compares the two sides of a relation such as `行政复议.审结 <= 行政复议.受理 + 行政复议.上期结转`; names are
    /// looked up from outside all groups. `None` when a figure in it is not filled or does not apply.
    ///
    /// # Errors
    /// What is wrong with the relation: an unknown name, which [`suggested`](Self::suggested) sets the nearest beside, an
    /// operator too many, unlike units.
    pub fn compare(&self, relation: &Text) -> Result<Option<Relation<'_>>, Vec<Fault>> {
        relation::compare(self, relation)
    }

    /// Faults with the nearest name that exists beside unknown ones: the first of many, for each name is compared with all.
    pub fn suggested(&self, faults: impl IntoIterator<Item = Fault>) -> impl Iterator<Item = Fault> {
        faults.into_iter().enumerate().map(|(index, fault)| match index {
            0..MOST_SUGGESTIONS => Fault { kind: self.suggest(fault.kind), ..fault },
            _ => fault,
        })
    }

    /// An unknown name with the nearest that exists beside it.
    pub(super) fn suggest(&self, mut kind: FaultKind) -> FaultKind {
        if let FaultKind::UnknownFigure { name, nearest } = &mut kind {
            *nearest = name::nearest(name, self.figures.iter().map(|figure| &*figure.name));
        }
        kind
    }

    /// Replaces the placeholders of a text; the built-in names are those of the report the table was made from.
    /// What is wrong goes to `faults`; the placeholder then stays as typed.
    pub fn expand(&self, text: &Text, faults: &mut Vec<Fault>) -> Expansion {
        placeholder::expand(self, text, &self.built_in, faults)
    }

    /// [`expand`](Self::expand) for an edition that other organs issue: `${issuer}` prints theirs.
    pub fn expand_for(&self, text: &Text, issuers: &[Text], faults: &mut Vec<Fault>) -> Expansion {
        let built_in = BuiltIn { issuer: joined(issuers), ..self.built_in.clone() };
        placeholder::expand(self, text, &built_in, faults)
    }

    /// The figures that no text uses, in the order of the file. Linear in texts and figures together.
    pub fn unused<'a>(&self, texts: impl IntoIterator<Item = &'a Text>) -> Vec<&Resolved> {
        let used = self.reached(texts);
        self.figures.iter().zip(used).filter(|(_, used)| !used).map(|(figure, _)| figure).collect()
    }

    /// Which figures the texts use, directly or through formulas.
    fn reached<'a>(&self, texts: impl IntoIterator<Item = &'a Text>) -> Vec<bool> {
        let mut used = vec![false; self.figures.len()];
        let mut groups = HashSet::new();
        let mut open: Vec<Target> = Vec::new();
        for text in texts {
            open.extend(placeholder::names(text).filter_map(|path| self.scopes.find(&path, 0)));
            while let Some(target) = open.pop() {
                match target {
                    Target::Figure(index) if !std::mem::replace(&mut used[index], true) => {
                        open.extend(&self.uses[index]);
                    }
                    Target::Group(index) if groups.insert(index) => {
                        open.extend(self.scopes.0[index].figures.iter().map(|&index| Target::Figure(index)));
                    }
                    _ => {}
                }
            }
        }
        used
    }
}
