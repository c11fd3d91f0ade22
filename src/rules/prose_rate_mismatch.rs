use rust_decimal::Decimal;

use super::noted::claims::Number;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::model::quantity::Approximation;
use crate::model::{Quantity, unit};
use crate::prose::Operation;

/// A rate told in a sentence is not that of the quantities told with it.
pub const RULE: Rule = Rule {
    code: "FZ222",
    name: "prose-rate-mismatch",
    severity: Severity::Error,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "排查矛盾纠纷1250件，化解成功1200件，化解成功率98%。"),
    good: sample!(measure: "排查矛盾纠纷1250件，化解成功1200件，化解成功率96%。"),
    check,
};

/// Decimals of a computed rate: one more than the stated one has, so that the difference is seen.
const MORE: u32 = 1;

fn check(context: &Context, findings: &mut Findings) {
    for claim in context
        .claims()
        .relations
        .iter()
        .filter(|claim| matches!(claim.operation, Operation::Share | Operation::Rest) && !claim.truncated)
    {
        let [counted, bases @ ..] = &claim.terms[..] else { continue };
        let rate = &claim.stated;
        let decimals = (rate.quantity.number.scale() + MORE).max(2);
        let written = |number: Decimal, unit| {
            Quantity::computed(
                Quantity::rounded(number, decimals, unit).normalize(),
                Decimal::ONE,
                unit,
                Approximation::Exact,
            )
            .written
        };
        let difference = (rate.quantity.value() - claim.computed).abs();
        let finding = RULE.finding(rate.at.clone());
        let finding = if claim.fails { finding } else { finding.saying("suspect").graded(Severity::Hint) };
        let finding = finding
            .with("rate", rate.whole())
            .with("stated", &rate.quantity.written)
            .with("expression", expression(claim.operation, counted, bases))
            .with("computed", written(claim.computed, unit::PERCENT))
            .with("difference", written(difference, unit::POINTS));
        findings.push(claim.pointing(finding, "rules.prose-rate-mismatch.term"));
    }
}

/// What is counted over its base, or over several that make it.
fn expression(operation: Operation, counted: &Number, bases: &[Number]) -> String {
    let told: Vec<String> = bases.iter().map(Number::told).collect();
    match (operation, &told[..]) {
        (Operation::Rest, [base]) => format!("（{base}－{}）÷{base}", counted.told()),
        (_, [base]) => format!("{}÷{base}", counted.told()),
        _ => format!("{}÷（{}）", counted.told(), told.join("＋")),
    }
}
