//! The examples in every text format: every edition says the same in each.

use std::fs;
use std::path::Path;

use fazhi::compose::Composed;
use fazhi::document::{Block, Document, Heading, plain};
use fazhi::project::{Project, Surroundings};
use fazhi::source::SourceFile;
use fazhi::writers::template::{TEMPLATES, Templates};
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

/// The program's templates are given the body written, a user's the body as data: a copy of a template says the same.
#[test]
fn a_copy_of_the_programs_template_says_the_same() {
    let copies =
        TEMPLATES.iter().filter(|template| ["report.md", "page.html", "fragment.html"].contains(&template.name));
    let copies: Vec<_> = copies.map(|template| (template.name.to_owned(), template.text.to_owned())).collect();
    assert_eq!(copies.len(), 3);
    for (name, editions) in examples() {
        for composed in &editions {
            for (format, fragment) in [("md", false), ("html", false), ("html", true)] {
                let written = |templates| {
                    let options = fazhi::writers::Options { fragment, templates, ..Default::default() };
                    super::text_with(format, &composed.document, &options)
                };
                let [own, copy] = [Templates::default(), Templates::new(copies.clone())].map(written);
                assert!(own.contains(&composed.document.title_text()) || fragment, "{name} {format}");
                assert_eq!(own, copy, "{name} {format}");
            }
        }
    }
}
