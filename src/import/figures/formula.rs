//! Rates that are the quotient of two figures of their group.

use rust_decimal::Decimal;

use super::subject::Subjects;
use super::{Figure, Figures};
use crate::model::quantity::Approximation::Exact;
use crate::model::{Quantity, unit};

/// Turns rates into formulas where exactly one quotient prints what stands in the text.
pub fn find(figures: &mut Figures, subjects: &Subjects) {
    for (group, figures) in &mut figures.groups {
        let rates: Vec<String> =
            figures.iter().filter(|(_, figure)| figure.quantity.is_rate()).map(|(name, _)| name.clone()).collect();
        for rate in rates {
            let of = |name: &str| {
                let (over, under) = name.split_once('/')?;
                fits(figures.get(over)?, figures.get(under)?, figures.get(&rate)?)
                    .map(|decimals| (name.to_owned(), decimals))
            };
            let usual = subjects.formula(group, &rate).map(str::to_owned);
            let candidates = usual.map_or_else(|| quotients(&rate, figures.keys()), |usual| vec![usual]);
            let mut fitting = candidates.iter().filter_map(|name| of(name));
            let (first, second) = (fitting.next(), fitting.next());
            if let (Some(formula), None) = (first, second) {
                figures[&rate].formula = Some(formula);
            }
        }
    }
}

/// 办结率 is 办结 over any other figure of its group.
fn quotients<'a>(rate: &str, names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let over = rate.trim_end_matches('率');
    names.filter(|name| *name != over && *name != rate).map(|name| format!("{over}/{name}")).collect()
}

/// The decimals to ask for, if the quotient prints as the rate stands; the usual two are not asked for.
fn fits(over: &Figure, under: &Figure, rate: &Figure) -> Option<Option<u32>> {
    let (over, under, rate) = (&over.quantity, &under.quantity, &rate.quantity);
    let is_exact = [over, under, rate].iter().all(|quantity| quantity.approximation == Exact);
    if !is_exact || over.is_rate() || !unit::like(&over.unit, &under.unit) {
        return None;
    }
    let percent = over.value().checked_div(under.value())?.checked_mul(Decimal::ONE_HUNDRED)?;
    let prints = |decimals| format!("{}%", Quantity::rounded(percent, decimals, unit::PERCENT)) == rate.written;
    let own = rate.number.scale();
    if prints(2) { Some(None) } else { prints(own).then_some(Some(own)) }
}
