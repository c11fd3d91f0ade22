use super::{Authority, Context, Rule};
use crate::compose::view::{filled, given};
use crate::diagnostic::{Findings, Severity, Where};
use crate::message::Message;
use crate::model::{OneOrMany, Text, date};
use crate::yaml::keys::edition_id;

/// Editions whose data contradict one another or themselves.
pub const RULE: Rule = Rule {
    code: "FZ307",
    name: "edition-conflict",
    severity: Severity::Error,
    authority: Authority::Format,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  版本:
    - {代号: 公开版}
    - {代号: 公开版, 主送: 市人民政府}
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  版本:
    - {代号: 公开版}
    - {代号: 报上级, 主送: 市人民政府}
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    check_ids(context, findings);
    check_passages(context, findings);
    check_publication(context, findings);
}

/// Two editions of one id: nobody could ask for the second.
fn check_ids(context: &Context, findings: &mut Findings) {
    let mut seen: Vec<&Text> = Vec::new();
    for id in context.report.report.editions.iter().map(|edition| &edition.id).filter(|id| !id.value.trim().is_empty())
    {
        match seen.iter().find(|first| edition_id(first) == edition_id(id)) {
            Some(first) => findings.push(
                RULE.finding(Where::Value(id.place))
                    .with("edition", &id.value)
                    .beside(Where::Value(first.place), Message::new("rules.edition-conflict.first")),
            ),
            None => seen.push(id),
        }
    }
}

/// A passage that the same edition is to have and to leave out.
fn check_passages(context: &Context, findings: &mut Findings) {
    let mut compare = |only: &OneOrMany, except: &OneOrMany| {
        let ids: Vec<&str> = only.iter().map(|name| edition_id(name)).collect();
        for id in except.iter().filter(|id| ids.contains(&edition_id(id))) {
            findings.push(RULE.finding(Where::Value(id.place)).saying("both").with("edition", &id.value));
        }
    };
    for section in context.report.walk() {
        compare(&section.only, &section.except);
        section.measures.iter().for_each(|measure| compare(&measure.only, &measure.except));
    }
    context.report.annexes.iter().for_each(|annex| compare(&annex.only, &annex.except));
}

/// A public edition that carries a secrecy mark or is not to be published, and a text published before it was signed.
fn check_publication(context: &Context, findings: &mut Findings) {
    for (_, view) in context.views().filter(|(_, view)| view.is_public()) {
        let secrecy = given(&view.letterheads(), |letterhead| letterhead.secrecy.as_slice());
        for secrecy in secrecy.iter().filter(|text| !text.is_unfilled()) {
            findings.push(RULE.finding(Where::Value(secrecy.place)).saying("secret").with("secrecy", &secrecy.value));
        }
        let publications = view.publications();
        let disclosure = filled(&publications, |publication| publication.disclosure.as_slice());
        for disclosure in disclosure.iter().filter(|text| text.value.trim() == "不予公开") {
            findings.push(RULE.finding(Where::Value(disclosure.place)).saying("undisclosed"));
        }
        let published = filled(&publications, |publication| publication.published.as_slice()).first();
        if let Some((signed, published)) = view.date().zip(published)
            && let Some((from, to)) = date::parse(&signed.value).zip(date::parse(&published.value))
            && to < from
        {
            let finding = RULE.finding(Where::Value(published.place)).saying("early").graded(Severity::Warning);
            findings.push(finding.with("published", &published.value).with("signed", &signed.value));
        }
    }
}
