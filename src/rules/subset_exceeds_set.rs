use super::{Authority, Context, Rule, printed};
use crate::diagnostic::{Finding, Findings, Severity};
use crate::document::Passage;
use crate::message;
use crate::message::Message;
use crate::prose::Prose;
use crate::prose::subset::{Excess, excesses};

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
    for passage in context.each_passage().filter(|passage| passage.is_prose()) {
        let prose = Prose::read(&passage.plain.text);
        for excess in excesses(&prose) {
            let finding = finding(passage, &prose, &excess);
            if !printed::is_told(context, &finding.at, findings) {
                findings.push(finding);
            }
        }
    }
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
        .with("part", format!("{}{}", prose.name(part), prose.text_of(part)))
        .with("set", format!("{}{}", prose.name(set), prose.text_of(set)))
        .with("difference", format!("{}{}", difference.normalize(), prose.unit(part)))
        .beside(passage.plain.locate(set.range.clone()), message!("rules.subset-exceeds-set.set"))
}
