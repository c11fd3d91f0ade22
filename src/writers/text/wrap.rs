//! Text broken into lines by display width.

use crate::characters::han::is_ideograph;
use textwrap::WordSeparator;
use textwrap::core::{Word, break_words};
use textwrap::wrap_algorithms::wrap_first_fit;

/// The lines of a text, `first` columns the first and `others` the rest, broken as Unicode allows: no line begins with a
/// closing mark or ends with an opening one (禁则), and a number stays with its unit.
pub(in crate::writers) fn lines(text: &str, first: usize, others: usize) -> Vec<String> {
    broken(text, [first, others], first.min(others))
}

/// The lines of a text as of [`lines`], a word broken only where it is wider than `longest`.
pub(crate) fn broken(text: &str, [first, others]: [usize; 2], longest: usize) -> Vec<String> {
    let glued = glue(text);
    let words: Vec<Word> = WordSeparator::UnicodeBreakProperties.find_words(&glued).collect();
    let words = break_words(words, longest);
    let widths = [first as f64, others as f64];
    wrap_first_fit(&words, &widths)
        .into_iter()
        .map(|words| {
            let mut line = String::new();
            for word in words {
                line.push_str(word);
                line.push_str(word.whitespace);
            }
            line.retain(|c| c != GLUE);
            line.truncate(line.trim_end_matches(' ').len());
            line
        })
        .filter(|line| !line.is_empty())
        .collect()
}

/// U+2060: no line ends here.
const GLUE: char = '\u{2060}';

/// Units of more than one character; of any other the first character is held.
const UNITS: &[&str] = &[
    "个百分点",
    "人次",
    "件次",
    "场次",
    "批次",
    "班次",
    "辆次",
    "户次",
    "项次",
    "万元",
    "亿元",
    "小时",
    "分钟",
    "公里",
    "公斤",
    "平方米",
    "平方公里",
    "立方米",
    "工作日",
    "余人",
    "周年",
];

/// The text with a number held to what belongs to it: unit, 万, 余, %, the other end of a range.
fn glue(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    let mut in_number = false;
    while let Some(c) = rest.chars().next() {
        let (now, later) = rest.split_at(if in_number { held(rest).max(c.len_utf8()) } else { c.len_utf8() });
        let joins_range = joins(c) && later.starts_with(|c: char| c.is_ascii_digit()) && !out.ends_with([' ', '　']);
        if joins_range {
            out.extend([GLUE, c, GLUE]);
        } else if in_number && held(rest) > 0 {
            out.extend(now.chars().flat_map(|c| [GLUE, c]));
        } else {
            out.push_str(now);
        }
        in_number = now.ends_with(|c: char| c.is_ascii_digit() || (in_number && multiplies(c)));
        rest = later;
    }
    out
}

/// The bytes at the start of what follows a number that belong to it.
fn held(rest: &str) -> usize {
    let Some(c) = rest.chars().next() else { return 0 };
    if let Some(unit) = UNITS.iter().find(|unit| rest.starts_with(**unit)) {
        return unit.len();
    }
    let closes = is_ideograph(c) || matches!(c, '%' | '％' | '‰' | '℃' | '.' | ',') || c.is_ascii_digit();
    if closes { c.len_utf8() } else { 0 }
}

/// What stands between a number and its unit.
fn multiplies(c: char) -> bool {
    matches!(c, '百' | '千' | '万' | '亿' | '余' | '多' | '几' | '.' | ',')
}

/// What joins the two ends of a range.
fn joins(c: char) -> bool {
    matches!(c, '—' | '–' | '～' | '~' | '-')
}
