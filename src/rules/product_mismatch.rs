use super::questions::printed;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Finding, Findings, Severity};
use crate::document::Passage;
use crate::message;
use crate::model::Verdict;
use crate::prose::Prose;
use crate::prose::product::{Product, products};

/// So many times so much is not what is stated in all.
pub const RULE: Rule = Rule {
    code: "FZ232",
    name: "product-mismatch",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "为20个村每村培养3名法律明白人，共61名。"),
    good: sample!(measure: "为20个村每村培养3名法律明白人，共60名。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for finding in &context.claims().products {
        if !printed::is_told(context, &finding.at, findings) {
            findings.push(finding.clone());
        }
    }
}

/// The products of a passage that fail.
pub(super) fn find(passage: &Passage, prose: &Prose) -> Vec<Finding> {
    let fails = |product: &&Product| product.total.quantity.interval().verdict(&product.computed) == Verdict::Fails;
    products(prose).iter().filter(fails).map(|product| finding(passage, prose, product)).collect()
}

fn finding(passage: &Passage, prose: &Prose, product: &Product) -> Finding {
    let Product { count, each, total, is_doubtful, .. } = product;
    let computed = count.quantity.value().saturating_mul(each.quantity.value());
    let difference = computed.saturating_sub(total.quantity.value()).abs();
    let unit = prose.unit(total);
    let finding = RULE.finding(passage.plain.locate(total.range.clone()));
    let finding = if *is_doubtful { finding.graded(Severity::Hint) } else { finding };
    finding
        .with("total", prose.text_of(total))
        .with("expression", format!("{}×{}", prose.text_of(count), prose.text_of(each)))
        .with("computed", format!("{}{unit}", computed.normalize()))
        .with("difference", format!("{}{unit}", difference.normalize()))
        .beside(passage.plain.locate(count.range.clone()), message!("rules.product-mismatch.factor"))
        .beside(passage.plain.locate(each.range.clone()), message!("rules.product-mismatch.factor"))
}
