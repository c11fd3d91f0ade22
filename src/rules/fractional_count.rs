use rust_decimal::Decimal;

use super::{Authority, Context, Rule};
use crate::characters::leads::Leads;
use crate::diagnostic::{Findings, Severity, Where};
use crate::document::{Origin, Passage};
use crate::model::Quantity;
use crate::model::numeral;
use crate::model::quantity::scan;

/// 81.5件: what is counted comes whole, and 万 may have been lost.
pub const RULE: Rule = Rule {
    code: "FZ217",
    name: "fractional-count",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(figures: "  普法:\n    受众: 3.2人次", measure: "普法受众${普法.受众}。"),
    good: sample!(figures: "  普法:\n    受众: 3.2万人次", measure: "普法受众${普法.受众}。"),
    check,
};

/// Units of what comes whole.
const COUNTED: [&str; 18] = [
    "件", "起", "宗", "人", "名", "位", "次", "个", "家", "户", "份", "部", "条", "人次", "件次", "场次", "户次", "册",
];

/// Words of averages and rates, whose values are no counts.
const AVERAGES: [&str; 12] = ["均", "每", "率", "比", "万人", "人口", "指数", "倍", "系数", "折合", "折算", "得分"];

fn check(context: &Context, findings: &mut Findings) {
    for figure in context.table.iter().filter(|figure| !figure.computed) {
        let Some(quantity) = figure.value.quantity().filter(|quantity| is_broken(quantity)) else { continue };
        if !speaks_of_average(&figure.name) {
            let finding = RULE.finding(Where::Value(figure.place)).with("words", &quantity.written);
            findings.push(finding.with("name", &figure.name));
        }
    }
    for passage in context.each_passage().filter(|passage| may_be_broken(&passage.plain.text)) {
        check_passage(passage, findings);
    }
}

/// Whether the number has a fraction and neither 万 nor a unit that may be parted.
fn is_broken(quantity: &Quantity) -> bool {
    let is_whole = quantity.number.fract().is_zero();
    !is_whole && quantity.scale == Decimal::ONE && COUNTED.contains(&quantity.unit.as_str())
}

/// Whether a text has a point, digits and what counted units begin with: most need not be read closer.
fn may_be_broken(text: &str) -> bool {
    let is_unit = |c: char| COUNTED.iter().any(|unit| unit.starts_with(c));
    POINTS.each(text).filter(|(_, c)| matches!(c, '.' | '．')).any(|(at, point)| {
        let fraction = text[at + point.len_utf8()..].trim_start_matches(|c| numeral::digit(c).is_some());
        let unit = fraction.trim_start_matches(|c: char| c.is_whitespace() || "余多几".contains(c));
        unit.starts_with(is_unit)
    })
}

const POINTS: Leads = Leads::of(&['.', '．']);

fn speaks_of_average(words: &str) -> bool {
    AVERAGES.iter().any(|word| words.contains(word))
}

/// What is typed in a text; what a placeholder prints was told of its figure.
fn check_passage(passage: &Passage, findings: &mut Findings) {
    let text = &passage.plain.text;
    let mut broken = scan(text).into_iter().filter(|(_, quantity)| is_broken(quantity)).peekable();
    for sentence in passage.plain.sentences() {
        while let Some((range, quantity)) = broken.next_if(|(range, _)| range.start < sentence.end) {
            let is_typed = || {
                passage
                    .plain
                    .pieces
                    .iter()
                    .any(|(piece, origin)| matches!(origin, Origin::Typed { .. }) && piece.contains(&range.start))
            };
            let is_count = counts(&text[..range.start], &quantity, &text[range.end..]);
            if is_count && is_typed() && !speaks_of_average(&text[sentence.clone()]) {
                let finding = RULE.finding(passage.plain.locate(range)).saying("typed");
                findings.push(finding.with("words", &quantity.written));
            }
        }
    }
}

/// Whether it is a count by what stands around it: 2.3个方面 at the beginning of a line is 3个方面 with a number before,
/// 12.4起 the 4th of December, and other words begin with the unit.
fn counts(before: &str, quantity: &Quantity, after: &str) -> bool {
    let starts = before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || "。；：（(、".contains(c));
    let small = quantity.number < Decimal::from(32) && quantity.number.scale() <= 2;
    let is_date = small && (quantity.unit == "起" || before.ends_with(['自', '从', '“', '《']));
    let other = match quantity.unit.as_str() {
        // 2.5个、5.7个百分点, 1.5个小时: half of them are no things.
        "个" => true,
        "次" => after.starts_with(['方', '元']),
        "部" | "家" | "名" | "条" => after.starts_with(['分', '门', '庭', '单', '例', '件']),
        _ => false,
    };
    !(is_date || other || starts && small)
}
