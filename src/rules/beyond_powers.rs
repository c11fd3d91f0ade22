use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::Passage;
use crate::wording::{Power, Reporter, powers};

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
    for power in powers().iter().filter(|power| power.is_lacked(reporter, &issuers)) {
        let prose = context.each_passage().filter(|passage| passage.is_prose());
        prose.for_each(|passage| check_passage(power, passage, findings));
    }
}

fn check_passage(power: &Power, passage: &Passage, findings: &mut Findings) {
    let text = &passage.plain.text;
    for act in &power.acts {
        for (at, _) in text.match_indices(act) {
            let near = text.ceil_char_boundary(at.saturating_sub(REACH));
            let far = text.floor_char_boundary((at + REACH).min(text.len()));
            let ends = ['，', ',', '。', '；', ';', '\n'];
            let clause_start = text[near..at].rfind(ends).map_or(near, |mark| near + mark);
            let clause_start = at - text[clause_start..at].trim_start_matches(ends).len();
            let end = text[at..far].find(ends).map_or(far, |length| at + length);
            let (before, after) = (&text[clause_start..at], &text[at + act.len()..end]);
            let counts = after.starts_with(|c: char| c.is_ascii_digit());
            let of_others = power.others.iter().any(|word| text[clause_start..end].contains(word));
            let Some(verb) = power.verbs.iter().find(|word| before.ends_with(**word)) else { continue };
            if counts && !of_others {
                let range = at - verb.len()..end;
                let words = text[range.clone()].to_owned();
                let finding = RULE.finding(passage.plain.locate(range)).with("words", words).with("power", power.name);
                findings.push(finding.with("instead", power.instead).with("source", power.source));
                return;
            }
        }
    }
}
