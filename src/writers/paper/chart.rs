//! How much of a chart a page takes.

use std::borrow::Cow;

use crate::document::chart::Chart;

/// The title above the charts.
pub(in crate::writers) const CHARTS_TITLE: &str = "数据图";

/// How high a bar is with the space around it, and how much higher a thing with its bars is; in millimetres.
const BAR: u32 = 6;
const BESIDE_BARS: u32 = 5;

/// How high the bars of a chart on one page may be, in millimetres.
const HIGHEST: u32 = 150;

/// The chart as pages take it: one that is too high in several, the later ones marked as such.
pub(in crate::writers) fn sheets(chart: &Chart) -> impl Iterator<Item = Cow<'_, Chart>> {
    let most = (HIGHEST / row_height(chart)).max(1) as usize;
    let is_whole = chart.rows.len() <= most;
    chart.rows.chunks(most).enumerate().map(move |(index, rows)| {
        if is_whole {
            return Cow::Borrowed(chart);
        }
        let title = if index == 0 { chart.title.clone() } else { format!("{}（续）", chart.title) };
        Cow::Owned(Chart { title, series: chart.series.clone(), unit: chart.unit.clone(), rows: rows.to_vec() })
    })
}

/// How high a thing with its bars is, in millimetres.
pub(in crate::writers) fn row_height(chart: &Chart) -> u32 {
    u32::try_from(chart.series.len()).unwrap_or(1) * BAR + BESIDE_BARS
}
