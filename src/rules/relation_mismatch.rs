use super::{Authority, Context, Rule, relations};
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::figures::Relation;
use crate::message::Argument;
use crate::model::{Text, Verdict};
use crate::outline::catalogue::{self, Relation as Usual};
use crate::place::Place;

/// Figures that hang together by definition do not agree: more concluded than accepted.
pub const RULE: Rule = Rule {
    code: "FZ213",
    name: "relation-mismatch",
    severity: Severity::Error,
    authority: Authority::Guide,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    受理: 41件\n    审结: 3件\n    直接纠错: 4件", measure: "受理${行政复议.受理}，审结${行政复议.审结}，直接纠错${行政复议.直接纠错}。"),
    good: sample!(figures: "  行政复议:\n    受理: 41件\n    审结: 37件\n    直接纠错: 4件", measure: "受理${行政复议.受理}，审结${行政复议.审结}，直接纠错${行政复议.直接纠错}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let year = context.year();
    let in_force = |usual: &&Usual| usual.since.is_none_or(|since| year.is_some_and(|year| year >= since));
    for usual in catalogue::relations_of(context.outline).filter(in_force) {
        let Some(text) = given(context, usual) else { continue };
        if let Ok(Some(relation)) = context.table.compare(&text)
            && relation.verdict == Verdict::Fails
        {
            findings.extend(finding(usual, &text, &relation));
        }
    }
}

/// Where the scope of the figures differs from place to place, it is a question and no fault.
fn finding(usual: &Usual, text: &Text, relation: &Relation) -> Option<Finding> {
    let first = relation.figures.first()?;
    let finding = relations::finding(RULE.finding(Where::Value(first.place)), relation);
    let finding = if usual.strict { finding } else { finding.graded(Severity::Hint) };
    // An outline of one's own may tell it in one language only.
    let en = if usual.note_en.is_empty() { &usual.note } else { &usual.note_en };
    let note = Argument::Words { zh: usual.note.clone(), en: en.clone() };
    Some(finding.with("relation", &text.value).with("note", note))
}

/// The relation without the optional figures that the report has not; `None` when it lacks another one, or when a
/// side is left with nothing.
fn given(context: &Context, usual: &Usual) -> Option<Text> {
    let sign = ["==", "<=", ">="].into_iter().find(|sign| usual.holds.contains(sign))?;
    let (left, right) = usual.holds.split_once(sign)?;
    let holds = format!("{} {sign} {}", given_side(context, usual, left)?, given_side(context, usual, right)?);
    Some(Text::new(holds, Place::default()))
}

/// One side: a sum of figures.
fn given_side(context: &Context, usual: &Usual, side: &str) -> Option<String> {
    let mut terms = Vec::new();
    for term in side.split('+').map(str::trim) {
        match context.table.get(term) {
            Some(_) => terms.push(term),
            None if usual.optional.iter().any(|optional| optional == term) => {}
            None => return None,
        }
    }
    (!terms.is_empty()).then(|| terms.join(" + "))
}
