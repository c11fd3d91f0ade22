//! The document: the composed report as typed blocks, the one model of all formats.
//!
//! [`compose`](crate::compose) makes it from a report file, [`readers`](crate::readers) from a published text;
//! [`writers`](crate::writers) print it, [`rules`](crate::rules) and [`import`](crate::import) read it.

pub mod block;
pub mod chart;
pub mod enumeration;
pub mod inline;
pub mod link;
pub mod passage;
pub mod plain_text;
pub mod redline;
pub mod style;
pub mod text;
mod visit;

pub use block::{Block, Heading, List, Paragraph, Picture, Role, Table};
pub use inline::{Inline, Origin, Run, plain, with_room};
pub use passage::Passage;
pub use plain_text::PlainText;
pub use style::Style;

use serde::{Deserialize, Serialize};

use crate::place::Place;

/// One edition of a report, ready to be written in any format.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Document {
    /// The edition's id; empty when the report has none.
    pub edition: String,
    /// Whether the public reads it.
    pub public: bool,
    pub year: i16,
    /// The signing organs as the title names them.
    pub issuers: Vec<String>,
    pub place: String,
    pub letterhead: Option<Letterhead>,
    /// The title, a line an entry; joint organs stand on a line each.
    pub title: Vec<Line>,
    /// 征求意见稿 and the like, under the title.
    pub stage: Option<Line>,
    pub number: Option<Line>,
    /// 2022年4月20日在……会议上, under the title of a report read out.
    pub occasion: Option<Line>,
    pub speaker: Option<Line>,
    /// 主送机关 or 称谓, without the colon.
    pub addressee: Option<Line>,
    /// Preamble, headings, text, measures, closing, in the order of the page.
    pub body: Vec<Block>,
    /// A line an organ.
    pub signature: Vec<Line>,
    /// As printed: 2022年1月10日.
    pub date: Option<Line>,
    /// 附注, without its parentheses.
    pub postscript: Option<Line>,
    /// 抄送
    pub copies: Vec<Line>,
    pub annexes: Vec<Annex>,
    /// Drawn on request only; [`compose`](crate::compose) leaves them out.
    #[serde(skip)]
    pub charts: Vec<chart::Chart>,
    /// Footnotes in the order of their marks.
    pub notes: Vec<Note>,
    /// The site's metadata block, in the order it is shown; label and value.
    pub publication: Vec<Field>,
    /// `<meta>` names of 《政府网站发展指引》 and their values.
    pub meta: Vec<Field>,
    /// House style, of formats that have pages.
    #[serde(skip)]
    pub style: Style,
}

/// A line of the frame.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub content: Vec<Inline>,
    #[serde(skip)]
    pub place: Place,
}

/// A label and its value: 索引号, 11500230008689762A/2026-00004.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Field {
    /// The English key of the field.
    pub key: String,
    /// The label as a page shows it.
    pub label: String,
    pub value: String,
    #[serde(skip)]
    pub place: Place,
}

/// The red head and the imprint.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Letterhead {
    /// 发文机关标志, an organ a line.
    pub mark: Vec<String>,
    /// 文件, or empty
    pub suffix: String,
    pub copy_number: String,
    pub secrecy: String,
    pub urgency: String,
    /// 签发人
    pub signers: Vec<String>,
    /// 会签人
    pub cosigners: Vec<String>,
    /// 抄送
    pub copies: Vec<String>,
    pub printer: String,
    /// As printed, without 印发.
    pub printed: String,
    pub seal: bool,
}

/// A text after the signature.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Annex {
    /// 附件, 附件1, 附件2.
    pub label: String,
    pub title: Line,
    pub body: Vec<Block>,
    #[serde(skip)]
    pub place: Place,
}

/// A footnote; its mark is its position in [`Document::notes`] counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Note {
    pub body: Vec<Block>,
}

impl Line {
    /// A line of one text typed at `place`.
    pub fn typed(text: impl Into<String>, place: Place) -> Self {
        let text = text.into();
        let range = 0..text.len();
        Self { content: vec![Inline::Text(Run { text, origin: Origin::Typed { place, range } })], place }
    }

    /// A line the program composed; `place` is what it was composed from.
    pub fn composed(text: impl Into<String>, place: Place) -> Self {
        Self { content: vec![Inline::Text(Run { text: text.into(), origin: Origin::Composed { place } })], place }
    }

    /// The line without markup.
    pub fn plain(&self) -> String {
        plain(&self.content)
    }
}

impl Document {
    /// The title on one line: lines joined without a blank, organs of a joint report too.
    pub fn title_text(&self) -> String {
        title_text(&self.title, &self.issuers)
    }

    /// Every heading of the body, run-in ones too, in order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.body.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            Block::Paragraph(paragraph) => paragraph.heading.as_ref(),
            _ => None,
        })
    }
}

/// A title on one line: joint organs are parted by a blank, lines broken by meaning are joined.
pub fn title_text(lines: &[Line], issuers: &[String]) -> String {
    let organs = || issuers.iter().filter(|issuer| !issuer.is_empty());
    let mut title = String::new();
    for line in lines.iter().map(Line::plain) {
        if organs().any(|organ| title.ends_with(organ.as_str()))
            && organs().any(|organ| line.starts_with(organ.as_str()))
        {
            title.push(' ');
        }
        title.push_str(&line);
    }
    title
}
