use rust_decimal::Decimal;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::message;
use crate::model::figure::{Entry, Figure, Group};
use crate::model::quantity::Approximation;
use crate::model::{Quantity, unit};
use crate::outline::catalogue::{self, Relation};

/// A typed rate that no whole number of its declared base gives: of 7 cases 83.33% are none.
pub const RULE: Rule = Rule {
    code: "FZ218",
    name: "unreachable-rate",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(
        figures: "  行政复议:\n    审结: 37件\n    调撤率: {数值: 41.25%, 分母: 审结}",
        measure: "审结${行政复议.审结}，调撤率${行政复议.调撤率}。"
    ),
    good: sample!(
        figures: "  行政复议:\n    审结: 37件\n    调撤率: {数值: 40.54%, 分母: 审结}",
        measure: "审结${行政复议.审结}，调撤率${行政复议.调撤率}。"
    ),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    check_group(context, &context.report.figures, "", findings);
}

fn check_group(context: &Context, group: &Group, path: &str, findings: &mut Findings) {
    for (name, entry) in &group.entries {
        let full = if path.is_empty() { name.clone() } else { [path, ".", name].concat() };
        match entry {
            Entry::Group(inner) => check_group(context, inner, &full, findings),
            Entry::Figure(figure) => check_figure(context, figure, path, &full, findings),
        }
    }
}

/// Words of values that are a mean of rates, or no share.
const MEANS: [&str; 6] = ["均", "指数", "增长", "同比", "增速", "得分"];

fn check_figure(context: &Context, figure: &Figure, path: &str, full: &str, findings: &mut Findings) {
    let Some(declared) = figure.denominator.as_ref().map(|denominator| denominator.trim()) else { return };
    let Some(rate) = context.table.get(full).filter(|rate| !rate.computed) else { return };
    let own = (!path.is_empty()).then(|| format!("{path}.{declared}"));
    let base = own.and_then(|own| context.table.get(&own)).or_else(|| context.table.get(declared));
    let Some((base, stated)) = base.zip(rate.value.quantity()) else { return };
    let Some(whole) = base.value.quantity().and_then(count) else { return };
    if MEANS.iter().any(|word| full.contains(word)) || !is_share(stated) || is_reachable(stated, whole) {
        return;
    }
    // Where its part is given too, the two are compared: that says more.
    let is_compared = |usual: &Relation| {
        usual.rate().is_some_and(|(rate, part, _)| rate == full && context.table.get(part).is_some())
    };
    if catalogue::relations_of(context.outline).any(is_compared) {
        return;
    }
    findings.push(
        RULE.finding(Where::Value(rate.place))
            .with("rate", &stated.written)
            .with("name", full)
            .with("base", &base.name)
            .with("count", whole)
            .beside(Where::Value(base.place), message!("rules.unreachable-rate.base")),
    );
}

/// A number of things, exact and above 0.
fn count(quantity: &Quantity) -> Option<Decimal> {
    let is_exact = quantity.approximation == Approximation::Exact && quantity.scale == Decimal::ONE;
    let value = quantity.value();
    let is_count = ![unit::PERCENT, unit::POINTS, unit::MONEY].contains(&quantity.unit.as_str());
    (is_exact && is_count && value.fract().is_zero() && value > Decimal::ZERO).then_some(value)
}

fn is_share(rate: &Quantity) -> bool {
    rate.is_rate()
        && rate.approximation == Approximation::Exact
        && (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&rate.value())
        && rate.number.scale() <= 6
}

/// Whether some whole number of `whole` comes to the rate, rounded or cut off at its last digit.
fn is_reachable(rate: &Quantity, whole: Decimal) -> bool {
    let last = Decimal::new(1, rate.number.scale());
    let of = |percent: Decimal| percent.checked_mul(whole).and_then(|part| part.checked_div(Decimal::ONE_HUNDRED));
    let Some((lower, upper)) = of(rate.value() - last / Decimal::TWO).zip(of(rate.value() + last)) else { return true };
    lower.ceil() <= upper
}
