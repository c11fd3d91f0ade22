//! Numbers that lead to a person, found in a text: by their own form, and where that is not certain by the words around.

use std::ops::Range;

use jiff::civil::Date;

use crate::characters::leads::{DIGITS, Leads};
use crate::model::numeral;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Datum {
    /// 公民身份号码 (GB 11643—1999), and the old one of 15 digits.
    IdentityCard,
    /// A mobile phone.
    Mobile,
    BankCard,
    /// 机动车号牌
    Plate,
}

/// Every number that leads to a person, in order. Those with a mask in them, numbers of papers, codes of organs, hotlines
/// and quantities are none. Linear in the text.
pub fn find(text: &str, year: Option<i16>) -> Vec<(Range<usize>, Datum)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = OPENINGS.next(text, at)
        && let Some(c) = text[start..].chars().next()
    {
        if let Some(end) = short(text, start) {
            at = end;
        } else if numeral::digit(c).is_some() {
            let token = Token::read(text, start);
            at = token.end;
            token.find(text, year, &mut found);
        } else {
            let plate = plate(text, at, start);
            at = plate.as_ref().map_or(start + c.len_utf8(), |range| range.end);
            found.extend(plate.map(|range| (range, Datum::Plate)));
        }
    }
    found
}

/// The fewest digits of a number that leads to a person.
const FEWEST: usize = 11;

/// Where a number ends that stands by itself and is shorter: nearly all are.
fn short(text: &str, start: usize) -> Option<usize> {
    let digits = text.as_bytes()[start..].iter().take(FEWEST).take_while(|byte| byte.is_ascii_digit()).count();
    let goes_on = |c: char| is_separator(c) || numeral::digit(c).is_some();
    (1..FEWEST).contains(&digits).then_some(start + digits).filter(|end| !text[*end..].starts_with(goes_on))
}

/// Whether the digits before and behind may be of one number.
fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '－')
}

/// What a number begins with, or stands behind the province of a plate.
const OPENINGS: Leads = DIGITS.and(&Leads::of(&[
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y',
    'Z',
]));

/// Digits that hang together: groups with a blank or a hyphen between.
struct Token {
    /// Each group: its range in the text and its digits, X among them.
    groups: Vec<(Range<usize>, String)>,
    /// Whether hyphens part the groups.
    is_hyphened: bool,
    end: usize,
}

/// Characters of a number that is looked at: a longer one is no number of a person.
const LONGEST: usize = 24;

impl Token {
    fn read(text: &str, start: usize) -> Self {
        let mut token = Self { groups: Vec::new(), is_hyphened: false, end: start };
        let mut at = start;
        loop {
            let (end, digits) = digits(text, at);
            if digits.is_empty() {
                break;
            }
            token.groups.push((at..end, digits));
            token.end = end;
            let Some(separator) = text[end..].chars().next().filter(|c| is_separator(*c)) else { break };
            at = end + separator.len_utf8();
            if !text[at..].starts_with(|c| numeral::digit(c).is_some()) {
                break;
            }
            token.is_hyphened |= separator != ' ';
        }
        token
    }

    fn find(&self, text: &str, year: Option<i16>, found: &mut Vec<(Range<usize>, Datum)>) {
        let Some((first, _)) = self.groups.first() else { return };
        let whole = first.start..self.end;
        if is_part_of_code(text, &whole) {
            return;
        }
        // +86 138…
        let groups = match self.groups.split_first() {
            Some(((_, country), rest)) if country == "86" && !rest.is_empty() => rest,
            _ => &self.groups,
        };
        let lengths: Vec<usize> = groups.iter().map(|(_, digits)| digits.len()).collect();
        let joined = || groups.iter().map(|(_, digits)| digits.as_str()).collect::<String>();
        let one = match lengths.as_slice() {
            [_] | [3, 4, 4] | [6, 8, 4] | [4, 4, 4, 4] | [4, 4, 4, 4, 1..=3] => {
                let start = groups.first().map_or(whole.start, |(range, _)| range.start);
                Some((start..self.end, joined()))
            }
            _ => None,
        };
        let apart: &[(Range<usize>, String)] = if self.is_hyphened { &[] } else { groups };
        let numbers: Vec<(Range<usize>, String)> = one.map_or_else(|| apart.to_vec(), |one| vec![one]);
        for (range, digits) in numbers {
            found.extend(datum(text, &range, &digits, year).map(|datum| (range, datum)));
        }
    }
}

/// The digits from `start` on as ASCII, an X at the end of seventeen with them, and where they end.
fn digits(text: &str, start: usize) -> (usize, String) {
    let (mut end, mut digits) = (start, String::new());
    for c in text[start..].chars() {
        match numeral::digit(c).and_then(|digit| char::from_digit(digit, 10)) {
            Some(digit) if digits.len() <= LONGEST => digits.push(digit),
            Some(_) => {}
            None if digits.len() == 17 && matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ') => {
                digits.push('X');
                return (end + c.len_utf8(), digits);
            }
            None => break,
        }
        end += c.len_utf8();
    }
    (end, digits)
}

/// Whether letters, marks or a mask stand at the number: a code, an index number, an address, or masked already.
fn is_part_of_code(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || "*＊×/_.@#=〔〕[]%".contains(c);
    text[..range.start].ends_with(|c| joins(c) || c == '-') || text[range.end..].starts_with(|c| joins(c) || c == '-')
}

/// What a number of these digits is.
fn datum(text: &str, range: &Range<usize>, digits: &str, year: Option<i16>) -> Option<Datum> {
    let is_named = |words: &[&str]| words.iter().any(|word| before(text, range.start, 16).contains(word));
    match digits.len() {
        11 => is_mobile(text, range, digits).then_some(Datum::Mobile),
        15 => (is_named(&IDENTITY) && is_old_identity(digits)).then_some(Datum::IdentityCard),
        18 if is_identity(digits, is_named(&IDENTITY), year) => Some(Datum::IdentityCard),
        16..=19 => (is_named(&CARD) && is_card(digits)).then_some(Datum::BankCard),
        _ => None,
    }
}

/// At most so many characters before a place.
fn before(text: &str, at: usize, characters: usize) -> &str {
    let start = text[..at].char_indices().rev().take(characters).last().map_or(at, |(start, _)| start);
    &text[start..at]
}

/// At most so many characters from a place on.
fn after(text: &str, at: usize, characters: usize) -> &str {
    let end = text[at..].char_indices().nth(characters).map_or(text.len(), |(end, _)| at + end);
    &text[at..end]
}

/// Words before the number of an identity card.
const IDENTITY: [&str; 2] = ["身份证", "身份号码"];
/// Words before the number of a bank card.
const CARD: [&str; 5] = ["银行卡", "卡号", "借记卡", "信用卡", "社保卡"];
/// Words before eleven digits that are the telephone of an office, or no telephone.
const OFFICE: [&str; 30] = [
    "专线",
    "办公电话",
    "公布电话",
    "公开电话",
    "热线",
    "举报",
    "投诉",
    "监督",
    "咨询",
    "值班",
    "服务电话",
    "客服",
    "报警",
    "救助",
    "传真",
    "编号",
    "文号",
    "案号",
    "证号",
    "索引",
    "登记号",
    "备案",
    "许可",
    "代码",
    "账号",
    "帐号",
    "卡号",
    "流水",
    "序号",
    "信用",
];
/// What follows a quantity or a number of something.
const COUNTED: &str = "元件人次个名户起万亿项条份家场号年余多";

/// The first two digits of the codes of provinces (GB/T 2260).
fn is_province(code: &str) -> bool {
    matches!(code.parse(), Ok(11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83))
}

fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Weights of the digits in the check of an identity number, and the check digit by remainder (GB 11643—1999).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// Years before the one reported on in which whom a report speaks of was born. A code of region, day and serial number
/// has a later day, and one in eleven passes the check.
const YOUNGEST: i16 = 6;

/// Whether these 18 characters are a number of an identity card: region, day of birth, and check digit, unless it is
/// called one.
fn is_identity(digits: &str, is_named: bool, year: Option<i16>) -> bool {
    let Some(born) = day(&digits[6..10], &digits[10..12], &digits[12..14]) else { return false };
    let latest = year.unwrap_or(2100).saturating_sub(if is_named { 0 } else { YOUNGEST });
    let sum: u32 = digits.chars().zip(WEIGHTS).map(|(c, weight)| c.to_digit(10).unwrap_or_default() * weight).sum();
    let check = CHECKS.get((sum % 11) as usize);
    let fits = (1900..=latest).contains(&born.year()) && is_province(&digits[..2]);
    fits && (is_named || digits.chars().last().as_ref() == check)
}

/// Whether 15 digits may be a number of the first generation: region and day of birth.
fn is_old_identity(digits: &str) -> bool {
    is_province(&digits[..2]) && day(&format!("19{}", &digits[6..8]), &digits[8..10], &digits[10..12]).is_some()
}

fn is_mobile(text: &str, range: &Range<usize>, digits: &str) -> bool {
    let begins = digits.starts_with('1') && digits[1..].starts_with(|c: char| ('3'..='9').contains(&c));
    let is_counted = || text[range.end..].starts_with(|c| COUNTED.contains(c));
    let is_office = || OFFICE.iter().any(|word| before(text, range.start, 12).contains(word));
    begins && !is_counted() && !is_office()
}

/// Whether the digits have the form of a bank card: issuer and Luhn’s check digit (GB/T 15694.1).
fn is_card(digits: &str) -> bool {
    let value = |(index, c): (usize, char)| {
        let digit = c.to_digit(10)?;
        Some(if index % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit })
    };
    let sum: Option<u32> = digits.chars().rev().enumerate().map(value).sum();
    digits.starts_with(['3', '4', '5', '6', '9']) && sum.is_some_and(|sum| sum.is_multiple_of(10))
}

/// The signs of provinces on plates (GA 36).
const PLATES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// The plate with its letter at a place, from a byte on: sign of the province, letter, five or six letters and digits;
/// and a vehicle spoken of.
fn plate(text: &str, from: usize, letter: usize) -> Option<Range<usize>> {
    let province = text[from..letter].chars().next_back()?;
    if !text[letter..].starts_with(is_plate_letter) || !PLATES.contains(province) {
        return None;
    }
    let (at, mut end) = (letter - province.len_utf8(), letter + 1);
    end += text[end..].chars().next().filter(|c| "·•・".contains(*c)).map_or(0, char::len_utf8);
    let rest = &text[end..];
    let length = rest.find(|c: char| !(c.is_ascii_digit() || is_plate_letter(c))).unwrap_or(rest.len());
    let number = &rest[..length];
    end += length;
    if !matches!(number.len(), 5 | 6) || !number.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if text[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || "*＊-/".contains(c)) {
        return None;
    }
    let speaks = |words: &str| ["车", "牌照", "号牌", "驾驶"].iter().any(|word| words.contains(word));
    (speaks(before(text, at, 16)) || speaks(after(text, end, 10))).then_some(at..end)
}

/// Letters of plates: I and O would be read as digits.
fn is_plate_letter(c: char) -> bool {
    c.is_ascii_uppercase() && !matches!(c, 'I' | 'O')
}
