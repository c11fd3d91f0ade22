//! Dates as they are typed and printed.

use std::borrow::Cow;

use jiff::civil::Date;

use super::numeral;

/// Bytes no date has: 二〇二二年十二月三十一日 with blanks between is far below.
const LONGEST: usize = 96;

/// Reads `2022-01-10`, `2022/1/10`, `2022.1.10`, `2022年1月10日` and `二〇二二年一月十日`, full-width digits and 号
/// for 日 too.
///
/// A day the calendar has not is no date.
///
/// ```
/// use fazhi::model::date::{parse, signed};
/// assert_eq!(parse("二〇二二年一月十日").map(signed), Some("2022年1月10日".to_owned()));
/// assert_eq!(parse("2022-02-30"), None);
/// ```
pub fn parse(text: &str) -> Option<Date> {
    if text.len() > LONGEST {
        return None;
    }
    let [year, month, day] = numbers(text)?;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Whether a text is written as a date, be it in the calendar or not: 2023年4月31日.
pub fn is_written(text: &str) -> bool {
    text.len() <= LONGEST && numbers(text).is_some()
}

/// Year, month and day as numbers.
fn numbers(text: &str) -> Option<[u64; 3]> {
    let text = match text.contains(char::is_whitespace) {
        true => Cow::Owned(text.split_whitespace().collect()),
        false => Cow::Borrowed(text),
    };
    let [year, month, day] = fields(&text)?;
    (year.chars().count() == 4).then_some(())?;
    Some([number(year)?, number(month)?, number(day)?])
}

/// Year, month and day of a date: all three signs 年月日 (号 for 日 too), or twice the same separator.
fn fields(text: &str) -> Option<[&str; 3]> {
    if let Some((year, rest)) = text.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        return Some([year, month, day.strip_suffix(['日', '号'])?]);
    }
    let separator = text.chars().find(|&character| numeral::digit(character).is_none())?;
    if !matches!(separator, '-' | '/' | '.' | '－' | '／' | '．') {
        return None;
    }
    let (year, rest) = text.split_once(separator)?;
    let (month, day) = rest.split_once(separator)?;
    // Han numerals are written with 年月日 only.
    [year, month, day]
        .iter()
        .all(|field| field.chars().all(|character| numeral::digit(character).is_some()))
        .then_some([year, month, day])
}

/// A field of a date in digits or Han numerals.
fn number(field: &str) -> Option<u64> {
    if field.is_empty() || field.chars().count() > 4 {
        return None;
    }
    let digits =
        field.chars().try_fold(0, |number, character| Some(number * 10 + u64::from(numeral::digit(character)?)));
    digits.or_else(|| numeral::han(field))
}

/// A date as a report is signed: `2022年1月10日` (GB/T 9704: Arabic, no leading zero).
pub fn signed(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
