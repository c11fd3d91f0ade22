//! How much of a chart a page takes.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::document::chart::{Chart, Row};

/// How high a bar is with the space around it, and how much higher a thing with its bars is; in millimetres.
const BAR: u32 = 6;
const BESIDE_BARS: u32 = 5;

/// How high the bars of a chart on one page may be, in millimetres.
const HIGHEST: u32 = 150;

/// A chart, or as much of it as a page takes.
pub(in crate::writers) struct Sheet<'a> {
    pub chart: Cow<'a, Chart>,
    /// The largest value of the whole chart where this is a part of it: all parts have one scale.
    pub scale: Option<Decimal>,
}

/// The chart as pages take it: one that is too high in several of like height, the later ones marked as such.
pub(in crate::writers) fn sheets(chart: &Chart) -> Vec<Sheet<'_>> {
    let most = (HIGHEST / row_height(chart)).max(1) as usize;
    if chart.rows.len() <= most {
        return vec![Sheet { chart: Cow::Borrowed(chart), scale: None }];
    }
    let scale = chart.rows.iter().flat_map(|row| &row.bars).map(|bar| bar.value).max();
    let rows = chart.rows.len().div_ceil(chart.rows.len().div_ceil(most));
    let sheet = |(index, rows): (usize, &[Row])| {
        let title = if index == 0 { chart.title.clone() } else { format!("{}（续）", chart.title) };
        let part = Chart { title, series: chart.series.clone(), unit: chart.unit.clone(), rows: rows.to_vec() };
        Sheet { chart: Cow::Owned(part), scale }
    };
    chart.rows.chunks(rows).enumerate().map(sheet).collect()
}

/// How high a thing with its bars is, in millimetres.
pub(in crate::writers) fn row_height(chart: &Chart) -> u32 {
    u32::try_from(chart.series.len()).unwrap_or(1) * BAR + BESIDE_BARS
}
