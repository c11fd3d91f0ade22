//! Findings as data: how they are counted, recognised again and dismissed.

use fazhi::diagnostic::baseline::Baseline;
use fazhi::diagnostic::{Checked, Counts, Finding, Severity, Where, fingerprint};
use fazhi::message::{Lang, Message};
use fazhi::place::Places;
use fazhi::source::{SourceFile, Span};

const SOURCE: &str = "figures:\n  规范性文件清理:\n    合计: 51件\n    保留: 34件\n    废止: 18件\n";

/// A finding at the first place of some words.
fn finding(source: &str, words: &str) -> Finding {
    let start = source.find(words).expect("the words stand in the source");
    Finding {
        code: "FZ205",
        name: "total-mismatch",
        severity: Severity::Error,
        message: Message::new("合计51件"),
        why: Message::new("各项之和应当等于合计"),
        help: Message::new("核对各项"),
        at: Where::Source(Span::new(start, start + words.len())),
        related: Vec::new(),
        fix: Vec::new(),
    }
}

/// Asks something of the findings of a file.
fn with<T>(name: &str, source: &str, findings: &[Finding], ask: impl Fn(&Checked) -> T) -> T {
    let file = SourceFile::new(name, source);
    let places = Places::new(Span::new(0, source.len()));
    ask(&Checked { source: &file, places: &places, findings, overview: None })
}

#[test]
fn the_summary_counts_by_severity() {
    let mut findings = vec![finding(SOURCE, "51件"); 3];
    findings[1].severity = Severity::Hint;
    let counts = Counts::of(&findings);
    assert_eq!(counts.message().text(Lang::Zh), "2处错误，0处存疑，1条建议。");
    assert_eq!(Counts::default().message().text(Lang::Zh), "没有发现问题。");
}

#[test]
fn a_fingerprint_survives_moved_lines_and_counts_equal_findings() {
    let marks = |source: &str| {
        let findings = ["51件", "51件", "34件"].map(|words| finding(source, words));
        with("郏县.yaml", source, &findings, fingerprint::of_all)
    };
    let first = marks(SOURCE);
    assert_eq!(marks(&format!("# 说明\n\n{SOURCE}")), first);
    assert!(first[0] != first[1] && first[0] != first[2] && first[1] != first[2], "{first:?}");
}

#[test]
fn a_baseline_dismisses_what_it_holds() {
    let findings = ["51件", "34件"].map(|words| finding(SOURCE, words));
    let baseline = with("郏县.yaml", SOURCE, &findings[..1], |checked| Baseline::of(&[*checked], Lang::Zh));
    assert_eq!(Baseline::read("baseline.json", &baseline.text()), Ok(baseline.clone()));
    let left = |name: &str, is_alone: bool| with(name, SOURCE, &findings, |checked| baseline.left(checked, is_alone));
    assert_eq!(left("./郏县.yaml", false), findings[1..]);
    // A draft that was renamed is known where it is checked alone.
    assert_eq!(left("郏县-送审稿.yaml", true), findings[1..]);
    assert_eq!(left("郏县-送审稿.yaml", false), findings);
}
