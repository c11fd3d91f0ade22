use std::ops::Range;

use super::questions::organs;
use super::{Authority, Context, Rule};
use crate::compose::view::View;
use crate::diagnostic::{Findings, Severity, Where};
use crate::model::{Kind, Level, OneOrMany, Text};

/// A report that is sent up is copied to organs below the one that reports.
pub const RULE: Rule = Rule {
    code: "FZ312",
    name: "copy-to-lower-organ",
    severity: Severity::Warning,
    authority: Authority::PartyRegulation,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  主送: 市人民政府
  抄送: [市委依法治市办, 各乡镇人民政府]
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  主送: 市人民政府
  抄送: 市委依法治市办
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, view) in context.views().filter(|(_, view)| view.addressee().is_some()) {
        for copy in copies(context, view).into_iter().filter(|copy| !copy.is_unfilled()) {
            if let Some(range) = lower(context, &copy.value) {
                let organ = copy.value[range.clone()].to_owned();
                findings.push(RULE.finding(Where::Range(copy.place, range)).with("organ", organ));
            }
        }
    }
}

/// Whom an edition is copied to, by itself and by its imprint.
fn copies<'a>(context: &'a Context, view: View<'a>) -> Vec<&'a Text> {
    let own = view.pick(|edition| &edition.copies, &context.report.report.copies);
    let imprints = view.letterheads().into_iter().filter_map(|letterhead| letterhead.imprint.as_ref());
    let imprint = imprints.filter_map(|imprint| imprint.copies.as_ref());
    own.into_iter().chain(imprint).flat_map(|copies: &OneOrMany| copies.iter()).collect()
}

/// What the units of a department, and of a town, are called.
const UNITS: [&str; 12] = [
    "各科室",
    "各股室",
    "各处室",
    "机关各科",
    "机关各股",
    "局属各",
    "下属各",
    "所属各",
    "直属各",
    "各直属单位",
    "各司法所",
    "各派出所",
];

/// The first organ of a line that is below the one that reports.
fn lower(context: &Context, line: &str) -> Option<Range<usize>> {
    let kind = context.kind();
    let below: &[&str] = match (kind, context.level()) {
        (Kind::Government, Level::Nation | Level::Province) => &["各市", "各设区", "各地级", "各州", "各县", "各区"],
        (Kind::Government, Level::City) => &["各县", "各区", "各乡", "各镇", "各街道", "各旗"],
        (Kind::Government, Level::County) => &["各乡", "各镇", "各街道", "各苏木"],
        (Kind::Township, _) => &["各村", "各社区"],
        _ => &[],
    };
    let is_lower = |name: &str| {
        let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
        begins(below)
            || begins(&UNITS)
            || kind == Kind::Government
                && organs::of(name).iter().any(|organ| !organs::may_stand(context, organ, |level, own| level <= own))
    };
    organs::names(line).into_iter().find(|name| is_lower(&line[name.clone()]))
}
