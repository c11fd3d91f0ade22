use std::ops::Range;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::wording::{Entry, Power, Reporter, powers};

/// A report claims what organs of its kind cannot do: a county that made local regulations, a town that reviewed cases.
pub const RULE: Rule = Rule {
    code: "FZ318",
    name: "beyond-powers",
    severity: Severity::Hint,
    authority: Authority::Law,
    opt_in: false,
    bad: sample!(measure: "我县全年制定地方性法规2部。"),
    good: sample!(measure: "全年制定行政规范性文件2件。"),
    check,
};

/// Bytes of a clause on either side that are looked at.
const REACH: usize = 120;

fn check(context: &Context, findings: &mut Findings) {
    let head = &context.report.report;
    let place = head.place.as_ref().map(|place| place.trim()).unwrap_or_default();
    let Some(year) = context.year() else { return };
    let reporter = Reporter { kind: context.kind(), level: context.level(), place, year };
    let issuers: Vec<&str> = context.views().flat_map(|(_, view)| view.issuers()).map(|issuer| issuer.trim()).collect();
    let lacked: Vec<bool> = powers().iter().map(|power| power.is_lacked(reporter, &issuers)).collect();
    let act = |entry| match entry {
        Entry::Act(power) if lacked[power] => Some(power),
        _ => None,
    };
    for (passage, sightings) in context.each_sighted().filter(|(passage, _)| passage.is_prose()) {
        // A power claimed twice in one passage is told once.
        let mut told = Vec::new();
        for (range, index) in sightings.all(act) {
            let power = &powers()[index];
            if !told.contains(&index)
                && let Some(claim) = claim(power, &passage.plain.text, range)
            {
                told.push(index);
                let words = passage.plain.text[claim.clone()].to_owned();
                let finding = RULE.finding(passage.plain.locate(claim)).with("words", words).with("power", power.name);
                findings.push(finding.with("instead", power.instead).with("source", power.source));
            }
        }
    }
}

/// The words by which a clause claims an act for who reports, from the verb on: 制定地方性法规2部.
fn claim(power: &Power, text: &str, act: Range<usize>) -> Option<Range<usize>> {
    let near = text.ceil_char_boundary(act.start.saturating_sub(REACH));
    let far = text.floor_char_boundary((act.start + REACH).min(text.len()));
    let ends = ['，', ',', '。', '；', ';', '\n'];
    let start = text[near..act.start].rfind(ends).map_or(near, |mark| near + mark);
    let end = text[act.start..far].find(ends).map_or(far, |length| act.start + length);
    let before = text[start..act.start].trim_start_matches(ends);
    let counts = text[act.end..end].starts_with(|c: char| c.is_ascii_digit());
    let of_others = power.others.iter().any(|word| text[start..end].contains(word));
    let verb = power.verbs.iter().find(|word| before.ends_with(**word))?;
    (counts && !of_others).then(|| act.start - verb.len()..end)
}
