//! 一、 （一） 1. （1） and 一是: from position to mark and back.
//!
//! The four levels of headings and their marks are those of GB/T 9704—2012, 7.3.3.

mod cursor;
mod mark;

pub use mark::{Mark, MarkKind, leading_mark};

/// The numerals from 0 to 9.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// 1 -> 一, 12 -> 十二, 105 -> 一百〇五.
///
/// ```
/// use fazhi::outline::numbering::han;
/// assert_eq!([1, 10, 12, 20, 99].map(han), ["一", "十", "十二", "二十", "九十九"]);
/// assert_eq!([100, 105, 110, 112].map(han), ["一百", "一百〇五", "一百一十", "一百一十二"]);
/// ```
pub fn han(number: usize) -> String {
    let text = match number {
        0 => return "〇".to_owned(),
        1..10_000 => below_ten_thousand(number),
        _ => {
            let rest = match number % 10_000 {
                0 => String::new(),
                rest @ 1..1_000 => format!("〇{}", below_ten_thousand(rest)),
                rest => below_ten_thousand(rest),
            };
            format!("{}万{rest}", han(number / 10_000))
        }
    };
    match text.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => text,
    }
}

/// The digits of 1 to 9999 with their places: 105 -> 一百〇五, 12 -> 一十二.
fn below_ten_thousand(number: usize) -> String {
    let mut text = String::with_capacity("九千九百九十九".len());
    let mut gap = false;
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        match number / unit % 10 {
            0 => gap = true,
            digit => {
                if gap && !text.is_empty() {
                    text.push('〇');
                }
                gap = false;
                text.push(DIGITS[digit]);
                text.push_str(name);
            }
        }
    }
    text
}

/// The mark of the `number`-th heading of a level: `一、`, `（一）`, `1.`, `（1）`; empty below level 4.
pub fn heading_mark(level: u8, number: usize) -> String {
    match level {
        1 => han(number) + "、",
        2 => ["（", &han(number), "）"].concat(),
        3 => format!("{number}."),
        4 => format!("（{number}）"),
        _ => String::new(),
    }
}

/// The label of the `number`-th measure: 一是, 二是.
pub fn measure_mark(number: usize) -> String {
    han(number) + "是"
}
