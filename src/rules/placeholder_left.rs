use std::ops::Range;

use super::{Authority, Context, Rule};
use crate::characters::han::is_han;
use crate::characters::han_set::HanSet;
use crate::characters::leads::Leads;
use crate::diagnostic::{Findings, Severity, Where};
use crate::language::stretches::{is_wide, stretches};
use crate::outline::numbering::leading_mark;

/// ××, XX, ___, 〔2026〕 号, 年 月 日, 待补充, …… as the whole text: a place kept open that nobody filled.
pub const RULE: Rule = Rule {
    code: "FZ401",
    name: "placeholder-left",
    severity: Severity::Warning,
    authority: Authority::Custom,
    opt_in: false,
    bad: sample!(measure: "全年制定行政规范性文件××件。"),
    good: sample!(measure: "全年制定行政规范性文件4件。"),
    check,
};

/// Findings in one text that are worth listing.
const MOST: usize = 40;

fn check(context: &Context, findings: &mut Findings) {
    let texts = context.report.body().into_iter().chain(context.report.frame());
    for text in texts.filter(|text| !text.is_unfilled()) {
        for range in placeholders(&text.value).into_iter().take(MOST) {
            let words = text.value[range.clone()].trim().replace('\\', "");
            findings.push(RULE.finding(Where::Range(text.place, range)).with("words", words));
        }
    }
}

/// Whether a text has one.
pub(super) fn is_in(text: &str) -> bool {
    !placeholders(text).is_empty()
}

/// Bytes that are looked at around a character: no place kept open is longer.
const REACH: usize = 600;

/// Every place kept open, in order; lines of dots first.
fn placeholders(text: &str) -> Vec<Range<usize>> {
    if !may_be_open(text) {
        return Vec::new();
    }
    let mut found = if DOTS.each(text).any(|(_, c)| is_dot(c)) { dots(text) } else { Vec::new() };
    found.extend(blank_counts(text));
    for stretch in stretches(text) {
        let words = &text[..stretch.end];
        let mut next = stretch.start;
        while let Some(at) = LEADS.next(words, next)
            && let Some(c) = words[at..].chars().next()
        {
            next = at + c.len_utf8();
            if !opens(c) {
                continue;
            }
            let (from, to) = (at.saturating_sub(REACH).max(stretch.start), (at + REACH).min(stretch.end));
            let before = &text[text.ceil_char_boundary(from)..at];
            let end = placeholder(before, &text[at..text.floor_char_boundary(to)], c).map(|length| at + length);
            found.extend(end.map(|end| at..end));
            next = end.unwrap_or(next);
        }
    }
    found
}

/// Whether anything in a text is of a place kept open: most texts have nothing.
///
/// （ and 年 are in too many texts: the one is followed by 待, the other by a blank.
fn may_be_open(text: &str) -> bool {
    let is_sign = |c: char| c != '（' && OPENINGS.contains(&c) || is_dot(c) || is_blank(c);
    SIGNS.each(text).any(|(_, c)| is_sign(c)) || text.contains('待')
}

/// What places kept open begin with, beside 年 and 待.
const OPENINGS: [char; 15] = ['×', '╳', '✕', 'X', 'x', 'Ｘ', '*', '＊', '_', '＿', '〔', '【', '（', 'T', 'F'];
const HAN: HanSet = HanSet::of("年待");
const LEADS: Leads = Leads::of(&OPENINGS).and(&Leads::of(&['年', '待']));
const SIGNS: Leads = Leads::of(&OPENINGS).and(&DOTS).and(&Leads::of(&[' ', '\u{3000}', '\u{a0}']));

/// Whether a place kept open may begin with a character. Some Han characters begin as those do: most pass by one bit.
fn opens(c: char) -> bool {
    if is_han(c) { HAN.has(c) } else { OPENINGS.contains(&c) }
}

const DOTS: Leads = Leads::of(&['…', '⋯']);

fn is_dot(c: char) -> bool {
    matches!(c, '…' | '⋯')
}

/// What is counted, right before the blank that a number was to fill.
const COUNTED: [&str; 13] =
    ["排查", "案件", "申请", "纠纷", "文件", "意见", "活动", "培训", "会议", "人员", "共", "审结", "办结"];

/// 受理行政复议案件　件，: nothing but blanks where a number belongs.
fn blank_counts(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !text.contains('\u{3000}') && !text.contains("  ") {
        return found;
    }
    let mut at = 0;
    while let Some(start) = text[at..].find(['\u{3000}', ' ']).map(|length| at + length) {
        let rest = text[start..].trim_start_matches(['\u{3000}', ' ']);
        let end = text.len() - rest.len();
        let mut after = rest.chars();
        let counter = after.next().filter(|c| "件次场期个名份条项".contains(*c));
        let ends = after.next().is_none_or(|c| "，。；、（".contains(c));
        let is_wide = text[start..end].contains('\u{3000}') || end - start > 1;
        let counted = COUNTED.iter().find(|word| text[..start].ends_with(**word));
        if let (Some(counter), Some(counted)) = (counter, counted)
            && is_wide
            && ends
        {
            found.push(start - counted.len()..end + counter.len_utf8());
        }
        at = end;
    }
    found
}

/// Lines that are nothing but dots behind their number: （一）……
fn dots(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let mut dots = words.trim_start();
        while let Some(mark) = leading_mark(dots) {
            dots = &dots[mark.length..];
        }
        if !dots.is_empty() && dots.chars().all(is_dot) {
            found.push(start + words.len() - dots.len()..start + words.len());
        }
        start += line.len();
    }
    found
}

/// The length of the place kept open that `rest` starts with.
fn placeholder(before: &str, rest: &str, first: char) -> Option<usize> {
    match first {
        '×' | '╳' | '✕' => crosses(before, rest, first),
        'X' | 'x' | 'Ｘ' => letters(before, rest, first),
        '*' | '＊' => star(before, rest, first),
        '_' => Some(run(rest, '_')).filter(|length| *length >= 3),
        '＿' => Some(run(rest, '＿')).filter(|length| *length >= 2 * '＿'.len_utf8()),
        '年' => blank_date(rest),
        '〔' => blank_number(rest),
        '【' => note(rest, '】', &["待", "请", "填", "补"]),
        '（' => note(rest, '）', &["待填", "待补", "待核", "待定", "待统计"]).filter(|length| {
            rest.starts_with("（待") || is_waited_for(&rest['（'.len_utf8()..length - '）'.len_utf8()])
        }),
        '待' => waiting(before, rest),
        'T' | 'F' => word(before, rest, &["TODO", "TBD", "FIXME"]),
        _ => None,
    }
}

/// Bytes of a run of one character.
fn run(rest: &str, c: char) -> usize {
    rest.len() - rest.trim_start_matches(c).len()
}

/// What is counted or dated: a single × before one of these stands for a number.
const COUNTERS: &str = "年月日件个次人名项起场期份部条家户万亿％%";

fn counts(c: Option<char>) -> bool {
    c.is_some_and(|c| COUNTERS.contains(c))
}

fn crosses(before: &str, rest: &str, c: char) -> Option<usize> {
    let length = run(rest, c);
    let next = rest[length..].chars().next();
    let multiplies = before.ends_with(|c: char| c.is_ascii_digit() || c == ' ');
    (length > c.len_utf8() || (counts(next) && !multiplies)).then_some(length)
}

/// XX in Chinese text; XXI, xx.doc and XX-1 are words of their own.
fn letters(before: &str, rest: &str, c: char) -> Option<usize> {
    let length = run(rest, c);
    let (previous, next) = (before.chars().next_back(), rest[length..].chars().next());
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || "-_./".contains(c));
    let chinese = previous.is_some_and(is_wide) || next.is_some_and(is_wide);
    (length >= 2 * c.len_utf8() && chinese && !latin(previous) && !latin(next)).then_some(length)
}

/// A lone * before what is counted. A second one in the line may be emphasis, and is left alone; ** is no *.
fn star(before: &str, rest: &str, c: char) -> Option<usize> {
    if let Some(before) = before.strip_suffix('\\') {
        return literal_stars(before, rest);
    }
    let length = run(rest, c);
    let next = rest[length..].chars().next();
    let line_before = before.rsplit('\n').next().unwrap_or_default();
    let line_after = rest[length..].split('\n').next().unwrap_or_default();
    // *** before a count is no emphasis, unless one is open.
    let is_run = length >= 3 && line_before.matches("***").count().is_multiple_of(2);
    let is_single = length == 1 && !has_single_star(line_before) && !has_single_star(line_after);
    let lone = c != '*' || is_run || is_single;
    (lone && counts(next) && before.ends_with(is_wide)).then_some(length)
}

/// Stars that are no emphasis, before what is counted or before what a place is called: \*次, \*\*县.
fn literal_stars(before: &str, rest: &str) -> Option<usize> {
    const PLACES: &str = "省市县区旗镇乡";
    let stars = rest.strip_prefix('*')?.trim_start_matches("\\*");
    let next = stars.chars().next();
    let is_open = counts(next) || next.is_some_and(|c| PLACES.contains(c));
    (is_open && before.ends_with(is_wide)).then(|| rest.len() - stars.len())
}

fn has_single_star(text: &str) -> bool {
    text.split(|c| c != '*').any(|run| run == "*")
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}' | '_' | '＿')
}

/// 年 月 日 with nothing but blanks between.
fn blank_date(rest: &str) -> Option<usize> {
    let month = rest.strip_prefix('年')?.trim_start_matches(is_blank);
    let day = month.strip_prefix('月')?.trim_start_matches(is_blank);
    let end = day.strip_prefix('日')?;
    let length = rest.len() - end.len();
    (length > "年月日".len()).then_some(length)
}

/// 〔2026〕 号 and 〔 〕1号.
fn blank_number(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('〔')?;
    let (year, after) = inside.split_once('〕').filter(|(year, _)| year.len() <= 16)?;
    let number = after.trim_start_matches(is_blank);
    let open = year.trim_matches(is_blank).is_empty() || number.starts_with('号');
    open.then(|| rest.len() - number.len() + if number.starts_with('号') { '号'.len_utf8() } else { 0 })
}

/// A short remark in brackets that asks for something.
fn note(rest: &str, closing: char, words: &[&str]) -> Option<usize> {
    const LONGEST: usize = 90;
    let head = &rest[..rest.floor_char_boundary(LONGEST.min(rest.len()))];
    let end = head.find(closing)?;
    words.iter().any(|word| head[..end].contains(word)).then_some(end + closing.len_utf8())
}

/// 数据待补充: a short remark that ends with what is to be done.
fn is_waited_for(remark: &str) -> bool {
    const LONGEST: usize = 8;
    let ends = ["待补充", "待填写", "待填", "待核实", "待核对"].iter().find_map(|end| remark.strip_suffix(end));
    ends.is_some_and(|subject| !subject.ends_with(['有', '尚', '仍', '还', '需']) && subject.chars().count() <= LONGEST)
}

/// 待填 and 待补充; 有待补充 is a sentence.
fn waiting(before: &str, rest: &str) -> Option<usize> {
    let word = ["待填写", "待填报", "待填", "待补充"].into_iter().find(|word| rest.starts_with(word))?;
    let said = before.ends_with(['有', '尚', '亟', '仍', '还', '需', '均', '正', '等', '期', '对']);
    (!said).then_some(word.len())
}

/// A whole word in capitals.
fn word(before: &str, rest: &str, words: &[&str]) -> Option<usize> {
    let word = words.iter().find(|word| rest.starts_with(**word))?;
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    (!joined(before.chars().next_back()) && !joined(rest[word.len()..].chars().next())).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_a_place_is_seen_before() {
        let opens = OPENINGS.iter().filter(|c| **c != '（');
        for sign in opens.chain(&['…', '⋯', ' ', '\u{3000}', '\u{a0}']) {
            assert!(may_be_open(&format!("法{sign}治")) && may_be_open(&sign.to_string()), "{sign}");
        }
        for place in ["年　月　日", "2023年_月_日", "（待填）", "（待核实）"] {
            assert!(may_be_open(place) && !placeholders(place).is_empty(), "{place}");
        }
        assert!(!may_be_open("2023年1月，“放管服”改革（一期）：受理、审结41件。"));
    }
}
