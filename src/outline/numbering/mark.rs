//! The mark that a text starts with, in all the ways it is typed.

use super::DIGITS;
use super::cursor::{Cursor, is_digit, is_numeral};

/// A mark found at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub kind: MarkKind,
    pub number: usize,
    /// Bytes from the start of the text to the end of the mark, the blanks before and after it included.
    pub length: usize,
}

/// The kinds of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// 一、
    Han,
    /// （一）
    HanParenthesis,
    /// 1. or 1、 or １．
    Arabic,
    /// （1） or 1）
    ArabicParenthesis,
    /// ①
    Circled,
    /// 第一， or 首先，
    Ordinal,
    /// 一是
    Measure,
}

impl MarkKind {
    /// The level of the headings that carry it; `None` for marks inside a text.
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::Han => Some(1),
            Self::HanParenthesis => Some(2),
            Self::Arabic => Some(3),
            Self::ArabicParenthesis => Some(4),
            Self::Circled | Self::Ordinal | Self::Measure => None,
        }
    }
}

/// The mark a text starts with. A number in running text is none.
///
/// ```
/// use fazhi::outline::numbering::{MarkKind, leading_mark};
/// let mark = leading_mark("（十二） 行政执法").expect("a mark");
/// assert_eq!((mark.kind, mark.number), (MarkKind::HanParenthesis, 12));
/// assert_eq!(&"（十二） 行政执法"[mark.length..], "行政执法");
/// for text in ["2021年以来", "1.5万人次", "1月", "10.5%", "一些单位", "一、二审案件", "第一责任人", "1.2.3"] {
///     assert_eq!(leading_mark(text), None, "{text}");
/// }
/// ```
pub fn leading_mark(text: &str) -> Option<Mark> {
    let mut rest = Cursor { text };
    rest.skip_blanks();
    let (kind, number) = mark(&mut rest)?;
    rest.skip_blanks();
    Some(Mark { kind, number, length: text.len() - rest.text.len() })
}

fn mark(rest: &mut Cursor) -> Option<(MarkKind, usize)> {
    // Most texts begin with none of these: one look at their first character passes them.
    match rest.peek()? {
        '首' | '其' | '再' => ordinal_word(rest),
        '第' => ordinal(rest),
        '（' | '(' => parenthesis(rest),
        '〔' | '【' => bracket(rest),
        c if is_digit(c) => {
            let number = rest.arabic()?;
            arabic(rest, number)
        }
        c if is_numeral(c) => han_number(rest),
        c => {
            let single = enclosed(c)?;
            rest.skip_one();
            Some(single)
        }
    }
}

/// 首先， 其次， 再次，
fn ordinal_word(rest: &mut Cursor) -> Option<(MarkKind, usize)> {
    let words = [("首先", 1), ("其次", 2), ("再次", 3)];
    let (_, number) = words.into_iter().find(|(word, _)| rest.eat(word))?;
    rest.next_if(is_comma).map(|_| (MarkKind::Ordinal, number))
}

/// 第一， and 第1、
fn ordinal(rest: &mut Cursor) -> Option<(MarkKind, usize)> {
    rest.skip_one();
    let number = rest.han().or_else(|| rest.arabic())?;
    rest.next_if(|c| is_comma(c) || c == '、')?;
    (!rest.continues(number)).then_some((MarkKind::Ordinal, number))
}

/// 一、 and 一是
fn han_number(rest: &mut Cursor) -> Option<(MarkKind, usize)> {
    let number = rest.han()?;
    if rest.eat("是") {
        let mut next = *rest;
        let is_saying = next.next_if(|c| c == DIGITS[number % 10]).is_some() && next.next_if(is_comma).is_some();
        return (!is_saying).then_some((MarkKind::Measure, number));
    }
    // 一）, whose other half was left out.
    if rest.next_if(is_closing).is_some() {
        rest.next_if(|c| c == '、' || is_full_stop(c));
        return Some((MarkKind::HanParenthesis, number));
    }
    rest.skip_blanks();
    rest.next_if(|c| c == '、' || is_full_stop(c))?;
    (!rest.continues(number)).then_some((MarkKind::Han, number))
}

/// 〔一〕 and 【一】, which some type for （一）; 〔2023〕 is a year.
fn bracket(rest: &mut Cursor) -> Option<(MarkKind, usize)> {
    rest.skip_one();
    let number = rest.han()?;
    rest.next_if(|c| matches!(c, '〕' | '】')).map(|_| (MarkKind::HanParenthesis, number))
}

/// An opening parenthesis and what follows it: the number, the closing one, and a 、 that some type after it.
fn parenthesis(rest: &mut Cursor) -> Option<(MarkKind, usize)> {
    rest.skip_one();
    rest.skip_blanks();
    let (kind, number) = match rest.han() {
        Some(number) => (MarkKind::HanParenthesis, number),
        None => (MarkKind::ArabicParenthesis, rest.arabic()?),
    };
    rest.skip_blanks();
    rest.next_if(is_closing)?;
    rest.next_if(|c| c == '、' || is_full_stop(c));
    Some((kind, number))
}

/// What follows an Arabic number: a full stop or 、 that is no part of a longer number, or a closing parenthesis.
fn arabic(rest: &mut Cursor, number: usize) -> Option<(MarkKind, usize)> {
    if rest.next_if(is_closing).is_some() {
        return Some((MarkKind::ArabicParenthesis, number));
    }
    rest.skip_blanks();
    let stop = rest.next_if(|c| c == '、' || is_full_stop(c))?;
    // 1.、 by a slip.
    rest.next_if(|c| c == '、' && stop != '、');
    let number_goes_on = rest.peek().is_some_and(is_digit) && !rest.starts_with_year();
    (!number_goes_on).then_some((MarkKind::Arabic, number))
}

/// A mark that is one character: ①, ⑴, ⒈, ㈠.
fn enclosed(c: char) -> Option<(MarkKind, usize)> {
    let (kind, first, offset) = match c {
        '①'..='⑳' => (MarkKind::Circled, '①', 1),
        '❶'..='❿' => (MarkKind::Circled, '❶', 1),
        '㉑'..='㉟' => (MarkKind::Circled, '㉑', 21),
        '㊱'..='㊿' => (MarkKind::Circled, '㊱', 36),
        '⑴'..='⒇' => (MarkKind::ArabicParenthesis, '⑴', 1),
        '⒈'..='⒛' => (MarkKind::Arabic, '⒈', 1),
        '㈠'..='㈩' => (MarkKind::HanParenthesis, '㈠', 1),
        _ => return None,
    };
    Some((kind, c as usize - first as usize + offset))
}

fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',')
}

fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '．')
}

fn is_closing(c: char) -> bool {
    matches!(c, '）' | ')')
}
