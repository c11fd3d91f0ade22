//! 数据图: charts of Word's own, which whoever edits the file can change; their numbers are in a workbook inside.

use rust_decimal::Decimal;

use super::format::Format;
use super::house::House;
use super::part::{Face, Part};
use super::xml::Xml;
use super::{style, workbook};
use crate::document::chart::{Bar, Chart, Row, TITLE};
use crate::writers::paper::{Chars, chars, row_height, sheets};
use crate::writers::{SERIES_COLOURS, printable};

/// A chart as parts of the package.
pub(super) struct ChartPart {
    pub xml: Vec<u8>,
    /// What Word opens to edit its numbers.
    pub workbook: Vec<u8>,
}

/// Writes the charts on a page of their own.
pub(super) fn write(part: &mut Part, charts: &[Chart]) {
    if charts.is_empty() {
        return;
    }
    let title = Format { page_break_before: true, after: 1, ..Format::of(style::ANNEX_TITLE) };
    part.text_line(&title, TITLE);
    for sheet in charts.iter().flat_map(sheets) {
        part.text_line(&Format::of(style::CAPTION), &sheet.chart.title);
        write_legend(part, &sheet.chart);
        part.paragraph(&Format::of(style::CHART), |part| write_inline(part, &sheet.chart, sheet.scale));
    }
}

/// What the bars of a thing are, in a line of text: a legend of Word's own stands in the order of the bars in Word and
/// the other way round in LibreOffice.
fn write_legend(part: &mut Part, chart: &Chart) {
    if chart.series.len() < 2 {
        return;
    }
    part.paragraph(&Format { keep_next: true, ..Format::of(style::CHART) }, |part| {
        for (index, name) in chart.series.iter().enumerate() {
            let square = Face { colour: Some(colour(index)), ..Face::default() };
            part.text(if index == 0 { "■" } else { "　　■" }, square);
            part.text(name, Face { size: Some(24), ..Face::default() });
        }
    });
}

/// Of a series.
fn colour(index: usize) -> &'static str {
    SERIES_COLOURS[index % SERIES_COLOURS.len()]
}

/// Puts a chart in the line and its parts in the package.
fn write_inline(part: &mut Part, chart: &Chart, scale: Option<Decimal>) {
    let number = (part.charts.len() + 1).to_string();
    let rows = u32::try_from(chart.rows.len()).unwrap_or(1);
    let height = ((rows * row_height(chart) + MARGIN) * MILLIMETRE).to_string();
    let width = (part.house.width * TWIP).to_string();
    part.xml.raw("<w:r><w:drawing>");
    part.xml.open("wp:inline", INLINE);
    part.xml.empty("wp:extent", &[("cx", &width), ("cy", &height)]);
    let words = clean(&chart.in_words());
    let (name, drawing) = (format!("{TITLE}{number}"), part.drawing());
    part.xml.empty("wp:docPr", &[("id", &drawing), ("name", &name), ("descr", &words)]);
    part.xml.raw(GRAPHIC);
    part.xml.empty("c:chart", &[("xmlns:c", CHART_NAMESPACE), ("r:id", &format!("chart{number}"))]);
    part.xml.raw("</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
    let drawn = Drawing { chart, scale, house: &part.house, xml: Xml::new(HEAD) };
    part.charts.push(ChartPart { xml: drawn.write(), workbook: workbook::write(chart) });
}

/// English metric units in a millimetre and in a twentieth of a point.
const MILLIMETRE: u32 = 36_000;
pub(super) const TWIP: u32 = 635;

/// The room above and below the bars, in millimetres.
const MARGIN: u32 = 4;

/// The part of one chart.
struct Drawing<'a> {
    chart: &'a Chart,
    /// What the longest bar stands for; left to Word where the chart is whole, so that it follows the numbers.
    scale: Option<Decimal>,
    house: &'a House,
    xml: Xml,
}

impl Drawing<'_> {
    fn write(mut self) -> Vec<u8> {
        self.xml.raw(PLOT);
        self.write_layout();
        self.xml.raw(BARS);
        for (index, name) in self.chart.series.iter().enumerate() {
            self.write_series(index, name);
        }
        self.xml.raw(AXES);
        if let Some(scale) = self.scale {
            self.xml.empty("c:max", &[("val", &decimal(scale))]);
        }
        self.xml.raw(NUMBERS);
        self.xml.raw(END);
        self.write_text();
        self.xml.raw(DATA);
        self.xml.finish()
    }

    /// The bars stand between the names of the things and what is written behind the longest bar.
    fn write_layout(&mut self) {
        let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(chars).max().unwrap_or_default();
        let names = widest(&mut self.chart.rows.iter().map(|row| row.name.as_str()));
        let written = widest(&mut self.chart.rows.iter().flat_map(|row| &row.bars).map(|bar| bar.written.as_str()));
        let (left, right) = (share(names), share(written));
        let bars = u32::try_from(self.chart.rows.len()).unwrap_or(1) * row_height(self.chart);
        let height = thousandths(bars * 1000 / (bars + MARGIN));
        self.xml.raw(
            r#"<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>"#,
        );
        for (name, value) in [
            ("c:x", thousandths(left)),
            ("c:y", thousandths(MARGIN * 500 / (bars + MARGIN))),
            ("c:w", thousandths(1000 - left - right)),
            ("c:h", height),
        ] {
            self.xml.empty(name, &[("val", &value)]);
        }
        self.xml.raw("</c:manualLayout></c:layout>");
    }

    fn write_series(&mut self, index: usize, name: &str) {
        let column = workbook::column(index + 1);
        let last = self.chart.rows.len() + 1;
        let number = index.to_string();
        self.xml.open("c:ser", &[]);
        self.xml.empty("c:idx", &[("val", &number)]);
        self.xml.empty("c:order", &[("val", &number)]);
        self.xml.open("c:tx", &[]);
        self.write_texts(&format!("Sheet1!${column}$1"), [name].into_iter());
        self.xml.close("c:tx");
        self.xml.raw("<c:spPr><a:solidFill>");
        self.xml.empty("a:srgbClr", &[("val", colour(index))]);
        self.xml.raw(r#"</a:solidFill></c:spPr><c:invertIfNegative val="0"/>"#);
        let chart = self.chart;
        let bars: Vec<&Bar> = chart.rows.iter().filter_map(|row| row.bars.get(index)).collect();
        self.write_labels(&bars);
        self.xml.open("c:cat", &[]);
        self.write_texts(&format!("Sheet1!$A$2:$A${last}"), chart.rows.iter().map(|row: &Row| row.name.as_str()));
        self.xml.close("c:cat");
        self.xml.open("c:val", &[]);
        self.write_numbers(&format!("Sheet1!${column}$2:${column}${last}"), &bars);
        self.xml.close("c:val");
        self.xml.close("c:ser");
    }

    /// What is written behind the bars: the number and its unit, which follow the workbook; else the text as it is
    /// printed in the report.
    fn write_labels(&mut self, bars: &[&Bar]) {
        self.xml.open("c:dLbls", &[]);
        let unit = clean(&self.chart.unit);
        for (index, bar) in bars.iter().enumerate() {
            let written = clean(&bar.written);
            if written == format!("{}{unit}", decimal(bar.value)) {
                continue;
            }
            self.xml.open("c:dLbl", &[]);
            self.xml.empty("c:idx", &[("val", &index.to_string())]);
            self.xml.raw("<c:tx><c:rich><a:bodyPr wrap=\"none\"/><a:lstStyle/><a:p><a:r><a:rPr lang=\"zh-CN\"/>");
            self.xml.leaf("a:t", &[], &written);
            self.xml.raw("</a:r></a:p></c:rich></c:tx>");
            self.xml.raw(UNWRAPPED);
            self.xml.raw(LABEL);
            self.xml.close("c:dLbl");
        }
        let format =
            if unit.is_empty() { "General".to_owned() } else { format!("General\"{}\"", unit.replace('"', "")) };
        self.xml.empty("c:numFmt", &[("formatCode", &format), ("sourceLinked", "0")]);
        self.xml.raw(UNWRAPPED);
        self.xml.raw(LABEL);
        self.xml.close("c:dLbls");
    }

    fn write_texts<'t>(&mut self, cells: &str, texts: impl ExactSizeIterator<Item = &'t str>) {
        self.xml.open("c:strRef", &[]);
        self.xml.leaf("c:f", &[], cells);
        self.xml.open("c:strCache", &[]);
        self.write_points(texts.map(clean));
        self.xml.close("c:strCache");
        self.xml.close("c:strRef");
    }

    fn write_numbers(&mut self, cells: &str, bars: &[&Bar]) {
        self.xml.open("c:numRef", &[]);
        self.xml.leaf("c:f", &[], cells);
        self.xml.raw("<c:numCache><c:formatCode>General</c:formatCode>");
        self.write_points(bars.iter().map(|bar| decimal(bar.value)));
        self.xml.raw("</c:numCache>");
        self.xml.close("c:numRef");
    }

    fn write_points(&mut self, values: impl ExactSizeIterator<Item = String>) {
        self.xml.empty("c:ptCount", &[("val", &values.len().to_string())]);
        for (index, value) in values.enumerate() {
            self.xml.open("c:pt", &[("idx", &index.to_string())]);
            self.xml.leaf("c:v", &[], &value);
            self.xml.close("c:pt");
        }
    }

    /// All text in the face of the body, 小四 as in tables.
    fn write_text(&mut self) {
        self.xml.raw("<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1200\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill>");
        let font = self.house.body.as_str();
        self.xml.empty("a:latin", &[("typeface", self.house.digits.as_deref().unwrap_or(font))]);
        self.xml.empty("a:ea", &[("typeface", font)]);
        self.xml.raw("</a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>");
    }
}

/// How much of the width a text beside the bars takes, in thousandths: 12 points a character of 442, and some room.
fn share(text: Chars) -> u32 {
    (text * 12 * 10 / 442 + 30).min(350)
}

fn thousandths(value: u32) -> String {
    decimal(Decimal::new(i64::from(value), 3))
}

/// A number as Office reads it.
pub(super) fn decimal(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Text as a part may hold it.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter_map(printable).collect()
}

const CHART_NAMESPACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";

pub(super) const INLINE: &[(&str, &str)] = &[
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("distT", "0"),
    ("distB", "0"),
    ("distL", "0"),
    ("distR", "0"),
];

const GRAPHIC: &str = concat!(
    r#"<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">"#,
    r#"<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">"#,
);

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#;

const PLOT: &str = r#"<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>"#;

const BARS: &str = r#"<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>"#;

/// The first thing on top; the numbers stand behind the bars, so their axis is not drawn.
const AXES: &str = concat!(
    r#"<c:gapWidth val="70"/><c:axId val="1"/><c:axId val="2"/></c:barChart>"#,
    r#"<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>"#,
    r#"<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>"#,
    r#"<c:minorTickMark val="none"/><c:tickLblPos val="low"/>"#,
    r#"<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>"#,
    r#"<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>"#,
    r#"<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>"#,
    r#"<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>"#,
);

/// The rest of the axis of numbers.
const NUMBERS: &str = concat!(
    r#"<c:min val="0"/></c:scaling>"#,
    r#"<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>"#,
    r#"<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>"#,
    r#"<c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>"#,
    r#"<c:spPr><a:noFill/></c:spPr></c:plotArea>"#,
);

/// A label stays on its line.
const UNWRAPPED: &str = concat!(
    r#"<c:spPr><a:noFill/></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/>"#,
    r#"<a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>"#,
);

const LABEL: &str = concat!(
    r#"<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>"#,
    r#"<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>"#,
);

const END: &str = concat!(
    r#"<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>"#,
    r#"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"#,
);

const DATA: &str = r#"<c:externalData r:id="data"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>"#;
