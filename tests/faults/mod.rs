//! One fault at a time, put into a clean example: the rule meant for it finds it, at its line, and no other error
//! appears. The faults are data, `faults.yaml`; what is found stands in docs/faults.md, which `UPDATE=1 cargo test
//! generated` writes.

use std::collections::{BTreeMap, BTreeSet};

use fazhi::diagnostic::{Checked, Findings, Severity, fingerprint};
use fazhi::message::Lang;
use fazhi::project::{Project, Surroundings};
use fazhi::rules::{Selection, find};
use fazhi::source::SourceFile;
use fazhi::writers::{self, Options, Output};
use serde::Deserialize;

use crate::generated::keep;
use crate::harness::project;

/// A fault, the place it is put, and the rule that finds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    /// In English.
    fault: String,
    /// In Chinese.
    差错: String,
    /// The example it is put into.
    example: String,
    edits: Vec<Edit>,
    /// Name of the rule.
    rule: String,
    /// Stands in the line it is found at, in the file with the fault.
    at: String,
    /// The day of the check.
    #[serde(default)]
    today: Option<String>,
    /// Last year's file.
    #[serde(default)]
    last_year: Option<String>,
    /// The format it is published in before the fault is put in: txt, md, html; or docx, made of the lines of the text,
    /// where {批注：…}, {插入：…}, {删除：…} and {隐藏：…} become what Word has for them.
    #[serde(default)]
    published: Option<String>,
    /// Checked as what goes out.
    #[serde(default, rename = "final")]
    is_final: bool,
}

/// A change of the text. The words it looks for stand in it once.
#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Edit {
    /// Words in place of others.
    Replace { replace: [String; 2] },
    /// Lines after the line that holds some words.
    Insert { insert: [String; 2] },
    /// The line that holds some words goes, with all below it that is indented more.
    Cut { cut: String },
}

impl Edit {
    fn apply(&self, text: &str) -> String {
        let (Self::Replace { replace: [words, _] } | Self::Insert { insert: [words, _] } | Self::Cut { cut: words }) =
            self;
        assert_eq!(text.matches(words.as_str()).count(), 1, "{words} stands once in the file");
        match self {
            Self::Replace { replace: [words, others] } => text.replace(words, others),
            Self::Insert { insert: [words, lines] } => {
                let at = text.find(words).expect("it stands there");
                let end = text[at..].find('\n').map_or(text.len(), |length| at + length + 1);
                format!("{}{}\n{}", &text[..end], lines.trim_end_matches('\n'), &text[end..])
            }
            Self::Cut { cut: words } => cut(text, words),
        }
    }
}

/// The text without the line that holds `words` and what is below it.
fn cut(text: &str, words: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut kept = String::new();
    let mut cut_at = None;
    for line in text.lines() {
        if line.contains(words) {
            cut_at = Some(indent(line));
        } else if cut_at.is_none_or(|depth| !line.trim().is_empty() && indent(line) <= depth) {
            cut_at = None;
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// What is found in a text.
fn check(name: &str, text: &str, fault: Option<&Fault>) -> (Project, Findings) {
    let previous = fault.and_then(|fault| fault.last_year.as_deref());
    let previous = previous.map(|text| SourceFile::new("上年.yaml", text));
    let surroundings = Surroundings { previous, ..Surroundings::default() };
    let project = Project::open(SourceFile::new(name, text), &surroundings).expect("it opens");
    let today = fault.and_then(|fault| fault.today.as_deref()).map(|day| day.parse().expect("a day"));
    let is_final = fault.is_some_and(|fault| fault.is_final);
    let findings = project.check(&Selection { is_final, ..Selection::default() }, today);
    (project, findings)
}

fn faults() -> Vec<Fault> {
    serde_yaml::from_str(include_str!("faults.yaml")).expect("the faults are read")
}

/// The examples by name, which are clean: nothing in them is an error or a warning.
fn examples() -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for path in crate::harness::examples() {
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a plain name").to_owned();
        let text = std::fs::read_to_string(&path).expect("an example is text");
        let (_, findings) = check(&name, &text, None);
        let found: Vec<_> = findings.iter().filter(|finding| finding.severity > Severity::Hint).collect();
        assert!(found.is_empty(), "{name} is not clean: {found:?}");
        texts.insert(name, text);
    }
    texts
}

/// An example as it is published.
fn published(name: &str, text: &str, format: &str) -> String {
    let written = if format == "docx" { "txt" } else { format };
    let project = Project::open(SourceFile::new(name, text), &Surroundings::default()).expect("it opens");
    let document = &project.editions.last().expect("an edition").document;
    match writers::write(written, document, &Options::default()).expect("it is written") {
        Output::Text(text) => text,
        Output::Bytes(_) => panic!("{format} is no text"),
    }
}

/// What is found in a published text, and the line at which some words stand in it.
fn check_published(fault: &Fault, format: &str, text: &str) -> Option<(Project, Findings)> {
    let bytes = match format {
        #[cfg(feature = "docx")]
        "docx" => crate::published::word::docx(text),
        #[cfg(not(feature = "docx"))]
        "docx" => return None,
        _ => text.as_bytes().to_vec(),
    };
    let read = fazhi::published::read(&format!("{}.{format}", fault.example), &bytes).expect("it is read");
    let project = Project::of_published(read, &Surroundings::default()).expect("the outlines are ours");
    let today = fault.today.as_deref().map(|day| day.parse().expect("a day"));
    let findings = project.check(&Selection { is_final: fault.is_final, ..Selection::default() }, today);
    Some((project, findings))
}

/// What became of a fault: where it was found and in which words, or what is wrong.
fn looked_for(fault: &Fault, text: &str) -> Result<(usize, Severity, String), String> {
    let name = format!("{}.yaml", fault.example);
    let text = match &fault.published {
        Some(format) => published(&name, text, format),
        None => text.to_owned(),
    };
    let text = fault.edits.iter().fold(text, |text, edit| edit.apply(&text));
    let (project, findings) = match &fault.published {
        Some(format) => check_published(fault, format, &text).ok_or("it is not built to read it")?,
        None => check(&name, &text, Some(fault)),
    };
    // In the file as it is read: the marks of what Word holds beside its text are none of its words.
    let wanted = project.source.text().lines().position(|line| line.contains(&fault.at));
    let wanted = wanted.ok_or("its line is not there")? + 1;
    let line = |at: &fazhi::diagnostic::Where| project.source.position(at.span(&project.reading.places).start).line;
    let told: Vec<String> = findings
        .iter()
        .map(|finding| format!("  {}: {} {}", line(&finding.at), finding.name, finding.message.text(Lang::Zh)))
        .collect();
    let told = told.join("\n");
    let is_meant = |finding: &&fazhi::diagnostic::Finding| finding.name == fault.rule;
    let found = findings.iter().filter(is_meant).find(|finding| line(&finding.at) == wanted);
    let found = found.ok_or_else(|| format!("{} is not found at line {wanted}:\n{told}", fault.rule))?;
    let is_other = |finding: &&fazhi::diagnostic::Finding| finding.severity == Severity::Error && !is_meant(finding);
    if findings.iter().any(|finding| is_other(&finding)) {
        return Err(format!("another error is told:\n{told}"));
    }
    Ok((wanted, found.severity, found.message.text(Lang::Zh)))
}

#[test]
fn the_table_of_faults_is_generated() {
    let (examples, faults) = (examples(), faults());
    let mut rows = String::new();
    let mut missed = Vec::new();
    let is_read = |fault: &&Fault| cfg!(feature = "docx") || fault.published.as_deref() != Some("docx");
    for fault in faults.iter().filter(is_read) {
        let text = examples.get(&fault.example).unwrap_or_else(|| panic!("there is no example {}", fault.example));
        let rule = find(&fault.rule).unwrap_or_else(|| panic!("there is no rule {}", fault.rule));
        match looked_for(fault, text) {
            Ok((line, severity, message)) => rows.push_str(&format!(
                "| {} | {} | {} `{}` | {} | {}:{line} | {} |\n",
                fault.fault,
                fault.差错,
                rule.code,
                rule.name,
                severity.message().text(Lang::Zh),
                fault.published.as_ref().map_or(fault.example.clone(), |format| format!("{}.{format}", fault.example)),
                message.replace('|', "\\|").replace("](", "]\\(").replace('\n', " "),
            )),
            Err(why) => missed.push(format!("{} ({}): {why}", fault.fault, fault.example)),
        }
    }
    println!("{rows}");
    assert!(missed.is_empty(), "{} of {} faults:\n{}", missed.len(), faults.len(), missed.join("\n\n"));
    if cfg!(feature = "docx") {
        keep("docs/faults.md", &format!("{HEAD}{rows}"));
    }
}

#[test]
fn fingerprints_of_faults_survive_edits_elsewhere() {
    let examples = examples();
    for fault in faults().into_iter().filter(|fault| fault.published.is_none()) {
        let text = fault.edits.iter().fold(examples[&fault.example].clone(), |text, edit| edit.apply(&text));
        let marks = |text: &str| {
            let (project, findings) = check("报告.yaml", text, Some(&fault));
            let places = &project.reading.places;
            let checked = Checked { source: &project.source, places, findings: &findings, overview: None };
            let marks = fingerprint::of_all(&checked);
            findings.iter().map(|finding| finding.name).zip(marks).collect::<BTreeSet<_>>()
        };
        // A measure more, and comments and blank lines before every key at the left edge.
        let more = "        条目:\n          - 完善工作机制。梳理职责分工，健全会商办法。\n";
        let more = text.replacen("        条目:\n", more, 1);
        assert_ne!(text, more);
        let is_key = |line: &str| !line.is_empty() && !line.starts_with([' ', '#']);
        let line = |line: &str| if is_key(line) { format!("# 移动\n\n{line}\n") } else { format!("{line}\n") };
        let (before, after) = (marks(&text), marks(&more.lines().map(line).collect::<String>()));
        let gone: Vec<_> = before.difference(&after).filter(|(name, _)| *name == fault.rule).collect();
        assert!(gone.is_empty(), "{}: {gone:?}", fault.fault);
    }
}

#[test]
fn faults_are_many_and_each_is_another() {
    let faults = faults();
    let rules: BTreeSet<&str> = faults.iter().map(|fault| fault.rule.as_str()).collect();
    let names: BTreeSet<&str> = faults.iter().map(|fault| fault.fault.as_str()).collect();
    assert!(faults.len() >= 75 && rules.len() >= 65, "{} faults, {} rules", faults.len(), rules.len());
    assert_eq!(names.len(), faults.len());
    assert!(project("docs/faults.md").exists());
}

const HEAD: &str = "\
# Faults and what finds them / 差错与查出它的规则

One fault at a time is put into an example of `examples/`, which is clean, or into what is published of one. Each is
found by the rule meant for it, at its line, and no other error appears: a test holds it. `UPDATE=1 cargo test generated`
makes the table.

每次在一份没有问题的示例，或者它的公开文本里放进一处差错：由相应的规则在所在的行查出，不另报其他错误。本表由测试生成。

| fault | 差错 | rule 规则 | 级别 | found at 位置 | what is said 说明 |
|---|---|---|---|---|---|
";
