//! Slips of shape and keyboard as findings: the reader met them, the rules only name them.

use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::message;
use crate::place::Place;
use crate::rules::{Context, Rule};
use crate::yaml::describe::{describe, rule_name};
use crate::yaml::{Slip, SlipKind};

/// The slips that belong to a rule.
pub fn report(context: &Context, rule: &Rule, findings: &mut Findings) {
    for slip in context.slips.iter().filter(|slip| rule_name(&slip.kind) == rule.name) {
        let words = describe(&slip.kind);
        let finding = rule.finding(Where::Source(slip.span));
        findings.push(Finding {
            message: words.message,
            why: if is_beyond(slip) { message!("yaml.refused.beyond") } else { finding.why },
            help: words.help,
            fix: slip.fix.clone(),
            ..finding
        });
    }
}

/// Whether a bound was met: the file is too large or too deep.
fn is_beyond(slip: &Slip) -> bool {
    matches!(slip.kind, SlipKind::TooDeep { .. } | SlipKind::TooManyValues | SlipKind::TooLarge { .. })
}

/// Whether the file could only be read up to some place: what stands below it is not missing.
pub fn is_cut_short(context: &Context) -> bool {
    let cuts = |slip: &Slip| is_beyond(slip) || matches!(slip.kind, SlipKind::Syntax { .. });
    context.slips.iter().any(cuts)
}

/// Whether keys or values were met that mean nothing: what they were meant to be is not missing either.
pub fn is_faulty(context: &Context) -> bool {
    let severity = |slip: &Slip| crate::rules::find(rule_name(&slip.kind)).map(|rule| rule.severity);
    context.slips.iter().any(|slip| severity(slip) == Some(Severity::Error))
}

/// Whether the value at a place was misread: what is wrong with it otherwise comes from that.
pub fn is_misread(context: &Context, place: Place) -> bool {
    let misread = |kind: &SlipKind| {
        matches!(kind, SlipKind::SwallowedLine { .. } | SlipKind::SplitValue { .. } | SlipKind::ColonInText { .. })
    };
    context.slips.iter().any(|slip| slip.place == place && misread(&slip.kind))
}

/// Whether a line of the sections was read as part of a text: what stands below it is not missing.
pub fn is_section_lost(context: &Context) -> bool {
    context.slips.iter().any(|slip| {
        matches!(slip.kind, SlipKind::SwallowedLine { .. }) && context.places.path(slip.place).starts_with("sections")
    })
}

/// Whether the file has no `report:` at all, or none that can be read: that is said once, not for every key of it.
pub fn lacks_head(context: &Context) -> bool {
    context.slips.iter().any(|slip| match slip.kind {
        SlipKind::MissingKey { key: "report" | "报告" } => true,
        SlipKind::WrongType { .. } => matches!(context.places.path(slip.place).as_str(), "" | "report"),
        _ => false,
    })
}
