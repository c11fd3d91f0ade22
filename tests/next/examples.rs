//! What holds for next year's file of every example, as it stands and as other systems and keyboards write it.

use fazhi::model::{Report, Section};
use fazhi::next::{Request, next};
use fazhi::project::{Project, Surroundings};
use fazhi::rules::{self, Selection};
use fazhi::source::SourceFile;
use fazhi::yaml;

use crate::harness::examples;

/// The comments of a file: whole lines, and what follows a blank and #.
fn comments(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.trim_start().strip_prefix('#').or_else(|| Some(line.split_once(" #")?.1)))
        .collect()
}

/// Turns a file and looks at all that must hold; returns the new file.
#[track_caller]
fn turn(name: &str, text: &str) -> String {
    let old = SourceFile::new(name, text);
    let request = Request { previous: "old.yaml".to_owned(), ..Request::default() };
    let next = next(&old, &request).unwrap_or_else(|why| panic!("{name}: {why:?}"));
    let surroundings = Surroundings { previous: Some(old), ..Surroundings::default() };
    let project = Project::open(SourceFile::new(name, &next.text), &surroundings).expect("the outlines are there");
    assert_eq!(project.reading.slips, [], "{name}");
    let findings = project.check(&Selection::default(), None);
    let of_shape = |code: &str| rules::find(code).is_some_and(rules::Rule::is_shape);
    let wrong: Vec<_> = findings.iter().filter(|found| of_shape(found.code)).collect();
    assert!(wrong.is_empty(), "{name}: {wrong:?}");
    assert!(findings.iter().any(|finding| finding.name == "stale-text"), "{name}");
    let kept: Vec<&str> = comments(&next.text);
    for comment in comments(text) {
        assert!(kept.contains(&comment), "{name} lost the comment {comment}");
    }
    next.text
}

#[test]
fn every_example_has_a_next_year_and_another() {
    for path in examples() {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(&path).expect("an example can be read");
        let after = turn(&name, &text);
        turn(&name, &after);
    }
}

#[test]
fn line_ends_of_windows_are_kept() {
    for path in examples() {
        let text = std::fs::read_to_string(&path).expect("an example can be read");
        let dos = text.replace("\r\n", "\n").replace('\n', "\r\n");
        let turned = turn("dos", &dos);
        assert_eq!(turned.replace("\r\n", "\n"), turn("unix", &text.replace("\r\n", "\n")));
        assert!(!turned.replace("\r\n", "").contains('\n'));
    }
}

#[test]
fn nothing_but_what_moves_on_is_changed() {
    for path in examples() {
        let text = std::fs::read_to_string(&path).expect("an example can be read");
        let turned = turn("a", &text);
        let report = |text: &str| yaml::read(&SourceFile::new("a", text)).report;
        let (old, new) = (report(&text), report(&turned));
        let (before, after) = (texts(&old), texts(&new));
        assert!(before.len() > 5);
        assert_eq!(before, after);
        assert_eq!(old.walk().count(), new.walk().count());
    }
}

/// The texts outside the plan, headings aside.
fn texts(report: &Report) -> Vec<String> {
    let is_plan = |section: &&Section| section.part.iter().any(|part| part.value == "下年安排");
    let mut open: Vec<&Section> = report.sections.iter().filter(|section| !is_plan(section)).collect();
    let mut texts: Vec<String> = report.preamble.iter().map(|text| text.value.clone()).collect();
    while let Some(section) = open.pop() {
        let measures = section.measures.iter().map(|measure| &measure.text);
        texts.extend(section.text.iter().chain(measures).chain(&section.after).map(|text| text.value.clone()));
        open.extend(&section.sections);
    }
    texts
}
