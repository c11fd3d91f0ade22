use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::figures::Resolved;
use crate::model::quantity::Approximation;

/// A rate computed from 余, 约 or 近 and printed with decimals: it is not known so exactly.
pub const RULE: Rule = Rule {
    code: "FZ219",
    name: "false-precision",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(
        figures: "  调解:\n    受理: 2300余件\n    成功: 2259件\n    成功率: =成功/受理",
        measure: "受理${调解.受理}，成功${调解.成功}，成功率${调解.成功率}。"
    ),
    good: sample!(
        figures: "  调解:\n    受理: 2312件\n    成功: 2259件\n    成功率: =成功/受理",
        measure: "受理${调解.受理}，成功${调解.成功}，成功率${调解.成功率}。"
    ),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for figure in context.table.iter().filter(|figure| is_falsely_precise(figure)) {
        let words = figure.value.quantity().map_or("", |quantity| &quantity.written);
        findings.push(RULE.finding(Where::Value(figure.place)).with("name", &figure.name).with("words", words));
    }
}

fn is_falsely_precise(figure: &Resolved) -> bool {
    let quantity = figure.value.quantity().filter(|quantity| figure.computed && quantity.is_rate());
    quantity.is_some_and(|rate| rate.approximation != Approximation::Exact && rate.number.scale() > 0)
}
