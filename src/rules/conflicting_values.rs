use std::collections::BTreeMap;

use super::questions::printed;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::document::Passage;
use crate::message;
use crate::model::{Quantity, unit};
use crate::prose::Prose;
use crate::prose::label::label;

/// One quantity, told twice with two values.
pub const RULE: Rule = Rule {
    code: "FZ233",
    name: "conflicting-values",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(sections: "  - 内容项: 举措成效\n    正文: 全县共有行政执法人员1658名。\n  - 内容项: 不足原因\n    正文: 全县行政执法人员1625名。执法力量不足，主要原因是编制紧张。\n  - 内容项: 第一责任人\n    正文: 县长带头学法、述法。\n  - 内容项: 下年安排\n    正文: 2024年充实审核力量。\n"),
    good: sample!(sections: "  - 内容项: 举措成效\n    正文: 全县共有行政执法人员1658名。\n  - 内容项: 不足原因\n    正文: 全县行政执法人员1658名。执法力量不足，主要原因是编制紧张。\n  - 内容项: 第一责任人\n    正文: 县长带头学法、述法。\n  - 内容项: 下年安排\n    正文: 2024年充实审核力量。\n"),
    check,
};

/// A quantity that has a name of its own, and where it is told.
#[derive(Clone)]
pub(crate) struct Told {
    name: String,
    passage: usize,
    section: usize,
    quantity: Quantity,
    at: Where,
}

/// The quantities of an edition by what they are called.
pub(crate) type Labelled = BTreeMap<String, Vec<Told>>;

fn check(context: &Context, findings: &mut Findings) {
    for labelled in &context.claims().labelled {
        for (name, told) in labelled {
            conflict(context, name, told, findings);
        }
    }
}

/// The quantities of a passage that have a name of their own. The plan speaks of the year to come.
pub(super) fn told(context: &Context, index: usize, passage: &Passage, prose: &Prose) -> Vec<Told> {
    if passage.parts.contains(&"plan") {
        return Vec::new();
    }
    let told = prose.mentions.iter().filter_map(|mention| {
        Some(Told {
            name: label(prose, mention, context.year())?,
            passage: index,
            section: passage.section,
            quantity: mention.quantity.clone(),
            at: passage.plain.locate(mention.range.clone()),
        })
    });
    told.collect()
}

impl Told {
    /// The same in the passage of another edition.
    pub(super) fn again(&self, index: usize, passage: &Passage) -> Self {
        Self { passage: index, section: passage.section, ..self.clone() }
    }
}

/// The quantities of an edition by what they are called.
pub(super) fn by_name(told: impl Iterator<Item = Told>) -> Labelled {
    let mut labelled = Labelled::default();
    for told in told {
        labelled.entry(told.name.clone()).or_default().push(told);
    }
    labelled
}

/// Two places that cannot both be right. A name with a third value, or with two in one section, names several things.
fn conflict(context: &Context, name: &str, told: &[Told], findings: &mut Findings) {
    let [first, rest @ ..] = told else { return };
    let differs = |one: &Told, other: &Told| one.quantity.value() != other.quantity.value();
    let Some(second) = rest.iter().find(|other| differs(first, other)) else { return };
    let is_third = told.iter().any(|other| differs(first, other) && differs(second, other));
    let is_apart = first.passage != second.passage && first.section != second.section;
    let agree = first.quantity.interval().overlaps(&second.quantity.interval()) || is_cut_off(first, second);
    let is_like = unit::like(&first.quantity.unit, &second.quantity.unit);
    if is_third || !is_apart || agree || !is_like || printed::is_told(context, &second.at, findings) {
        return;
    }
    let finding = RULE
        .finding(second.at.clone())
        .with("name", name.replace('#', ""))
        .with("value", &second.quantity.written)
        .with("other", &first.quantity.written);
    findings.push(finding.beside(first.at.clone(), message!("rules.conflicting-values.first")));
}

/// Whether the two differ by less than one in the last place of the coarser: 98% and 98.6%.
fn is_cut_off(one: &Told, other: &Told) -> bool {
    let unit =
        |told: &Told| rust_decimal::Decimal::new(1, told.quantity.number.scale()).saturating_mul(told.quantity.scale);
    let is_rounded =
        one.quantity.number.scale() != other.quantity.number.scale() || one.quantity.scale != other.quantity.scale;
    let difference = one.quantity.value().saturating_sub(other.quantity.value()).abs();
    is_rounded && difference < unit(one).max(unit(other))
}
