use rust_decimal::Decimal;

use super::noted::claims::Claim;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::model::quantity::Approximation;
use crate::model::{Quantity, unit};
use crate::prose::Operation;

/// A change told in a sentence is not that between the values told with it.
pub const RULE: Rule = Rule {
    code: "FZ223",
    name: "prose-change-mismatch",
    severity: Severity::Error,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "公职律师由40名增加到52名，增长25%。"),
    good: sample!(measure: "公职律师由40名增加到52名，增长30%。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let is_change = |claim: &&Claim| {
        use Operation::{Balance, Rest, Share, Sum};
        !matches!(claim.operation, Sum | Balance | Share | Rest)
    };
    for claim in context.claims().relations.iter().filter(is_change).filter(|claim| !claim.truncated) {
        let change = &claim.stated;
        let unit = change.quantity.unit.as_str();
        let decimals = (change.quantity.number.scale() + 1).max(2);
        let written = |number: Decimal, unit: &str| {
            let rounded = Quantity::rounded(number, decimals, unit).normalize();
            Quantity::computed(rounded, Decimal::ONE, unit, Approximation::Exact).written.replace('-', "－")
        };
        let difference = (change.quantity.value() - claim.computed).abs();
        let apart = if unit == unit::PERCENT { unit::POINTS } else { unit };
        let finding = RULE.finding(change.at.clone());
        let finding = if claim.fails { finding } else { finding.saying("suspect").graded(Severity::Hint) };
        let finding = finding
            .with("change", change.whole())
            .with("stated", &change.quantity.written)
            .with("expression", expression(claim))
            .with("computed", written(claim.computed, unit))
            .with("difference", written(difference, apart));
        findings.push(claim.pointing(finding, "rules.prose-change-mismatch.term"));
    }
}

fn expression(claim: &Claim) -> String {
    let [one, other] = &claim.terms[..] else { return doubled(claim) };
    let (now, second) = (one.quantity.without_unit(), other.quantity.without_unit());
    let (high, low) = if claim.rises { (&now, &second) } else { (&second, &now) };
    match claim.operation {
        Operation::Multiple => format!("{now}÷{second}"),
        Operation::Growth => format!("（{high}－{low}）÷{second}"),
        Operation::GrowthBy if claim.rises => format!("{second}÷（{now}－{second}）"),
        Operation::GrowthBy => format!("{second}÷（{now}＋{second}）"),
        _ => format!("{high}－{low}"),
    }
}

/// 42×2
fn doubled(claim: &Claim) -> String {
    let [last] = &claim.terms[..] else { return String::new() };
    let times = claim.computed.checked_div(last.quantity.value()).unwrap_or_default().normalize();
    format!("{}×{times}", last.quantity.without_unit())
}
