//! What can be wrong with figures, formulas and placeholders: data, put into findings by the rules.

use std::ops::Range;

use crate::place::Place;

/// A fault at a range of the text typed at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub kind: FaultKind,
    pub place: Place,
    pub range: Range<usize>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// No figure has this name; the nearest one that exists.
    UnknownFigure {
        name: String,
        nearest: Option<String>,
    },
    /// The name is that of a group.
    IsGroup {
        name: String,
    },
    /// The text is no quantity.
    NotAQuantity {
        text: String,
    },
    /// A formula that cannot be read; what was met and what was expected, as message keys below `figures.syntax`.
    Syntax {
        expected: &'static str,
        found: String,
    },
    /// Formulas that need one another, in a circle.
    Cycle {
        names: Vec<String>,
    },
    DivisionByZero {
        expression: String,
    },
    /// 件 + 万元, or a product or quotient of unlike units without `unit:`.
    UnlikeUnits {
        left: String,
        right: String,
    },
    /// The result has more digits than an exact decimal holds.
    Overflow,
    /// No filter has this name; the nearest one.
    UnknownFilter {
        name: String,
        nearest: Option<String>,
    },
    /// The filter needs what the figure has not: last year's value, an argument, a number.
    FilterNeeds {
        filter: String,
        needs: &'static str,
    },
    /// `${` without `}`.
    Unclosed,
}
