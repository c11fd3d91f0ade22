//! Hard sentences: right ones of which nothing is said, wrong ones of which each is told.

use fazhi::model::Verdict;
use fazhi::prose::Prose;

const RIGHT: &str = include_str!("sentences/right.txt");
const WRONG: &str = include_str!("sentences/wrong.txt");
const OPEN: &str = include_str!("sentences/open.txt");

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What is said of a sentence: proved wrong, and only doubted.
fn said(line: &str) -> (usize, usize) {
    let relations = Prose::read(line).relations();
    let fails = relations.iter().filter(|relation| relation.verdict == Verdict::Fails).count();
    let doubts = relations.iter().filter(|relation| relation.verdict == Verdict::CannotTell).count();
    (fails, doubts)
}

#[test]
fn nothing_is_said_of_what_is_right() {
    let accused: Vec<&str> = lines(RIGHT).filter(|line| said(line) != (0, 0)).collect();
    assert_eq!(accused, [""; 0]);
    assert!(lines(RIGHT).count() >= 120, "only {}", lines(RIGHT).count());
}

#[test]
fn what_is_wrong_is_told() {
    let missed: Vec<&str> = lines(WRONG).filter(|line| said(line).0 == 0).collect();
    assert_eq!(missed, [""; 0]);
    assert!(lines(WRONG).count() >= 60, "only {}", lines(WRONG).count());
}

#[test]
fn what_cannot_be_told_is_doubted_at_most() {
    let accused: Vec<&str> = lines(OPEN).filter(|line| said(line).0 > 0).collect();
    assert_eq!(accused, [""; 0]);
}

#[test]
fn the_report_is_read_as_a_whole() {
    // What is right stays so among other sentences: nothing crosses from one to the next.
    let all: String = lines(RIGHT).collect();
    let prose = Prose::read(&all);
    let fails: Vec<&str> = prose
        .relations()
        .iter()
        .filter(|relation| relation.verdict == Verdict::Fails)
        .map(|relation| prose.text_of(&prose.mentions[relation.stated]))
        .collect();
    assert_eq!(fails, [""; 0]);
}
