//! Bar charts as inline SVG.
//!
//! Drawn here and not by a crate: charts-rs and plotters lay labels out by the widths of a Latin font they carry or of
//! fonts they look for, compute in binary floats, and write neither `role` nor `desc`. A label on a line of its own
//! above its bars needs no width at all, and holds on a narrow screen.

use super::html::escape;
use crate::document::chart::{Chart, Row};

/// Units of the drawing across; it is scaled to the page.
const WIDTH: usize = 640;

/// The longest bar; the rest is for what is written beside it.
const LONGEST: usize = 420;

/// A line of text.
const LINE: usize = 26;

/// A bar with the space below it.
const BAR: usize = 24;

/// Between two things compared.
const GAP: usize = 12;

/// The colours of the series where the styles of the page give none; print in black and white tells them apart.
const COLOURS: [&str; 2] = ["#8c1114", "#c9a227"];

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
        drawing.push_str(&text(0, y + 18, &row.name));
        y += LINE;
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
        escape(&description(chart))
    )
}

/// The chart in words: 收到：2021年83件，2020年67件；办结：……。
fn description(chart: &Chart) -> String {
    let row = |row: &Row| {
        let several = chart.series.len() > 1;
        let bar = |(series, written): (&String, &str)| format!("{}{written}", if several { series } else { "" });
        let bars: Vec<String> =
            chart.series.iter().zip(row.bars.iter().map(|bar| bar.written.as_str())).map(bar).collect();
        format!("{}：{}", row.name, bars.join("，"))
    };
    chart.rows.iter().map(row).collect::<Vec<_>>().join("；") + "。"
}

fn rect(series: usize, x: usize, y: usize, width: usize, height: usize) -> String {
    let colour = COLOURS[series % COLOURS.len()];
    let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
    format!("<rect class=\"series-{}\" {place} fill=\"{colour}\"/>\n", series + 1)
}

fn text(x: usize, y: usize, text: &str) -> String {
    format!("<text x=\"{x}\" y=\"{y}\" font-size=\"16\" fill=\"currentColor\">{}</text>\n", escape(text))
}
