use std::collections::BTreeMap;
use std::ops::Range;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::document::{Inline, Origin};
use crate::message;
use crate::place::Place;

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
    let texts = context.report.body().into_iter().chain(context.report.frame());
    let texts: BTreeMap<Place, &str> = texts.map(|text| (text.place, text.value.as_str())).collect();
    for composed in context.editions.iter().filter(|composed| composed.document.public) {
        composed.document.visit(&mut |inline| {
            let Some((place, range)) = printed(inline) else { return };
            let typed = texts.get(&place).and_then(|text| text.get(range.clone()));
            let figure = typed.and_then(|typed| context.table.get(named(typed))).filter(|figure| !figure.publishable);
            if let Some(figure) = figure {
                findings.push(
                    RULE.finding(Where::Range(place, range))
                        .with("name", &figure.name)
                        .beside(Where::Key(figure.place), message!("rules.unpublishable-figure.figure")),
                );
            }
        });
    }
}

/// The placeholder a printed value stands for.
fn printed(inline: &Inline) -> Option<(Place, Range<usize>)> {
    match inline {
        Inline::Text(run) => match &run.origin {
            Origin::Value { place, range } => Some((*place, range.clone())),
            _ => None,
        },
        _ => None,
    }
}

/// The name in `${name|filter}`.
fn named(placeholder: &str) -> &str {
    let inside = placeholder.trim_start_matches(['$', '￥', '＄', '{', '｛']).trim_end_matches(['}', '｝']);
    inside.split(['|', '｜']).next().unwrap_or_default().trim()
}
