//! How other documents are named: title first, then the number, its year in 〔〕.

use super::fault::{Fault, Kind};

/// The brackets a year of a document number is found in.
const BRACKETS: [(char, char); 7] =
    [('〔', '〕'), ('[', ']'), ('［', '］'), ('(', ')'), ('（', '）'), ('【', '】'), ('〈', '〉')];

/// Where a year in brackets that opens at `at` ends, and its year.
fn year(text: &str, at: usize) -> Option<(usize, &str)> {
    let opening = text[at..].chars().next()?;
    let start = at + opening.len_utf8();
    let year = text.get(start..start + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    if !(year.starts_with("19") || year.starts_with("20")) {
        return None;
    }
    let closing = text[start + 4..].chars().next()?;
    BRACKETS.iter().any(|(_, right)| *right == closing).then_some((start + 4 + closing.len_utf8(), year))
}

/// The end of the number after its year: 1号, 第1号.
fn number(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start_matches(' ');
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - after.len();
    let end = after.strip_prefix('号')?;
    (1..=5).contains(&digits).then(|| text.len() - end.len())
}

/// 国发[2021]1号: the year of a number in other brackets than 〔〕.
pub(super) fn check_number(text: &str, at: usize, faults: &mut Vec<Fault>) {
    let Some((end, year)) = year(text, at) else { return };
    let follows_code = text[..at].ends_with(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'));
    if !follows_code || number(text, end).is_none() || text[at..end].starts_with('〔') && text[at..end].ends_with('〕')
    {
        return;
    }
    let fault = Fault::new(Kind::NumberBrackets, at..end);
    let better = format!("〔{year}〕");
    // Half-width parentheses are made full-width first.
    let is_half = text[at..end].contains(['(', ')']);
    faults.push(if is_half { fault.better(better) } else { fault.mended(better) });
}

/// Bytes in which the number before a title is looked for.
const REACH: usize = 48;

/// 国发〔2021〕1号《……》: the number stands before the title it belongs to.
pub(super) fn check_title(text: &str, at: usize, faults: &mut Vec<Fault>) {
    let before = text[..at].trim_end_matches(' ');
    let bare = before.strip_suffix(['）', ')']).unwrap_or(before);
    if !bare.ends_with('号') {
        return;
    }
    let near = bare.ceil_char_boundary(bare.len().saturating_sub(REACH));
    let Some(opening) = bare[near..].rfind(|c| BRACKETS.iter().any(|(left, _)| *left == c)).map(|found| near + found)
    else {
        return;
    };
    let Some((year_end, _)) = year(text, opening) else { return };
    if number(text, year_end) != Some(bare.len()) {
        return;
    }
    let code = bare[..opening].trim_end_matches(|c: char| c.is_alphanumeric());
    // 《甲》（国发〔2021〕1号）《乙》: it belongs to the title before.
    let owner = code.trim_end_matches(['（', '(', ' ']);
    if owner.ends_with(['》', '”', '、', '和']) || owner.len() < code.len() && bare.len() == before.len() {
        return;
    }
    faults.push(Fault::new(Kind::NumberBeforeTitle, opening..bare.len()));
}
