use std::cell::OnceCell;

use super::{Authority, Context, RULES, Rule, Selection, find};
use crate::diagnostic::{Finding, Findings, Severity, Where};
use crate::map::Map;
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
    let by_rule = by_rule(allows);
    findings.retain(|finding| {
        let of_rule = by_rule.get(finding.code).map_or(&[][..], Vec::as_slice);
        let path = OnceCell::new();
        let path = || path.get_or_init(|| finding.at.place().map(|at| context.places.path(at)).unwrap_or_default());
        let is_at = |allow: &Allow| allow.at.as_ref().is_none_or(|at| lies_below(path(), at));
        let silencing = of_rule.iter().find(|&&index| is_at(&allows[index]));
        if let Some(&index) = silencing {
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

/// The allowances that silence something, by the code of their rule, in the order of the file.
fn by_rule(allows: &[Allow]) -> Map<&'static str, Vec<usize>> {
    let mut by_rule: Map<&str, Vec<usize>> = Map::default();
    for (index, allow) in allows.iter().enumerate().filter(|(_, allow)| !is_unexplained(allow)) {
        if let Some(rule) = find(&allow.rule) {
            by_rule.entry(rule.code).or_default().push(index);
        }
    }
    by_rule
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

/// Whether a path is the one typed or lies below it; keys may be typed in either language.
fn lies_below(path: &str, typed: &str) -> bool {
    let mut path = steps(path);
    steps(typed)
        .all(|typed| path.next().is_some_and(|step| step == typed || keys::english(Domain::Key, typed) == Some(step)))
}

fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split(['.', '[', ']', '【', '】', '．']).map(str::trim).filter(|step| !step.is_empty())
}
