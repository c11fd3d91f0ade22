use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::{Entry, OneOrMany};
use crate::yaml::keys::edition_id;

/// `only:` or `except:` names an edition that the report has not.
pub const RULE: Rule = Rule {
    code: "FZ308",
    name: "unknown-edition",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "{正文: 开展案卷评查。, 限用版本: [公开版本]}"),
    good: sample!(measure: "{正文: 开展案卷评查。}"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mut compare = |names: &OneOrMany| {
        for name in names.iter().filter(|name| !name.is_unfilled() && !exists(context, name)) {
            findings.push(RULE.finding(Where::Value(name.place)).with("edition", &name.value));
        }
    };
    for section in context.report.walk() {
        [&section.only, &section.except].into_iter().for_each(&mut compare);
        section.measures.iter().flat_map(|measure| [&measure.only, &measure.except]).for_each(&mut compare);
    }
    context.report.annexes.iter().flat_map(|annex| [&annex.only, &annex.except]).for_each(&mut compare);
    let mut groups = vec![&context.report.figures];
    while let Some(group) = groups.pop() {
        for entry in group.entries.values() {
            match entry {
                Entry::Figure(figure) => [&figure.only, &figure.except].into_iter().for_each(&mut compare),
                Entry::Group(inner) => groups.push(inner),
            }
        }
    }
}

/// The editions of the report, and the built-in ones: a passage may stand ready for an edition that comes later.
fn exists(context: &Context, name: &crate::model::Text) -> bool {
    let id = edition_id(name);
    let own = context.report.report.editions.iter().any(|edition| edition_id(&edition.id) == id);
    own || context.outline.custom(id).is_some()
}
