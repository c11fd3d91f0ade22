//! Which figures are worth a chart: this year's beside last year's, and the parts of a total.

use rust_decimal::Decimal;

use super::data_annex::{document_figures, groups, year_name};
use crate::document::Document;
use crate::document::chart::{Bar, Chart, Row};
use crate::figures::{Resolved, Table, Total};
use crate::model::{Quantity, Verdict, unit};

/// The document with the charts its figures are worth; figures it may not show are in none.
pub fn with_charts(document: &Document, table: &Table) -> Document {
    let mut document = document.clone();
    let compared = groups(document_figures(&document, table))
        .iter()
        .flat_map(|group| compared(&group.name, &group.figures, document.year))
        .collect::<Vec<_>>();
    let shown: std::collections::HashSet<_> =
        document_figures(&document, table).map(|figure| figure.name.as_str()).collect();
    let parts = table.totals().filter_map(|total| parts(&total, |figure| shown.contains(figure.name.as_str())));
    document.charts = compared.into_iter().chain(parts).collect();
    document
}

/// A figure with this year's value and last year's.
type BothYears<'a> = (&'a Resolved, [&'a Quantity; 2]);

/// A chart for each unit in which two or more figures of a group have both years. Rates and totals stay out: they are
/// no siblings of counts.
fn compared(group: &str, figures: &[&Resolved], year: i16) -> Vec<Chart> {
    let mut units: Vec<(&Quantity, Vec<BothYears>)> = Vec::new();
    for figure in figures.iter().filter(|figure| !figure.is_total()) {
        let years = figure.value.quantity().zip(figure.last_year.as_ref().and_then(|last| last.quantity()));
        let Some((now, last)) = years.filter(|(now, last)| !now.is_rate() && unit::like(&now.unit, &last.unit)) else {
            continue;
        };
        match units.iter_mut().find(|(first, _)| unit::canonical(&first.unit) == unit::canonical(&now.unit)) {
            Some((_, known)) => known.push((figure, [now, last])),
            None => units.push((now, vec![(figure, [now, last])])),
        }
    }
    let series = vec![year_name(year, "本年"), year_name(year.saturating_sub(1), "上年")];
    let chart = |(first, figures): (&Quantity, Vec<BothYears>)| {
        let longest = longest(figures.iter().flat_map(|(_, years)| years.iter().copied()))?;
        let rows = figures.iter().map(|(figure, years)| Row {
            name: figure.short_name().to_owned(),
            bars: years.iter().map(|quantity| bar(quantity.written.clone(), quantity, longest)).collect(),
        });
        let subject = if group.is_empty() { "主要数据" } else { group };
        let title = format!("{subject}（{}）：{}与{}", unit_name(first), series[0], series[1]);
        (figures.len() > 1).then(|| Chart {
            title,
            series: series.clone(),
            unit: first.unit.clone(),
            rows: rows.collect(),
        })
    };
    units.into_iter().filter_map(chart).collect()
}

/// A chart of the parts of a total that adds up, with their shares.
fn parts(total: &Total, is_shown: impl Fn(&Resolved) -> bool) -> Option<Chart> {
    let is_whole = total.parts.iter().all(|(figure, _)| is_shown(figure)) && is_shown(total.total);
    if total.verdict == Verdict::Fails || total.parts.len() < 2 || !is_whole {
        return None;
    }
    let longest = longest(total.parts.iter().map(|(_, quantity)| *quantity))?;
    let whole = total.stated.value();
    let row = |(figure, quantity): &(&Resolved, &Quantity)| {
        let share = quantity.value().saturating_mul(Decimal::ONE_HUNDRED).checked_div(whole)?;
        let written = format!("{}（{}%）", quantity.written, Quantity::rounded(share, 2, unit::PERCENT));
        Some(Row { name: figure.short_name().to_owned(), bars: vec![bar(written, quantity, longest)] })
    };
    let group = total.total.name.rsplit_once('.').map(|(group, _)| group.replace('.', "·")).unwrap_or_default();
    Some(Chart {
        title: format!("{group}{}{}的构成", total.total.short_name(), total.stated.written),
        series: vec!["数量".to_owned()],
        unit: total.stated.unit.clone(),
        rows: total.parts.iter().map(row).collect::<Option<_>>()?,
    })
}

/// The largest of the values; none where nothing could be drawn.
fn longest<'a>(quantities: impl Iterator<Item = &'a Quantity> + Clone) -> Option<Decimal> {
    let largest = quantities.clone().map(Quantity::value).max()?;
    let is_drawable = largest > Decimal::ZERO && quantities.clone().all(|quantity| quantity.value() >= Decimal::ZERO);
    is_drawable.then_some(largest)
}

fn bar(written: String, quantity: &Quantity, longest: Decimal) -> Bar {
    let length = quantity.value().checked_div(longest).unwrap_or_default().saturating_mul(Decimal::ONE_THOUSAND);
    let length = u16::try_from(length.round()).unwrap_or_default().min(1000);
    Bar { written, value: quantity.value(), length }
}

fn unit_name(quantity: &Quantity) -> &str {
    if quantity.unit.is_empty() { "个数" } else { &quantity.unit }
}
