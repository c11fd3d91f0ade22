//! Days, months and years in running text: 2024年5月3日, 2024年5月, 2024年, 5月3日, 5月.

use std::ops::Range;

/// Years a report may speak of; other numbers before 年 are counts.
const YEARS: Range<i16> = 1900..2100;

/// A day, a month or a year as a text writes it in digits: numbers, of which the calendar was not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    pub range: Range<usize>,
}

impl Day {
    /// The one that starts at a byte, as far as it goes: 2024年5月 of 2024年5月起.
    ///
    /// ```
    /// use fazhi::model::day::Day;
    /// let day = Day::starting("2024年5月起", 0).expect("a month stands there");
    /// assert_eq!((day.year, day.month, day.day), (Some(2024), Some(5), None));
    /// assert_eq!(day.range, 0.."2024年5月".len());
    /// ```
    pub fn starting(text: &str, at: usize) -> Option<Self> {
        let (year, end) = told(number_at(text, at, '年', year), at);
        let (month, end) = told(number_at(text, end, '月', number), end);
        let (day, end) = told(month.and_then(|_| number_at(text, end, '日', number)), end);
        Self::of(year, month, day, at..end)
    }

    /// The one that ends at a byte, from its year on where it has one.
    pub fn ending(text: &str, end: usize) -> Option<Self> {
        let (day, start) = told(number_before(text, end, '日', number), end);
        let (month, start) = told(number_before(text, start, '月', number), start);
        // 3日 alone may be three days, and 2024年3日 is none.
        if day.is_some() && month.is_none() {
            return None;
        }
        let (year, start) = told(number_before(text, start, '年', year), start);
        Self::of(year, month, day, start..end)
    }

    fn of(year: Option<i16>, month: Option<i8>, day: Option<i8>, range: Range<usize>) -> Option<Self> {
        (!range.is_empty()).then_some(Self { year, month, day, range })
    }
}

/// A number where one was found, and where the reading goes on.
fn told<T>(found: Option<(T, usize)>, at: usize) -> (Option<T>, usize) {
    found.map_or((None, at), |(number, next)| (Some(number), next))
}

/// The digits and their sign at a byte, and where they end.
fn number_at<T>(text: &str, at: usize, sign: char, read: fn(&str) -> Option<T>) -> Option<(T, usize)> {
    let end = at + text.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
    Some((read(&text[at..end])?, text[end..].starts_with(sign).then(|| end + sign.len_utf8())?))
}

/// The digits and their sign before a byte, and where they start.
fn number_before<T>(text: &str, end: usize, sign: char, read: fn(&str) -> Option<T>) -> Option<(T, usize)> {
    let before = text.get(..end)?.strip_suffix(sign)?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    Some((read(&before[start..])?, start))
}

/// A year has four digits.
fn year(digits: &str) -> Option<i16> {
    digits.parse().ok().filter(|year| digits.len() == 4 && YEARS.contains(year))
}

/// A month and a day have one or two.
fn number(digits: &str) -> Option<i8> {
    digits.parse().ok().filter(|_| digits.len() <= 2)
}
