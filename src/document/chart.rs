//! Charts: series of figures worth seeing, as data; writers draw them.

/// A bar chart: a few bars for each thing compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// 行政复议（件）：2021年与2020年
    pub title: String,
    /// What the bars of a thing are, in their order: 2021年, 2020年; one where nothing is compared.
    pub series: Vec<String>,
    pub rows: Vec<Row>,
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
    /// How long it is, in thousandths of the longest.
    pub length: u16,
}
