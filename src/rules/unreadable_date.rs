use super::placeholder_left;
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::{Text, date};

/// A date that is none.
pub const RULE: Rule = Rule {
    code: "FZ306",
    name: "unreadable-date",
    severity: Severity::Warning,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 元月中旬
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let unread = |text: &&Text| !text.is_unfilled() && date::parse(&text.value).is_none();
    // 2024年 月 日 is a placeholder left, and told as that.
    for text in dates(context).into_iter().filter(unread).filter(|text| !placeholder_left::is_in(&text.value)) {
        findings.push(RULE.finding(Where::Value(text.place)).with("date", &text.value));
    }
}

/// Every date of the frame.
fn dates<'a>(context: &'a Context) -> Vec<&'a Text> {
    let head = &context.report.report;
    let mut dates: Vec<&Text> = head.date.iter().collect();
    dates.extend(head.editions.iter().flat_map(|edition| &edition.date));
    let of_editions = head.editions.iter().flat_map(|edition| &edition.publication);
    let publications = context.report.publication.iter().chain(of_editions);
    dates.extend(publications.flat_map(|publication| &publication.published));
    dates
}
