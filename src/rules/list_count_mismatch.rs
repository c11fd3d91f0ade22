use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::message;

/// 四个方面：一是……三是: the list has another length than it is announced with.
pub const RULE: Rule = Rule {
    code: "FZ231",
    name: "list-count-mismatch",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "重点做好三项工作：一是清理文件；二是评查案卷。"),
    good: sample!(measure: "重点做好两项工作：一是清理文件；二是评查案卷。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let lists = context.editions.iter().flat_map(|composed| composed.document.announced_lists());
    for list in lists.filter(|list| list.is_clear && list.items.len() != list.stated) {
        let finding = RULE.finding(list.at).with("stated", &list.words).with("count", list.items.len());
        let last = list.items.last().cloned();
        findings.push(
            last.into_iter()
                .fold(finding, |finding, last| finding.beside(last, message!("rules.list-count-mismatch.last"))),
        );
    }
}
