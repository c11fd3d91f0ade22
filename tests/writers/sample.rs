//! Documents made by hand.

use fazhi::document::Field;
use fazhi::document::block::Alignment;
use fazhi::document::chart::{Bar, Chart, Row};
use fazhi::document::{
    Annex, Block, Document, Heading, Inline, Line, List, Note, Paragraph, Picture, Role, Run, Table,
};
use fazhi::picture::Image;
use fazhi::place::Place;

use crate::picture::{FLAG, TALL};

pub fn run(text: &str) -> Inline {
    Inline::Text(Run { text: text.into(), ..Run::default() })
}

pub fn strong(text: &str) -> Inline {
    Inline::Strong { content: vec![run(text)] }
}

pub fn emphasis(text: &str) -> Inline {
    Inline::Emphasis { content: vec![run(text)] }
}

pub fn line(text: &str) -> Line {
    Line::typed(text, Place::default())
}

pub fn paragraph(content: Vec<Inline>) -> Block {
    Block::Paragraph(Paragraph { content, ..Paragraph::default() })
}

pub fn heading(level: u8, number: &str, text: &str) -> Heading {
    Heading {
        level,
        number: number.into(),
        content: vec![run(text)],
        id: format!("s-{level}-{text}"),
        ..Heading::default()
    }
}

/// A document of one paragraph a text.
pub fn paragraphs(texts: &[&str]) -> Document {
    Document {
        title: vec![line("报告")],
        body: texts.iter().map(|text| paragraph(vec![run(text)])).collect(),
        ..Document::default()
    }
}

/// A small report with everything a document may hold.
pub fn report() -> Document {
    let run_in = Paragraph {
        heading: Some(heading(2, "（一）", "贯彻《行政复议法》")),
        content: vec![run("全年收到申请83件，办结率"), strong("90.24%"), run("。"), Inline::Note { index: 0 }],
        ..Paragraph::default()
    };
    let cells = |texts: [&str; 2]| texts.iter().map(|text| vec![run(text)]).collect::<Vec<_>>();
    let table = Table {
        caption: vec![run("行政复议情况")],
        alignments: vec![Alignment::Left, Alignment::Right],
        head: cells(["事项", "件数"]),
        rows: vec![cells(["收到", "83"]), cells(["立案（受理）", "41"])],
        ..Table::default()
    };
    let list = List {
        start: Some(1),
        items: vec![
            vec![paragraph(vec![run("甲")])],
            vec![
                paragraph(vec![run("乙")]),
                Block::List(List { items: vec![vec![paragraph(vec![run("丙")])]], ..List::default() }),
            ],
        ],
        ..List::default()
    };
    Document {
        year: 2021,
        issuers: vec!["中共某县委员会".into(), "某县人民政府".into()],
        place: "某县".into(),
        title: vec![line("中共某县委员会"), line("某县人民政府"), line("关于2021年度法治政府建设情况的报告")],
        stage: Some(line("送审稿")),
        number: Some(line("某政〔2022〕1号")),
        addressee: Some(line("市人民政府")),
        body: vec![
            Block::Paragraph(Paragraph {
                role: Role::Preamble,
                content: vec![run("现将有关情况报告如下：")],
                ..Paragraph::default()
            }),
            Block::Heading(heading(1, "一、", "主要举措和成效")),
            Block::Paragraph(run_in),
            Block::Table(table),
            Block::List(list),
            Block::Heading(heading(3, "1.", "依法行政")),
            paragraph(vec![
                run("实施"),
                strong("《行政处罚法》"),
                run("的"),
                Inline::Unfilled { name: "件数".into(), place: Place::default() },
                run("，见"),
                Inline::Link { href: "https://www.gov.cn/a?b=1&c=2".into(), content: vec![run("公告")] },
                run("。"),
                Inline::Break,
                emphasis("次行"),
            ]),
        ],
        signature: vec![line("中共某县委员会"), line("某县人民政府")],
        date: Some(line("2022年1月10日")),
        postscript: Some(line("此件公开发布")),
        copies: vec![line("县人大常委会"), line("县政协")],
        annexes: vec![Annex {
            label: "附件".into(),
            title: line("数据附表"),
            body: vec![paragraph(vec![run("无。")])],
            ..Annex::default()
        }],
        notes: vec![Note { body: vec![paragraph(vec![run("含上年结转。")])] }],
        publication: vec![
            field("index", "索引号", "114104250000000000/2022-00001"),
            field("validity", "有效性", "有效"),
        ],
        meta: vec![field("site_name", "SiteName", "某县人民政府"), field("title", "ArticleTitle", "报告<一>")],
        ..Document::default()
    }
}

/// The same with a red head: every element there is.
#[cfg(feature = "docx")]
pub fn full() -> Document {
    let letterhead = fazhi::document::Letterhead {
        mark: vec!["中共某县委员会".into(), "某县人民政府".into()],
        suffix: "文件".into(),
        copy_number: "000001".into(),
        signers: vec!["张三".into(), "李四".into(), "王五".into()],
        copies: vec!["县政协".into()],
        printer: "办公室".into(),
        printed: "2022年1月12日".into(),
        seal: true,
        ..Default::default()
    };
    Document { letterhead: Some(letterhead), occasion: Some(line("2022年4月20日在会上")), ..report() }
}

/// The same with a table that names its rows, and charts: two series and one, numbers with and without words around them.
pub fn charted() -> Document {
    let bar = |written: &str, value: i64, length| Bar { written: written.into(), value: value.into(), length };
    let row = |name: &str, bars: Vec<Bar>| Row { name: name.into(), bars };
    let compared = Chart {
        title: "行政复议（件）：2021年与2020年".into(),
        series: vec!["2021年".into(), "2020年".into()],
        unit: "件".into(),
        rows: vec![
            row("收到的“行政复议”申请<一>", vec![bar("约93件", 93, 1000), bar("72件", 72, 774)]),
            row("办结", vec![bar("0件", 0, 0), bar("1.2万件", 12000, 1)]),
        ],
    };
    let parts = Chart {
        title: "规范性文件合计51件的构成".into(),
        series: vec!["数量".into()],
        unit: "件".into(),
        rows: vec![
            row("保留", vec![bar("34件（66.67%）", 34, 1000)]),
            row("废止", vec![bar("17件（33.33%）", 17, 500)]),
        ],
    };
    let mut document = Document { charts: vec![compared, parts], ..report() };
    for block in &mut document.body {
        if let Block::Table(table) = block {
            table.names_rows = true;
        }
    }
    document
}

/// A picture in a paragraph of its own.
pub fn picture(words: &str, path: &str, image: &Image) -> Block {
    let caption = if words.is_empty() { Vec::new() } else { vec![run(words)] };
    Block::Picture(Picture { caption, path: path.into(), image: Some(image.clone()), ..Picture::default() })
}

/// A small report with pictures: one twice, one without words and higher than a page.
pub fn illustrated() -> Document {
    let (flag, tall) = (Image::read(FLAG).expect("a PNG"), Image::read(TALL).expect("a JPEG"));
    let mut document = report();
    let noted = Picture {
        caption: vec![run("宣誓<一>“现场”"), Inline::Note { index: 0 }],
        path: "图/宣誓 1.png".into(),
        image: Some(flag.clone()),
        ..Picture::default()
    };
    document.body.truncate(3);
    document.body.push(Block::Picture(noted));
    document.body.push(picture("", "b.jpg", &tall));
    document.annexes[0].body.push(picture("再看", "图/宣誓 1.png", &flag));
    document
}

fn field(key: &str, label: &str, value: &str) -> Field {
    Field { key: key.into(), label: label.into(), value: value.into(), ..Field::default() }
}
