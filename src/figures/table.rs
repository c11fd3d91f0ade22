//! The table of figures: every name resolved to a quantity.

use super::{Expansion, Fault};
use crate::model::{Quantity, Report, Text};
use crate::place::Place;

/// Every figure of a report, resolved; last year's beside it where known.
#[derive(Clone, Debug, Default)]
pub struct Table {
    // private: names, values, faults, which figures a text has used
}

/// A figure's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Known(Quantity),
    /// 待填
    Unfilled,
    /// 不涉及
    NotApplicable,
    /// A formula with a fault, or over an unfilled figure.
    Unknown,
}

/// One figure of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// The full name: 行政复议.收到.
    pub name: String,
    pub value: Value,
    pub last_year: Option<Value>,
    /// Whether a formula computed it.
    pub computed: bool,
    pub place: Place,
}

impl Table {
    /// Resolves every figure of `report`; last year's values come from `last_year:` keys, else from `previous`.
    /// Never fails: what is wrong is in [`faults`](Self::faults).
    pub fn new(_report: &Report, _previous: Option<&Report>) -> Self {
        todo!()
    }

    /// Every figure, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Resolved> {
        std::iter::empty()
    }

    /// The figure of this full name.
    pub fn get(&self, _name: &str) -> Option<&Resolved> {
        todo!()
    }

    /// What is wrong in the figures themselves (not in texts).
    pub fn faults(&self) -> &[Fault] {
        todo!()
    }

    /// Replaces the placeholders of a text; the built-in names are those of the report the table was made from.
    /// What is wrong goes to `faults`; the placeholder then stays as typed.
    pub fn expand(&self, _text: &Text, _faults: &mut Vec<Fault>) -> Expansion {
        todo!()
    }

    /// Full names of the figures that a text uses, directly or through a formula of one it prints.
    pub fn used_by(&self, _text: &Text) -> Vec<String> {
        todo!()
    }
}
