//! How the rules speak of a published text: nobody typed its file, and what the import guessed accuses nobody.

use crate::diagnostic::{Findings, Severity};
use crate::rules::{Context, Rule};

/// What a rule says about published texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// All it says about report files.
    Full,
    /// As much, but as nothing graver.
    AtMost(Severity),
    /// Nothing.
    Silent,
}

use Voice::{AtMost, Silent};

/// The rules that say less about a published text than about a report file; those on the shape of the file, which are
/// silent all, are not listed.
const VOICES: &[(&str, Voice)] = &[
    // Headings in words of their own are not always matched.
    ("absent-parts", Silent),
    // What looks like an empty section may be a line that is no heading.
    ("empty-part", AtMost(Severity::Warning)),
    // Of values that the import does not write: nothing can be wrong with them.
    ("unknown-part", Silent),
    ("unknown-figure", Silent),
    ("unfilled", Silent),
    ("unused-figure", Silent),
    ("formula-fault", Silent),
    ("unreadable-figure", Silent),
    ("placeholder-fault", Silent),
    ("edition-conflict", Silent),
    ("unknown-edition", Silent),
    ("nonstandard-style", Silent),
    ("forbidden-character", Silent),
    // The page it was published on shows the picture.
    ("image-in-text", Silent),
    ("picture-elsewhere", Silent),
    ("unreadable-picture", Silent),
    ("unused-allow", Silent),
    ("todo-left", Silent),
    // A number the import left in a heading is a number the text has.
    ("hand-numbered-heading", Silent),
    // The page says them where the import does not look: in its head, in a picture of the seal.
    ("missing-issuer", Silent),
    ("missing-date", Silent),
    ("unreadable-date", Silent),
    // Without a year nothing that depends on it is judged: worth a word, no more.
    ("missing-year", AtMost(Severity::Hint)),
    // Kind, level and edition are the import's guess; a number may be the one a site gives the page.
    ("malformed-number", AtMost(Severity::Hint)),
    ("unfit-issuer", AtMost(Severity::Hint)),
    ("unfit-addressee", AtMost(Severity::Hint)),
    ("copy-to-lower-organ", AtMost(Severity::Hint)),
    ("issuers-out-of-order", AtMost(Severity::Hint)),
    // The date of a page may be that of its publication.
    ("date-out-of-window", AtMost(Severity::Hint)),
];

/// What rules say in place of a help that speaks of the report file.
const OTHER_HELP: &[&str] = &[
    "rules.missing-part.published-help",
    "rules.empty-part.published-help",
    "rules.missing-responsibility.published-help",
    "rules.year-mismatch.published-help",
    "rules.date-out-of-window.published-help",
    "rules.missing-year.published-help",
    "rules.outline-nearest.published-help",
    "rules.placeholder-left.published-help",
    "rules.half-width-punctuation.published-help",
    "rules.absent-figures.published-help",
    "rules.absent-topics.published-help",
    "rules.older-meeting.published-help",
    "rules.relative-year.published-help",
    "rules.literal-year.published-help",
    "rules.misspelt-name.published-help",
    "rules.repeated-word.published-help",
    "rules.personal-data.published-help",
];

/// Sentences that say nothing of a published text: one without a date is no draft that waits for its
/// signature or its page.
const UNSAID: &[&str] = &["rules.date-out-of-window.overdue", "rules.date-out-of-window.unpublished"];

impl Rule {
    /// What the rule says about a published text.
    pub fn voice(&self) -> Voice {
        let listed = VOICES.iter().find(|(name, _)| *name == self.name).map(|(_, voice)| *voice);
        listed.unwrap_or(if self.is_shape() { Silent } else { Voice::Full })
    }
}

/// Grades what was found in a published text; no finding of it has a fix, since it is never written to.
pub(crate) fn soften(context: &Context, findings: &mut Findings) {
    // Without a title the year is one the text speaks of: the rules on years and dates (FZ3) can only ask.
    let guesses_year = context.report.report.title.is_none();
    findings.retain(|finding| !UNSAID.contains(&finding.message.key.as_str()));
    for finding in findings {
        if let Some(AtMost(most)) = crate::rules::find(finding.code).map(Rule::voice) {
            finding.severity = finding.severity.min(most);
        }
        if guesses_year && finding.code.starts_with("FZ3") {
            finding.severity = Severity::Hint;
        }
        if let Some(help) = OTHER_HELP.iter().find(|key| named(key) == finding.name) {
            finding.help.key = (*help).to_owned();
        }
        finding.fix.clear();
    }
}

/// The rule whose sentence a key is.
fn named(key: &str) -> &str {
    key.split('.').nth(1).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Lang, Message};

    #[test]
    fn every_listed_rule_is_one() {
        let keys = OTHER_HELP.iter().chain(UNSAID).map(|key| named(key));
        for name in VOICES.iter().map(|(name, _)| *name).chain(keys) {
            assert!(crate::rules::find(name).is_some(), "{name}");
        }
    }

    #[test]
    fn no_help_speaks_of_a_file_that_nobody_typed() {
        for rule in crate::rules::RULES.iter().filter(|rule| rule.voice() != Silent && !is_of_files(rule.code)) {
            let other = OTHER_HELP.iter().find(|key| named(key) == rule.name);
            let key = other.map_or(format!("rules.{}.help", rule.name), |key| (*key).to_owned());
            let help = Message::new(key).text(Lang::Zh);
            assert!(!["免检", "allow", "${"].iter().any(|word| help.contains(word)), "{}: {help}", rule.name);
        }
    }

    /// On figures, and on last year's file beside the report.
    fn is_of_files(code: &str) -> bool {
        code.starts_with("FZ20") || code.starts_with("FZ21") || code == crate::rules::stale_text::RULE.code
    }
}
