use super::questions::timely::grade;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::message::Argument;
use crate::wording::unfit;
use crate::yaml::keys::{self, Domain};

/// A bureau that signs as a government, a government that signs as a department, a 街道人民政府.
pub const RULE: Rule = Rule {
    code: "FZ319",
    name: "unfit-issuer",
    severity: Severity::Warning,
    authority: Authority::Law,
    opt_in: false,
    bad: sample!(head: "  类型: 乡镇街道
  层级: 乡级
  地区: 青石街道
  发文机关: 青石街道人民政府
  年度: 2023
  成文日期: 2024-01-15
"),
    good: sample!(head: "  类型: 乡镇街道
  层级: 乡级
  地区: 青石街道
  发文机关: 青石街道办事处
  年度: 2023
  成文日期: 2024-01-15
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let Some(kind) = context.report.report.kind.as_ref().map(|kind| kind.value) else { return };
    for (_, view) in context.views() {
        for issuer in view.issuers().iter().filter(|issuer| !issuer.is_unfilled()) {
            let name = issuer.trim();
            let Some(listed) = unfit(name, kind) else { continue };
            let finding = RULE.finding(Where::Value(issuer.place)).graded(grade(RULE.severity, listed.sure));
            let finding = match listed.instead {
                Some(instead) => finding.saying("unnamed").with("instead", instead),
                None => {
                    let zh = keys::chinese(Domain::Kind, kind.name()).unwrap_or(kind.name()).to_owned();
                    finding.with("kind", Argument::Words { zh, en: kind.name().to_owned() })
                }
            };
            findings.push(finding.with("issuer", name).with("source", listed.source));
        }
    }
}
