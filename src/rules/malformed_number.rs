use std::ops::Range;

use super::{Authority, Context, Rule, placeholder_left};
use crate::compose::view::View;
use crate::diagnostic::{Edit, Finding, Findings, Severity, Where};
use crate::model::{Text, date, numeral};

/// 发文字号 in another form than 郏政〔2022〕1号, or of another year than the date.
pub const RULE: Rule = Rule {
    code: "FZ316",
    name: "malformed-number",
    severity: Severity::Warning,
    authority: Authority::Standard,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  发文字号: 云政发〔2024〕第3号
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
  发文字号: 云政发〔2024〕3号
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, view) in context.views() {
        let number = view.pick(|edition| &edition.number, &context.report.report.number);
        let is_typed = |number: &&Text| !number.is_unfilled() && !placeholder_left::is_in(&number.value);
        let Some(number) = number.filter(is_typed) else { continue };
        let found = shape(&number.value).map_or_else(Vec::new, |shape| judge(context, view, number, &shape));
        // Editions may have one number: it is told once.
        findings.extend(found);
    }
}

/// The pieces of a number, in bytes of the text.
struct Shape {
    opening: Range<usize>,
    year: Range<usize>,
    closing: Range<usize>,
    /// 第
    ordinal: Range<usize>,
    serial: Range<usize>,
}

/// Brackets seen around the year, the right ones among them.
const OPENING: &str = "〔[［【（({｛〖";
const CLOSING: &str = "〕]］】）)}｝〗";

/// Reads brackets around a year, and the serial number; `None` of what has another form: 无, a number of a site.
fn shape(text: &str) -> Option<Shape> {
    let at = text.find(|c| OPENING.contains(c))?;
    let opening = at..at + text[at..].chars().next()?.len_utf8();
    let length = text[opening.end..].find(|c| CLOSING.contains(c))?;
    let year = opening.end..opening.end + length;
    let closing = year.end..year.end + text[year.end..].chars().next()?.len_utf8();
    let is_year = |year: &str| {
        let digits: Vec<u32> = year.trim().chars().filter_map(numeral::digit).collect();
        matches!(digits.len(), 2 | 4)
            && year.trim().chars().count() == digits.len()
            && (digits.len() == 2 || digits[0] == 2)
    };
    let after = text[closing.end..].trim_start();
    let from = text.len() - after.len();
    let ordinal = from..from + if after.starts_with('第') { '第'.len_utf8() } else { 0 };
    let digits = text[ordinal.end..].find(|c| numeral::digit(c).is_none()).unwrap_or(text.len() - ordinal.end);
    let serial = ordinal.end..ordinal.end + digits;
    (is_year(&text[year.clone()]) && !serial.is_empty() && at > 0).then_some(Shape {
        opening,
        year,
        closing,
        ordinal,
        serial,
    })
}

fn judge(context: &Context, view: View, number: &Text, shape: &Shape) -> Vec<Finding> {
    let text = number.value.as_str();
    let finding = |range: &Range<usize>, variant: &str| {
        let finding = RULE.finding(Where::Range(number.place, range.clone())).saying(variant);
        finding.with("words", &text[range.clone()]).with("number", text.trim())
    };
    let mut found = Vec::new();
    if &text[shape.opening.clone()] != "〔" || &text[shape.closing.clone()] != "〕" {
        let mut finding = finding(&(shape.opening.start..shape.closing.end), "brackets");
        finding.fix.extend(edit(context, number, &shape.opening, "〔"));
        finding.fix.extend(edit(context, number, &shape.closing, "〕"));
        found.push(finding);
    }
    if text[shape.year.clone()].trim().chars().count() == 2 {
        found.push(finding(&shape.year, "short-year"));
    } else {
        found.extend(judge_year(context, view, number, shape));
    }
    if !shape.ordinal.is_empty() {
        let mut finding = finding(&shape.ordinal, "message");
        finding.fix.extend(edit(context, number, &shape.ordinal, ""));
        found.push(finding);
    }
    let serial = &text[shape.serial.clone()];
    let bare = serial.trim_start_matches(['0', '０']);
    if bare.len() < serial.len() && !bare.is_empty() {
        let mut finding = finding(&shape.serial, "padded");
        finding.fix.extend(edit(context, number, &shape.serial, bare));
        found.push(finding);
    }
    if !text[shape.serial.end..].trim_start().starts_with('号') {
        found.push(finding(&shape.serial, "unnamed"));
    }
    found
}

/// The year of the number is that of signing; another year than that of the report and the next is told elsewhere.
fn judge_year(context: &Context, view: View, number: &Text, shape: &Shape) -> Option<Finding> {
    let signed = view.date().and_then(|date| date::parse(&date.value))?;
    let digits = number.value[shape.year.clone()].chars().filter_map(numeral::digit);
    let year =
        digits.fold(0_i16, |year, digit| year.saturating_mul(10).saturating_add(i16::try_from(digit).unwrap_or(0)));
    let is_told = context.year().is_some_and(|reported| ![reported, reported.saturating_add(1)].contains(&year));
    // Signed in the last days of a year, it may get its number in the next.
    (!is_told && year == signed.year().saturating_sub(1)).then(|| {
        let finding = RULE.finding(Where::Range(number.place, shape.year.clone())).saying("year");
        finding.with("found", year).with("expected", signed.year())
    })
}

/// The change of a stretch of the number, where the source has it as it is read.
fn edit(context: &Context, number: &Text, range: &Range<usize>, replacement: &str) -> Option<Edit> {
    let span = context.places.range(number.place, range.clone());
    let same = context.source.text().get(span.range()) == Some(&number.value[range.clone()]);
    same.then(|| Edit { span, replacement: replacement.to_owned() })
}
