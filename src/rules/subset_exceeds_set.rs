use super::questions::printed;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Finding, Findings, Severity};
use crate::document::Passage;
use crate::message;
use crate::message::Message;
use crate::outline::numbering;
use crate::prose::subset::{Excess, excesses};
use crate::prose::{Mention, Prose};

/// More was adopted than proposed, more persons passed than took part.
pub const RULE: Rule = Rule {
    code: "FZ234",
    name: "subset-exceeds-set",
    severity: Severity::Error,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "征求意见23条，采纳32条。"),
    good: sample!(measure: "征求意见32条，采纳23条。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for finding in &context.claims().excesses {
        if !printed::is_told(context, &finding.at, findings) {
            findings.push(finding.clone());
        }
    }
}

/// The parts of a passage that exceed their set.
pub(super) fn find(passage: &Passage, prose: &Prose) -> Vec<Finding> {
    excesses(prose).iter().map(|excess| finding(passage, prose, excess)).collect()
}

fn finding(passage: &Passage, prose: &Prose, excess: &Excess) -> Finding {
    let Excess { set, part, pair } = excess;
    let difference = part.quantity.value().saturating_sub(set.quantity.value());
    let mut finding = RULE.finding(passage.plain.locate(part.range.clone()));
    if pair.carried {
        finding = finding.graded(Severity::Warning);
        finding.help = Message::new("rules.subset-exceeds-set.carried");
    }
    finding
        .with("part", words(prose, part))
        .with("set", words(prose, set))
        .with("difference", format!("{}{}", difference.normalize(), prose.unit(part)))
        .beside(passage.plain.locate(set.range.clone()), message!("rules.subset-exceeds-set.set"))
}

/// 受理31件, without the 一是 that a measure begins with.
fn words(prose: &Prose, mention: &Mention) -> String {
    let name = prose.name(mention);
    let mark = numbering::leading_mark(name).map_or(0, |mark| mark.length);
    format!("{}{}", &name[mark..], prose.text_of(mention))
}
