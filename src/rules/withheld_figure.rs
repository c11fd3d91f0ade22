use super::questions::printed;
use super::{Authority, Context, Rule};
use crate::compose::view::DEFAULT;
use crate::diagnostic::{Findings, Severity, Where};
use crate::message;
use crate::message::Argument;
use crate::yaml::keys::{self, Domain};

/// A figure stands in an edition that its `only` or `except` keeps it from. A draft prints it, a final text is refused.
pub const RULE: Rule = Rule {
    code: "FZ215",
    name: "withheld-figure",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: {数值: 83件, 限用版本: 报上级}", measure: "全年收到行政复议申请${行政复议.收到}。"),
    good: sample!(figures: "  行政复议:\n    收到: {数值: 83件, 限用版本: [报上级, 公开版]}", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    if context.table.iter().all(|figure| figure.only.is_empty() && figure.except.is_empty()) {
        return;
    }
    printed::figures(context, &mut |composed, place, range, figure| {
        let edition = Some(composed.document.edition.as_str()).filter(|id| !id.is_empty()).unwrap_or(DEFAULT);
        if !figure.is_in(edition) {
            findings.push(
                RULE.finding(Where::Range(place, range))
                    .with("name", &figure.name)
                    .with("edition", name_of(edition))
                    .beside(Where::Key(figure.place), message!("rules.withheld-figure.figure")),
            );
        }
    });
}

/// An edition in the language of the message.
fn name_of(id: &str) -> Argument {
    Argument::Words { zh: keys::chinese(Domain::Edition, id).unwrap_or(id).to_owned(), en: id.to_owned() }
}
