//! Numbers: their digits, and what is said with them of a rate or a fall.

use std::ops::Range;

use rust_decimal::Decimal;

use super::approximation::approximation;
use super::fault::{Fault, Kind};
use super::range::range;
use crate::model::{Quantity, numeral};

/// Where the ASCII digits that start at `at` end.
pub(super) fn digits_after(text: &str, at: usize) -> usize {
    at + text[at..].bytes().take_while(u8::is_ascii_digit).count()
}

/// Where the ASCII digits that end at `at` start.
pub(super) fn digits_before(text: &str, at: usize) -> usize {
    at - text[..at].bytes().rev().take_while(u8::is_ascii_digit).count()
}

pub(super) fn is_digit(c: char) -> bool {
    numeral::digit(c).is_some()
}

/// A number as it stands in a text: 1,234.5 or ２０２１.
#[derive(Clone, Debug)]
pub(super) struct Number<'t> {
    pub range: Range<usize>,
    pub written: &'t str,
}

impl<'t> Number<'t> {
    /// The number that starts at `at`.
    pub fn read(text: &'t str, at: usize) -> Self {
        let (mut end, mut has_point) = (at, false);
        while let Some(c) = text[end..].chars().next() {
            let after = &text[end + c.len_utf8()..];
            match c {
                '.' | '．' if !has_point && after.starts_with(is_digit) => has_point = true,
                ',' if !has_point && is_group(after) => {}
                c if is_digit(c) => {}
                _ => break,
            }
            end += c.len_utf8();
        }
        Self { range: at..end, written: &text[at..end] }
    }

    /// Its value; `None` of one with more digits than a decimal holds.
    pub fn value(&self) -> Option<Decimal> {
        Quantity::parse(self.written).ok().map(|quantity| quantity.number)
    }

    /// Whether it may be a year of our days.
    pub fn is_year(&self) -> bool {
        self.written.len() == 4 && self.is_whole() && (self.written.starts_with("19") || self.written.starts_with("20"))
    }

    /// Plain ASCII digits without point or comma.
    pub fn is_whole(&self) -> bool {
        self.written.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Whether three digits follow, and no fourth: 1,234.
fn is_group(after: &str) -> bool {
    let digits = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
    digits == 3
}

/// Looks at the number that starts at `at`; returns where it ends.
pub(super) fn check(text: &str, at: usize, faults: &mut Vec<Fault>) -> usize {
    let number = Number::read(text, at);
    let end = number.range.end;
    check_width(&number, faults);
    let before = &text[..at];
    let after = &text[end..];
    // A code, a version, a time, a part of a longer number.
    let is_part = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-－–/.．·×+_#".contains(c))
        || before.ends_with([':', '：']) && before.trim_end_matches([':', '：']).ends_with(is_digit);
    if before.ends_with(['.', '．']) {
        check_point(text, at, end, faults);
    }
    if is_part {
        return end;
    }
    if let Some(fault) = range(text, &number) {
        let end = fault.range.end;
        faults.push(fault);
        return end;
    }
    if let Some(fault) = approximation(text, &number) {
        faults.push(fault);
    }
    if after.starts_with(['%', '％']) {
        check_rate(text, &number, faults);
    }
    check_multiple(text, &number, faults);
    check_unit(text, end, faults);
    end
}

/// Units of counts and of money.
const UNITS: &str = "件个项次人名家元份起场户条部";

/// 3.2万万人次, 35件件: a unit typed twice. 12345件件有回音 is a slogan, so a count ends with its clause.
fn check_unit(text: &str, end: usize, faults: &mut Vec<Fault>) {
    let doubled = |at: usize| {
        let mut units = text[at..].chars();
        units.next().filter(|unit| units.next() == Some(*unit))
    };
    // 320万元元, 86场次次
    let lead = text[end..].chars().next().filter(|lead| matches!(lead, '万' | '亿' | '场' | '人'));
    let lead = lead.map_or(0, char::len_utf8);
    let end = if doubled(end).is_some() { end } else { end + lead };
    let Some(unit) = doubled(end) else { return };
    let next = text[end + 2 * unit.len_utf8()..].chars().next();
    let ends = next.is_none_or(|next| "，。；、）,;".contains(next));
    if "万亿".contains(unit) || UNITS.contains(unit) && ends {
        faults.push(Fault::new(Kind::RepeatedWord, end..end + 2 * unit.len_utf8()).better(unit));
    }
}

/// ２０２１: the digits of running text are half-width.
fn check_width(number: &Number, faults: &mut Vec<Fault>) {
    if number.written.is_ascii() {
        return;
    }
    let half: String = number
        .written
        .chars()
        .map(|c| match numeral::digit(c) {
            Some(digit) => char::from_digit(digit, 10).unwrap_or(c),
            None if c == '．' => '.',
            None => c,
        })
        .collect();
    faults.push(Fault::new(Kind::FullWidthDigits, number.range.clone()).mended(half));
}

/// 率为.5%: a decimal without its zero. A half-width stop before a number looks the same, so only before %.
fn check_point(text: &str, at: usize, end: usize, faults: &mut Vec<Fault>) {
    let point = text[..at].trim_end_matches(['.', '．']);
    let is_single = text[point.len()..at].chars().count() == 1;
    let follows_word = point.ends_with(['率', '为', '达', '到', '占', '约']);
    if is_single && follows_word && text[end..].starts_with(['%', '％']) {
        let better = format!("0.{}", &text[at..end]);
        faults.push(Fault::new(Kind::BareDecimal, point.len()..end).better(better));
    }
}

/// Verbs of a fall.
const FALLS: [&str; 9] = ["下降", "减少", "降低", "缩减", "缩短", "下滑", "压缩", "回落", "缩小"];

/// 下降2倍: by more than all there was.
fn check_multiple(text: &str, number: &Number, faults: &mut Vec<Fault>) {
    let after = text[number.range.end..].trim_start_matches(['余', '多']);
    if !after.starts_with('倍') || after.starts_with("倍率") {
        return;
    }
    let before = text[..number.range.start].trim_end_matches(['了', '约', '近']);
    if let Some(verb) = FALLS.iter().find(|verb| before.ends_with(**verb)) {
        let end = text.len() - after.len() + '倍'.len_utf8();
        faults.push(Fault::new(Kind::FallInMultiples, before.len() - verb.len()..end));
    }
}

/// Verbs of a change.
const CHANGES: [&str; 10] = ["提高", "上升", "提升", "下降", "降低", "增长", "增加", "减少", "下滑", "回升"];

/// Bytes before a change in which its rate is looked for.
const REACH: usize = 90;

/// 办结率98%，同比提高2%: the change of a rate is told in 个百分点.
fn check_rate(text: &str, number: &Number, faults: &mut Vec<Fault>) {
    let before = text[..number.range.start].trim_end_matches('了');
    let Some(verb) = CHANGES.iter().find(|verb| before.ends_with(**verb)) else { return };
    let before = &before[..before.len() - verb.len()];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let Some((head, between)) = near.rsplit_once(['%', '％']) else { return };
    let compared = between.trim_start_matches(['，', ',', '（', '(', '、']);
    let compares = ["同比", "较", "比", "环比"].iter().any(|word| compared.starts_with(word));
    let is_plain = compared.chars().count() <= 12 && !compared.contains(|c: char| "，。；：、,;:()（）".contains(c));
    if !(compared.is_empty() || compares && is_plain) {
        return;
    }
    let subject = head.trim_end_matches(|c: char| is_digit(c) || matches!(c, '.' | '．'));
    if subject.len() == head.len() {
        return;
    }
    let verbs = ["达到了", "达到", "达", "为", "是", "约", "约为", "保持在"];
    let name = verbs.iter().find_map(|verb| subject.strip_suffix(verb)).unwrap_or(subject);
    if name.ends_with('率') {
        let end = number.range.end + text[number.range.end..].chars().next().map_or(0, char::len_utf8);
        let start = before.len();
        faults.push(Fault::new(Kind::RateChange, start..end).better(format!("{verb}{}个百分点", number.written)));
    }
}
