//! Quantities in running prose.

use std::ops::Range;

use super::read::{BEFORE, PER_HUNDRED, Setting, head};
use super::{Approximation, Quantity};
use crate::characters::han_set::HanSet;
use crate::characters::leads::DIGITS;
use crate::model::numeral;

/// Finds the quantities in running prose, in order, each with its range in bytes. Years, dates, document numbers,
/// ordinals, ranges, codes and list numbers are none. Linear in the text.
///
/// ```
/// use fazhi::model::quantity::scan;
/// let text = "2021年收到行政复议申请83件，立案41件，近400家企业";
/// let found: Vec<&str> = scan(text).into_iter().map(|(range, _)| &text[range]).collect();
/// assert_eq!(found, ["83件", "41件", "近400家"]);
/// ```
pub fn scan(text: &str) -> Vec<(Range<usize>, Quantity)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = first_digit(text, at) {
        let token_end = start + token(&text[start..]);
        let before = &text[at..start];
        at = token_end;
        let mark = mark_before(before);
        let Ok(mut head) = head(&text[start..], Setting::Prose) else { continue };
        if before.ends_with(PER_HUNDRED) {
            continue;
        }
        let end = start + head.end;
        // A code, a version, a range: more stands in the token than one number.
        if end < token_end || !stands_alone(&text[..start], &text[start..end], &text[end..]) {
            continue;
        }
        at = end;
        let from = start - mark.map_or(0, |(word, _)| word.len());
        head.approximation = mark.map_or(head.approximation, |(_, mark)| mark.and(head.approximation));
        let mut quantity = Quantity::from_head(&text[start..end], &head);
        text[from..end].clone_into(&mut quantity.written);
        found.push((from..end, quantity));
    }
    if has_per_hundred(text) {
        found.extend(per_hundred(text));
        found.sort_by_key(|(range, _)| range.start);
    }
    found
}

/// Where the first digit stands from a byte on, ASCII or full-width.
fn first_digit(text: &str, from: usize) -> Option<usize> {
    DIGITS.each(&text[from..]).find(|(_, c)| numeral::digit(*c).is_some()).map(|(offset, _)| from + offset)
}

/// Whether a text may hold a quantity at all: most need not be read.
pub fn has_digits(text: &str) -> bool {
    first_digit(text, 0).is_some() || has_per_hundred(text)
}

fn has_per_hundred(text: &str) -> bool {
    text.contains(PER_HUNDRED)
}

/// The percentages in words: 百分之九十五, 百分之95.
fn per_hundred(text: &str) -> impl Iterator<Item = (Range<usize>, Quantity)> {
    text.match_indices(PER_HUNDRED).filter_map(|(start, _)| {
        let inside = start + PER_HUNDRED.len();
        let is_digit = |c: char| numeral::digit(c).is_some() || numeral::han_digit(c).is_some() || "十.".contains(c);
        let length = text[inside..].find(|c| !is_digit(c)).unwrap_or(text.len() - inside);
        let end = inside + length;
        let quantity = Quantity::parse(text[start..end].trim_end_matches('.')).ok()?;
        Some((start..end, quantity))
    })
}

/// The length of what hangs together with a digit without a blank or Han character: 2022-01-10, 5G, 7×24, 3.15.
fn token(text: &str) -> usize {
    let inside = |character: char| {
        numeral::digit(character).is_some()
            || character.is_ascii_alphabetic()
            || matches!(
                character,
                '.' | ',' | '．' | '-' | '－' | '–' | '—' | '/' | '~' | '～' | '+' | '＋' | '×' | '·' | ':' | '：'
            )
    };
    let end = text.find(|character| !inside(character)).unwrap_or(text.len());
    // Marks at the end belong to the sentence.
    text[..end].trim_end_matches(|character: char| !character.is_alphanumeric()).len()
}

/// The mark of approximation that a text ends with. 节约, 最近, 赶超 are words of their own.
fn mark_before(text: &str) -> Option<(&'static str, Approximation)> {
    // What the marks end with: nearly no number stands behind one.
    const LAST: HanSet = HanSet::of("约近足过超逾于");
    text.chars().next_back().filter(|c| LAST.has(*c))?;
    let &(word, mark) = BEFORE.iter().find(|(word, _)| text.ends_with(word))?;
    let earlier = text[..text.len() - word.len()].chars().next_back();
    let other_word = match word {
        "约" => earlier.is_some_and(|character| "节预签履合违解续邀公条契制特".contains(character)),
        "近" => earlier.is_some_and(|character| "最附靠邻临".contains(character)),
        "超" => earlier.is_some_and(|character| "赶反商高".contains(character)),
        _ => false,
    };
    (!other_word).then_some((word, mark))
}

/// Marks that join numbers to ranges, codes and products.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '－' | '–' | '—' | '/' | '~' | '～' | '+' | '＋' | '×' | '·')
}

fn is_opening(c: char) -> bool {
    matches!(c, '〔' | '[' | '［' | '【' | '《')
}

fn is_closing(c: char) -> bool {
    matches!(c, '〕' | ']' | '］' | '】' | '》')
}

/// What follows a number, a date or a range, and no quantity.
const AFTER_NO_QUANTITY: HanSet = HanSet::of("号月日时点届至到");

/// Digits of a number without a unit; more are those of a registration.
const LONGEST_BARE: usize = 8;

/// Whether the number is a quantity by what stands around it.
fn stands_alone(before: &str, number: &str, after: &str) -> bool {
    let previous = before.chars().next_back();
    let next = after.chars().next();
    // 提高到98% and 历时3个月 give a quantity; 3至5件, 2016到2020 and 10时30分 do not.
    let after_number =
        || before.chars().rev().nth(1).is_some_and(|c| numeral::digit(c).is_some() || "%％年月日".contains(c));
    if previous.is_some_and(|c| c.is_ascii_alphanumeric() || c == '第' || is_opening(c) || is_joint(c))
        || previous.is_some_and(|c| matches!(c, '至' | '到' | '时')) && after_number()
        || matches!(previous, Some('.' | '．'))
    {
        return false;
    }
    if next.is_some_and(|c| c.is_ascii_alphabetic() || AFTER_NO_QUANTITY.has(c) || is_closing(c) || is_joint(c)) {
        return false;
    }
    if ["热线", "平台", "专线"].iter().any(|word| after.starts_with(word)) {
        return false;
    }
    let digits_only = |text: &str| text.chars().all(|character| numeral::digit(character).is_some());
    let bare = digits_only(number);
    // “12345”, （3）, and hotlines and codes wherever they stand, name a thing.
    let enclosed = matches!((previous, next), (Some('“' | '"' | '（' | '('), Some('”' | '"' | '）' | ')')));
    let names_thing = is_hotline(before, number, after) || number.len() > LONGEST_BARE;
    if bare && (enclosed || names_thing) {
        return false;
    }
    let year = number.strip_suffix('年').is_some_and(|year| digits_only(year) && year.chars().count() == 4);
    // 1. 1． 1、 and 1） at the start of a line number it.
    let starts_line = before.is_empty() || before.ends_with(['\n', '　', ' ']);
    !(year || bare && starts_line && next.is_some_and(|c| ".．、)）".contains(c)))
}

/// Whether five digits are those of a hotline: the government's begin with 123, others with 12 and are called so.
fn is_hotline(before: &str, number: &str, after: &str) -> bool {
    let called = || {
        ["拨打", "电话", "热线", "短号", "致电"].iter().any(|word| before.ends_with(word))
            || ["热线", "电话", "服务热线", "平台", "短号"].iter().any(|word| after.starts_with(word))
    };
    // 及格人数12345 is a count all the same.
    let is_counted = || ["人数", "件数", "户数", "人次"].iter().any(|word| before.ends_with(word));
    number.len() == 5 && number.starts_with("12") && (number.starts_with("123") && !is_counted() || called())
}
