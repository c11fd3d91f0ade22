//! Amounts: what formulas calculate with.

use rust_decimal::Decimal;

use crate::model::quantity::Approximation;
use crate::model::{Interval, Quantity, unit};

/// What an amount is of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// A bare number.
    Pure,
    /// A rate: 1 is 100%.
    Ratio,
    /// 件, 元.
    Named(String),
    /// A product or quotient of unlike units: only `unit:` says what it is of.
    Mixed { left: String, right: String },
}

/// An exact value inside a formula.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    /// 万 and 亿 multiplied out; a rate as a fraction.
    pub value: Decimal,
    pub kind: Kind,
    /// The scale to print in: that of the first operand.
    pub scale: Decimal,
    /// Decimals of the printed number.
    pub decimals: u32,
    pub approximate: bool,
    /// Whether a division left places that must be rounded.
    pub quotient: bool,
    /// Whether a product or quotient is in it, so that `unit:` may name another unit.
    pub converted: bool,
}

/// Why two amounts do not go together.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Clash {
    Units(String, String),
    /// A product or a quotient that only `unit:` could name.
    Unnamed(String, String),
    Zero,
    Overflow,
}

impl Kind {
    fn of(unit: &str) -> Self {
        match unit {
            "" => Self::Pure,
            unit::PERCENT | "‰" | unit::POINTS => Self::Ratio,
            unit => Self::Named(unit.to_owned()),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Pure => String::new(),
            Self::Ratio => unit::PERCENT.to_owned(),
            Self::Named(name) => name.clone(),
            Self::Mixed { left, right } => format!("{left}·{right}"),
        }
    }
}

/// What a unit of rates is a part of: 100 for %, 1000 for ‰.
fn whole(unit: &str) -> Option<Decimal> {
    match unit {
        unit::PERCENT | unit::POINTS => Some(Decimal::ONE_HUNDRED),
        "‰" => Some(Decimal::ONE_THOUSAND),
        _ => None,
    }
}

impl Amount {
    /// The amount a quantity stands for.
    pub fn of(quantity: &Quantity) -> Self {
        let value = quantity.value();
        Self {
            value: whole(&quantity.unit).and_then(|whole| value.checked_div(whole)).unwrap_or(value),
            kind: Kind::of(&quantity.unit),
            scale: quantity.scale,
            decimals: quantity.number.scale(),
            approximate: quantity.approximation != Approximation::Exact,
            quotient: false,
            converted: false,
        }
    }

    /// Whether it is not known to the last digit.
    pub const fn is_rough(&self) -> bool {
        self.approximate || self.quotient
    }

    /// What a quantity may stand for, in the measure of [`value`](Self::value).
    pub fn interval(quantity: &Quantity) -> Interval {
        let Interval { lower, upper, closed } = quantity.interval();
        let part = |value: Decimal| whole(&quantity.unit).and_then(|whole| value.checked_div(whole)).unwrap_or(value);
        Interval { lower: part(lower), upper: part(upper), closed }
    }

    /// The other way round: a term after a minus.
    pub fn negated(mut self) -> Self {
        self.value = -self.value;
        self
    }

    /// The sum. A bare number takes the other's unit; beside a rate 1 is 100%.
    pub fn plus(self, other: Self) -> Result<Self, Clash> {
        let clash = || Clash::Units(self.kind.name(), other.kind.name());
        // 3.2万元 + 5 may mean 5元 or 5万元.
        let bare = |bare: &Self, named: &Self| bare.value.is_zero() || named.scale == Decimal::ONE;
        let leads = match (&self.kind, &other.kind) {
            (Kind::Mixed { .. }, _) => true,
            (_, Kind::Mixed { .. }) => false,
            (Kind::Pure, Kind::Pure) | (Kind::Ratio, Kind::Ratio | Kind::Pure) => true,
            (Kind::Pure, Kind::Ratio) => false,
            (Kind::Named(_), Kind::Pure) if bare(&other, &self) => true,
            (Kind::Pure, Kind::Named(_)) if bare(&self, &other) => false,
            (Kind::Named(one), Kind::Named(two)) if unit::like(one, two) => true,
            _ => return Err(clash()),
        };
        let value = self.value.checked_add(other.value).ok_or(Clash::Overflow)?;
        let same_scale = self.scale == other.scale || matches!(self.kind, Kind::Ratio);
        let decimals = if same_scale { self.decimals.max(other.decimals) } else { 0 };
        let (kind, scale) = if leads { (self.kind, self.scale) } else { (other.kind, other.scale) };
        Ok(Self {
            value,
            kind,
            scale,
            decimals,
            approximate: self.approximate || other.approximate,
            quotient: self.quotient || other.quotient,
            converted: self.converted || other.converted,
        })
    }

    /// The product. A rate or a bare number keeps the other's unit.
    pub fn times(self, other: Self) -> Result<Self, Clash> {
        let value = self.value.checked_mul(other.value).ok_or(Clash::Overflow)?;
        let (kind, scale) = match (self.kind, other.kind) {
            (kind, Kind::Pure) | (kind, Kind::Ratio) => (kind, self.scale),
            (Kind::Pure | Kind::Ratio, kind) => (kind, other.scale),
            (left, right) => (Kind::Mixed { left: left.name(), right: right.name() }, Decimal::ONE),
        };
        Ok(Self {
            value: value.normalize(),
            kind,
            scale,
            decimals: 0,
            approximate: self.approximate || other.approximate,
            quotient: self.quotient || other.quotient,
            converted: true,
        })
    }

    /// The quotient. Of like units it is a rate.
    pub fn over(self, other: Self) -> Result<Self, Clash> {
        if other.value.is_zero() {
            return Err(Clash::Zero);
        }
        let value = self.value.checked_div(other.value).ok_or(Clash::Overflow)?;
        let (kind, scale) = match (self.kind, other.kind) {
            (Kind::Pure, Kind::Pure) => (Kind::Ratio, Decimal::ONE),
            (Kind::Named(one), Kind::Named(two)) if unit::like(&one, &two) => (Kind::Ratio, Decimal::ONE),
            (kind, Kind::Pure | Kind::Ratio) => (kind, self.scale),
            (left, right) => (Kind::Mixed { left: left.name(), right: right.name() }, Decimal::ONE),
        };
        Ok(Self {
            value,
            kind,
            scale,
            decimals: 0,
            approximate: self.approximate || other.approximate,
            quotient: true,
            converted: true,
        })
    }

    /// The quantity it prints as, in the unit `given` by the drafter, else in its own.
    pub fn quantity(&self, given: Option<&str>, decimals: Option<u32>) -> Result<Quantity, Clash> {
        let (scale, name) = match given {
            Some(text) => unit::parse(text),
            None => (self.scale, ""),
        };
        let name = match (given, &self.kind) {
            (Some(_), _) => name,
            (None, Kind::Pure) => "",
            (None, Kind::Ratio) => unit::PERCENT,
            (None, Kind::Named(name)) => name,
            (None, Kind::Mixed { left, right }) => return Err(Clash::Unnamed(left.clone(), right.clone())),
        };
        if let (Kind::Named(own), false) = (&self.kind, self.converted)
            && !unit::like(own, name)
        {
            return Err(Clash::Units(own.clone(), name.to_owned()));
        }
        let number = match whole(name) {
            Some(whole) => self.value.checked_mul(whole),
            None => self.value.checked_div(scale),
        };
        let mut number = number.ok_or(Clash::Overflow)?;
        if self.quotient || decimals.is_some() {
            number = Quantity::rounded(number, decimals.unwrap_or(2), name);
        } else {
            number = number.normalize();
            if number.scale() < self.decimals && scale == self.scale {
                number.rescale(self.decimals);
            }
        }
        let approximation = if self.approximate { Approximation::About } else { Approximation::Exact };
        Ok(Quantity::computed(number, if whole(name).is_some() { Decimal::ONE } else { scale }, name, approximation))
    }
}
