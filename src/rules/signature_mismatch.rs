use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};

/// One organ reports in the title, and another signs: 云山县人民政府 under a report of 云溪县人民政府.
///
/// Short and full names of one organ are alike, and so are the organ and its Party group or its office.
pub const RULE: Rule = Rule {
    code: "FZ320",
    name: "signature-mismatch",
    severity: Severity::Warning,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  署名: 云山县人民政府
  年度: 2023
  成文日期: 2024-01-15
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  署名: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
"),
    check,
};

/// What names of organs end with; the longer before those they end with.
const ENDS: [&str; 6] = ["人民政府", "办事处", "管理委员会", "委员会", "局", "厅"];

/// Organs that sign for another: its Party group, its office, the body that leads the work.
const FOR_OTHERS: [&str; 7] = ["党", "中共", "委员会办公室", "领导小组", "办公室", "依法治", "联合"];

fn check(context: &Context, findings: &mut Findings) {
    for (_, view) in context.views() {
        let ([issuer], [signature]) = (view.issuers(), view.signatures()) else { continue };
        if issuer.is_unfilled() || signature.is_unfilled() || signature.place == issuer.place {
            continue;
        }
        let (named, signed) = (bare(issuer), bare(signature));
        if let Some(severity) = judge(&named, &signed) {
            let finding = RULE.finding(Where::Value(signature.place)).graded(severity);
            findings.push(finding.with("signature", signature.trim()).with("issuer", issuer.trim()));
        }
    }
}

/// A name without blanks.
fn bare(name: &str) -> Vec<char> {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// How sure it is that two names are of two organs: of one length and a character or two apart, one of them is a slip.
fn judge(named: &[char], signed: &[char]) -> Option<Severity> {
    let is_short = is_within(named, signed) || is_within(signed, named);
    let (text, other): (String, String) = (named.iter().collect(), signed.iter().collect());
    let is_for_other = [&text, &other].iter().any(|name| FOR_OTHERS.iter().any(|word| name.contains(word)));
    let ends = |name: &str| ENDS.iter().find(|end| name.ends_with(**end)).copied();
    let (end, other_end) = (ends(&text)?, ends(&other)?);
    if is_short || is_for_other || end != other_end {
        return None;
    }
    let differing = named.iter().zip(signed).filter(|(a, b)| a != b).count();
    let is_slip = named.len() == signed.len() && differing <= 2;
    Some(if is_slip { RULE.severity } else { Severity::Hint })
}

/// Whether the characters of a short name stand in the other in their order: 住建局 in 住房和城乡建设局.
fn is_within(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|other| other == c))
}
