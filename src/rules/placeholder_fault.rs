use std::ops::Range;

use super::noted::faults;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::figures::FaultKind;

/// A placeholder that cannot be printed, or a figure's name in other marks than those of one: `{行政复议.收到}`.
pub const RULE: Rule = Rule {
    code: "FZ210",
    name: "placeholder-fault",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到|同逼}。"),
    good: sample!(figures: "  行政复议:\n    收到: 83件", measure: "全年收到行政复议申请${行政复议.收到}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mine = |kind: &FaultKind| {
        matches!(
            kind,
            FaultKind::Syntax { .. }
                | FaultKind::IsGroup { .. }
                | FaultKind::DivisionByZero { .. }
                | FaultKind::Overflow
                | FaultKind::UnknownFilter { .. }
                | FaultKind::FilterNeeds { .. }
                | FaultKind::Unclosed
        )
    };
    faults::report(&RULE, &faults::of_texts(context), mine, findings);
    if context.is_published {
        return;
    }
    for text in context.report.body() {
        for (range, name) in bare_names(context, &text.value) {
            let words = text.value[range.clone()].to_owned();
            let finding = RULE.finding(Where::Range(text.place, range)).saying("bare");
            findings.push(finding.with("words", words).with("placeholder", format!("${{{name}}}")));
        }
    }
}

/// Figures that are named in a text in other marks than those of a placeholder: in braces without a sign, or behind a
/// sign without braces. They would show as typed.
fn bare_names(context: &Context, text: &str) -> Vec<(Range<usize>, String)> {
    const OPENING: [char; 5] = ['{', '｛', '$', '＄', '￥'];
    const POINTS: [char; 3] = ['.', '．', '。'];
    let mut found = Vec::new();
    let mut end = 0;
    for (start, mark) in text.char_indices().filter(|(_, c)| OPENING.contains(c)) {
        let before = &text[..start];
        if start < end || before.ends_with(OPENING) {
            continue;
        }
        let rest = &text[start + mark.len_utf8()..];
        let inside = rest.trim_start_matches(['{', '｛', '(', '（', '[', ' ']);
        let opened = rest.len() - inside.len();
        let is_brace = matches!(mark, '{' | '｛');
        // `${` opens a placeholder, of which the reader of placeholders tells what is wrong.
        if !is_brace && rest.starts_with(['{', '｛']) {
            continue;
        }
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '·') || POINTS.contains(&c);
        let name = inside[..inside.find(|c| !is_name(c)).unwrap_or(inside.len())].trim_end_matches(POINTS);
        let after = &inside[name.len()..];
        let closing = after.len() - after.trim_start_matches(['}', '｝', ')', '）', ']', ' ']).len();
        let is_closed = after[..closing].contains(['}', '｝', ')', '）', ']']);
        if name.len() > LONGEST || ((is_brace || opened > 0) && !is_closed) {
            continue;
        }
        // A point is one in the marks of either keyboard.
        let figure = name.replace(POINTS, ".");
        if context.table.get(&figure).is_none() {
            continue;
        }
        let inner = start + mark.len_utf8() + opened + name.len();
        end = if is_closed { inner + after[..closing].trim_end().len() } else { inner };
        found.push((start..end, figure));
    }
    found
}

/// A name of a figure with its groups is shorter than that, in bytes.
const LONGEST: usize = 256;
