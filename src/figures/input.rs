//! What a formula reads of the figures and groups it names.

use super::amount::{Amount, Clash};
use super::fault::FaultKind;
use super::name::is_total;
use super::table::{Resolved, Table, Value};

/// What a formula reads of another figure.
#[derive(Clone, Debug)]
pub(super) enum Input {
    Known(Amount),
    NotApplicable,
    Unknown,
    /// The sum of a group whose figures do not go together.
    Fault(FaultKind),
}

impl Input {
    /// That of a figure with this value.
    pub fn of(value: Option<&Value>) -> Self {
        match value {
            Some(Value::Known(quantity)) => Self::Known(Amount::of(quantity)),
            Some(Value::NotApplicable) => Self::NotApplicable,
            Some(Value::Unfilled | Value::Unknown) | None => Self::Unknown,
        }
    }

    /// The sum of a group's typed figures, but for 合计 and those 不计入.
    pub fn of_group(table: &Table, group: usize, of: &dyn Fn(&Resolved) -> Self) -> Self {
        let scope = &table.scopes.0[group];
        let mut total: Option<Amount> = None;
        for &index in &scope.figures {
            let figure = &table.figures[index];
            if figure.computed || is_total(figure.short_name()) || scope.apart.contains(&index) {
                continue;
            }
            let amount = match of(figure) {
                Self::Known(amount) => amount,
                Self::NotApplicable => continue,
                other => return other,
            };
            total = match total {
                None => Some(amount),
                Some(total) => match total.plus(amount) {
                    Ok(sum) => Some(sum),
                    Err(Clash::Units(left, right) | Clash::Unnamed(left, right)) => {
                        return Self::Fault(FaultKind::UnlikeUnits { left, right });
                    }
                    Err(Clash::Overflow | Clash::Zero) => return Self::Fault(FaultKind::Overflow),
                },
            };
        }
        total.map_or(Self::NotApplicable, Self::Known)
    }
}
