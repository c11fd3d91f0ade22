//! 一、 （一） 1. （1） and 一是: from position to mark and back.
//!
//! The four levels of headings and their marks are those of GB/T 9704—2012, 7.3.3.

use crate::model::numeral;

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

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

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
    rest.next_if(|_| true);
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

fn is_digit(c: char) -> bool {
    numeral::digit(c).is_some()
}

fn is_closing(c: char) -> bool {
    matches!(c, '）' | ')')
}

/// Whether numbers are written with it.
fn is_numeral(c: char) -> bool {
    matches!(c, '十' | '百' | '零') || DIGITS.contains(&c)
}

/// What is left of the text.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    text: &'a str,
}

impl Cursor<'_> {
    /// The most digits or numerals a mark has: nothing is read further than that.
    const LONGEST: usize = 5;

    fn peek(&self) -> Option<char> {
        self.text.chars().next()
    }

    fn next_if(&mut self, accept: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|&c| accept(c))?;
        self.text = &self.text[c.len_utf8()..];
        Some(c)
    }

    /// Goes on behind the character it stands at.
    fn skip_one(&mut self) {
        self.next_if(|_| true);
    }

    fn eat(&mut self, word: &str) -> bool {
        let rest = self.text.strip_prefix(word);
        self.text = rest.unwrap_or(self.text);
        rest.is_some()
    }

    fn skip_blanks(&mut self) {
        self.text = self.text.trim_start();
    }

    /// An Arabic number of at most three digits.
    fn arabic(&mut self) -> Option<usize> {
        let mut number = None;
        for _ in 0..=3 {
            match self.next_if(is_digit) {
                Some(c) => number = Some(number.unwrap_or(0) * 10 + numeral::digit(c)? as usize),
                None => return number,
            }
        }
        None
    }

    /// A number in numerals, 一 to 九百九十九.
    fn han(&mut self) -> Option<usize> {
        let length = self.text.chars().take(Self::LONGEST + 1).take_while(|&c| is_numeral(c)).map(char::len_utf8).sum();
        let (numerals, rest) = self.text.split_at(length);
        let number = parse_han(numerals)?;
        self.text = rest;
        Some(number)
    }

    /// Whether what follows a 、 counts on, as in 一、二审 or 第一、二季度; in 三、四大班子 it does not.
    fn continues(&self, number: usize) -> bool {
        let mut rest = *self;
        rest.han() == Some(number + 1) && rest.text.starts_with(['、', '审', '级', '类', '季', '期', '线', '产', '届'])
    }

    /// Whether a year follows: 1.2021年以来 is a mark and a year.
    fn starts_with_year(&self) -> bool {
        let mut rest = *self;
        (0..4).all(|_| rest.next_if(is_digit).is_some()) && rest.eat("年")
    }
}

/// 十二 -> 12, 一百〇五 -> 105; `None` where it is not how the number is written.
fn parse_han(numerals: &str) -> Option<usize> {
    let mut characters = numerals.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        // Nearly all are one numeral, and none of those is written otherwise.
        return if only == '十' {
            Some(10)
        } else {
            DIGITS.iter().position(|&d| d == only).filter(|&digit| digit > 0)
        };
    }
    let mut total = 0;
    let mut last = None;
    for c in numerals.chars() {
        match c {
            '百' => total += 100 * last.take()?,
            '十' => total += 10 * last.take().unwrap_or(1),
            '零' => last = Some(0),
            digit => last = DIGITS.iter().position(|&d| d == digit),
        }
    }
    let number = total + last.unwrap_or(0);
    if !(1..1_000).contains(&number) {
        return None;
    }
    // 二〇二一 and 十百 are no such numbers: only what reads back the same is.
    let written = han(number);
    let colloquial = || written.replace("百一十", "百十");
    let plain = numerals.replace('零', "〇");
    let full = || written.starts_with('十') && plain.strip_prefix('一') == Some(&written);
    (plain == written || plain == colloquial() || full()).then_some(number)
}
