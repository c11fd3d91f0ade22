use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::figures::Resolved;
use crate::model::Quantity;

/// A rate above 100% or below 0.
pub const RULE: Rule = Rule {
    code: "FZ207",
    name: "rate-out-of-range",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    办结率: 108.5%", measure: "办结率${行政复议.办结率}。"),
    good: sample!(figures: "  行政复议:\n    办结率: 98.5%", measure: "办结率${行政复议.办结率}。"),
    check,
};

/// Words of names whose rates may pass 100%: changes, targets reached, and ratios to another time.
const UNBOUNDED: [&str; 11] = ["增", "降", "减", "同比", "环比", "变化", "涨", "完成率", "达成率", "提高", "比值"];

fn check(context: &Context, findings: &mut Findings) {
    let rates = context.table.iter().filter_map(|figure| Some((figure, figure.value.quantity()?)));
    for (figure, rate) in rates.filter(|(figure, rate)| rate.is_rate() && is_bounded(figure) && is_outside(rate)) {
        findings.push(RULE.finding(Where::Value(figure.place)).with("name", &figure.name).with("rate", &rate.written));
    }
}

fn is_bounded(figure: &Resolved) -> bool {
    !UNBOUNDED.iter().any(|word| figure.name.contains(word))
}

fn is_outside(rate: &Quantity) -> bool {
    rate.number > 100.into() || rate.number < 0.into()
}
