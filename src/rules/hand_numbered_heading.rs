use super::{Authority, Context, Rule};
use crate::diagnostic::{Edit, Findings, Severity, Where};
use crate::model::Text;
use crate::outline::numbering::leading_mark;

/// A heading or a measure that starts with a typed number; ①, 第一， inside a measure is fine.
pub const RULE: Rule = Rule {
    code: "FZ105",
    name: "hand-numbered-heading",
    severity: Severity::Warning,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "一是严格执法程序。开展案卷评查。"),
    good: sample!(measure: "严格执法程序。开展案卷评查。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for section in context.report.walk() {
        if let Some(heading) = &section.heading {
            check_text(context, heading, "message", findings);
        }
        for measure in &section.measures {
            check_text(context, &measure.text, "measure", findings);
        }
    }
}

fn check_text(context: &Context, text: &Text, variant: &str, findings: &mut Findings) {
    let Some(mark) = leading_mark(&text.value) else { return };
    let typed = &text.value[..mark.length];
    let at = Where::Range(text.place, 0..mark.length);
    let span = at.span(context.places);
    let mut finding = RULE.finding(at).saying(variant).with("mark", typed.trim());
    // A mark written with an escape or folded over lines is left to the person.
    if context.source.slice(span) == typed && mark.length < text.value.len() {
        finding.fix.push(Edit { span, replacement: String::new() });
    }
    findings.push(finding);
}
