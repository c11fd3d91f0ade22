//! Figures of two reports, side by side.

use rust_decimal::Decimal;

use crate::figures::table::NOT_APPLICABLE;
use crate::figures::{Resolved, Table, Value};
use crate::model::{Quantity, unit};

/// One figure of either report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// 行政复议.收到
    pub name: String,
    /// As written; `None` where the report has no such figure.
    pub last: Option<String>,
    pub this: Option<String>,
    /// +24件, -0.5个百分点; empty where it cannot be told.
    pub change: String,
    /// +40.68%; empty for rates and where last year's is 0.
    pub percent: String,
    /// Last year's value as the new report gives it, where that differs from the old report's.
    pub stated_last: Option<String>,
}

impl Row {
    /// Whether the two reports give it differently.
    pub fn is_changed(&self) -> bool {
        self.last != self.this
    }
}

/// Every figure of either table: those of the new one in its order, then those only the old one has. What `this` says
/// of last year is held against `last`, unless the two are drafts of one year.
pub(super) fn rows(last: &Table, this: &Table, are_drafts: bool) -> Vec<Row> {
    // A published text has none: there is nothing to put side by side.
    if last.iter().next().is_none() || this.iter().next().is_none() {
        return Vec::new();
    }
    let both = this.iter().map(|figure| row(last.get(&figure.name), figure, are_drafts));
    let gone = last.iter().filter(|figure| this.get(&figure.name).is_none()).map(|figure| Row {
        name: figure.name.clone(),
        last: Some(written(&figure.value, &figure.typed)),
        ..Row::default()
    });
    both.chain(gone).collect()
}

fn row(last: Option<&Resolved>, this: &Resolved, are_drafts: bool) -> Row {
    let old = last.and_then(|figure| figure.value.quantity());
    let stated = this.last_year.as_ref().and_then(Value::quantity).filter(|_| !are_drafts);
    let before = old.or(stated);
    let (change, percent) = before.zip(this.value.quantity()).map(|(old, new)| moved(old, new)).unwrap_or_default();
    let disagrees = old.zip(stated).is_some_and(|(old, stated)| old.value() != stated.value());
    Row {
        name: this.name.clone(),
        last: last.map(|figure| written(&figure.value, &figure.typed)).or(stated.map(|stated| stated.written.clone())),
        this: Some(written(&this.value, &this.typed)),
        change,
        percent,
        stated_last: stated.filter(|_| disagrees).map(|stated| stated.written.clone()),
    }
}

/// A value as printed; what is not filled is 待填, what cannot be read as typed.
fn written(value: &Value, typed: &str) -> String {
    match value {
        Value::Known(quantity) => quantity.written.clone(),
        Value::NotApplicable => NOT_APPLICABLE.to_owned(),
        Value::Unfilled => "待填".to_owned(),
        Value::Unknown => typed.to_owned(),
    }
}

/// The difference with its sign, and what it is of the old value in percent.
fn moved(old: &Quantity, new: &Quantity) -> (String, String) {
    if !unit::like(&old.unit, &new.unit) {
        return Default::default();
    }
    let difference = new.value().saturating_sub(old.value());
    let sign = sign(difference);
    let name = if new.is_rate() { unit::POINTS } else { &new.unit };
    let number = difference.abs().checked_div(new.scale).unwrap_or_default().normalize();
    let amount = Quantity::computed(number, new.scale, name, Default::default());
    let percent = difference.checked_div(old.value()).filter(|_| !new.is_rate()).map(|share| {
        let percent = share.saturating_mul(Decimal::ONE_HUNDRED).abs().round_dp(2).normalize();
        format!("{sign}{percent}%")
    });
    (format!("{sign}{}", amount.written), percent.unwrap_or_default())
}

fn sign(number: Decimal) -> &'static str {
    match number.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Less => "-",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "+",
    }
}
