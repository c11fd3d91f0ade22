//! Ranges of numbers: 3～5件, 2021—2025年.

use rust_decimal::Decimal;

use super::fault::{Fault, Kind};
use super::number::{Number, is_digit};

/// Marks between the ends of a range, as they are typed.
const CONNECTORS: [&str; 12] = ["——", "—", "--", "-", "－", "–", "−", "―", "～～", "～", "~", "〜"];

/// Marks that are none: neither 一字线 nor 浪纹线.
fn is_makeshift(connector: &str) -> bool {
    matches!(connector, "——" | "--" | "-" | "－" | "–" | "−" | "～～")
}

/// What stands between two numbers of a range, and the second number.
struct Other<'t> {
    /// 年, 月 or 日 after the first number.
    unit: Option<char>,
    connector: &'t str,
    number: Number<'t>,
}

fn other<'t>(text: &'t str, first: &Number) -> Option<Other<'t>> {
    let rest = &text[first.range.end..];
    let unit = rest.chars().next().filter(|c| matches!(c, '年' | '月' | '日'));
    let rest = &rest[unit.map_or(0, char::len_utf8)..];
    let connector = CONNECTORS.iter().find(|connector| rest.starts_with(**connector))?;
    let at = text.len() - rest.len() + connector.len();
    text[at..].starts_with(is_digit).then_some(())?;
    let number = Number::read(text, at);
    // Three numbers in a row are a date or a code.
    let after = &text[number.range.end..];
    let goes_on = after.starts_with(|c: char| c.is_ascii_alphabetic() || "-－–—―~～/".contains(c));
    (!goes_on).then_some(Other { unit, connector, number })
}

/// Units of quantities that a range is certainly counted in; what also numbers things (条, 项, 级, 期) is left out.
pub(super) const UNITS: [&str; 30] = [
    "个",
    "天",
    "人",
    "名",
    "家",
    "件",
    "次",
    "元",
    "公里",
    "千米",
    "米",
    "岁",
    "分钟",
    "小时",
    "倍",
    "户",
    "起",
    "吨",
    "亩",
    "平方",
    "周",
    "位",
    "份",
    "台",
    "辆",
    "种",
    "工作日",
    "只",
    "所",
    "处",
];

/// Two years that lost the mark between them: （20212025年）.
fn glued_years(after: &str, number: &Number) -> Option<Fault> {
    /// The longest span of a plan, in years.
    const LONGEST: i16 = 20;
    let is_span = number.written.len() == 8 && number.is_whole() && after.starts_with('年');
    let (from, to) = is_span.then(|| number.written.split_at(4))?;
    let is_year = |year: &str| year.starts_with("19") || year.starts_with("20");
    let years = to.parse::<i16>().ok()? - from.parse::<i16>().ok()?;
    let fault = || Fault::new(Kind::RangeMark, number.range.clone()).better(format!("{from}—{to}"));
    (is_year(from) && is_year(to) && (1..=LONGEST).contains(&years)).then(fault)
}

/// A range whose mark, % or 万 is not as it should be.
pub(super) fn range(text: &str, first: &Number) -> Option<Fault> {
    let before = &text[..first.range.start];
    if let Some(fault) = glued_years(&text[first.range.end..], first) {
        return Some(fault);
    }
    if before.ends_with(['第', '—', '―', '～', '~', '〔', '[', '图', '表', '号', '№', '至', '条']) {
        return None;
    }
    let Other { unit, connector, number: second } = other(text, first)?;
    let after = &text[second.range.end..];
    let start = first.range.start;
    let (from, to) = (first.written, second.written);
    if let Some(unit) = unit {
        let next = after.chars().next().filter(|c| matches!(c, '年' | '月' | '日'))?;
        let is_date = is_makeshift(connector) && first.is_whole() && second.is_whole() && to.len() <= 4;
        let end = second.range.end + next.len_utf8();
        let fault = Fault::new(Kind::RangeMark, start..end).mended(format!("{from}{unit}—{to}{next}"));
        return is_date.then_some(fault);
    }
    let (low, high) = (first.value()?, second.value()?);
    if low >= high {
        return None;
    }
    if first.is_year() && second.is_year() {
        let is_span = is_makeshift(connector) && after.starts_with('年');
        let fault = Fault::new(Kind::RangeMark, start..second.range.end);
        return is_span.then(|| fault.mended(format!("{from}—{to}")));
    }
    if let Some(sign) = after.chars().next().filter(|c| matches!(c, '%' | '％')) {
        let fault = Fault::new(Kind::BarePercent, start..second.range.end + sign.len_utf8());
        return (high <= Decimal::ONE_THOUSAND).then(|| fault.mended(format!("{from}{sign}～{to}{sign}")));
    }
    let magnitude = ["万亿", "万", "亿"].into_iter().find(|magnitude| after.starts_with(magnitude));
    if let Some(magnitude) = magnitude {
        let fault = Fault::new(Kind::BareMagnitude, start..second.range.end + magnitude.len());
        let better = format!("{from}{magnitude}～{to}{magnitude}");
        // 1～100万 may begin at one.
        let is_close = high <= low.saturating_mul(20.into());
        return Some(if is_close { fault.mended(better) } else { fault.better(better) }).filter(|_| is_close);
    }
    if !is_makeshift(connector) || from.len() > 6 || from.starts_with('0') && from.len() > 1 && first.is_whole() {
        return None;
    }
    let fault = Fault::new(Kind::RangeMark, start..second.range.end);
    let whole = first.is_whole() && second.is_whole();
    let is_months = whole && high <= 12.into() && after.starts_with('月');
    let is_days = whole && high <= 31.into() && after.starts_with('日') && before.ends_with('月');
    if is_months || is_days {
        return Some(fault.mended(format!("{from}—{to}")));
    }
    let is_quantity =
        UNITS.iter().any(|unit| after.starts_with(unit)) || after.starts_with('年') && high <= 20.into() && whole;
    let is_number = !after.starts_with("个一") && !after.starts_with("年级") && !after.starts_with("人民");
    (is_quantity && is_number).then(|| fault.mended(format!("{from}～{to}")))
}
