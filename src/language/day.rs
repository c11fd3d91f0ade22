//! Dates: those no calendar has, zeros before a day, 号 for 日, two kinds of numerals in one date, 截止 for 截至.

use std::ops::Range;

use jiff::civil::Date;

use super::fault::{Fault, Kind};
use super::number::{digits_after, digits_before};
use crate::model::day::Day;
use crate::model::numeral;

/// Numerals of a month or a day in Han.
const NUMERALS: &str = "一二三四五六七八九十";

/// 2022年: two kinds of numerals around 年.
pub(super) fn check_year(text: &str, at: usize, faults: &mut Vec<Fault>) {
    let after = at + '年'.len_utf8();
    let han_start = text[..at].char_indices().rev().take(4).last().map(|(start, _)| start);
    let han_year = han_start.filter(|start| {
        let year = &text[*start..at];
        year.chars().count() == 4 && year.chars().all(|c| c != '两' && numeral::han_digit(c).is_some())
    });
    if let Some(start) = han_year {
        let end = digits_after(text, after);
        if end > after && text[end..].starts_with('月') {
            faults.push(Fault::new(Kind::MixedDate, start..end + '月'.len_utf8()));
        }
        return;
    }
    let start = digits_before(text, at);
    if at - start != 4 || !text.is_char_boundary(start) {
        return;
    }
    let end = han_after(text, after);
    if end > after && text[end..].starts_with('月') && is_month(&text[end + '月'.len_utf8()..]) {
        faults.push(Fault::new(Kind::MixedDate, start..end + '月'.len_utf8()));
    }
}

/// What follows 2022年一月 where it is a month, and not 一月一报 or 三月三.
fn is_month(after: &str) -> bool {
    let rest = after.trim_start_matches(|c| NUMERALS.contains(c));
    if rest.len() < after.len() {
        return rest.starts_with('日') && !rest.starts_with("日一");
    }
    ["份", "底", "初", "以来", "至", "起", "，", "。", "、", "；", "）", ","].iter().any(|word| after.starts_with(word))
        || after.starts_with(|c: char| c.is_ascii_digit())
}

/// 5月: a padded month or day, 号 for 日, two kinds of numerals around 月.
pub(super) fn check_month(text: &str, at: usize, faults: &mut Vec<Fault>) {
    let after = at + '月'.len_utf8();
    let month_start = digits_before(text, at);
    let day_end = digits_after(text, after);
    let (month, day) = (&text[month_start..at], &text[after..day_end]);
    if month.is_empty() {
        let is_han = text[..at].ends_with(|c| NUMERALS.contains(c)) && !text[..at].ends_with("三月三");
        if is_han && !day.is_empty() && text[day_end..].starts_with('日') && day.len() <= 2 {
            let start = han_before(text, at);
            faults.push(Fault::new(Kind::MixedDate, start..day_end + '日'.len_utf8()));
        }
        return;
    }
    if let Some(range) = impossible(text, month_start, at, day_end) {
        faults.push(Fault::new(Kind::ImpossibleDate, range));
        return;
    }
    if !is_number(month, 12) || text[..month_start].ends_with(['.', '．', '-', '/', '〔', '第']) {
        return;
    }
    if day.is_empty() {
        let end = han_after(text, after);
        if end > after && text[end..].starts_with('日') && !text[end..].starts_with("日一") {
            faults.push(Fault::new(Kind::MixedDate, month_start..end + '日'.len_utf8()));
            return;
        }
    }
    let is_day = is_number(day, 31);
    if is_day && text[day_end..].starts_with('号') && is_date(&text[day_end + '号'.len_utf8()..]) {
        let better = format!("{}月{}日", bare(month), bare(day));
        faults.push(Fault::new(Kind::DayAsNumber, month_start..day_end + '号'.len_utf8()).better(better));
        return;
    }
    let is_dated = is_day && text[day_end..].starts_with('日');
    let padded_day = is_dated && day.starts_with('0');
    if !month.starts_with('0') && !padded_day {
        return;
    }
    let start = year_before(text, month_start).map_or(month_start, |(_, start)| start);
    let year = &text[start..month_start];
    let (end, better) = match is_dated {
        true => (day_end + '日'.len_utf8(), format!("{year}{}月{}日", bare(month), bare(day))),
        false => (after, format!("{year}{}月", bare(month))),
    };
    faults.push(Fault::new(Kind::PaddedDate, start..end).mended(better));
}

/// A date that no calendar has, from its year on: 2月30日, 2023年2月29日, 2023年13月. Without a year any February may
/// have 29 days, and 13月 may be something else.
fn impossible(text: &str, month_start: usize, at: usize, day_end: usize) -> Option<Range<usize>> {
    let after = at + '月'.len_utf8();
    let month: i8 = text[month_start..at].parse().ok()?;
    let (year, start) = year_before(text, month_start).map_or((None, month_start), |(year, start)| (Some(year), start));
    if !(1..=12).contains(&month) {
        return year.map(|_| start..after);
    }
    let day: i8 = text[after..day_end].parse().ok().filter(|_| day_end - after <= 2)?;
    let exists = Date::new(year.unwrap_or(LEAP_YEAR), month, day).is_ok();
    let is_bound = text[..month_start].ends_with(['.', '．', '-', '/', '〔', '第']);
    (!exists && !is_bound && text[day_end..].starts_with('日')).then(|| start..day_end + '日'.len_utf8())
}

/// A year in which February has all its days.
const LEAP_YEAR: i16 = 2024;

/// The year that ends right before a byte, and where it starts.
fn year_before(text: &str, at: usize) -> Option<(i16, usize)> {
    let day = Day::ending(text, at).filter(|day| day.month.is_none())?;
    Some((day.year?, day.range.start))
}

/// Whether 5月4号 is a day by what follows: 5月4号文件, 3月15号令 and 12月1号线 are none.
fn is_date(after: &str) -> bool {
    !after.starts_with([
        '文', '令', '线', '楼', '院', '机', '车', '公', '通', '馆', '井', '门', '厅', '房', '厂', '库', '台', '码',
    ])
}

/// ASCII digits that are a number from 1 to `most`.
fn is_number(digits: &str, most: u8) -> bool {
    digits.len() <= 2 && digits.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number))
}

fn bare(digits: &str) -> &str {
    digits.trim_start_matches('0')
}

fn han_after(text: &str, at: usize) -> usize {
    at + text[at..].chars().take(3).take_while(|c| NUMERALS.contains(*c)).map(char::len_utf8).sum::<usize>()
}

fn han_before(text: &str, at: usize) -> usize {
    at - text[..at].chars().rev().take(2).take_while(|c| NUMERALS.contains(*c)).map(char::len_utf8).sum::<usize>()
}

/// Words after 截止 that name a point in time whatever stands before it.
const NOW: [&str; 9] = ["目前", "当前", "现在", "今年", "去年", "本月底", "上月底", "年底", "发稿"];

/// Words before 截止 that speak of a deadline: 报名时间为5月1日起，截止6月1日.
const DEADLINE: [&str; 10] = ["报名", "申报", "投标", "征集", "征求", "公示", "受理时间", "报送时间", "期限", "时间为"];

/// Words that do so where no number stands between: 收到申请83件，截止5月 speaks of none.
const SUBMISSION: [&str; 3] = ["申请", "提交", "报送"];

/// Bytes before 截止 in which a deadline is looked for.
const REACH: usize = 90;

/// 截止2021年底, 截止目前: up to a point in time is 截至.
pub(super) fn check_until(text: &str, at: usize, faults: &mut Vec<Fault>) {
    let Some(rest) = text[at..].strip_prefix("截止") else { return };
    let before = &text[..at];
    let rest = rest.trim_start_matches(' ');
    let dated = || {
        let after = &rest[digits_after(rest, 0)..];
        let is_day = after.len() < rest.len() && after.starts_with(['年', '月', '日', '.', '-', '/']);
        let starts_clause =
            before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric() || "但而是".contains(c));
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
        let sentence = near.rsplit(['。', '；', ';', '\n']).next().unwrap_or_default();
        let last = sentence.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
        let is_deadline = DEADLINE.iter().any(|word| sentence.contains(word));
        is_day && starts_clause && !is_deadline && !SUBMISSION.iter().any(|word| last.contains(word))
    };
    if NOW.iter().any(|word| rest.starts_with(word)) || dated() {
        faults.push(Fault::new(Kind::UntilMisspelt, at..at + "截止".len()).mended("截至"));
    }
}
