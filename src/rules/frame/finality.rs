//! What keeps a text from going out, whatever it is in a draft: `render --final` refuses it, `check --final` tells it as
//! an error.

use crate::diagnostic::{Finding, Severity};
use crate::rules::{
    classification_mark, comment_left, hidden_text, personal_data, placeholder_left, todo_left, tracked_changes,
    unfilled, withheld_passage,
};

/// Codes of the rules whose doubts are errors in a final text.
const REFUSED: [&str; 9] = [
    unfilled::RULE.code,
    placeholder_left::RULE.code,
    personal_data::RULE.code,
    classification_mark::RULE.code,
    withheld_passage::RULE.code,
    hidden_text::RULE.code,
    tracked_changes::RULE.code,
    comment_left::RULE.code,
    todo_left::RULE.code,
];

/// Makes errors of the findings that keep a text from going out. What is no more than a hint stays one.
pub fn raise(findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| REFUSED.contains(&finding.code)) {
        if finding.severity == Severity::Warning {
            finding.severity = Severity::Error;
        }
    }
}
