use super::questions::organs;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};

/// Organs of different levels in one addressee line: what is sent up has one.
pub const RULE: Rule = Rule {
    code: "FZ314",
    name: "mixed-addressees",
    severity: Severity::Hint,
    authority: Authority::PartyRegulation,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  主送: 市政府、县委
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  主送: 市委、市政府
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, view) in context.views() {
        let Some(addressee) = view.addressee().filter(|addressee| !addressee.is_unfilled()) else { continue };
        let organs = organs::of(&addressee.value);
        let Some((first, rest)) = organs.split_first() else { continue };
        if let Some(other) = rest.iter().find(|organ| organ.level != first.level) {
            let at = Where::Range(addressee.place, first.range.start..other.range.end);
            findings.push(RULE.finding(at).with("one", first.name).with("other", other.name));
        }
    }
}
