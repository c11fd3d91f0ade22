use std::ops::Range;

use jiff::civil::Date;

use super::questions::around::{has_any, sentence};
use super::questions::timely::{Days, Tense, tense};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::model::day::Day;

/// A sentence that opens with a month after the day of signing, and tells what was done in it.
pub const RULE: Rule = Rule {
    code: "FZ330",
    name: "date-after-signing",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "2024年5月，组织案卷评查。"),
    good: sample!(measure: "2023年5月，组织案卷评查。"),
    check,
};

/// Words of a sentence that looks ahead, or quotes what is to hold later.
const AHEAD: [&str; 14] =
    ["将", "拟", "计划", "打算", "预计", "力争", "目标", "届满", "到期", "施行", "起实施", "有效", "底前", "推迟"];

fn check(context: &Context, findings: &mut Findings) {
    let Some(days) = Days::of(context).filter(|days| days.is_signed) else { return };
    for passage in context.each_passage().filter(|passage| passage.is_prose() && tense(passage) == Tense::Past) {
        let text = &passage.plain.text;
        // Far cheaper than looking for the places, and few texts have one.
        if !text.contains("月，") {
            continue;
        }
        for (at, _) in text.match_indices("月，") {
            let Some((range, first)) = opening_month(text, at) else { continue };
            if first > days.signed && !has_any(sentence(text, &range), &AHEAD) {
                let words = text[range.clone()].to_owned();
                let finding = RULE.finding(passage.plain.locate(range)).with("words", words);
                findings.push(finding.with("signed", days.signed));
                return;
            }
        }
    }
}

/// 2024年5月 that ends with the sign at a byte and opens a sentence, with its first day.
fn opening_month(text: &str, at: usize) -> Option<(Range<usize>, Date)> {
    let Day { year, month, range, .. } = Day::ending(text, at + '月'.len_utf8())?;
    let first = Date::new(year?, month?, 1).ok()?;
    let opens = range.start == 0 || text[..range.start].ends_with(['。', '；', '\n', '）', '、', '：', '是']);
    opens.then_some((range, first))
}
