//! Digits as they are typed: ASCII, full-width, and Han numerals.

/// The value of an ASCII or full-width digit.
pub fn digit(character: char) -> Option<u32> {
    match character {
        '0'..='9' => Some(u32::from(character) - u32::from('0')),
        '０'..='９' => Some(u32::from(character) - u32::from('０')),
        _ => None,
    }
}

/// The value of a Han digit: 〇 and 零, 一 to 九, 两.
pub fn han_digit(character: char) -> Option<u32> {
    Some(match character {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The power of ten a Han numeral multiplies by.
fn weight(character: char) -> Option<u64> {
    Some(match character {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Reads a whole text as a Han numeral, digit by digit (二〇二二) or with weights (三百零五, 十二).
///
/// ```
/// use fazhi::model::numeral::han;
/// assert_eq!(han("二〇二二"), Some(2022));
/// assert_eq!(han("一百零五"), Some(105));
/// assert_eq!(han("三万二千"), Some(32_000));
/// assert_eq!(han("十十"), None);
/// ```
pub fn han(text: &str) -> Option<u64> {
    if text.is_empty() || text.chars().count() > 18 {
        return None;
    }
    match text.chars().map(han_digit).collect::<Option<Vec<_>>>() {
        Some(digits) => Some(digits.into_iter().fold(0, |number, digit| number * 10 + u64::from(digit))),
        None => weighted(text),
    }
}

/// 三百零五: weights descend inside a section of four, and from 亿 to 万.
fn weighted(text: &str) -> Option<u64> {
    let (mut total, mut section, mut digit) = (0, 0, None);
    let (mut inner, mut outer) = (u64::MAX, u64::MAX);
    for character in text.chars() {
        if let Some(value) = han_digit(character) {
            if digit.replace(u64::from(value)).is_some_and(|before| before != 0) {
                return None;
            }
            continue;
        }
        let weight = weight(character)?;
        let (before, bound) = if weight < 10_000 { (&mut section, &mut inner) } else { (&mut total, &mut outer) };
        if weight >= *bound {
            return None;
        }
        *bound = weight;
        if weight < 10_000 {
            // 十 alone is ten; 百 and 千 need their digit.
            let many = digit.take().filter(|&digit| digit != 0).or((weight == 10).then_some(1))?;
            *before += many * weight;
        } else {
            let many = section + digit.take().unwrap_or(0);
            if many == 0 {
                return None;
            }
            total += many * weight;
            section = 0;
            inner = u64::MAX;
        }
    }
    Some(total + section + digit.unwrap_or(0))
}
