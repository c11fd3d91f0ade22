use super::{Authority, Context, Rule, shape};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::Text;
use crate::yaml::keys::{self, Domain, part_id};
use crate::yaml::nearest;

/// A part that the outline has not.
pub const RULE: Rule = Rule {
    code: "FZ104",
    name: "unknown-part",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "{内容项: 行政执法权, 正文: 开展案卷评查。}"),
    good: sample!(measure: "{内容项: 行政执法, 正文: 开展案卷评查。}"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for part in context.report.sections.iter().flat_map(|section| section.parts()) {
        let id = part_id(part);
        if !part.is_unfilled() && context.outline.part(id).is_none() && !shape::is_misread(context, part.place) {
            let finding = RULE.finding(Where::Value(part.place));
            findings.push(match nearest(context, part) {
                // A part of another period: the drafter may have taken over an old section on purpose.
                _ if keys::english(Domain::Part, id).is_some() => finding
                    .saying("elsewhere")
                    .graded(Severity::Warning)
                    .with("part", &part.value)
                    .with("outline", &context.outline.name),
                Some(nearest) => finding.saying("nearest").with("part", &part.value).with("nearest", nearest),
                None => finding.with("part", &part.value),
            });
        }
    }
}

/// The nearest name among the outline's parts.
fn nearest<'a>(context: &'a Context, typed: &Text) -> Option<&'a str> {
    let ids = context.outline.parts.iter().map(|part| part.id.as_str());
    let names = ids.flat_map(|id| [Some(id), keys::chinese(Domain::Part, id)]).flatten();
    nearest::nearest(typed.value.trim(), names)
}
