use rust_decimal::Decimal;

use super::{Authority, Context, Rule};
use crate::diagnostic::{Findings, Severity, Where};
use crate::figures::Resolved;
use crate::message::Argument;
use crate::model::{Quantity, unit};

/// Figures ten times last year's or a tenth of them, or with a digit more or less: one line a report.
pub const RULE: Rule = Rule {
    code: "FZ216",
    name: "implausible-change",
    severity: Severity::Hint,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(
        figures: "  行政复议:\n    收到: {数值: 1832件, 上年: 183件}",
        measure: "全年收到行政复议申请${行政复议.收到}。"
    ),
    good: sample!(
        figures: "  行政复议:\n    收到: {数值: 232件, 上年: 183件}",
        measure: "全年收到行政复议申请${行政复议.收到}。"
    ),
    check,
};

/// Figures that are written out; of more only the number is told.
const SHOWN: usize = 8;

fn check(context: &Context, findings: &mut Findings) {
    let mut changed =
        context.table.iter().filter_map(|figure| change(figure).map(|change| (figure, change))).peekable();
    let Some(&(first, _)) = changed.peek() else { return };
    let changed: Vec<(&Resolved, (&Quantity, &Quantity))> = changed.collect();
    let told = |(figure, (last, now)): &(&Resolved, (&Quantity, &Quantity))| -> Argument {
        crate::message!(
            "rules.implausible-change.figure",
            name = &figure.name,
            last = &last.written,
            now = &now.written
        )
        .into()
    };
    let names: Vec<Argument> = changed.iter().take(SHOWN).map(told).collect();
    let finding = RULE.finding(Where::Value(first.place));
    let finding = if changed.len() > SHOWN { finding.saying("many") } else { finding };
    findings.push(finding.with("count", changed.len()).with("names", names));
}

/// Below this a count multiplies by chance.
const SMALL: Decimal = Decimal::TEN;

/// Last year's value and this year's, where one is hardly the other's.
fn change(figure: &Resolved) -> Option<(&Quantity, &Quantity)> {
    let (now, last) = (figure.value.quantity()?, figure.last_year.as_ref()?.quantity()?);
    // What a formula makes of a figure is no slip of its own.
    if figure.computed || !unit::like(&now.unit, &last.unit) {
        return None;
    }
    let (less, more) = if now.value() < last.value() { (now, last) } else { (last, now) };
    let times = more.value().checked_div(less.value()).filter(|_| less.value() >= SMALL)?;
    (times >= Decimal::TEN || times >= Decimal::from(5) && has_one_more_digit(less, more)).then_some((last, now))
}

/// Whether one number is the other with a digit more: 234 and 2034. Short ones are so by chance.
fn has_one_more_digit(less: &Quantity, more: &Quantity) -> bool {
    let digits = |quantity: &Quantity| -> Vec<char> {
        quantity.value().normalize().to_string().chars().filter(char::is_ascii_digit).collect()
    };
    let (short, long) = (digits(less), digits(more));
    let common = short.iter().zip(&long).take_while(|(one, other)| one == other).count();
    short.len() >= 3 && long.len() == short.len() + 1 && short[common..] == long[common + 1..]
}
