//! The value of a formula that was read.

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::{Amount, Clash};
use super::fault::FaultKind;
use super::formula::{Node, Operand};
use super::input::Input;
use super::name::Target;
use crate::model::Interval;

/// Why a formula has no value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stop {
    Fault(FaultKind, Range<usize>),
    NotApplicable,
    Unknown,
}

impl Node {
    /// The value of the formula typed as `text`. In a sum 不涉及 is left out; a product of it does not apply either.
    pub fn amount(&self, text: &str, input: &dyn Fn(Target) -> Input) -> Result<Amount, Stop> {
        let read = |target| match input(target) {
            Input::Known(amount) => Ok(amount),
            Input::NotApplicable => Err(Stop::NotApplicable),
            Input::Unknown => Err(Stop::Unknown),
            // The whole formula: the group has no place in it that says more.
            Input::Fault(kind) => Err(Stop::Fault(kind, 0..0)),
        };
        match self {
            Self::Literal(quantity) => Ok(Amount::of(quantity)),
            Self::Figure(index) => read(Target::Figure(*index)),
            Self::Group(index) => read(Target::Group(*index)),
            Self::Sum(operands) => sum(operands, text, input),
            Self::Product(operands) => product(operands, text, input),
        }
    }
}

impl Node {
    /// The values the formula may stand for, where all its figures are known and no factor is below 0.
    pub fn interval(&self, input: &dyn Fn(Target) -> Option<Interval>) -> Option<Interval> {
        match self {
            Self::Literal(quantity) => Some(Amount::interval(quantity)),
            Self::Figure(index) => input(Target::Figure(*index)),
            Self::Group(index) => input(Target::Group(*index)),
            Self::Product(operands) => operands.iter().try_fold(Interval::exact(Decimal::ONE), |product, operand| {
                let interval = operand.node.interval(input)?;
                if operand.inverse { product.over(&interval) } else { product.times(&interval) }
            }),
            Self::Sum(operands) => operands.iter().try_fold(Interval::exact(Decimal::ZERO), |sum, operand| {
                let interval = operand.node.interval(input)?;
                Some(if operand.inverse { sum.minus(&interval) } else { sum.plus(&interval) })
            }),
        }
    }
}

fn sum(operands: &[Operand], text: &str, input: &dyn Fn(Target) -> Input) -> Result<Amount, Stop> {
    let mut total: Option<Amount> = None;
    for operand in operands {
        let amount = match operand.node.amount(text, input) {
            Err(Stop::NotApplicable) => continue,
            amount => amount?,
        };
        let amount = if operand.inverse { amount.negated() } else { amount };
        total = Some(match total {
            None => amount,
            Some(total) => total.plus(amount).map_err(|clash| stop(clash, text, operand.range.clone(), operand))?,
        });
    }
    total.ok_or(Stop::NotApplicable)
}

fn product(operands: &[Operand], text: &str, input: &dyn Fn(Target) -> Input) -> Result<Amount, Stop> {
    let (first, rest) = operands.split_first().ok_or(Stop::Unknown)?;
    let mut product = first.node.amount(text, input)?;
    for operand in rest {
        let amount = operand.node.amount(text, input)?;
        let result = if operand.inverse { product.over(amount) } else { product.times(amount) };
        product = result.map_err(|clash| stop(clash, text, first.range.start..operand.range.end, operand))?;
    }
    Ok(product)
}

/// The fault of an operand that does not go with those before it.
fn stop(clash: Clash, text: &str, whole: Range<usize>, operand: &Operand) -> Stop {
    match clash {
        Clash::Units(left, right) => Stop::Fault(FaultKind::UnlikeUnits { left, right }, operand.range.clone()),
        Clash::Unnamed(left, right) => Stop::Fault(FaultKind::UnnamedUnit { left, right }, whole),
        Clash::Overflow => Stop::Fault(FaultKind::Overflow, whole),
        Clash::Zero => {
            let expression = text[whole].trim().to_owned();
            Stop::Fault(FaultKind::DivisionByZero { expression }, operand.range.clone())
        }
    }
}
