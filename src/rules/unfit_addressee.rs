use std::collections::HashSet;

use super::questions::organs::{self, Branch, Organ, may_stand};
use super::{Authority, Context, Rule};
use crate::compose::view::View;
use crate::diagnostic::{Findings, Severity, Where};
use crate::message::{Argument, Message};
use crate::model::Kind;
use crate::yaml::keys::{self, Domain};

/// An edition goes to an organ that it is not made for, the one for the congress to the Party committee; or to the very
/// organ that reports or those below it.
pub const RULE: Rule = Rule {
    code: "FZ311",
    name: "unfit-addressee",
    severity: Severity::Warning,
    authority: Authority::PartyRegulation,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  版本:
    - {代号: 报上级, 主送: 县人大常委会}
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  版本:
    - {代号: 报上级, 主送: 市人民政府}
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    check_own(context, findings);
    for (_, view) in context.views().filter(|(_, view)| view.id().is_some() && !view.is_public()) {
        let Some((custom, addressee)) = view.custom().zip(view.addressee()) else { continue };
        if addressee.is_unfilled() {
            continue;
        }
        let organs = organs::of(&addressee.value);
        if let Some(organ) = organs.iter().find(|organ| !fits(context, view, &custom.id, organ)) {
            let at = Where::Range(addressee.place, organ.range.clone());
            let zh = keys::chinese(Domain::Edition, &custom.id).unwrap_or(&custom.id).to_owned();
            findings.push(
                RULE.finding(at)
                    .with("edition", Argument::Words { zh, en: custom.id.clone() })
                    .with("organ", organ.name)
                    .with("usual", Message::new(format!("rules.unfit-addressee.{}", custom.id))),
            );
        }
    }
}

/// A report to the organ itself, or down to all below it: 各乡镇人民政府.
fn check_own(context: &Context, findings: &mut Findings) {
    let mut told = HashSet::new();
    for (_, view) in context.views() {
        let Some(addressee) = view.addressee().filter(|addressee| !addressee.is_unfilled()) else { continue };
        for range in organs::names(&addressee.value) {
            let name = &addressee.value[range.clone()];
            let is_own = view.issuers().iter().any(|issuer| issuer.trim() == name);
            let is_below = BELOW.iter().any(|below| name.starts_with(below)) && context.kind() != Kind::Department;
            if (is_own || is_below) && told.insert(addressee.place) {
                let variant = if is_own { "own" } else { "below" };
                let finding = RULE.finding(Where::Range(addressee.place, range)).saying(variant);
                let usual = if matches!(context.kind(), Kind::Government | Kind::Township) { "upper" } else { "line" };
                let usual = Message::new(format!("rules.unfit-addressee.{usual}"));
                findings.push(finding.with("organ", name).with("usual", usual));
            }
        }
    }
}

/// How lines to all organs below begin.
const BELOW: [&str; 6] = ["各乡镇", "各镇", "各乡", "各县", "各街道", "各村"];

/// Whether an edition of this id may go to such an organ. Of an edition of the user's own nothing is known.
fn fits(context: &Context, view: View, edition: &str, organ: &Organ) -> bool {
    let is_congress = organ.branch == Branch::Congress;
    // Whose level its kind or the report tells; of a bureau or a zone, the organs above are of several.
    let has_level = matches!(context.kind(), Kind::Government | Kind::Township);
    match edition {
        "upper" => !is_congress && (!has_level || may_stand(context, organ, |level, own| level < own)),
        "line" => !is_congress,
        "party" => !is_congress && (!has_level || may_stand(context, organ, |level, own| level == own)),
        "npc" => {
            let names_congress = || view.addressee().is_some_and(|addressee| addressee.contains("人大"));
            (is_congress || names_congress()) && (!has_level || may_stand(context, organ, |level, own| level == own))
        }
        _ => true,
    }
}
