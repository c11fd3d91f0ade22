use std::collections::BTreeSet;

use super::{Authority, Context, Rule};
use crate::compose::Refused;
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::picture::{Fault, LARGEST, MOST, MOST_PIXELS};
use crate::place::Place;

/// A picture whose file is not there, or is none that can be printed.
pub const RULE: Rule = Rule {
    code: "FZ505",
    name: "unreadable-picture",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "|\n        开展案卷评查。\n\n        ![评查现场](图/评查.png)"),
    good: sample!(measure: "开展案卷评查。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    findings.extend(refused(context).filter(|refused| !refused.fault.is_elsewhere()).map(finding));
}

/// The pictures that are not printed, each once though several editions have it.
pub(super) fn refused<'a>(context: &'a Context) -> impl Iterator<Item = &'a Refused> {
    let mut seen = BTreeSet::new();
    let all = context.editions.iter().flat_map(|composed| &composed.refused);
    all.filter(move |refused| seen.insert(start(&refused.at)))
}

/// Where the mark of a picture begins.
pub(super) fn start(at: &Where) -> (Option<Place>, usize) {
    match at {
        Where::Range(place, range) => (Some(*place), range.start),
        other => (other.place(), 0),
    }
}

fn finding(refused: &Refused) -> Finding {
    let finding = RULE.finding(refused.at.clone());
    let finding = match refused.fault {
        Fault::Separator => finding.saying("separator"),
        Fault::NotAFile => finding.saying("not-a-file"),
        Fault::Unreadable => finding.saying("unreadable"),
        Fault::TooLarge => finding.saying("too-large").with("limit", LARGEST >> 20),
        Fault::TooMuch => finding.saying("too-much").with("limit", MOST >> 20),
        Fault::Format(Some(format)) => finding.saying("format").with("format", format),
        Fault::Format(None) => finding.saying("no-format"),
        Fault::Damaged => finding.saying("damaged"),
        Fault::TooManyPixels(width, height) => {
            let size = format!("{width}×{height}");
            finding.saying("too-many-pixels").with("size", size).with("limit", MOST_PIXELS / 10_000)
        }
        Fault::Turned => finding.saying("turned"),
        Fault::Missing | Fault::Address | Fault::Outside => finding,
    };
    finding.with("path", &refused.path)
}
