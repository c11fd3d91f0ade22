//! Every example, written in every format and read back.

use std::path::Path;

use fazhi::document::{Block, Document, Paragraph, plain};
use fazhi::import::{Options, import};
use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::readers;
use fazhi::source::SourceFile;
use fazhi::writers::{Output, WRITERS};

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
        for writer in WRITERS.iter().filter(|writer| ["txt", "md", "html", "docx"].contains(&writer.name)) {
            let bytes = match (writer.write)(document, &Default::default()) {
                Ok(Output::Text(text)) => text.into_bytes(),
                Ok(Output::Bytes(bytes)) => bytes,
                Err(message) => panic!("{name}: {}", message.text(Lang::En)),
            };
            let what = format!("{name} through {}", writer.name);
            let manuscript = readers::read(&format!("report.{}", writer.extension), &bytes)
                .unwrap_or_else(|message| panic!("{what}: {}", message.text(Lang::En)));
            let imported = import(&manuscript, Options { keys: Lang::Zh, figures: false })
                .unwrap_or_else(|message| panic!("{what}: {}", message.text(Lang::En)));
            let back = project("imported.yaml", &imported.yaml);
            assert!(back.reading.slips.is_empty(), "{what}: {:?}\n{}", back.reading.slips, imported.yaml);
            let read = &back.editions[0].document;
            assert_eq!(frame(read), frame(document), "{what}");
            let (read, written) = (body(read), body(document));
            for (read, written) in read.iter().zip(&written) {
                assert_eq!(read, written, "{what}");
            }
            assert_eq!(read.len(), written.len(), "{what}");
            count += 1;
        }
    }
    let formats = if cfg!(feature = "docx") { 4 } else { 3 };
    assert_eq!(count, 5 * formats);
}
