//! The page as data: what the template reads as `page.json`.

use serde::Serialize;

/// Everything on the page that differs from report to report.
#[derive(Serialize)]
pub(super) struct Page {
    /// The document's title and authors, for its properties.
    pub name: String,
    pub authors: Vec<String>,
    pub date: Date,
    pub sheet: Sheet,
    pub head: Option<Head>,
    pub title: Vec<Run>,
    pub under: Vec<Under>,
    pub addressee: Option<Vec<Run>>,
    pub body: Vec<Block>,
    pub signature: Signature,
    pub postscript: Option<Vec<Run>>,
    pub annexes: Vec<Annex>,
    pub charts: Option<Charts>,
    pub imprint: Option<Imprint>,
    pub notes: Vec<Vec<Block>>,
}

/// The paper and the fonts.
#[derive(Serialize)]
pub(super) struct Sheet {
    /// The faces of title and text.
    pub title: &'static str,
    pub body: &'static str,
    /// The face of digits and Latin letters, where it is not that of the text around them.
    pub digits: Option<&'static str>,
    /// Faces without a bold one, drawn thicker where bold is asked for.
    pub thicken: Vec<&'static str>,
    /// How high a line is, in points.
    pub line: f64,
    pub margins: Sides,
    pub numbered: bool,
}

/// Margins in millimetres.
#[derive(Serialize)]
pub(super) struct Sides {
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub left: f64,
}

/// The day the file bears: of the report, never of the machine.
#[derive(Serialize)]
pub(super) struct Date {
    pub year: i16,
    pub month: i8,
    pub day: i8,
}

/// 版头
#[derive(Serialize)]
pub(super) struct Head {
    pub markings: Vec<String>,
    pub marks: Vec<String>,
    /// 文件 beside joint organs; empty where it stands in the mark.
    pub suffix: String,
    /// Of the mark, in points.
    pub size: u32,
    /// How wide joint organs are set, in characters.
    pub longest: f64,
    pub number: Vec<Run>,
    pub signers: Vec<Signers>,
    /// Where the signers begin, how wide their labels and their first names are, in characters.
    pub start: f64,
    pub label: f64,
    pub first: f64,
}

/// A line of 签发人 or 会签人.
#[derive(Serialize)]
pub(super) struct Signers {
    pub label: &'static str,
    pub names: Vec<String>,
}

/// A line under the title.
#[derive(Serialize)]
pub(super) struct Under {
    pub font: &'static str,
    pub runs: Vec<Run>,
}

/// Organs and date, and where they end.
#[derive(Serialize)]
pub(super) struct Signature {
    pub organs: Vec<Signed>,
    pub date: Option<Signed>,
    pub sealed: bool,
}

#[derive(Serialize)]
pub(super) struct Signed {
    pub runs: Vec<Run>,
    /// Characters from the right edge.
    pub edge: f64,
}

/// An annex, as it is listed and as it stands.
#[derive(Serialize)]
pub(super) struct Annex {
    pub label: String,
    pub name: Vec<Run>,
    pub title: Vec<Run>,
    pub body: Vec<Block>,
}

/// 数据图
#[derive(Serialize)]
pub(super) struct Charts {
    pub title: String,
    pub charts: Vec<Chart>,
}

/// A bar chart of no more rows than a page takes.
#[derive(Serialize)]
pub(super) struct Chart {
    pub title: String,
    /// The chart in words.
    pub words: String,
    pub series: Vec<Series>,
    pub rows: Vec<ChartRow>,
    /// How wide the room for the longest text behind a bar is, in characters.
    pub room: f64,
}

#[derive(Serialize)]
pub(super) struct Series {
    pub name: String,
    pub colour: &'static str,
}

#[derive(Serialize)]
pub(super) struct ChartRow {
    pub name: String,
    pub bars: Vec<Bar>,
}

#[derive(Serialize)]
pub(super) struct Bar {
    pub written: String,
    /// In thousandths of the longest.
    pub length: u16,
}

/// 版记
#[derive(Serialize)]
pub(super) struct Imprint {
    pub copies: String,
    pub printer: String,
    pub printed: String,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Block {
    Heading {
        level: u8,
        runs: Vec<Run>,
    },
    Paragraph {
        /// Steps to the right.
        depth: u32,
        runs: Vec<Run>,
    },
    Table(Table),
    Picture(Picture),
}

/// A picture and its words.
#[derive(Serialize)]
pub(super) struct Picture {
    /// The file it is in; none where there is no image.
    pub file: Option<String>,
    pub format: &'static str,
    /// In points.
    pub width: f64,
    pub height: f64,
    /// Told to those who cannot see it.
    pub words: String,
    pub caption: Vec<Run>,
}

#[derive(Serialize)]
pub(super) struct Table {
    pub caption: Vec<Run>,
    /// Shares of the width.
    pub columns: Vec<u32>,
    pub alignments: Vec<&'static str>,
    /// Empty without a head row.
    pub head: Vec<Vec<Run>>,
    /// The first cell of each row names it.
    pub named: bool,
    pub rows: Vec<Row>,
}

#[derive(Serialize)]
pub(super) struct Row {
    /// May be torn over two pages: it could be higher than one.
    pub breakable: bool,
    pub cells: Vec<Vec<Run>>,
}

/// A piece of a line.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Run {
    Text {
        text: String,
        #[serde(flatten)]
        face: Face,
    },
    Break,
    /// Where a line may break inside a word that is longer than a line.
    Seam,
    Note {
        index: usize,
    },
}

/// How a text looks; what is absent is as around it.
#[derive(Clone, Default, PartialEq, Serialize)]
pub(super) struct Face {
    /// The role of its font.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unfilled: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub raised: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}
