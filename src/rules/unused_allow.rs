use super::{Authority, Context, RULES, Rule, Selection, find};
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::model::Allow;
use crate::place::Place;
use crate::yaml::keys::{self, Domain};
use crate::yaml::nearest::nearest;

/// An `allow` that silences nothing: the fault is gone, or the rule or the place is mistyped.
pub const RULE: Rule = Rule {
    code: "FZ901",
    name: "unused-allow",
    severity: Severity::Hint,
    authority: Authority::Format,
    opt_in: false,
    bad: concat!(sample!(measure: "开展案卷评查。"), "免检:\n  - {规则: placeholder-left, 理由: 案号按规定隐去}\n"),
    good: concat!(
        sample!(measure: "公开审理××号案件。"),
        "免检:\n  - {规则: placeholder-left, 理由: 案号按规定隐去}\n"
    ),
    // What an `allow` silences is known when all rules have run: see `apply`.
    check: |_, _| {},
};

/// Takes out what the report allows, and tells of every allowance that took out nothing.
pub(super) fn apply(context: &Context, selection: &Selection, shape_only: bool, findings: &mut Findings) {
    let allows = &context.report.allow;
    let mut used = vec![false; allows.len()];
    findings.retain(|finding| {
        let silencing = allows.iter().position(|allow| silences(context, allow, finding));
        if let Some(index) = silencing {
            used[index] = true;
        }
        silencing.is_none()
    });
    if shape_only || !selection.has(&RULE) {
        return;
    }
    for (allow, _) in allows.iter().zip(used).filter(|(_, used)| !used) {
        match find(&allow.rule) {
            // One without the key is told as that.
            Some(_) if is_unexplained(allow) && allow.reason.place == Place::default() => {}
            Some(rule) if is_unexplained(allow) => {
                let finding = RULE.finding(Where::Value(allow.reason.place)).saying("without-reason");
                findings.push(finding.with("rule", rule.name));
            }
            Some(rule) if selection.has(rule) => {
                findings.push(RULE.finding(Where::Value(allow.rule.place)).with("rule", rule.name));
            }
            // A rule that did not run could not be silenced.
            Some(_) => {}
            None => findings.push(unknown(allow)),
        }
    }
}

fn unknown(allow: &Allow) -> Finding {
    let typed = allow.rule.value.trim();
    let finding = RULE.finding(Where::Value(allow.rule.place));
    match nearest(typed, RULES.iter().map(|rule| rule.name)) {
        Some(name) => finding.saying("nearest").with("rule", typed).with("nearest", name),
        None => finding.saying("unknown").with("rule", typed),
    }
}

/// Whether nobody said why: such an allowance silences nothing.
fn is_unexplained(allow: &Allow) -> bool {
    allow.reason.value.trim().is_empty() || allow.reason.is_unfilled()
}

fn silences(context: &Context, allow: &Allow, finding: &Finding) -> bool {
    !is_unexplained(allow)
        && find(&allow.rule).is_some_and(|rule| rule.code == finding.code)
        && allow.at.as_ref().is_none_or(|at| {
            let path = finding.at.place().map(|place| context.places.path(place)).unwrap_or_default();
            lies_below(&path, at)
        })
}

/// Whether a path is the one typed or lies below it; keys may be typed in either language.
fn lies_below(path: &str, typed: &str) -> bool {
    let mut path = steps(path);
    steps(typed)
        .all(|typed| path.next().is_some_and(|step| step == typed || keys::english(Domain::Key, typed) == Some(step)))
}

fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split(['.', '[', ']', '【', '】', '．']).map(str::trim).filter(|step| !step.is_empty())
}
