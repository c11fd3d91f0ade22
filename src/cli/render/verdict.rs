//! What the findings mean for rendering: what a draft is told, and what stands against it.

use crate::cli::Outcome;
use crate::diagnostic::{Checked, Finding, Severity};
use crate::listings::{Look, human};
use crate::message;
use crate::project::Project;
use crate::rules;

/// What a draft is told: errors and doubts in full, hints only counted, so that the one grave thing is not buried.
pub fn told(project: &Project, findings: &[Finding], look: Look) -> String {
    let grave: Vec<Finding> = findings.iter().filter(|finding| finding.severity > Severity::Hint).cloned().collect();
    let hints = findings.len() - grave.len();
    let mut text = String::new();
    if !grave.is_empty() {
        let checked =
            Checked { source: &project.source, places: &project.reading.places, findings: &grave, overview: None };
        text.push_str(&human::write(&checked, look));
    }
    if hints > 0 {
        text.push_str(&message!("cli.render.hints", count = hints, path = project.source.name()).text(look.lang));
        text.push('\n');
    }
    text
}

/// Why nothing is written: the file's shape is wrong, or there are errors in a text that is to be final.
pub fn refusal(findings: &[Finding], last: bool) -> Option<(Outcome, &'static str)> {
    let errors = || findings.iter().filter(|finding| finding.severity == Severity::Error);
    if errors().any(|finding| rules::find(finding.code).is_some_and(rules::Rule::is_shape)) {
        return Some((Outcome::Failed, "cli.render.wrong-shape"));
    }
    (last && errors().next().is_some()).then_some((Outcome::Found, "cli.render.not-final"))
}
