use super::questions::around::{has_any, sentence};
use super::questions::timely::{Tense, is_text, tense};
use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity};
use crate::document::Passage;
use crate::document::passage::Kind;
use crate::model::date;
use crate::model::day::Day;

/// 今年 in a report that is signed in the next year, told of the year reported on; where there is none, 去年 that it
/// compares with, as a hint. One finding a report.
pub const RULE: Rule = Rule {
    code: "FZ327",
    name: "relative-year",
    severity: Severity::Warning,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(measure: "今年以来评查行政处罚案卷。"),
    good: sample!(measure: "2023年评查行政处罚案卷。"),
    check,
};

/// Words of a sentence that speaks of what is to come.
const INTENT: [&str; 8] = ["将", "计划", "打算", "拟", "继续", "力争", "预计", "开局"];

fn check(context: &Context, findings: &mut Findings) {
    let Some(year) = context.year() else { return };
    let (mut found, mut compared) = (Vec::new(), Vec::new());
    for ((_, view), passages) in context.views().zip(context.passages()) {
        let Some(signed) = view.date().and_then(|date| date::parse(&date.value)) else { continue };
        if signed.year() == year {
            continue;
        }
        let told = passages.iter().filter(|passage| is_text(passage) && !passage.is_repeated() && is_told(passage));
        for passage in told {
            let text = &passage.plain.text;
            if !text.contains("今年") && !text.contains("去年") {
                continue;
            }
            let here = text.match_indices("今年").map(|(at, word)| at..at + word.len());
            let here = here
                .filter(|range| !is_signing_year(&text[range.end..], signed.month()) && !is_quoted(text, range.start));
            let here = here.filter(|range| !has_any(sentence(text, range), &INTENT));
            found.extend(here.map(|range| (passage.plain.locate(range), signed.year())));
            let last = text.match_indices("去年").map(|(at, word)| at..at + word.len());
            let last = last.filter(|range| is_compared(text, range) && !is_quoted(text, range.start));
            compared.extend(last.map(|range| (passage.plain.locate(range), signed.year())));
        }
    }
    if let Some((at, signed)) = found.first().cloned() {
        findings.push(RULE.finding(at).with("count", found.len()).with("signed", signed).with("year", year));
    } else if let Some((at, signed)) = compared.first().cloned() {
        let finding = RULE.finding(at).saying("last").graded(Severity::Hint);
        findings.push(finding.with("count", compared.len()).with("signed", signed).with("year", year));
    }
}

/// Whether a passage tells of the year reported on: the achievements, and the opening.
fn is_told(passage: &Passage) -> bool {
    tense(passage) == Tense::Past || passage.kind == Kind::Paragraph(crate::document::Role::Preamble)
}

/// 比去年增长, 去年同期: the year before the one reported on is meant.
fn is_compared(text: &str, range: &std::ops::Range<usize>) -> bool {
    let is_before = ["比", "较", "与", "同"].iter().any(|word| text[..range.start].ends_with(word));
    is_before || ["同期", "相比", "同比"].iter().any(|word| text[range.end..].starts_with(word))
}

/// 今年1月 of a report signed in February is that January.
fn is_signing_year(after: &str, signed: i8) -> bool {
    let day = Day::starting(after, 0).filter(|day| day.year.is_none());
    day.and_then(|day| day.month).is_some_and(|month| month <= signed)
}

/// Inside “ ” or 《 》: the words of another text.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = super::questions::around::before(text, at);
    [('“', '”'), ('《', '》')].iter().any(|(open, close)| before.rfind(*open) > before.rfind(*close))
}
