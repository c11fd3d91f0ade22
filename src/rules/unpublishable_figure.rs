use super::questions::printed;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::message;

/// A figure that is not for the public stands in the public edition.
pub const RULE: Rule = Rule {
    code: "FZ211",
    name: "unpublishable-figure",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: {数值: 83件, 可公开: 否}", measure: "全年收到行政复议申请${行政复议.收到}。"),
    good: sample!(figures: "  行政复议:\n    收到: {数值: 83件, 可公开: 是}", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    if context.table.iter().all(|figure| figure.publishable) {
        return;
    }
    printed::figures(context, &mut |composed, place, range, figure| {
        if composed.document.public && !figure.publishable {
            findings.push(
                RULE.finding(Where::Range(place, range))
                    .with("name", &figure.name)
                    .beside(Where::Key(figure.place), message!("rules.unpublishable-figure.figure")),
            );
        }
    });
}
