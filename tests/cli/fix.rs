//! `check --fix` over whatever language examples there are: it ends, lists all it does, and never writes to a published
//! text.

use std::collections::BTreeMap;

use fazhi::project::{Project, Surroundings};
use fazhi::rules::RULES;
use fazhi::source::SourceFile;
use fazhi::writers::{self, Options, Output};
use proptest::prelude::*;

use crate::harness::{Fazhi, Ran, examples};
use crate::language::mending::{FAULTS, places};

/// Runs `--fix` over these files.
fn fix(files: &BTreeMap<String, String>) -> Ran {
    let folder = files.iter().fold(Fazhi::new(), |folder, (name, text)| folder.write(name, text));
    let options = ["check", "--fix", "--today", "2024-02-01", "-o", "found.txt"];
    folder.args(options.into_iter().chain(files.keys().map(String::as_str))).run()
}

/// What a file becomes when the changes that were listed are made by hand, one after another.
fn replayed(name: &str, text: &str, listed: &str) -> String {
    let mut text = text.to_owned();
    for change in listed.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')) {
        let (line, words) = change.split_once(": ").expect("a change names its line");
        let (before, after) = words.split_once(" → ").expect("a change has two sides");
        let (before, after) = (before.replace('⏎', "\n"), after.replace('⏎', "\n"));
        let line: usize = line.parse().expect("a line is a number");
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let at = text[start..].find(&before).unwrap_or_else(|| panic!("{name}:{line}: {before} stands there"));
        text.replace_range(start + at..start + at + before.len(), &after);
    }
    text
}

/// The first run does what it lists, the second nothing. Returns how many files were changed.
fn ends_and_lists(files: &BTreeMap<String, String>) -> usize {
    let first = fix(files);
    let mended: BTreeMap<String, String> = files.keys().map(|name| (name.clone(), first.file(name))).collect();
    for (name, text) in files {
        let is_listed = replayed(name, text, &first.err()) == mended[name];
        assert!(is_listed, "{name}: not all is listed\n{}", first.err());
        let is_told = first.err().lines().any(|line| line.starts_with(&format!("fixed {name}, changes: ")));
        assert_eq!(is_told, text != &mended[name], "{name}\n{}", first.err());
    }
    let second = fix(&mended);
    let again: BTreeMap<String, String> = files.keys().map(|name| (name.clone(), second.file(name))).collect();
    assert!(again == mended, "a second run changes something:\n{}", second.err());
    files.iter().filter(|(name, text)| mended[*name] != **text).count()
}

#[test]
fn examples_of_the_rules_are_mended_once_and_all_is_listed() {
    let rules = RULES.iter().filter(|rule| !rule.is_of_word());
    let files: BTreeMap<_, _> = rules.map(|rule| (format!("{}.yaml", rule.name), rule.bad.to_owned())).collect();
    assert!(ends_and_lists(&files) > 15);
}

/// An example with faults of language at places of it, from the last to the first.
fn faulty(example: usize, faults: &[(usize, usize)]) -> (String, String) {
    let paths = examples();
    let path = &paths[example % paths.len()];
    let mut text = std::fs::read_to_string(path).expect("an example is text");
    let places = places(&text);
    let mut faults: Vec<(usize, usize)> =
        faults.iter().map(|(place, fault)| (places[place % places.len()], *fault)).collect();
    faults.sort_unstable();
    for (at, fault) in faults.into_iter().rev() {
        text.insert_str(at, FAULTS[fault % FAULTS.len()].0);
    }
    let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
    (name.to_owned(), text)
}

/// A report file as it is published.
fn published(text: &str, format: &str) -> Vec<u8> {
    let project = Project::open(SourceFile::new("a.yaml", text), &Surroundings::default()).expect("it opens");
    match writers::write(format, &project.editions[0].document, &Options::default()).expect("it is written") {
        Output::Text(text) => text.into_bytes(),
        Output::Bytes(bytes) => bytes,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn faults_anywhere_are_mended_once_and_all_is_listed(
        files in prop::collection::vec(prop::collection::vec((any::<usize>(), any::<usize>()), 1..8), 1..5),
    ) {
        let files: BTreeMap<String, String> =
            files.iter().enumerate().map(|(example, faults)| faulty(example, faults)).collect();
        prop_assert_eq!(ends_and_lists(&files), files.len());
    }

    #[test]
    fn published_texts_are_never_written_to(
        example in any::<usize>(),
        faults in prop::collection::vec((any::<usize>(), any::<usize>()), 1..8),
    ) {
        let (_, text) = faulty(example, &faults);
        let formats = ["txt", "md", "html", "docx"].into_iter().filter(|format| writers::writer(format).is_some());
        let files: Vec<(String, Vec<u8>)> =
            formats.map(|format| (format!("a.{format}"), published(&text, format))).collect();
        let folder = files.iter().fold(Fazhi::new(), |folder, (name, bytes)| folder.write(name, bytes));
        let names = files.iter().map(|(name, _)| name.as_str());
        let ran = folder.args(["check", "--fix", "--today", "2024-02-01"].into_iter().chain(names)).run();
        for (name, bytes) in &files {
            prop_assert_eq!(&ran.bytes(name), bytes);
            let said = format!("{name} is a published text: it is checked, never changed");
            prop_assert!(ran.err().contains(&said), "{}", ran.err());
        }
        prop_assert!(ran.out().contains("FZ4"), "{}", ran.out());
    }
}
