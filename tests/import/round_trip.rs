//! Every example, written in every format and read back.

use std::path::Path;

use fazhi::document::{Block, Document, Paragraph, plain};
use fazhi::import::{Options, import};
use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::readers;
use fazhi::source::SourceFile;
use fazhi::writers::{Output, WRITERS, Writer};
use proptest::prelude::*;

fn project(name: &str, text: &str) -> Project {
    Project::open(SourceFile::new(name, text), &Surroundings::default())
        .unwrap_or_else(|message| panic!("{name}: {}", message.text(Lang::En)))
}

/// The frame of a report as lines.
fn frame(document: &Document) -> Vec<String> {
    let lines = |lines: &[fazhi::document::Line]| lines.iter().map(|line| line.plain()).collect::<Vec<_>>().join("/");
    let optional = |line: &Option<fazhi::document::Line>| line.as_ref().map(|line| line.plain()).unwrap_or_default();
    vec![
        // A blank in a title may as well be that of a page that spreads the characters.
        document.title_text().replace(' ', ""),
        format!("{} {}", document.year, document.place),
        document.issuers.join("/"),
        optional(&document.number),
        optional(&document.addressee),
        lines(&document.signature),
        optional(&document.date),
    ]
}

/// The body as lines: headings with level and number, paragraphs, measures with their labels.
fn body(document: &Document) -> Vec<String> {
    let line = |block: &Block| match block {
        Block::Heading(heading) => format!("{} {}{}", heading.level, heading.number, plain(&heading.content)),
        Block::Paragraph(Paragraph { heading: Some(heading), content, .. }) => {
            format!("{} {}{} | {}", heading.level, heading.number, plain(&heading.content), plain(content))
        }
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        Block::List(list) => format!("{:?}", list.items.iter().map(|item| item.len()).collect::<Vec<_>>()),
        Block::Table(table) => {
            let rows = std::iter::once(&table.head).chain(&table.rows);
            rows.map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" | "))
                .collect::<Vec<_>>()
                .join("\n")
        }
        Block::Picture(picture) => format!("![{}]({})", plain(&picture.caption), picture.path),
    };
    document.body.iter().map(line).collect()
}

#[test]
fn examples_come_back_through_every_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut count = 0;
    for file in std::fs::read_dir(folder).expect("the examples stand beside the program") {
        let path = file.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("an example can be read");
        let name = path.file_name().and_then(|name| name.to_str()).expect("an example has a plain name");
        let original = project(name, &source);
        let document = &original.editions[0].document;
        for writer in formats() {
            comes_back(&format!("{name} through {}", writer.name), document, writer);
            count += 1;
        }
    }
    assert_eq!(count, 5 * formats().count());
}

/// The formats that are read back.
fn formats() -> impl Iterator<Item = &'static Writer> {
    WRITERS.iter().filter(|writer| ["txt", "md", "html", "docx"].contains(&writer.name))
}

/// Writes a document, reads it back, and compares.
fn comes_back(what: &str, document: &Document, writer: &Writer) {
    let bytes = match (writer.write)(document, &Default::default()) {
        Ok(Output::Text(text)) => text.into_bytes(),
        Ok(Output::Bytes(bytes)) => bytes,
        Err(message) => panic!("{what}: {}", message.text(Lang::En)),
    };
    let manuscript = readers::read(&format!("report.{}", writer.extension), &bytes)
        .unwrap_or_else(|message| panic!("{what}: {}", message.text(Lang::En)));
    let imported = import(&manuscript, Options { keys: Lang::Zh, figures: false })
        .unwrap_or_else(|message| panic!("{what}: {}", message.text(Lang::En)));
    let back = project("imported.yaml", &imported.yaml);
    assert!(back.reading.slips.is_empty(), "{what}: {:?}\n{}", back.reading.slips, imported.yaml);
    let read = &back.editions[0].document;
    assert_eq!(frame(read), frame(document), "{what}\n{}", imported.yaml);
    let (read, written) = (body(read), body(document));
    for (read, written) in read.iter().zip(&written) {
        assert_eq!(read, written, "{what}\n{}", imported.yaml);
    }
    assert_eq!(read.len(), written.len(), "{what}\n{}", imported.yaml);
}

/// Sentences of texts and measures; each is a whole one.
fn sentence() -> impl Strategy<Value = String> {
    const PARTS: [&str; 8] = [
        "全县推进法治政府建设",
        "收到行政复议申请83件",
        "2021年落实《行政处罚法》",
        "完善“一网通办”机制",
        "依法行政水平提高（见前文）",
        "培训1,234人次",
        "办结率为98.50%",
        "**重点领域**执法加强",
    ];
    let parts = prop::collection::vec(prop::sample::select(&PARTS[..]), 1..4);
    parts.prop_map(|parts| parts.join("，") + "。")
}

/// The sentences of a section as text or as measures, below a heading.
fn section(headings: &'static [&'static str]) -> impl Strategy<Value = (String, Vec<String>, Vec<String>)> {
    let texts = prop::collection::vec(sentence(), 1..3);
    (prop::sample::select(headings), texts, prop::collection::vec(sentence(), 0..4))
        .prop_map(|(heading, texts, measures)| (heading.to_owned(), texts, measures))
}

fn written((heading, texts, measures): &(String, Vec<String>, Vec<String>), indent: &str) -> String {
    let text = texts.join(&format!("\n\n{indent}    "));
    let mut yaml = format!("{indent}- 小标题: {heading}\n{indent}  正文: |\n{indent}    {text}\n");
    // A single measure gets no 一是: it comes back as text.
    if measures.len() > 1 {
        yaml.push_str(&format!("{indent}  条目:\n"));
        measures.iter().for_each(|measure| yaml.push_str(&format!("{indent}    - {measure:?}\n")));
    }
    yaml
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn generated_reports_come_back_through_every_format(
        chapters in prop::collection::vec(
            (
                section(&["主要举措和成效", "存在的不足和原因", "下一步工作安排"]),
                prop::collection::vec(section(&["健全依法行政制度体系", "加强行政执法规范化建设", "化解社会矛盾纠纷"]), 0..3),
            ),
            1..4,
        ),
        is_inline in any::<bool>(),
    ) {
        let layout = if is_inline { "连写" } else { "分段" };
        let mut yaml = format!(
            "报告:\n  类型: 政府\n  层级: 县级\n  地区: 甲县\n  发文机关: 甲县人民政府\n  年度: 2021\n  \
             成文日期: 2022-01-10\n  主送: 市人民政府\n  排版: {{条目: {layout}}}\n\n导语: |\n  {}\n\n章节:\n",
            "全县推进法治政府建设，落实依法行政，完善法治建设，现将情况报告如下。".repeat(4),
        );
        for (chapter, below) in &chapters {
            yaml.push_str(&written(chapter, "  "));
            if !below.is_empty() {
                yaml.push_str("    章节:\n");
                below.iter().for_each(|section| yaml.push_str(&written(section, "      ")));
            }
        }
        let original = project("generated.yaml", &yaml);
        prop_assert!(original.reading.slips.is_empty(), "{:?}\n{}", original.reading.slips, yaml);
        let document = &original.editions[0].document;
        formats().for_each(|writer| comes_back(writer.name, document, writer));
    }
}

#[test]
fn pictures_come_back_from_markdown() {
    let yaml = "\
报告: {类型: 政府, 层级: 县级, 地区: 云溪县, 发文机关: 云溪县人民政府, 年度: 2023, 成文日期: 2024-01-15}
章节:
  - 小标题: 主要举措和成效
    正文: |
      开展案卷评查，组织执法人员培训，落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，规范行政裁量权基准。

      ![评查“现场”](图/现场 1.png)

      见[全文](https://www.example.gov.cn/)，感叹\\![不是图](a.png)。
  - 小标题: 存在的不足和原因
    正文: 审核力量不足，主要原因是编制紧张，基层法治工作人员流动较大，培训不够。
";
    let album = || fazhi::picture::Album::new(|_| Ok(crate::picture::FLAG.to_vec()));
    let open = |text: &str| {
        let surroundings = Surroundings { album: album(), ..Surroundings::default() };
        Project::open(SourceFile::new("a.yaml", text), &surroundings).expect("a report")
    };
    let original = open(yaml);
    let document = &original.editions[0].document;
    let Ok(Output::Text(markdown)) = fazhi::writers::write("md", document, &Default::default()) else {
        panic!("md is a text")
    };
    let manuscript = readers::read("report.md", markdown.as_bytes()).expect("it is Markdown");
    let imported = import(&manuscript, Options { keys: Lang::Zh, figures: false }).expect("it is a report");
    let back = open(&imported.yaml);
    assert_eq!(back.editions[0].refused, [], "{}", imported.yaml);
    let images = |document: &Document| {
        let images = document.body.iter().filter_map(|block| match block {
            Block::Picture(picture) => picture.image.clone(),
            _ => None,
        });
        images.collect::<Vec<_>>()
    };
    let read = &back.editions[0].document;
    assert_eq!((images(document).len(), images(read)), (1, images(document)), "{}", imported.yaml);
    let expected: Vec<String> = body(document).iter().map(|line| line.replace("图/现场 1", "图/现场%201")).collect();
    assert_eq!(body(read), expected, "{}", imported.yaml);
}

#[test]
fn of_pictures_in_other_formats_the_words_come_back() {
    let mut document = crate::writers::sample::illustrated();
    document.annexes.clear();
    for writer in formats().filter(|writer| writer.name != "md") {
        let bytes = match (writer.write)(&document, &Default::default()) {
            Ok(Output::Text(text)) => text.into_bytes(),
            Ok(Output::Bytes(bytes)) => bytes,
            Err(message) => panic!("{}", message.text(Lang::En)),
        };
        let manuscript = readers::read(&format!("report.{}", writer.extension), &bytes).expect("it is read");
        let lines: Vec<String> = manuscript.document.body.iter().map(body_line).collect();
        assert!(lines.iter().any(|line| line.contains("宣誓<一>“现场”")), "{}: {lines:?}", writer.name);
    }
}

/// The text of a block.
fn body_line(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        _ => String::new(),
    }
}
