//! Precision, measured: every finding in the published reports beside the project and in the examples is pinned in
//! `judged.yaml` with the judgement of a person. A finding nobody judged fails, so does one that is gone, and no error
//! may be wrong. `UPDATE=1 cargo test precision` writes new findings as unjudged; judge them by hand.

mod rendered;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::harness::{Fazhi, examples, project};
use crate::import::seeds::{seeds, shared};

const JUDGED: &str = "tests/precision/judged.yaml";

/// What a reader says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    /// A careful reader says the same.
    Right,
    /// One says so, another does not.
    Arguable,
    /// The text is right.
    Wrong,
    /// Nobody looked at it.
    Unjudged,
}

/// A finding and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged {
    line: u64,
    rule: String,
    severity: String,
    /// The words marked, the first of them.
    words: String,
    /// What is said of them, its beginning.
    says: String,
    verdict: Verdict,
    reason: String,
}

impl Judged {
    /// Whether both are one finding: lines may have moved.
    fn is(&self, other: &Self) -> bool {
        (&self.rule, &self.words, &self.says) == (&other.rule, &other.words, &other.says)
    }

    /// Whether it is said again in other words.
    fn is_like(&self, other: &Self) -> bool {
        (&self.rule, &self.words, self.line) == (&other.rule, &other.words, other.line)
    }
}

/// Findings by file.
type Findings = BTreeMap<String, Vec<Judged>>;

/// How many characters of the words marked are kept: enough to tell them, too few to be the text.
const KEPT: usize = 8;

/// How many of what is said.
const SAID: usize = 40;

/// What is found now, unjudged. Without the published reports, in the examples only.
fn found() -> Findings {
    let mut files: Vec<(String, String)> = Vec::new();
    if let Some(shared) = shared() {
        let path = |name: &str| shared.join("seeds").join(format!("{name}.txt")).display().to_string();
        files.extend(seeds(&shared).iter().map(|name| (format!("seeds/{name}.txt"), path(name))));
    }
    for path in examples() {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
        files.push((format!("examples/{name}"), path.display().to_string()));
    }
    let mut found = Findings::new();
    for (name, path) in files {
        let arguments = ["check", &path, "--format", "json", "--today", "2026-03-01", "--lang", "zh"];
        let ran = Fazhi::new().args(arguments).run();
        let answer: serde_json::Value = serde_json::from_str(&ran.out()).unwrap_or_else(|error| {
            panic!("{name}: {error}: {}", ran.err());
        });
        let text = std::fs::read_to_string(&path).expect("it is text");
        let lines: Vec<&str> = text.lines().collect();
        let judged = answer["findings"].as_array().expect("findings").iter().map(|finding| {
            let number = |key: &str| finding[key].as_u64().expect("a number");
            let line = lines.get(number("line") as usize - 1).copied().unwrap_or_default();
            let words = line.chars().skip(number("column") as usize - 1);
            let length = match number("line") == number("end_line") {
                true => (number("end_column") - number("column")) as usize,
                false => KEPT,
            };
            Judged {
                line: number("line"),
                rule: finding["name"].as_str().expect("a name").to_owned(),
                severity: finding["severity"].as_str().expect("a severity").to_owned(),
                words: words.take(length.min(KEPT)).collect(),
                says: finding["message"].as_str().expect("a sentence").chars().take(SAID).collect(),
                verdict: Verdict::Unjudged,
                reason: String::new(),
            }
        });
        found.insert(name, judged.collect());
    }
    found
}

/// What was judged before.
fn judged() -> Findings {
    let text = std::fs::read_to_string(project(JUDGED)).unwrap_or_default();
    serde_yaml::from_str::<Option<Findings>>(&text).expect("the judgements are read").unwrap_or_default()
}

/// The findings with the judgements there are; those of files that are not here stay as they are.
fn merged(found: Findings, mut judged: Findings) -> Findings {
    for (file, mut findings) in found {
        let mut before = judged.remove(&file).unwrap_or_default();
        for finding in &mut findings {
            let same = before.iter().position(|judged| judged.is(finding));
            if let Some(index) = same.or_else(|| before.iter().position(|judged| judged.is_like(finding))) {
                let old = before.remove(index);
                (finding.verdict, finding.reason) = (old.verdict, old.reason);
            }
        }
        judged.insert(file, findings);
    }
    judged
}

/// The file of judgements: a line a finding.
fn text(findings: &Findings) -> String {
    let quoted = |text: &str| serde_json::to_string(text).expect("a text is JSON");
    let mut text = HEAD.to_owned();
    for (file, findings) in findings {
        let empty = if findings.is_empty() { " []" } else { "" };
        text.push_str(&format!("\n{file}:{empty}\n"));
        for finding in findings {
            let verdict = format!("{:?}", finding.verdict).to_lowercase();
            text.push_str(&format!(
                "  - {{line: {}, rule: {}, severity: {}, words: {}, says: {}, verdict: {verdict}, reason: {}}}\n",
                finding.line,
                finding.rule,
                finding.severity,
                quoted(&finding.words),
                quoted(&finding.says),
                quoted(&finding.reason)
            ));
        }
    }
    text
}

const HEAD: &str = "\
# Every finding in the published reports beside the project (seeds/) and in the examples, judged by a person: right,
# arguable or wrong, with a reason. UPDATE=1 cargo test precision adds what is new as unjudged and takes out what is gone.
";

#[test]
fn every_finding_is_judged_and_no_error_is_wrong() {
    let before = judged();
    let now = merged(found(), before.clone());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(project(JUDGED), text(&now)).expect("the judgements can be written");
    }
    let mut counts: BTreeMap<(&str, Verdict), usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for (file, findings) in &now {
        for finding in findings {
            *counts.entry((&finding.severity, finding.verdict)).or_default() += 1;
            let told = format!("{file}:{} {} {}", finding.line, finding.rule, finding.words);
            match finding.verdict {
                Verdict::Unjudged => faults.push(format!("not judged: {told}")),
                Verdict::Wrong if finding.severity == "error" => faults.push(format!("a wrong accusation: {told}")),
                _ if finding.reason.trim().is_empty() => faults.push(format!("judged without a reason: {told}")),
                _ => {}
            }
        }
    }
    for ((severity, verdict), count) in counts {
        println!("{severity} {verdict:?}: {count}");
    }
    for (file, findings) in &before {
        for finding in findings.iter().filter(|finding| !now[file].contains(finding)) {
            faults.push(format!("gone or moved: {file}:{} {} {}", finding.line, finding.rule, finding.words));
        }
    }
    let update = "UPDATE=1 cargo test precision, then judge what is new in tests/precision/judged.yaml";
    assert!(faults.is_empty(), "{update}\n{}", faults.join("\n"));
    assert!(text(&now) == std::fs::read_to_string(project(JUDGED)).unwrap_or_default(), "{update}");
}
