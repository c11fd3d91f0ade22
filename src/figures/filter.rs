//! Filters of placeholders: number, last, difference, change, share, round, wan.

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::{Amount, Clash};
use super::change::{Say, Verbs, change, difference};
use super::fault::{FaultKind, Needs};
use super::name;
use super::placeholder::Applied;
use super::table::NOT_APPLICABLE;
use super::{Resolved, Value};
use crate::model::quantity::Approximation;
use crate::model::{Quantity, numeral, unit};
use crate::yaml::keys::{self, Domain};

/// What a placeholder shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    Text(String),
    /// Not filled yet: the name of what is missing.
    Unfilled(String),
}

/// A value on its way through the filters.
enum Flow {
    Quantity(Quantity),
    Shown(Shown),
}

type Found<'t> = Result<&'t Resolved, FaultKind>;

/// Runs a figure through filters, each reshaping what the one before gave.
pub(super) fn apply<'t>(
    text: &str,
    figure: &'t Resolved,
    filters: &[Applied],
    share_of: &dyn Fn(&str) -> Found<'t>,
) -> Result<Shown, (FaultKind, Range<usize>)> {
    let mut flow: Option<Quantity> = None;
    let mut shown = None;
    for filter in filters {
        let typed = &text[filter.name.clone()];
        let fault = |kind| (kind, filter.name.clone());
        let Some(named) = keys::english(Domain::Filter, typed).and_then(Filter::named) else {
            let known = keys::words(Domain::Filter).flat_map(|word| word.names()).collect::<Vec<_>>();
            let nearest = name::nearest(typed, known.into_iter());
            return Err(fault(FaultKind::UnknownFilter { name: typed.to_owned(), nearest }));
        };
        if shown.is_some() {
            // What change or number gave is words, which nothing can reshape.
            return Err(fault(needs(typed, Needs::Quantity)));
        }
        let argument = filter.argument.clone().map(|range| &text[range]);
        let step = Step { filter: named, typed, argument, figure, flow: flow.take() };
        match step.run(share_of).map_err(fault)? {
            Flow::Quantity(quantity) => flow = Some(quantity),
            Flow::Shown(result) => shown = Some(result),
        }
    }
    Ok(shown.or_else(|| flow.map(|quantity| Shown::Text(quantity.written))).unwrap_or_else(|| missing(figure)))
}

fn needs(filter: &str, needs: Needs) -> FaultKind {
    FaultKind::FilterNeeds { filter: filter.to_owned(), needs }
}

fn missing(figure: &Resolved) -> Shown {
    Shown::Unfilled(figure.name.clone())
}

/// The filters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    Number,
    Last,
    Difference,
    Change,
    Share,
    Round,
    Wan,
}

impl Filter {
    /// By the English name.
    fn named(name: &str) -> Option<Self> {
        match name {
            "number" => Some(Self::Number),
            "last" => Some(Self::Last),
            "difference" => Some(Self::Difference),
            "change" => Some(Self::Change),
            "share" => Some(Self::Share),
            "round" => Some(Self::Round),
            "wan" => Some(Self::Wan),
            _ => None,
        }
    }
}

/// One filter at work.
struct Step<'a, 't> {
    filter: Filter,
    typed: &'a str,
    argument: Option<&'a str>,
    figure: &'t Resolved,
    /// What the filter before gave; the figure's own value at first.
    flow: Option<Quantity>,
}

impl<'t> Step<'_, 't> {
    fn run(mut self, share_of: &dyn Fn(&str) -> Found<'t>) -> Result<Flow, FaultKind> {
        let current = match self.flow.take() {
            Some(quantity) => quantity,
            None => match &self.figure.value {
                Value::Known(quantity) => quantity.clone(),
                Value::NotApplicable => return Ok(Flow::Shown(Shown::Text(NOT_APPLICABLE.to_owned()))),
                // Last year's value may be known before this year's.
                Value::Unfilled | Value::Unknown if self.filter == Filter::Last => return self.last(),
                Value::Unfilled | Value::Unknown => return Ok(Flow::Shown(missing(self.figure))),
            },
        };
        match self.filter {
            Filter::Number => Ok(Flow::Shown(Shown::Text(current.without_unit()))),
            Filter::Last => self.last(),
            Filter::Difference => self.against_last(&current, difference),
            Filter::Change => self.against_last(&current, change),
            Filter::Share => self.share(&current, share_of),
            Filter::Round => self.round(&current).map(Flow::Quantity),
            Filter::Wan => self.wan(&current).map(Flow::Quantity),
        }
    }

    fn last(&self) -> Result<Flow, FaultKind> {
        match &self.figure.last_year {
            Some(Value::Known(quantity)) => Ok(Flow::Quantity(quantity.clone())),
            Some(Value::NotApplicable) => Ok(Flow::Shown(Shown::Text(NOT_APPLICABLE.to_owned()))),
            Some(Value::Unfilled | Value::Unknown) => {
                Ok(Flow::Shown(Shown::Unfilled(format!("{}（上年）", self.figure.name))))
            }
            None => Err(needs(self.typed, Needs::LastYear)),
        }
    }

    fn against_last(&self, current: &Quantity, say: Say) -> Result<Flow, FaultKind> {
        let last = match self.last()? {
            Flow::Quantity(last) => last,
            shown => return Ok(shown),
        };
        if !unit::like(&current.unit, &last.unit) {
            return Err(FaultKind::UnlikeUnits { left: current.unit.clone(), right: last.unit });
        }
        let verbs =
            self.argument.map(|verb| Verbs::named(verb).ok_or_else(|| needs(self.typed, Needs::Verb))).transpose()?;
        Ok(Flow::Shown(Shown::Text(say(current, &last, verbs))))
    }

    fn share(&self, current: &Quantity, share_of: &dyn Fn(&str) -> Found<'t>) -> Result<Flow, FaultKind> {
        let path = self.argument.filter(|path| !path.is_empty()).ok_or_else(|| needs(self.typed, Needs::Path))?;
        let whole = share_of(path)?;
        let whole = match &whole.value {
            Value::Known(quantity) => quantity,
            Value::NotApplicable => return Ok(Flow::Shown(Shown::Text(NOT_APPLICABLE.to_owned()))),
            Value::Unfilled | Value::Unknown => return Ok(Flow::Shown(missing(whole))),
        };
        let share = Amount::of(current).over(Amount::of(whole)).and_then(|share| share.quantity(None, None));
        share.map(Flow::Quantity).map_err(|clash| match clash {
            Clash::Units(left, right) | Clash::Unnamed(left, right) => FaultKind::UnlikeUnits { left, right },
            Clash::Zero => FaultKind::DivisionByZero { expression: format!("{}/{}", current.written, whole.written) },
            Clash::Overflow => FaultKind::Overflow,
        })
    }

    /// 约数: 3245人次 is 3200余人次; `round(1)` keeps one decimal, `round(千)` and `round(1000)` cut to thousands.
    fn round(&self, current: &Quantity) -> Result<Quantity, FaultKind> {
        let place = match self.argument.map(|argument| place(argument).ok_or_else(|| needs(self.typed, Needs::Place))) {
            Some(place) => Some(place?),
            None => None,
        };
        Ok(match place {
            Some(Place::Decimals(decimals)) => rounded(current, decimals),
            None if current.is_rate() => rounded(current, 0),
            Some(Place::Cut(place)) => cut(current, place),
            None => cut(current, leading_place(current.number)),
        })
    }

    /// 32456人次 is 3.25万人次; the argument is the number of decimals.
    fn wan(&self, current: &Quantity) -> Result<Quantity, FaultKind> {
        let decimals = match self.argument.map(place) {
            None => 2,
            Some(Some(Place::Decimals(decimals))) => decimals,
            Some(_) => return Err(needs(self.typed, Needs::Decimals)),
        };
        let ten_thousand = Decimal::from(10_000);
        let number = current.value().checked_div(ten_thousand).ok_or(FaultKind::Overflow)?;
        let number = Quantity::rounded(number, decimals, "").normalize();
        Ok(Quantity::computed(number, ten_thousand, &current.unit, current.approximation))
    }
}

/// Where a number is rounded.
enum Place {
    Decimals(u32),
    /// 10, 100, …: what is below is cut off.
    Cut(Decimal),
}

fn place(argument: &str) -> Option<Place> {
    if let Some((scale, length)) = unit::leading_scale(argument) {
        return (length == argument.len()).then_some(Place::Cut(scale));
    }
    if argument == "十" {
        return Some(Place::Cut(Decimal::TEN));
    }
    let digits: Option<String> = argument
        .chars()
        .map(|character| numeral::digit(character).and_then(|digit| char::from_digit(digit, 10)))
        .collect();
    let number: u64 = digits?.parse().ok()?;
    match number {
        0..=9 => Some(Place::Decimals(u32::try_from(number).ok()?)),
        _ if argument.len() < 16 && number.to_string().trim_end_matches('0') == "1" => Some(Place::Cut(number.into())),
        _ => None,
    }
}

/// The place of the second digit of a number, of the first where it has but two: 100 for 3245, 10 for 83.
fn leading_place(number: Decimal) -> Decimal {
    let digits = number.trunc().abs().to_string().len();
    let exponent = if digits > 2 { digits - 2 } else { digits - 1 };
    (0..exponent).fold(Decimal::ONE, |place, _| place.saturating_mul(Decimal::TEN))
}

fn rounded(quantity: &Quantity, decimals: u32) -> Quantity {
    let number = Quantity::rounded(quantity.number, decimals, &quantity.unit);
    Quantity::computed(number, quantity.scale, &quantity.unit, quantity.approximation)
}

/// Cut to a multiple of `place`; what was cut off makes it 余, which stands after round numbers only.
fn cut(quantity: &Quantity, place: Decimal) -> Quantity {
    let place = place.checked_div(quantity.scale).filter(|place| *place >= Decimal::ONE).unwrap_or(Decimal::ONE);
    let kept = quantity.number.checked_div(place).map(|many| many.trunc().saturating_mul(place));
    match kept {
        Some(kept) if kept != quantity.number && !kept.is_zero() => {
            Quantity::computed(kept.normalize(), quantity.scale, &quantity.unit, Approximation::Over)
        }
        _ => quantity.clone(),
    }
}
