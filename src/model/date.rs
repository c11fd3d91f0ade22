//! Dates as they are typed and printed.

use jiff::civil::Date;

/// Reads `2022-01-10`, `2022/1/10`, `2022.1.10`, `2022年1月10日` and `二〇二二年一月十日`, full-width digits too.
pub fn parse(_text: &str) -> Option<Date> {
    todo!()
}

/// A date as a report is signed: `2022年1月10日` (GB/T 9704: Arabic, no leading zero).
pub fn signed(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
