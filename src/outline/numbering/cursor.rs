//! A text that is read from its start on, number by number.

use super::{DIGITS, han};
use crate::model::numeral;

/// What is left of the text.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    pub text: &'a str,
}

impl Cursor<'_> {
    /// The most digits or numerals a mark has: nothing is read further than that.
    const LONGEST: usize = 5;

    /// The character it stands at.
    pub fn peek(&self) -> Option<char> {
        self.text.chars().next()
    }

    /// The character it stands at, and goes on behind it, where that is accepted.
    pub fn next_if(&mut self, accept: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|&c| accept(c))?;
        self.text = &self.text[c.len_utf8()..];
        Some(c)
    }

    /// Goes on behind the character it stands at.
    pub fn skip_one(&mut self) {
        self.next_if(|_| true);
    }

    /// Goes on behind a word where it stands at one.
    pub fn eat(&mut self, word: &str) -> bool {
        let rest = self.text.strip_prefix(word);
        self.text = rest.unwrap_or(self.text);
        rest.is_some()
    }

    /// Goes on behind blanks.
    pub fn skip_blanks(&mut self) {
        self.text = self.text.trim_start();
    }

    /// An Arabic number of at most three digits.
    pub fn arabic(&mut self) -> Option<usize> {
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
    pub fn han(&mut self) -> Option<usize> {
        let length = self.text.chars().take(Self::LONGEST + 1).take_while(|&c| is_numeral(c)).map(char::len_utf8).sum();
        let (numerals, rest) = self.text.split_at(length);
        let number = parse_han(numerals)?;
        self.text = rest;
        Some(number)
    }

    /// Whether what follows a 、 counts on, as in 一、二审 or 第一、二季度; in 三、四大班子 it does not.
    pub fn continues(&self, number: usize) -> bool {
        let mut rest = *self;
        rest.han() == Some(number + 1) && rest.text.starts_with(['、', '审', '级', '类', '季', '期', '线', '产', '届'])
    }

    /// Whether a year follows: 1.2021年以来 is a mark and a year.
    pub fn starts_with_year(&self) -> bool {
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

/// Whether it is a digit, of any width.
pub fn is_digit(c: char) -> bool {
    numeral::digit(c).is_some()
}

/// Whether numbers are written with it.
pub fn is_numeral(c: char) -> bool {
    matches!(c, '十' | '百' | '零') || DIGITS.contains(&c)
}
