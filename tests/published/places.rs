//! Each character of a value is found at its place in the source, whatever the format.

use std::path::Path;

use fazhi::place::{Place, Places};
use fazhi::project::{Project, Surroundings};
use fazhi::published;
use fazhi::rules::Selection;
use fazhi::source::SourceFile;
use fazhi::writers::{self, Options, Output};
use fazhi::yaml::Reading;

use crate::harness::examples;
use crate::import::seeds::{seeds, shared};

/// Marks that may stand for nothing in the source: those of Markdown.
const MARKUP: &str = "\\*_#<>[]()|`~$+-=!";

/// Checks every text of a report, and returns how many characters stand where they should and how many do not.
fn check(name: &str, source: &SourceFile, reading: &Reading) -> (usize, usize) {
    let (mut right, mut wrong) = (0, 0);
    let mut reached = 0;
    for text in reading.report.body() {
        let span = reading.places.span(text.place);
        assert!(span.end <= source.text().len() && span.start <= span.end, "{name}: {span:?}");
        assert!(source.text().get(span.range()).is_some(), "{name}: {span:?} cuts a character");
        let (own_right, own_wrong) = characters(name, source, &reading.places, text.place, &text.value);
        if own_right > 0 {
            assert!(span.start >= reached || text.value.contains("[^"), "{name}: {:?} goes back", text.value);
            reached = span.start;
        }
        right += own_right;
        wrong += own_wrong;
    }
    (right, wrong)
}

fn characters(name: &str, source: &SourceFile, places: &Places, place: Place, value: &str) -> (usize, usize) {
    let (mut right, mut wrong) = (0, 0);
    for (at, c) in value.char_indices() {
        let span = places.range(place, at..at + c.len_utf8());
        let typed = source.text().get(span.range()).unwrap_or_else(|| panic!("{name}: {span:?} cuts a character"));
        match () {
            () if c.is_whitespace() || MARKUP.contains(c) => {}
            () if typed.starts_with(c) && typed.len() == c.len_utf8() || typed.starts_with('&') => right += 1,
            () => wrong += 1,
        }
    }
    (right, wrong)
}

/// Reads, checks and returns the share of characters that stand where they should.
fn share(name: &str, bytes: &[u8]) -> Option<f64> {
    let published = published::read(name, bytes).ok()?;
    let (right, wrong) = check(name, &published.source, &published.reading);
    let project = Project::of_published(published, &Surroundings::default()).expect("the outlines are ours");
    for finding in project.check(&Selection::default(), None) {
        let span = finding.at.span(&project.reading.places);
        assert!(span.end > span.start, "{name}: {} points at nothing", finding.name);
        assert!(project.source.text().get(span.range()).is_some(), "{name}: {} cuts a character", finding.name);
        assert!(finding.fix.is_empty(), "{name}: {}", finding.name);
    }
    Some(right as f64 / (right + wrong).max(1) as f64)
}

#[test]
fn seeds_keep_every_character() {
    let Some(shared) = shared() else { return };
    for name in seeds(&shared) {
        let bytes = std::fs::read(shared.join("seeds").join(format!("{name}.txt"))).expect("the seed can be read");
        assert_eq!(share("seed.txt", &bytes), Some(1.0), "{name}");
    }
}

#[test]
fn strangers_keep_their_characters() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/strangers");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).expect("the inputs stand beside the test").flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name.ends_with(".expected") {
            continue;
        }
        let Some(share) = share(&name, &std::fs::read(path).expect("an input can be read")) else { continue };
        read += 1;
        assert!(share >= 0.97, "{name}: {share}");
    }
    assert!(read >= 12, "{read}");
}

#[test]
fn every_format_keeps_every_character() {
    for path in examples() {
        let text = std::fs::read_to_string(&path).expect("an example can be read");
        let project = Project::open(SourceFile::new("a.yaml", text), &Surroundings::default()).expect("it opens");
        let formats = ["txt", "md", "html", "docx"].into_iter().filter(|format| writers::writer(format).is_some());
        for format in formats {
            let written = writers::write(format, &project.editions[0].document, &Options::default());
            let bytes = match written.expect("an example is written") {
                Output::Text(text) => text.into_bytes(),
                Output::Bytes(bytes) => bytes,
            };
            let share = share(&format!("a.{format}"), &bytes).expect("what we write we read");
            assert!(share >= 0.99, "{}: {format}: {share}", path.display());
        }
    }
}
