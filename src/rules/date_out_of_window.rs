use jiff::civil::Date;

use super::{Authority, Context, Rule};
use crate::compose::view::{View, filled};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::{Edition, Text, date};

/// Sent after 1 March or published after 1 April. What is read out, and what goes to a congress, has a date of its own.
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
    // The first edition that is owed and has no day: one sentence does for all.
    let mut overdue: Option<Overdue> = None;
    for (_, view) in context.views().filter(|(_, view)| !is_oral(*view)) {
        let signed = view.date();
        // A public page may keep its addressee; without editions one text is both sent and published.
        if view.addressee().is_some_and(is_sent) && !(view.is_public() && view.id().is_some()) {
            let limit = limit(context, view.id().unwrap_or("upper")).or_else(|| limit(context, "upper"));
            compare(signed, limit, "message", findings);
            overdue = overdue.or(Overdue::of(context, view, signed, limit, "overdue"));
        }
        if view.is_public() {
            let published = filled(&view.publications(), |publication| publication.published.as_slice()).first();
            let limit = limit(context, "public");
            compare(published.or(signed), limit, "published", findings);
            overdue = overdue.or(Overdue::of(context, view, published.or(signed), limit, "unpublished"));
        }
    }
    if let Some(Overdue { limit, today, at, variant }) = overdue {
        let finding = RULE.finding(at).saying(variant).graded(Severity::Hint);
        findings.push(finding.with("limit", limit).with("today", today));
    }
}

/// An edition without a day, after the one it was owed before.
struct Overdue {
    limit: Date,
    today: Date,
    at: Where,
    variant: &'static str,
}

impl Overdue {
    /// A report typed into a file years later is late for nobody.
    fn of(
        context: &Context,
        view: View,
        typed: Option<&Text>,
        limit: Option<Date>,
        variant: &'static str,
    ) -> Option<Self> {
        let (limit, today) = limit.zip(context.today)?;
        let is_late = today > limit && today.year() == limit.year() && typed.is_none_or(Text::is_unfilled);
        let at = view.date().map_or(Where::Key(view.place()), |date| Where::Value(date.place));
        is_late.then_some(Self { limit, today, at, variant })
    }
}

/// Whether an addressee is sent the report: a congress hears it on a day of its own.
fn is_sent(addressee: &Text) -> bool {
    !["人大", "人民代表大会", "主任", "各位"].iter().any(|word| addressee.contains(word))
}

/// The day an edition is owed before, by the outline's customs.
fn limit(context: &Context, edition: &str) -> Option<Date> {
    let year = context.year()?;
    let (month, day) = context.outline.custom(edition)?.owed_before(context.level(), year)?;
    Date::new(year.checked_add(1)?, month, day).ok()
}

fn is_oral(view: View) -> bool {
    let has = |of: fn(&Edition) -> &Option<Text>| view.own(of).is_some();
    has(|edition| &edition.salutation)
        || has(|edition| &edition.occasion)
        || view.id().is_some() && view.custom().is_some_and(|custom| custom.oral)
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
