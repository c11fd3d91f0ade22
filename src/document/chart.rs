//! Charts: series of figures worth seeing, as data; writers draw them.

use rust_decimal::Decimal;

/// The title above all charts.
pub const TITLE: &str = "数据图";

/// A bar chart: a few bars for each thing compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// 行政复议（件）：2021年与2020年
    pub title: String,
    /// What the bars of a thing are, in their order: 2021年, 2020年; one where nothing is compared.
    pub series: Vec<String>,
    /// 件; empty where the figures have none.
    pub unit: String,
    pub rows: Vec<Row>,
}

impl Chart {
    /// The chart in words, for those who cannot see it: 收到：2021年83件，2020年67件；办结：……。
    pub fn in_words(&self) -> String {
        let row = |row: &Row| {
            let several = self.series.len() > 1;
            let bar = |(series, written): (&String, &str)| format!("{}{written}", if several { series } else { "" });
            let bars: Vec<String> =
                self.series.iter().zip(row.bars.iter().map(|bar| bar.written.as_str())).map(bar).collect();
            format!("{}：{}", row.name, bars.join("，"))
        };
        self.rows.iter().map(row).collect::<Vec<_>>().join("；") + "。"
    }
}

/// A thing and its bars.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    /// One a series.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// As printed beside it: 83件, 34件（66.67%）.
    pub written: String,
    /// In the unit itself: 2.5万件 is 25000.
    pub value: Decimal,
    /// How long it is, in thousandths of the longest.
    pub length: u16,
}
