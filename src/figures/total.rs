//! 合计 beside the sum of its parts.

use rust_decimal::Decimal;

use super::name::{Scope, is_total};
use super::{Resolved, Table, Value};
use crate::model::quantity::Approximation;
use crate::model::{Interval, Quantity, Verdict, unit};

/// A typed total and the figures it is the sum of: its siblings of the same unit that are no formulas and not 不计入.
#[derive(Clone, Debug, PartialEq)]
pub struct Total<'a> {
    pub total: &'a Resolved,
    pub stated: &'a Quantity,
    /// The parts whose values are known.
    pub parts: Vec<(&'a Resolved, &'a Quantity)>,
    /// The sum of the parts, in the unit of the total.
    pub sum: Quantity,
    /// How far the sum is from the total, without sign.
    pub difference: Quantity,
    pub verdict: Verdict,
}

impl<'a> Total<'a> {
    /// The parts that are larger than the total whatever their roundings.
    pub fn larger_parts(&self) -> impl Iterator<Item = &(&'a Resolved, &'a Quantity)> {
        let stated = self.stated.interval();
        self.parts.iter().filter(move |(_, part)| part.interval().exceeds(&stated))
    }
}

/// A typed total whose parts, summed, are its number, but of another unit.
pub struct OtherUnit<'a> {
    pub total: &'a Resolved,
    pub stated: &'a Quantity,
    pub parts: Vec<(&'a Resolved, &'a Quantity)>,
}

/// The totals of a group whose unit none of the parts has. That the numbers add up tells a slip from a group of
/// unlike things: 合计 51件 beside 34个 and 17个.
pub(super) fn of_other_unit<'a>(table: &'a Table, scope: &'a Scope) -> Vec<OtherUnit<'a>> {
    let totals = typed(table, scope).into_iter().filter(|(_, figure)| is_total(figure.short_name()));
    totals
        .filter_map(|(_, total)| {
            let stated = total.value.quantity()?;
            let parts: Option<Vec<_>> =
                siblings(table, scope).into_iter().map(|part| Some((part, part.value.quantity()?))).collect();
            let parts = parts.filter(|parts| parts.len() > 1)?;
            let unit = &parts.first()?.1.unit;
            let are_like = parts.iter().all(|(_, part)| unit::like(&part.unit, unit));
            let sum = parts.iter().fold(Decimal::ZERO, |sum, (_, part)| sum.saturating_add(part.value()));
            (are_like && !unit::like(unit, &stated.unit) && sum == stated.value()).then_some(OtherUnit {
                total,
                stated,
                parts,
            })
        })
        .collect()
}

/// The figures of a group that are typed, with their indices.
fn typed<'a>(table: &'a Table, scope: &'a Scope) -> Vec<(usize, &'a Resolved)> {
    let own = scope.figures.iter().map(|&index| (index, &table.figures[index]));
    own.filter(|(_, figure)| !figure.computed).collect()
}

/// What a total of the group may be the sum of.
fn siblings<'a>(table: &'a Table, scope: &'a Scope) -> Vec<&'a Resolved> {
    let is_part = |(index, figure): &(usize, &Resolved)| !is_total(figure.short_name()) && !scope.apart.contains(index);
    typed(table, scope).into_iter().filter(is_part).map(|(_, figure)| figure).collect()
}

/// The totals of a group: 合计, and 总计 or total where they are typed as well.
pub(super) fn of<'a>(table: &'a Table, scope: &'a Scope) -> Vec<Total<'a>> {
    let totals = typed(table, scope).into_iter().filter(|(_, figure)| is_total(figure.short_name()));
    totals.filter_map(|(_, total)| compare(total, total.value.quantity()?, &siblings(table, scope))).collect()
}

fn compare<'a>(total: &'a Resolved, stated: &'a Quantity, siblings: &[&'a Resolved]) -> Option<Total<'a>> {
    let parts: Vec<_> = siblings
        .iter()
        .filter_map(|figure| Some((*figure, figure.value.quantity()?)))
        .filter(|(_, part)| unit::like(&part.unit, &stated.unit))
        .collect();
    if parts.is_empty() {
        return None;
    }
    let value = parts.iter().fold(Decimal::ZERO, |sum, (_, part)| sum.saturating_add(part.value()));
    let interval = parts.iter().fold(Interval::exact(Decimal::ZERO), |sum, (_, part)| sum.plus(&part.interval()));
    // A part not known yet may be of this unit.
    let is_open = siblings.iter().any(|figure| matches!(figure.value, Value::Unfilled | Value::Unknown));
    let verdict = match stated.interval().verdict(&interval) {
        _ if is_open => Verdict::CannotTell,
        Verdict::CannotTell if value == stated.value() => Verdict::Holds,
        verdict => verdict,
    };
    let is_rough = parts.iter().any(|(_, part)| part.approximation != Approximation::Exact);
    let approximation = if is_rough { Approximation::About } else { Approximation::Exact };
    let in_unit = |value: Decimal, approximation| {
        let number = value.checked_div(stated.scale).unwrap_or(value).normalize();
        Quantity::computed(number, stated.scale, &stated.unit, approximation)
    };
    let difference = in_unit(value.saturating_sub(stated.value()).abs(), Approximation::Exact);
    Some(Total { total, stated, sum: in_unit(value, approximation), difference, parts, verdict })
}
