//! The grammar of a quantity: mark, number, mark, scale, mark, unit, mark.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Approximation, QuantityFault};
use crate::characters::han::is_han;
use crate::model::{numeral, unit};

/// Marks before a number, longer before shorter.
pub(super) const BEFORE: [(&str, Approximation); 10] = [
    ("大约", Approximation::About),
    ("约", Approximation::About),
    ("将近", Approximation::Nearly),
    ("接近", Approximation::Nearly),
    ("近", Approximation::Nearly),
    ("不足", Approximation::Nearly),
    ("超过", Approximation::Over),
    ("超", Approximation::Over),
    ("逾", Approximation::Over),
    ("多于", Approximation::Over),
];

/// Marks between a number, its scale and its unit.
const BETWEEN: [(&str, Approximation); 3] =
    [("余", Approximation::Over), ("多", Approximation::Over), ("几", Approximation::Over)];

/// Marks after the unit.
const AFTER: [(&str, Approximation); 3] =
    [("左右", Approximation::About), ("上下", Approximation::About), ("以上", Approximation::Over)];

/// The longest unit in characters: 个百分点 has four, and 统一社会信用代码 is not a unit.
const LONGEST_UNIT: usize = 8;

/// How a number stands: alone in a value, or in running prose.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Value,
    Prose,
}

/// What was read from the beginning of a text, ranges in bytes.
pub(super) struct Head {
    pub number: Decimal,
    pub scale: Decimal,
    pub approximation: Approximation,
    pub unit: String,
    pub unit_range: Range<usize>,
    pub end: usize,
}

/// Reads the quantity a text begins with.
pub(super) fn head(text: &str, setting: Setting) -> Result<Head, QuantityFault> {
    let mut at = 0;
    let mut approximation = Approximation::Exact;
    if setting == Setting::Value {
        marked(text, &mut at, &BEFORE, &mut approximation);
        at += blanks(&text[at..]);
        if let Some(rest) = text[at..].strip_prefix(PER_HUNDRED) {
            let (number, length) = number(rest, setting)?;
            let end = at + PER_HUNDRED.len() + length;
            let unit = unit::PERCENT.to_owned();
            return Ok(Head { number, scale: Decimal::ONE, approximation, unit, unit_range: at..at, end });
        }
    }
    let (mut number, length) = number(&text[at..], setting)?;
    let in_han = text[at..].starts_with(|first| numeral::digit(first).is_none());
    at += length;
    let mut scale = Decimal::ONE;
    marked(text, &mut at, &BETWEEN, &mut approximation);
    if let Some((value, length)) = unit::leading_scale(text[at..].trim_start_matches(BLANKS)) {
        at += blanks(&text[at..]) + length;
        scale = value;
        let length;
        (number, scale, length) = compound(number, scale, &text[at..], setting);
        at += length;
        marked(text, &mut at, &BETWEEN, &mut approximation);
    }
    let start = at + blanks(&text[at..]);
    let unit_range = start..start + unit_length(&text[start..], setting);
    if !unit_range.is_empty() {
        at = unit_range.end;
    }
    marked(text, &mut at, &AFTER, &mut approximation);
    number.checked_mul(scale).ok_or(QuantityFault::TooLong)?;
    let unit = unit::canonical(&text[unit_range.clone()]).to_owned();
    // 一般 and 三农 are words, not numbers.
    if in_han && !unit.is_empty() && unit::leading_unit(&unit) != Some(unit.len()) {
        return Err(QuantityFault::NoNumber);
    }
    Ok(Head { number, scale, approximation, unit, unit_range, end: at })
}

/// Blanks that may stand between a number and its unit.
const BLANKS: [char; 3] = [' ', '\u{3000}', '\u{a0}'];

/// 百分之三十: a percentage whose unit stands first.
pub(super) const PER_HUNDRED: &str = "百分之";

/// The length of the blanks a text begins with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(BLANKS).len()
}

/// Takes a mark of approximation at `at`, if one stands there.
fn marked(text: &str, at: &mut usize, marks: &[(&str, Approximation)], approximation: &mut Approximation) {
    // Each is Han: none stands before a mark, a digit or the end.
    if !text[*at..].starts_with(is_han) {
        return;
    }
    if let Some(&(word, mark)) = marks.iter().find(|(word, _)| text[*at..].starts_with(word)) {
        *at += word.len();
        *approximation = approximation.and(mark);
    }
}

/// 1亿2000万: a second number of a smaller scale right after the first. Without one, what was given, and 0.
fn compound(number: Decimal, scale: Decimal, text: &str, setting: Setting) -> (Decimal, Decimal, usize) {
    let second = || {
        let (low, length) = self::number(text, setting).ok()?;
        let (low_scale, word) = unit::leading_scale(&text[length..])?;
        let whole = number.checked_mul(scale)?.checked_div(low_scale)?.checked_add(low)?;
        (low_scale < scale && low.checked_mul(low_scale)? < scale).then_some((whole, low_scale, length + word))
    };
    second().unwrap_or((number, scale, 0))
}

/// The length of the unit a text begins with: in a value whatever letters stand there, in prose a known unit.
fn unit_length(text: &str, setting: Setting) -> usize {
    if setting == Setting::Prose {
        return unit::leading_unit(text).unwrap_or(0);
    }
    let signs = ["%", "％", "﹪", "‰", "℃"];
    if let Some(sign) = signs.iter().find(|sign| text.starts_with(*sign)) {
        return sign.len();
    }
    let letters = text.find(|character: char| !character.is_alphabetic() && character != '/').unwrap_or(text.len());
    let word = &text[..letters];
    // A unit ends before 左右 and the like, and what ends a sentence is none of it: 件左右吧, 件了.
    let is_end = |(at, _): &(usize, char)| AFTER.iter().any(|(mark, _)| word[*at..].starts_with(mark));
    let word = word.char_indices().find(is_end).map_or(word, |(end, _)| &word[..end]);
    let word = word.trim_end_matches(PARTICLES);
    if word.chars().count() > LONGEST_UNIT { 0 } else { word.len() }
}

/// Words of speech that end no unit.
const PARTICLES: [char; 6] = ['吧', '呢', '啊', '吗', '了', '的'];

/// The number a text begins with and its length in bytes.
fn number(text: &str, setting: Setting) -> Result<(Decimal, usize), QuantityFault> {
    let digits = Digits::read(text, setting);
    if digits.end == 0 {
        return match setting {
            Setting::Value => han_number(text),
            Setting::Prose => Err(QuantityFault::NoNumber),
        };
    }
    if digits.bad_groups {
        return Err(QuantityFault::Separator);
    }
    if digits.text.len() > LONGEST_NUMBER {
        return Err(QuantityFault::TooLong);
    }
    let number = Decimal::from_str_exact(&digits.text).map_err(|_| QuantityFault::TooLong)?;
    Ok((number, digits.end))
}

/// The most digits of a number, with its point: no figure has so many. An exact decimal holds 28, and what rounding and
/// sums make of a number shall fit as well.
const LONGEST_NUMBER: usize = 20;

/// A number in Han numerals: 三件, 十二次.
fn han_number(text: &str) -> Result<(Decimal, usize), QuantityFault> {
    let is_numeral = |character: char| numeral::han_digit(character).is_some() || "十百千".contains(character);
    let end = text.find(|character| !is_numeral(character)).unwrap_or(text.len());
    match numeral::han(&text[..end]) {
        Some(number) => Ok((Decimal::from(number), end)),
        None => match text.find(|character| numeral::digit(character).is_some()) {
            Some(digit) => Err(QuantityFault::Extra(text[..digit].trim().to_owned())),
            None => Err(QuantityFault::NoNumber),
        },
    }
}

/// The digits of a number as ASCII, separators dropped.
struct Digits {
    text: String,
    end: usize,
    /// Whether separators stand between other groups than of three.
    bad_groups: bool,
}

impl Digits {
    fn read(text: &str, setting: Setting) -> Self {
        let mut digits = Self { text: String::new(), end: 0, bad_groups: false };
        let (mut group, mut grouped, mut point) = (0, false, false);
        for (at, character) in text.char_indices() {
            if let Some(digit) = numeral::digit(character) {
                // One more than fits is enough to know that it is too long.
                if digits.text.len() <= LONGEST_NUMBER
                    && let Some(digit) = char::from_digit(digit, 10)
                {
                    digits.text.push(digit);
                }
                group += 1;
                digits.end = at + character.len_utf8();
                continue;
            }
            let rest = &text[at + character.len_utf8()..];
            let followed = digits.end == at && at > 0 && rest.starts_with(|next| numeral::digit(next).is_some());
            match character {
                '.' | '．' if followed && !point => {
                    digits.bad_groups |= grouped && group != 3;
                    (point, grouped) = (true, false);
                    digits.text.push('.');
                }
                ',' | '，' if followed && !point && is_separator(character, group, rest, setting) => {
                    digits.bad_groups |= if grouped { group != 3 } else { group > 3 };
                    (grouped, group) = (true, 0);
                }
                _ => break,
            }
        }
        digits.bad_groups |= grouped && group != 3;
        digits
    }
}

/// Whether a comma after a group of digits separates thousands. In prose it may as well end a clause, so there it must
/// be half-width and what follows exactly three digits.
fn is_separator(comma: char, group: usize, rest: &str, setting: Setting) -> bool {
    let following = || rest.chars().take(4).take_while(|&character| numeral::digit(character).is_some()).count();
    setting == Setting::Value || (comma == ',' && group <= 3 && following() == 3)
}
