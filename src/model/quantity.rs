//! Quantities: exact decimal, 万 or 亿, unit, and 余/多/近/约/超, printed as written.

use rust_decimal::Decimal;

/// How exact a quantity claims to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Approximation {
    #[default]
    Exact,
    /// 约, 左右, 大约
    About,
    /// 近: a little below
    Nearly,
    /// 余, 多, 超: a little above
    Over,
}

/// A quantity as written: 83件, 1,234件, 3.2万人次, 98.50%, 近400家, 3200余人次.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number in units of `scale`, with the decimals it was written with.
    pub number: Decimal,
    /// 1, 10^4 for 万, 10^8 for 亿.
    pub scale: Decimal,
    /// 件, 人次, 万元 is 元 with scale 万; `%` and 个百分点 are units; empty when there is none.
    pub unit: String,
    pub approximation: Approximation,
    /// As typed, to be printed.
    pub written: String,
}

/// Why a text is no quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuantityFault {
    /// There is no digit in it.
    NoNumber,
    /// Text besides one number and its unit.
    Extra(String),
    /// A separator that does not stand between groups of three: 1,23.
    Separator,
    /// More digits than an exact decimal holds.
    TooLong,
}

impl Quantity {
    /// Reads a whole text as one quantity.
    ///
    /// # Errors
    /// Says what in it is no part of a quantity.
    pub fn parse(_text: &str) -> Result<Self, QuantityFault> {
        todo!()
    }

    /// The value with 万 and 亿 multiplied out.
    pub fn value(&self) -> Decimal {
        self.number * self.scale
    }
}
