//! What can be wrong with figures, formulas and placeholders: data, put into findings by the rules.

use std::ops::Range;

use crate::message;
use crate::message::{Argument, Message};
use crate::model::quantity::QuantityFault;
use crate::place::{Place, Where};

/// A fault at a range of the text typed at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub kind: FaultKind,
    pub place: Place,
    /// Empty where the fault is of the value, or of the name, as a whole.
    pub range: Range<usize>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// No figure has this name; the nearest one that exists.
    UnknownFigure { name: String, nearest: Option<String> },
    /// A figure's own name holds what no name may hold, or is digits only.
    BadName { name: String },
    /// The name is that of a group.
    IsGroup { name: String },
    /// The text is no quantity.
    NotAQuantity { text: String, why: QuantityFault },
    /// The figure has both a value and a formula.
    ValueAndFormula,
    /// A formula or a placeholder that cannot be read: what was expected, and what was met; nothing at the end.
    Syntax { expected: Expected, found: String },
    /// Formulas that need one another, in a circle.
    Cycle { names: Vec<String> },
    /// A quotient whose divisor is 0.
    DivisionByZero { expression: String },
    /// 件 + 万元.
    UnlikeUnits { left: String, right: String },
    /// 元 × 元 or 件 ÷ 人 without `unit:`.
    UnnamedUnit { left: String, right: String },
    /// The result has more digits than an exact decimal holds.
    Overflow,
    /// No filter has this name; the nearest one.
    UnknownFilter { name: String, nearest: Option<String> },
    /// The filter needs what it has not.
    FilterNeeds { filter: String, needs: Needs },
    /// `${` without `}`.
    Unclosed,
}

/// What a formula or a placeholder should have gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A number, a name or a parenthesis.
    Operand,
    /// + - * /
    Operator,
    /// A name.
    Path,
    /// )
    Closing,
    /// No further parenthesis: they nest too deep.
    Shallower,
    /// The sign of a relation.
    Sign,
}

impl Expected {
    fn message(self) -> Message {
        match self {
            Self::Operand => message!("figures.syntax.operand"),
            Self::Operator => message!("figures.syntax.operator"),
            Self::Path => message!("figures.syntax.path"),
            Self::Closing => message!("figures.syntax.closing"),
            Self::Shallower => message!("figures.syntax.shallower"),
            Self::Sign => message!("figures.syntax.sign"),
        }
    }
}

/// What a filter cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Last year's value.
    LastYear,
    /// A figure, no built-in name.
    Figure,
    /// A quantity, not the words another filter gave.
    Quantity,
    /// A pair of verbs it knows.
    Verb,
    /// The name of a figure.
    Path,
    /// The place to round at.
    Place,
    /// A number of decimals.
    Decimals,
}

impl Needs {
    fn message(self) -> Message {
        match self {
            Self::LastYear => message!("figures.needs.last_year"),
            Self::Figure => message!("figures.needs.figure"),
            Self::Quantity => message!("figures.needs.quantity"),
            Self::Verb => message!("figures.needs.verb"),
            Self::Path => message!("figures.needs.path"),
            Self::Place => message!("figures.needs.place"),
            Self::Decimals => message!("figures.needs.decimals"),
        }
    }
}

impl Fault {
    /// Where it is: the key for faults of names, the range where there is one, else the whole value.
    pub fn at(&self) -> Where {
        match self.kind {
            FaultKind::BadName { .. } => Where::Key(self.place),
            _ if self.range.is_empty() => Where::Value(self.place),
            _ => Where::Range(self.place, self.range.clone()),
        }
    }

    /// One sentence that says what is wrong, with the values in it.
    pub fn message(&self) -> Message {
        let sentence = |name: &str| format!("figures.{name}.message");
        match &self.kind {
            FaultKind::UnknownFigure { name, .. } => message!(sentence("unknown_figure"), name = name),
            FaultKind::BadName { name } => message!(sentence("bad_name"), name = name),
            FaultKind::IsGroup { name } => message!(sentence("is_group"), name = name),
            FaultKind::NotAQuantity { text, why } => {
                message!(sentence("not_a_quantity"), text = text, why = Self::reason(why))
            }
            FaultKind::ValueAndFormula => message!(sentence("value_and_formula")),
            FaultKind::Syntax { expected, found } => {
                let found = match found.as_str() {
                    "" => Argument::Message(message!("figures.syntax.end")),
                    found => Argument::Text(found.to_owned()),
                };
                message!(sentence("syntax"), expected = expected.message(), found = found)
            }
            FaultKind::Cycle { names } => message!(sentence("cycle"), names = names.join(" → ")),
            FaultKind::DivisionByZero { expression } => message!(sentence("division_by_zero"), expression = expression),
            FaultKind::UnlikeUnits { left, right } => {
                message!(sentence("unlike_units"), left = Self::unit(left), right = Self::unit(right))
            }
            FaultKind::UnnamedUnit { left, right } if left.is_empty() || right.is_empty() => {
                message!(sentence("half_named_unit"), unit = format!("{left}{right}"))
            }
            FaultKind::UnnamedUnit { left, right } => {
                message!(sentence("unnamed_unit"), left = left.as_str(), right = right.as_str())
            }
            FaultKind::Overflow => message!(sentence("overflow")),
            FaultKind::UnknownFilter { name, .. } => message!(sentence("unknown_filter"), name = name),
            FaultKind::FilterNeeds { filter, needs } => {
                message!(sentence("filter_needs"), filter = filter, needs = needs.message())
            }
            FaultKind::Unclosed => message!(sentence("unclosed")),
        }
    }

    /// One sentence that says what to do.
    pub fn help(&self) -> Message {
        match &self.kind {
            FaultKind::UnknownFigure { nearest: Some(nearest), .. }
            | FaultKind::UnknownFilter { nearest: Some(nearest), .. } => {
                message!("figures.nearest", nearest = nearest)
            }
            kind => message!(format!("figures.{}.help", kind.key())),
        }
    }

    fn reason(why: &QuantityFault) -> Message {
        match why {
            QuantityFault::NoNumber => message!("figures.quantity.no_number"),
            QuantityFault::Extra(extra) => message!("figures.quantity.extra", extra = extra),
            QuantityFault::Separator => message!("figures.quantity.separator"),
            QuantityFault::TooLong => message!("figures.quantity.too_long"),
        }
    }

    fn unit(unit: &str) -> Argument {
        match unit {
            "" => Argument::Message(message!("figures.no_unit")),
            unit => Argument::Text(unit.to_owned()),
        }
    }
}

impl FaultKind {
    /// The section of `figures:` in `locales/` that speaks of it.
    fn key(&self) -> &'static str {
        match self {
            Self::UnknownFigure { .. } => "unknown_figure",
            Self::BadName { .. } => "bad_name",
            Self::IsGroup { .. } => "is_group",
            Self::NotAQuantity { .. } => "not_a_quantity",
            Self::ValueAndFormula => "value_and_formula",
            Self::Syntax { .. } => "syntax",
            Self::Cycle { .. } => "cycle",
            Self::DivisionByZero { .. } => "division_by_zero",
            Self::UnlikeUnits { .. } => "unlike_units",
            Self::UnnamedUnit { left, right } if left.is_empty() || right.is_empty() => "half_named_unit",
            Self::UnnamedUnit { .. } => "unnamed_unit",
            Self::Overflow => "overflow",
            Self::UnknownFilter { .. } => "unknown_filter",
            Self::FilterNeeds { .. } => "filter_needs",
            Self::Unclosed => "unclosed",
        }
    }
}
