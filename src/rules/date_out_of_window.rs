use jiff::civil::Date;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::{Edition, Text, date};

/// Sent after 1 March or published after 1 April. What is read out has a date of its own.
pub const RULE: Rule = Rule {
    code: "FZ302",
    name: "date-out-of-window",
    severity: Severity::Warning,
    authority: Authority::PartyRegulation,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-03-15
  主送: 市人民政府
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-02-20
  主送: 市人民政府
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let head = &context.report.report;
    // The first edition that is owed and not signed: one sentence does for all.
    let mut overdue: Option<(Date, Option<&Edition>)> = None;
    for (index, composed) in context.editions.iter().enumerate() {
        let edition = head.editions.get(index);
        if edition.is_some_and(|edition| is_oral(context, edition)) {
            continue;
        }
        let signed = edition.and_then(|edition| edition.date.as_ref()).or(head.date.as_ref());
        let is_sent = edition.and_then(|edition| edition.addressee.as_ref()).or(head.addressee.as_ref()).is_some();
        // A public page may keep its addressee; without editions one text is both sent and published.
        if is_sent && !(composed.document.public && edition.is_some()) {
            let id = edition.map_or("upper", |edition| Context::edition_id(&edition.id));
            let limit = limit(context, id).or_else(|| limit(context, "upper"));
            compare(signed, limit, "message", findings);
            overdue = overdue.or(limit.filter(|_| is_open(signed)).zip(Some(edition)));
        }
        if composed.document.public {
            compare(published(context, edition).or(signed), limit(context, "public"), "published", findings);
        }
    }
    // A report typed into a file years later is late for nobody.
    if let Some((limit, edition)) = overdue
        && let Some(today) = context.today
        && today > limit
        && today.year() == limit.year()
    {
        let date = edition.and_then(|edition| edition.date.as_ref()).or(head.date.as_ref());
        let at =
            date.map_or(Where::Key(edition.map_or(head.at, |edition| edition.at)), |date| Where::Value(date.place));
        findings.push(RULE.finding(at).saying("overdue").with("limit", limit).with("today", today));
    }
}

/// Not signed yet.
fn is_open(signed: Option<&Text>) -> bool {
    signed.is_none_or(|signed| signed.is_unfilled())
}

/// The day an edition is owed before, by the outline's customs.
fn limit(context: &Context, edition: &str) -> Option<Date> {
    let year = context.year()?;
    let (month, day) = context.outline.custom(edition)?.owed_before(context.level(), year)?;
    Date::new(year.checked_add(1)?, month, day).ok()
}

fn is_oral(context: &Context, edition: &Edition) -> bool {
    let custom = context.outline.custom(Context::edition_id(&edition.id));
    edition.salutation.is_some() || edition.occasion.is_some() || custom.is_some_and(|custom| custom.oral)
}

fn published<'a>(context: &'a Context, edition: Option<&'a Edition>) -> Option<&'a Text> {
    let own = edition.and_then(|edition| edition.publication.as_ref());
    own.and_then(|own| own.published.as_ref())
        .or_else(|| context.report.publication.as_ref().and_then(|publication| publication.published.as_ref()))
}

/// The last day itself is still in time: 3月1日前 is read either way.
fn compare(typed: Option<&Text>, limit: Option<Date>, variant: &str, findings: &mut Findings) {
    if let Some((text, limit)) = typed.zip(limit)
        && date::parse(&text.value).is_some_and(|date| date > limit)
    {
        let finding = RULE.finding(Where::Value(text.place)).saying(variant);
        findings.push(finding.with("date", &text.value).with("limit", limit));
    }
}
