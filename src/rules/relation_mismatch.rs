use rust_decimal::Decimal;

use super::noted::relations;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::figures::Relation;
use crate::message::Argument;
use crate::model::figure::Entry;
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
    // Without figures there is nothing to compare, and nothing to read.
    if context.table.iter().next().is_none() {
        return;
    }
    // A report that names no year is compared by what holds in every one.
    let year = context.year().unwrap_or(i16::MIN);
    let mut told: Vec<Finding> = Vec::new();
    for usual in catalogue::relations_of(context.outline) {
        let found = match usual.rate() {
            Some((rate, part, base)) => check_rate(context, usual, rate, part, base),
            None => {
                let holds = usual.among(year, |name| context.table.get(name).is_some());
                // Where the scope of the figures differs from place to place, it is a question and no fault.
                let grade = if usual.strict { Severity::Error } else { Severity::Hint };
                holds.and_then(|holds| failing(context, &holds, grade, usual))
            }
        };
        // What the same figures were told of already, and as gravely, is told once.
        let is_told = |finding: &Finding| {
            told.iter().any(|before| before.severity >= finding.severity && is_within(finding, before))
        };
        told.extend(found.filter(|finding| !is_told(finding)));
    }
    findings.append(&mut told);
}

/// Whether all figures of a finding are among those of another.
fn is_within(finding: &Finding, other: &Finding) -> bool {
    finding.related.iter().all(|(at, _)| other.related.iter().any(|(told, _)| told == at))
}

/// A typed rate against its part and its base: the one the figure declares, else the usual ones, of which one may do.
fn check_rate(context: &Context, usual: &Usual, rate: &str, part: &str, base: &str) -> Option<Finding> {
    if context.table.get(rate).is_none_or(|figure| figure.computed) || context.table.get(part).is_none() {
        return None;
    }
    let holds = |base: &str| format!("{rate} == {part} / {base}");
    if let Some(declared) = denominator(context, rate) {
        // A base in words is known where they are those of the usual one.
        let base = declared_base(context, rate, declared)?;
        return failing(context, &holds(&base), Severity::Error, usual);
    }
    let bases: Vec<&str> = std::iter::once(base).chain(usual.bases.iter().map(String::as_str)).collect();
    let given = bases.into_iter().filter(|base| context.table.get(base).is_some());
    let failures: Option<Vec<_>> = given.map(|base| compared(context, &holds(base))).collect();
    let nearest = failures?.into_iter().min_by_key(|(_, relation)| relation.difference.value())?;
    finding(nearest, Severity::Hint, usual)
}

/// What a rate says it is of.
fn denominator<'a>(context: &'a Context, rate: &str) -> Option<&'a str> {
    let mut group = &context.report.figures;
    let mut names = rate.split('.').peekable();
    while let Some(name) = names.next() {
        match (group.entries.get(name)?, names.peek()) {
            (Entry::Group(inner), Some(_)) => group = inner,
            (Entry::Figure(figure), None) => return figure.denominator.as_ref().map(|text| text.value.trim()),
            _ => return None,
        }
    }
    None
}

/// The figure that is declared as the base of a rate, by its full name.
fn declared_base(context: &Context, rate: &str, declared: &str) -> Option<String> {
    let group = rate.rsplit_once('.').map(|(group, _)| format!("{group}.{declared}"));
    let names = group.into_iter().chain(std::iter::once(declared.to_owned()));
    names.into_iter().find(|name| context.table.get(name).is_some())
}

/// The finding on a relation, where it fails.
fn failing(context: &Context, holds: &str, severity: Severity, usual: &Usual) -> Option<Finding> {
    finding(compared(context, holds)?, severity, usual)
}

/// A relation that fails, and its text.
fn compared<'a>(context: &'a Context, holds: &str) -> Option<(Text, Relation<'a>)> {
    let text = Text::new(holds.to_owned(), Place::default());
    let relation = context.table.compare(&text).ok().flatten()?;
    (relation.verdict == Verdict::Fails).then_some((text, relation))
}

/// A last digit that was cut off instead of rounded is no fault.
fn finding((text, relation): (Text, Relation), severity: Severity, usual: &Usual) -> Option<Finding> {
    let first = relation.figures.first()?;
    let is_cut_off = relation.difference.is_rate()
        && relation.difference.value() < Decimal::new(1, relation.left.value.number.scale());
    let severity = if is_cut_off { Severity::Hint } else { severity };
    let finding = relations::finding(RULE.finding(Where::Value(first.place)), &relation).graded(severity);
    // An outline of one's own may tell it in one language only.
    let en = if usual.note_en.is_empty() { &usual.note } else { &usual.note_en };
    let note = Argument::Words { zh: usual.note.clone(), en: en.clone() };
    Some(finding.with("relation", &text.value).with("note", note))
}
