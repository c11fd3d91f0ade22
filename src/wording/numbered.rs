//! Formulas that are told by their number: 两个维护, 四个自信.

use std::ops::Range;
use std::sync::LazyLock;

use super::table;
use crate::outline::Sure;

/// A formula that begins with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbered {
    /// 四个自信
    pub name: &'static str,
    /// Words of the sentence, one of which tells that the formula is meant.
    pub beside: Vec<&'static str>,
    /// Reports on this year and later have this number.
    pub since: Option<i16>,
    pub sure: Sure,
    pub source: &'static str,
}

static NUMBERED: LazyLock<Vec<Numbered>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("../../templates/wording/numbered.yaml"));
    let numbered = rows.map(|row| Numbered {
        name: row.owed("name"),
        beside: row.list("beside"),
        since: row.year("since"),
        sure: row.sure(),
        source: row.owed("source"),
    });
    numbered.collect()
});

/// Every formula with a number.
pub fn numbered() -> &'static [Numbered] {
    &NUMBERED
}

impl Numbered {
    /// Its number: 四.
    pub fn number(&self) -> &'static str {
        &self.name[..self.name.chars().next().map_or(0, char::len_utf8)]
    }

    /// What is counted: 个自信.
    pub fn noun(&self) -> &'static str {
        &self.name[self.number().len()..]
    }

    /// The stretch from the number on, where another one stands before what is counted.
    pub fn other_number(&self, text: &str, noun: &Range<usize>) -> Option<Range<usize>> {
        const NUMBERS: &str = "一二两三四五六七八九";
        let before = &text[..noun.start];
        let number = before.chars().next_back().filter(|number| NUMBERS.contains(*number))?;
        let start = noun.start - number.len_utf8();
        // 第二个一百年, 十二个 and 二、三个 are other numbers.
        let is_part = text[..start].ends_with(|c: char| "第十百、".contains(c) || NUMBERS.contains(c));
        (!self.name.starts_with(number) && !is_part).then_some(start..noun.end)
    }
}
