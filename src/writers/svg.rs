//! Bar charts as inline SVG.
//!
//! Drawn here and not by a crate, for none does labels in Han characters well without a font to measure them by:
//! charts-rs measures by the Roboto it carries, plotters by a font of the system or by 0.7 em a byte, three a Han
//! character; charming runs ECharts in V8, for which the binary would double; poloto draws axes with ticks and cannot
//! write a value beside its bar. None writes `role` or `desc`. A label on a line of its own above its bars needs no
//! width at all, and holds on a narrow screen.

use super::SERIES_COLOURS;
use super::html::escape;
use super::text::wrap::lines;
use crate::document::chart::Chart;

/// Units of the drawing across; it is scaled to the page. On a phone its text is still 11 pixels high.
const WIDTH: usize = 440;

/// The longest bar; the rest is for what is written beside it.
const LONGEST: usize = 280;

/// Columns of a label, two a Han character.
const COLUMNS: usize = 54;

/// A line of text.
const LINE: usize = 26;

/// A bar with the space below it.
const BAR: usize = 24;

/// Between two things compared.
const GAP: usize = 12;

/// The chart as a `figure`; `index` keeps its ids apart from those of others on the page.
pub fn figure(chart: &Chart, index: usize) -> String {
    let (title, id) = (escape(&chart.title), format!("chart-{}", index.saturating_add(1)));
    let mut y = 0;
    let mut drawing = String::new();
    if chart.series.len() > 1 {
        for (series, name) in chart.series.iter().enumerate() {
            let x = series * 160;
            drawing.push_str(&rect(series, x, 4, 16, 16));
            drawing.push_str(&text(x + 24, 18, name));
        }
        y += LINE + GAP;
    }
    for row in &chart.rows {
        for line in lines(&row.name, COLUMNS, COLUMNS) {
            drawing.push_str(&text(0, y + 18, &line));
            y += LINE;
        }
        for (series, bar) in row.bars.iter().enumerate() {
            // Nothing is nothing; the smallest something is seen.
            let length = if bar.length == 0 { 0 } else { (LONGEST * usize::from(bar.length) / 1000).max(1) };
            drawing.push_str(&rect(series, 0, y, length, 18));
            drawing.push_str(&text(length + 8, y + 15, &bar.written));
            y += BAR;
        }
        y += GAP;
    }
    format!(
        "<figure class=\"chart\">\n<figcaption>{title}</figcaption>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         viewBox=\"0 0 {WIDTH} {y}\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\">\n<title \
         id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-text\">{}</desc>\n{drawing}</svg>\n</figure>",
        escape(&chart.in_words())
    )
}

fn rect(series: usize, x: usize, y: usize, width: usize, height: usize) -> String {
    let colour = SERIES_COLOURS[series % SERIES_COLOURS.len()];
    let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
    format!("<rect class=\"series-{}\" {place} fill=\"#{colour}\"/>\n", series + 1)
}

fn text(x: usize, y: usize, text: &str) -> String {
    format!("<text x=\"{x}\" y=\"{y}\" font-size=\"16\" fill=\"currentColor\">{}</text>\n", escape(text))
}
