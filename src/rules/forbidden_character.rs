use super::noted::shape;
use super::{Authority, Context, Rule};
use crate::characters::forbidden::{forbidden, is_forbidden};
use crate::diagnostic::{Findings, Severity};
use crate::yaml::describe::codes;

/// Characters that no format can hold (XML 1.0 forbids them): what is written is without them.
pub const RULE: Rule = Rule {
    code: "FZ502",
    name: "forbidden-character",
    severity: Severity::Warning,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "\"开展\\x07案卷评查。\""),
    good: sample!(measure: "\"开展案卷评查。\""),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    shape::report(context, &RULE, findings);
    // Those that were typed as they are have been told; others come from an escape.
    if context.source.text().contains('\\') && !context.source.text().contains(is_forbidden) {
        let escaped = context.each_passage().find_map(|passage| {
            let (at, character) = passage.plain.text.char_indices().find(|(_, character)| is_forbidden(*character))?;
            Some((passage, at..at + character.len_utf8()))
        });
        findings.extend(escaped.map(|(passage, range)| {
            let characters = codes(&forbidden(&passage.plain.text));
            RULE.finding(passage.plain.locate(range)).with("characters", characters)
        }));
    }
}
