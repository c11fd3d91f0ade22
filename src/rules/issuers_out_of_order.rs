use super::questions::organs::{self, Branch};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::Text;

/// A joint report names the government before the Party committee.
pub const RULE: Rule = Rule {
    code: "FZ317",
    name: "issuers-out-of-order",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: [云溪县人民政府, 中共云溪县委]
  年度: 2023
  成文日期: 2024-01-15
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: [中共云溪县委, 云溪县人民政府]
  年度: 2023
  成文日期: 2024-01-15
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, view) in context.views() {
        let title = view.pick(|edition| &edition.title, &context.report.report.title);
        for lines in [Some(view.issuers()), Some(view.signatures()), title.map(|title| &**title)].into_iter().flatten()
        {
            if let Some((first, party)) = wrong(lines) {
                let finding = RULE.finding(Where::Value(party.place));
                findings.push(finding.with("first", first).with("party", name(party)));
            }
        }
    }
}

/// The Party committee that stands after a government, each at the beginning of a line.
fn wrong(lines: &[Text]) -> Option<(&str, &Text)> {
    let branch = |line: &Text| match name(line) {
        name if name.starts_with("中共") || name.starts_with("中国共产党") => Some(Branch::Party),
        name if name.ends_with("党工委") || name.ends_with("党委") => Some(Branch::Party),
        name => organs::of(name).first().map(|organ| organ.branch),
    };
    let government = lines.iter().position(|line| branch(line) == Some(Branch::Government))?;
    let party = lines[government..].iter().find(|line| branch(line) == Some(Branch::Party))?;
    Some((name(&lines[government]), party))
}

fn name(line: &Text) -> &str {
    line.value.trim()
}
