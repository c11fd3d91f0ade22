use super::noted::faults;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::figures::FaultKind;

/// Figures of unlike units are added, subtracted or compared.
pub const RULE: Rule = Rule {
    code: "FZ206",
    name: "unit-mismatch",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(figures: "  行政复议:\n    收到: 83件\n    标的: 20万元\n    总量: =收到+标的", measure: "收到${行政复议.收到}，标的${行政复议.标的}，共${行政复议.总量}。"),
    good: sample!(figures: "  行政复议:\n    收到: 83件\n    移交: 20件\n    总量: =收到+移交", measure: "收到${行政复议.收到}，移交${行政复议.移交}，共${行政复议.总量}。"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mine = |kind: &FaultKind| matches!(kind, FaultKind::UnlikeUnits { .. } | FaultKind::UnnamedUnit { .. });
    faults::report(&RULE, &faults::all(context), mine, findings);
    for other in context.table.totals_of_other_unit() {
        let finding = RULE
            .finding(Where::Value(other.total.place))
            .saying("total")
            .with("name", &other.total.name)
            .with("total", &other.stated.written)
            .with("parts", other.parts.iter().map(|(_, part)| part.written.as_str()).collect::<Vec<_>>());
        findings.push(finding);
    }
}
