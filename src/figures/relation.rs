//! Relations between figures: `行政复议.审结 == 行政复议.维持 + 行政复议.撤销`, `办结 <= 受理`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::{Amount, Clash};
use super::evaluate::Stop;
use super::fault::{Expected, FaultKind};
use super::formula::{self, Node};
use super::input::Input;
use super::name::Target;
use super::{Fault, Resolved, Table, Value};
use crate::model::{Interval, Quantity, Text, Verdict};

/// How the two sides of a relation must stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `==`, `=`, `＝`
    Equal,
    /// `<=`, `≤`, `≦`
    AtMost,
    /// `>=`, `≥`, `≧`
    AtLeast,
    /// `<`, `＜`
    Below,
    /// `>`, `＞`
    Above,
}

/// The signs as typed, longer before shorter.
const SIGNS: [(&str, Sign); 14] = [
    ("==", Sign::Equal),
    ("＝＝", Sign::Equal),
    ("<=", Sign::AtMost),
    ("＜＝", Sign::AtMost),
    (">=", Sign::AtLeast),
    ("＞＝", Sign::AtLeast),
    ("≤", Sign::AtMost),
    ("≥", Sign::AtLeast),
    ("=", Sign::Equal),
    ("＝", Sign::Equal),
    ("<", Sign::Below),
    ("＜", Sign::Below),
    (">", Sign::Above),
    ("＞", Sign::Above),
];

/// A relation whose two sides are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation<'t> {
    pub sign: Sign,
    /// The two sides as typed, and what they come to.
    pub left: Side,
    pub right: Side,
    /// How far the sides are apart, without sign.
    pub difference: Quantity,
    pub verdict: Verdict,
    /// The figures it names, in the order of the text.
    pub figures: Vec<&'t Resolved>,
}

/// One side of a relation.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    pub expression: String,
    pub value: Quantity,
}

type Parsed<T> = Result<T, (FaultKind, Range<usize>)>;

/// Compares the two sides of a relation; `None` when a figure in it is not filled or does not apply.
pub(super) fn compare<'t>(table: &'t Table, text: &Text) -> Result<Option<Relation<'t>>, Vec<Fault>> {
    let fault = |(kind, range)| Fault { kind, place: text.place, range };
    let (left, sign, right) = split(text).map_err(|found| vec![fault(found)])?;
    let lookup = |path: &str| table.scopes.find(path, 0);
    let [one, other] = [&left, &right].map(|range| formula::parse(&text[..range.end], range.start, 0, &lookup));
    let (Some(first), Some(second)) = (&one.root, &other.root) else {
        let found = one.faults.into_iter().chain(other.faults);
        return Err(found.map(fault).collect());
    };
    let amount = |root: &Node| root.amount(text, &|target| input(table, target));
    let amounts = match amount(first).and_then(|first| Ok([first, amount(second)?])) {
        Ok(amounts) => amounts,
        Err(Stop::Fault(kind, range)) => return Err(vec![fault((kind, range))]),
        Err(Stop::NotApplicable | Stop::Unknown) => return Ok(None),
    };
    let intervals =
        [first.interval(&|target| interval(table, target)), second.interval(&|target| interval(table, target))];
    let verdict = match intervals {
        [Some(left), Some(right)] => sign.judge(&left, &right, amounts[0].value == amounts[1].value),
        _ if amounts.iter().any(Amount::is_rough) => Verdict::CannotTell,
        _ => sign.judge(&Interval::exact(amounts[0].value), &Interval::exact(amounts[1].value), false),
    };
    let uses = one.uses.iter().chain(&other.uses);
    let figures = uses.filter_map(|(target, _)| match target {
        Target::Figure(index) => table.figures.get(*index),
        Target::Group(_) => None,
    });
    let values = sides(&amounts).map_err(|clash| match clash {
        Clash::Units(left, right) => vec![fault((FaultKind::UnlikeUnits { left, right }, 0..text.len()))],
        Clash::Unnamed(left, right) => vec![fault((FaultKind::UnnamedUnit { left, right }, 0..text.len()))],
        Clash::Overflow | Clash::Zero => vec![fault((FaultKind::Overflow, 0..text.len()))],
    })?;
    let side = |range: Range<usize>, root, value| Side {
        expression: text[range].trim().to_owned(),
        value: as_typed(table, root).unwrap_or(value),
    };
    let [left_value, right_value, difference] = values;
    Ok(Some(Relation {
        sign,
        left: side(left, first, left_value),
        right: side(right, second, right_value),
        difference,
        verdict,
        figures: figures.collect(),
    }))
}

/// The quantity of a side that is one figure or one number, as it was written.
fn as_typed(table: &Table, root: &Node) -> Option<Quantity> {
    match root {
        Node::Literal(quantity) => Some(Quantity::clone(quantity)),
        Node::Figure(index) => table.figures.get(*index)?.value.quantity().cloned(),
        _ => None,
    }
}

/// Both sides as they print, and their difference. Sides of unlike units cannot be compared.
fn sides(amounts: &[Amount; 2]) -> Result<[Quantity; 3], Clash> {
    let [left, right] = amounts;
    let mut difference = left.clone().plus(right.clone().negated())?;
    difference.value = difference.value.abs();
    difference.decimals = 0;
    Ok([left.quantity(None, None)?, right.quantity(None, None)?, difference.quantity(None, None)?])
}

fn input(table: &Table, target: Target) -> Input {
    match target {
        Target::Figure(index) => Input::of(table.figures.get(index).map(|figure| &figure.value)),
        Target::Group(index) => Input::of_group(table, index, &|figure| Input::of(Some(&figure.value))),
    }
}

fn interval(table: &Table, target: Target) -> Option<Interval> {
    match target {
        Target::Figure(index) => match &table.figures.get(index)?.value {
            Value::Known(quantity) => Some(Amount::interval(quantity)),
            // In a sum it counts for nothing.
            Value::NotApplicable => Some(Interval::exact(Decimal::ZERO)),
            Value::Unfilled | Value::Unknown => None,
        },
        Target::Group(_) => None,
    }
}

impl Sign {
    /// Whether the sides stand to one another as they must. `same` says that both come to one number as written.
    fn judge(self, left: &Interval, right: &Interval, same: bool) -> Verdict {
        // What a quotient leaves in the last places is no difference: 1/3 + 2/3 is 1.
        let settled = |side: &Interval| Interval {
            lower: side.lower.round_dp(20),
            upper: side.upper.round_dp(20),
            closed: side.closed,
        };
        let (left, right) = (&settled(left), &settled(right));
        let verdict = match self {
            Self::Equal if right.covers(left) => Verdict::Holds,
            Self::Equal => left.verdict(right),
            Self::AtMost => decide(right.reaches(left), left.exceeds(right)),
            Self::AtLeast => decide(left.reaches(right), right.exceeds(left)),
            Self::Below => decide(right.exceeds(left), left.reaches(right)),
            Self::Above => decide(left.exceeds(right), right.reaches(left)),
        };
        let allows_same = matches!(self, Self::Equal | Self::AtMost | Self::AtLeast);
        if verdict == Verdict::CannotTell && same && allows_same { Verdict::Holds } else { verdict }
    }
}

const fn decide(holds: bool, fails: bool) -> Verdict {
    match (holds, fails) {
        (true, _) => Verdict::Holds,
        (false, true) => Verdict::Fails,
        (false, false) => Verdict::CannotTell,
    }
}

/// The two sides around the one sign.
fn split(text: &str) -> Parsed<(Range<usize>, Sign, Range<usize>)> {
    let is_sign = |character: char| "=＝<>＜＞≤≥".contains(character);
    let missing = || (FaultKind::Syntax { expected: Expected::Sign, found: String::new() }, 0..text.len());
    let at = text.find(is_sign).ok_or_else(missing)?;
    let &(word, sign) = SIGNS.iter().find(|(word, _)| text[at..].starts_with(word)).ok_or_else(missing)?;
    Ok((0..at, sign, at + word.len()..text.len()))
}
