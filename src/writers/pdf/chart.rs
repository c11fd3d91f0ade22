//! 数据图 as the template takes them.

use super::inline::Setter;
use super::page::{Bar, Chart, ChartRow, Charts, Series};
use crate::document::chart;
use crate::writers::SERIES_COLOURS;
use crate::writers::paper::{chars, sheets};

/// The charts of a document, if it has any.
pub(super) fn charts(setter: &mut Setter, charts: &[chart::Chart]) -> Option<Charts> {
    let charts: Vec<Chart> = charts.iter().flat_map(sheets).map(|sheet| chart_of(setter, &sheet.chart)).collect();
    (!charts.is_empty()).then(|| Charts { title: setter.text_in(setter.house.title, chart::TITLE), charts })
}

fn chart_of(setter: &mut Setter, chart: &chart::Chart) -> Chart {
    let bars = chart.rows.iter().flat_map(|row| &row.bars);
    let widest = bars.map(|bar| chars(&bar.written)).max().unwrap_or_default();
    let series = chart.series.iter().zip(SERIES_COLOURS.iter().cycle());
    Chart {
        title: setter.text_in("hei", &chart.title),
        words: chart.in_words(),
        series: series.map(|(name, colour)| Series { name: setter.text(name), colour }).collect(),
        rows: chart.rows.iter().map(|row| row_of(setter, row)).collect(),
        room: f64::from(widest) / 100.0,
    }
}

fn row_of(setter: &mut Setter, row: &chart::Row) -> ChartRow {
    let bars = row.bars.iter().map(|bar| Bar { written: setter.text(&bar.written), length: bar.length });
    ChartRow { bars: bars.collect(), name: setter.text(&row.name) }
}
