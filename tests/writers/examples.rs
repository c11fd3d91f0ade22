//! The examples in every text format: every edition says the same in each.

use std::fs;
use std::path::Path;

use fazhi::compose::Composed;
use fazhi::document::{Block, Document, Heading, plain};
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{html, markdown, text};

/// Each example's name and its editions, in the order of the names.
fn examples() -> Vec<(String, Vec<Composed>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the examples").map(|entry| entry.expect("one").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    assert!(paths.len() >= 5, "{paths:?}");
    let open = |path: &std::path::PathBuf| {
        let name = path.file_stem().expect("it has one").to_string_lossy().into_owned();
        let source = SourceFile::new(name.as_str(), fs::read_to_string(path).expect("an example is text"));
        let project = Project::open(source, &Surroundings::default()).expect("an example is in order");
        (name, project.editions)
    };
    paths.iter().map(open).collect()
}

/// The headings a renderer of Markdown shows, level and text.
fn markdown_headings(markdown: &str) -> Vec<String> {
    let mut headings = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                headings.push(format!("{level} "));
                inside = true;
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Text(text) if inside => headings.last_mut().expect("one was begun").push_str(&text),
            _ => {}
        }
    }
    headings
}

/// The headings on a line of their own.
fn headings(document: &Document) -> Vec<String> {
    let written = |heading: &Heading| format!("h{} {}{}", heading.level + 1, heading.number, plain(&heading.content));
    let own = document.body.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(written(heading)),
        _ => None,
    });
    own.collect()
}

#[test]
fn every_edition_says_the_same_in_every_format() {
    for (name, editions) in examples() {
        for Composed { document, .. } in &editions {
            let md = text("md", document);
            let shown = markdown::shown(&md);
            assert!(!shown.contains("**"), "{name}: {shown}");
            assert_eq!(markdown_headings(&md)[1..], headings(document), "{name}");
            for from in ["commonmark", "gfm"] {
                let Some(plain) = markdown::pandoc(from, &md) else { continue };
                let words = |text: &str| text.replace(char::is_whitespace, "");
                if document.body.iter().all(|block| !matches!(block, Block::Table(_) | Block::List(_))) {
                    assert_eq!(words(&plain), words(&shown), "{name} in {from}");
                }
            }
            // Paragraph by paragraph the text formats hold the same words.
            let (page, txt) = (html::shown(&text("html", document)), text("txt", document));
            for paragraph in document.body.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) if paragraph.heading.is_none() => Some(plain(&paragraph.content)),
                _ => None,
            }) {
                for (format, written) in [("md", &shown), ("html", &page), ("txt", &txt)] {
                    assert!(written.contains(paragraph.trim()), "{name}.{format} lacks {paragraph}");
                }
            }
        }
    }
}
