use rust_decimal::Decimal;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::figures::Resolved;

/// Figures that are the same as last year's: copied, or right by chance. What is counted anew each year and what is
/// merely there are told apart, a finding each.
pub const RULE: Rule = Rule {
    code: "FZ214",
    name: "unchanged-figures",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(
        figures: "  行政复议:\n    收到: {数值: 83件, 上年: 83件}",
        measure: "全年收到行政复议申请${行政复议.收到}。"
    ),
    good: sample!(
        figures: "  行政复议:\n    收到: {数值: 91件, 上年: 83件}",
        measure: "全年收到行政复议申请${行政复议.收到}。"
    ),
    check,
};

/// Units of what happens in a year; what has another unit may well be there from year to year: 197个村居.
const FLOWS: [&str; 20] = [
    "件", "起", "宗", "件次", "次", "人次", "场", "场次", "期", "批", "批次", "项次", "家次", "户次", "车次", "条",
    "份", "元", "课时", "%",
];

/// Small numbers are the same by chance.
const SMALL: Decimal = Decimal::TEN;

/// Names that are written out; of more only the number is told.
const SHOWN: usize = 8;

fn check(context: &Context, findings: &mut Findings) {
    let same: Vec<&Resolved> = context.table.iter().filter(|figure| is_same(figure)).collect();
    let (flows, stocks): (Vec<&Resolved>, Vec<&Resolved>) = same.into_iter().partition(|figure| is_flow(figure));
    for (figures, variant) in [(flows, "message"), (stocks, "stocks")] {
        let Some(first) = figures.first() else { continue };
        let names: Vec<&str> = figures.iter().take(SHOWN).map(|figure| figure.name.as_str()).collect();
        let variant = match (variant, figures.len() > SHOWN) {
            ("message", true) => "many",
            ("stocks", true) => "stocks-many",
            (variant, _) => variant,
        };
        let finding = RULE.finding(Where::Value(first.place)).saying(variant);
        findings.push(finding.with("count", figures.len()).with("names", names));
    }
}

/// A typed value that says what last year's says. 100% is 100% in many years.
fn is_same(figure: &Resolved) -> bool {
    let last = figure.last_year.as_ref().and_then(|last| last.quantity());
    let Some((now, last)) = figure.value.quantity().zip(last) else { return false };
    let is_whole = now.is_rate() && now.value() == Decimal::ONE_HUNDRED;
    !figure.computed && now.value() == last.value() && now.unit == last.unit && now.value() >= SMALL && !is_whole
}

fn is_flow(figure: &Resolved) -> bool {
    figure.value.quantity().is_some_and(|quantity| FLOWS.contains(&quantity.unit.as_str()))
}
