use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::figures::Total;
use crate::message;
use crate::model::Verdict;

/// The parts do not add up to 合计.
pub const RULE: Rule = Rule {
    code: "FZ204",
    name: "total-mismatch",
    severity: Severity::Error,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(figures: "  清理:\n    合计: 51件\n    保留: 34件\n    废止: 18件", measure: "清理行政规范性文件${清理.合计}，保留${清理.保留}，废止${清理.废止}。"),
    good: sample!(figures: "  清理:\n    合计: 52件\n    保留: 34件\n    废止: 18件", measure: "清理行政规范性文件${清理.合计}，保留${清理.保留}，废止${清理.废止}。"),
    check,
};

/// Parts that are written out in the message; of more the rest is left out.
const SHOWN: usize = 12;

fn check(context: &Context, findings: &mut Findings) {
    // A part larger than the whole is told as that.
    let fails = |total: &Total| total.verdict == Verdict::Fails && total.larger_parts().next().is_none();
    for total in context.table.totals().filter(fails) {
        let mut finding = RULE
            .finding(Where::Value(total.total.place))
            .with("name", &total.total.name)
            .with("total", &total.stated.written)
            .with("expression", expression(&total))
            .with("sum", &total.sum.written)
            .with("difference", &total.difference.written);
        for (part, _) in &total.parts {
            finding = finding.beside(Where::Value(part.place), message!("rules.total-mismatch.part"));
        }
        findings.push(finding);
    }
}

fn expression(total: &Total) -> String {
    let shown: Vec<&str> = total.parts.iter().take(SHOWN).map(|(_, part)| part.written.as_str()).collect();
    shown.join("＋") + if total.parts.len() > SHOWN { "＋…" } else { "" }
}
