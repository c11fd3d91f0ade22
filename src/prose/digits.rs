//! Slips of the keyboard: what one wrong digit explains.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::{Interval, Quantity};

/// A count as an integer; `None` for one with decimals, and for one so large that nobody counts it.
pub(super) fn integer(value: Decimal) -> Option<i64> {
    value.fract().is_zero().then(|| value.to_i64()).flatten().filter(|count| count.abs() < LARGEST)
}

/// What sums and slips of counts stay far from the limits of an integer with.
pub(super) const LARGEST: i64 = 1_000_000_000_000_000;

/// Whether two counts differ in exactly one digit: 9830 and 9880.
pub(super) fn differ_in_one(one: i64, other: i64) -> bool {
    if one < 0 || other < 0 {
        return false;
    }
    let (one, other) = (one.to_string(), other.to_string());
    one.len() == other.len() && one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count() == 1
}

/// Whether the parts would make the whole if one digit of one of the numbers were another.
pub(super) fn one_digit_mends(whole: i64, parts: &[i64]) -> bool {
    let Some(sum) = parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(*part)) else { return false };
    let short = whole - sum;
    differ_in_one(whole, sum) || parts.iter().any(|part| differ_in_one(*part, part + short))
}

/// How likely chance alone brings a difference as small or as round as this one between a whole and numbers that have
/// nothing to do with it.
pub(super) fn chance(whole: i64, parts: &[i64]) -> f64 {
    let short = (whole - parts.iter().sum::<i64>()).unsigned_abs();
    if short == 0 || whole <= 0 {
        return 1.0;
    }
    // Round numbers make round differences.
    let mut scale = 1;
    while scale < 1_000_000_000 && whole % (scale * 10) == 0 && parts.iter().all(|part| part % (scale * 10) == 0) {
        scale *= 10;
    }
    let (whole, mut short) = (whole / scale, short / scale.unsigned_abs());
    let mut zeros = 0;
    while short.is_multiple_of(10) {
        short /= 10;
        zeros += 1;
    }
    if short >= 10 {
        return 1.0;
    }
    let as_round = f64::from(9 * zeros) + short.to_f64().unwrap_or(9.0);
    as_round / whole.to_f64().unwrap_or(1.0)
}

/// The counts that differ from one in exactly one digit, the first digit not becoming 0.
pub(super) fn slips_of(number: i64) -> impl Iterator<Item = i64> {
    let digits = if number <= 0 { 1 } else { number.ilog10() + 1 };
    (0..digits).flat_map(move |place| {
        let weight = 10_i64.pow(place);
        let own = number / weight % 10;
        let lowest = i64::from(place + 1 == digits && digits > 1);
        (lowest..10).filter(move |digit| *digit != own).map(move |digit| number + (digit - own) * weight)
    })
}

/// Whether one count is so many percent of another.
pub(super) fn is_share(rate: &Interval, one: i64, other: i64) -> bool {
    let share = Decimal::from(one).saturating_mul(Decimal::ONE_HUNDRED).checked_div(Decimal::from(other));
    share.is_some_and(|share| rate.contains(share))
}

/// A quantity with one of its digits changed.
pub(super) fn slipped(quantity: &Quantity) -> impl Iterator<Item = Quantity> {
    let scale = quantity.number.scale();
    let slips = i64::try_from(quantity.number.mantissa())
        .ok()
        .filter(|number| *number < LARGEST)
        .into_iter()
        .flat_map(slips_of);
    slips.map(move |slip| Quantity { number: Decimal::new(slip, scale), ..quantity.clone() })
}

/// Whether three quantities would make something if one digit of one of them were another.
pub(super) fn one_slip_makes(
    [one, other, third]: [&Quantity; 3],
    makes: impl Fn(&Quantity, &Quantity, &Quantity) -> bool,
) -> bool {
    slipped(one).any(|one| makes(&one, other, third))
        || slipped(other).any(|other| makes(one, &other, third))
        || slipped(third).any(|third| makes(one, other, &third))
}
