//! Times that follow one another: 一季度, 上半年, 3月, 2021年, 第二批.

use std::sync::LazyLock;

use serde::Deserialize;

use super::marks::bare;
use crate::model::{numeral, year};
use crate::outline::Source;
use crate::yaml::plain;

/// What kind of time a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// 一季度
    Quarter,
    /// 上半年, 1至6月
    Half,
    /// 3月
    Month,
    /// 2021年
    Year,
    /// 第二批
    Batch,
}

/// One of several times of a kind: the third quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub kind: Kind,
    pub number: usize,
}

/// A span of years with a name.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Words that name it.
    pub words: Vec<String>,
    pub first: usize,
    pub source: Source,
}

static SPANS: LazyLock<Vec<Span>> =
    LazyLock::new(|| plain::parse(include_str!("../../templates/prose/periods.yaml")).expect("a test reads it"));

/// Every span of years.
pub fn spans() -> &'static [Span] {
    &SPANS
}

/// Words of the two half years.
const HALVES: [(&str, usize); 10] = [
    ("上半年", 1),
    ("1至6月", 1),
    ("1—6月", 1),
    ("1-6月", 1),
    ("1－6月", 1),
    ("下半年", 2),
    ("7至12月", 2),
    ("7—12月", 2),
    ("7-12月", 2),
    ("7－12月", 2),
];

/// What a time, or a word that joins it to others, begins with; most words begin otherwise.
const OPENINGS: &str = "第上下其一二三四五六七八九十、和及与";

/// The time that words begin with, behind the marks and words that join them, and what follows it.
pub(super) fn leading(words: &str) -> Option<(Period, &str)> {
    let words = words.trim_start_matches(['，', ' ', '；', '：']);
    if !words.starts_with(|c: char| c.is_ascii_digit() || OPENINGS.contains(c)) {
        return None;
    }
    let words = bare(words);
    let half = HALVES.iter().find_map(|(word, number)| Some((words.strip_prefix(word)?, *number)));
    if let Some((rest, number)) = half {
        return Some((Period { kind: Kind::Half, number }, rest));
    }
    let is_ordinal = words.starts_with('第');
    let words = words.strip_prefix('第').unwrap_or(words);
    let length = words.find(|c: char| !c.is_ascii_digit() && numeral::han_digit(c).is_none() && c != '十')?;
    let (number, rest) = words.split_at(length);
    let number = number_of(number)?;
    let (kind, word) = if rest.starts_with("季度") && number <= 4 {
        (Kind::Quarter, "季度")
    } else if rest.starts_with('批') && is_ordinal {
        (Kind::Batch, "批")
    } else if rest.starts_with('月') && number <= 12 && !is_ordinal {
        (Kind::Month, if rest.starts_with("月份") { "月份" } else { "月" })
    } else if rest.starts_with('年') && (1900..2100).contains(&number) && !is_ordinal && !since(rest) {
        (Kind::Year, "年")
    } else {
        return None;
    };
    Some((Period { kind, number }, &rest[word.len()..]))
}

/// Whether what follows a year makes it the first of several, or the end of one.
fn since(words: &str) -> bool {
    ["年以来", "年来", "年起", "年底", "年末", "年至"].iter().any(|word| words.starts_with(word))
}

/// 3, 三, 十二.
fn number_of(digits: &str) -> Option<usize> {
    if digits.starts_with(|c: char| c.is_ascii_digit()) {
        return digits.parse().ok();
    }
    numeral::han(digits).and_then(|number| usize::try_from(number).ok())
}

impl Period {
    /// The one so many later.
    pub fn later(self, by: usize) -> Option<Self> {
        Some(Self { number: self.number.checked_add(by)?, ..self })
    }

    /// Whether so many from this one on are all of them, as far as their sentence says.
    pub fn is_complete(self, count: usize, sentence: &str) -> bool {
        let all = |of: usize| self.number == 1 && count == of;
        match self.kind {
            Kind::Quarter => all(4),
            Kind::Half => all(2),
            Kind::Month => all(12),
            Kind::Batch => self.number == 1 && names(sentence, count, |number, _| number.starts_with('批')),
            Kind::Year => self.is_first_year(sentence) || names_count(sentence, count),
        }
    }

    /// Whether so many from this one on may be all of them: years in a row, where the sentence counts since some time.
    pub fn may_be_complete(self, count: usize, sentence: &str) -> bool {
        self.kind == Kind::Year && count > 2 && sentence.contains("以来")
    }

    /// Whether a sentence counts from this year on.
    fn is_first_year(self, sentence: &str) -> bool {
        let first = self.number;
        let is_since = |(named, range): &(i16, std::ops::Range<usize>)| {
            usize::try_from(*named) == Ok(first)
                && sentence[range.end..].starts_with('年')
                && since(&sentence[range.end..])
        };
        year::named(sentence).iter().any(is_since)
            || SPANS.iter().any(|span| span.first == first && span.words.iter().any(|word| sentence.contains(word)))
    }
}

/// So many years, as they are counted in words.
const COUNTED: [&str; 11] = ["", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Whether a sentence speaks of so many years: 近三年, 三年来, 3年共.
fn names_count(sentence: &str, count: usize) -> bool {
    names(sentence, count, |behind, before| {
        let is_span = ["年来", "年共", "年累计"].iter().any(|word| behind.starts_with(word));
        is_span || behind.starts_with('年') && before.ends_with('近')
    })
}

/// Whether a number stands in a sentence, in digits or in words, between words that suit.
fn names(sentence: &str, count: usize, suits: impl Fn(&str, &str) -> bool) -> bool {
    let written = count.to_string();
    let mut numbers = COUNTED.get(count).into_iter().copied().chain([written.as_str()]);
    let stands = |number: &str| {
        sentence.match_indices(number).any(|(at, _)| suits(&sentence[at + number.len()..], &sentence[..at]))
    };
    count > 1 && numbers.any(stands)
}
