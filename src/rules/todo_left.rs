use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};

/// Something that is still to be asked or done.
pub const RULE: Rule = Rule {
    code: "FZ902",
    name: "todo-left",
    severity: Severity::Warning,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(measure: "{正文: 开展案卷评查。, 待办: [与县法院核对件数]}"),
    good: sample!(measure: "{正文: 开展案卷评查。}"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for section in context.report.walk() {
        let of_measures = section.measures.iter().flat_map(|measure| &measure.todo);
        for todo in section.todo.iter().chain(of_measures).filter(|todo| !todo.value.trim().is_empty()) {
            findings.push(RULE.finding(Where::Value(todo.place)).with("todo", &todo.value));
        }
    }
}
