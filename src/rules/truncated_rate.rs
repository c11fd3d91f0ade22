use rust_decimal::Decimal;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::model::Quantity;
use crate::model::quantity::Approximation;

/// The last digit of a rate is cut off where it should be rounded.
pub const RULE: Rule = Rule {
    code: "FZ224",
    name: "truncated-rate",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "排查矛盾纠纷1260件，化解成功1198件，化解成功率95.07%。"),
    good: sample!(measure: "排查矛盾纠纷1260件，化解成功1198件，化解成功率95.08%。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for claim in context.claims().relations.iter().filter(|claim| claim.truncated) {
        let rate = &claim.stated;
        let decimals = rate.quantity.number.scale();
        let written = |decimals: u32| {
            let rounded = Quantity::rounded(claim.computed, decimals, &rate.quantity.unit);
            Quantity::computed(rounded, Decimal::ONE, &rate.quantity.unit, Approximation::Exact).written
        };
        let finding = RULE
            .finding(rate.at.clone())
            .with("rate", rate.whole())
            .with("computed", written(decimals + 2))
            .with("rounded", written(decimals));
        findings.push(claim.pointing(finding, "rules.prose-rate-mismatch.term"));
    }
}
