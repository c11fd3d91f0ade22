use super::noted::claims::Claim;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::model::Quantity;
use crate::model::quantity::Approximation;
use crate::prose::Operation;

/// The parts told in a sentence do not add up to the whole told with them.
pub const RULE: Rule = Rule {
    code: "FZ221",
    name: "prose-total-mismatch",
    severity: Severity::Error,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "评查执法案卷236件，其中许可案卷52件、处罚案卷176件、其他18件。"),
    good: sample!(measure: "评查执法案卷246件，其中许可案卷52件、处罚案卷176件、其他18件。"),
    check,
};

/// Parts that are written out in the message; of more the rest is left out.
const SHOWN: usize = 12;

fn check(context: &Context, findings: &mut Findings) {
    let is_sum = |claim: &&Claim| matches!(claim.operation, Operation::Sum | Operation::Balance);
    for claim in context.claims().relations.iter().filter(is_sum) {
        let total = &claim.stated;
        let difference = (total.quantity.value() - claim.computed).abs();
        let written = |number| Quantity::computed(number, 1.into(), &total.quantity.unit, Approximation::Exact).written;
        let finding = RULE.finding(total.at.clone());
        let finding = if claim.fails { finding } else { finding.saying("suspect").graded(Severity::Hint) };
        let finding = finding
            .with("total", total.whole())
            .with("stated", &total.quantity.written)
            .with("expression", expression(claim))
            .with("sum", written(claim.computed))
            .with("difference", written(difference));
        findings.push(claim.pointing(finding, "rules.prose-total-mismatch.part"));
    }
}

fn expression(claim: &Claim) -> String {
    let shown: Vec<String> = claim.terms.iter().take(SHOWN).map(super::noted::claims::Number::told).collect();
    if let (Operation::Balance, [brought @ .., done]) = (claim.operation, &shown[..]) {
        return format!("{}－{done}", brought.join("＋"));
    }
    shown.join("＋") + if claim.terms.len() > SHOWN { "＋…" } else { "" }
}
