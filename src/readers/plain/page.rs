//! What pages put between the lines of a text copied out of a PDF or a scan: their numbers, and their running heads.

use super::running;
use crate::model::numeral::digit;
use crate::readers::is_blank;

/// Bare numbers are those of pages where so many lines at least lie between two of them.
const LEAST_LINES: usize = 12;

/// Whether each line is nothing but the number of a page, or a line that every page has.
pub fn marks<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<bool> {
    let lines: Vec<&str> = lines.collect();
    let mut marks: Vec<bool> = lines.iter().map(|line| is_mark(line)).collect();
    let bare: Vec<_> = lines.iter().enumerate().filter_map(|(index, line)| Some((index, number(line)?))).collect();
    for index in pages(&bare) {
        marks[index] = true;
    }
    for index in running::lines(&lines, &marks) {
        marks[index] = true;
    }
    marks
}

/// — 3 —, 第3页, 第3页共12页, 3/12
pub fn is_mark(line: &str) -> bool {
    /// No such line has more bytes.
    const LONGEST: usize = 60;
    if line.len() > LONGEST {
        return false;
    }
    let text: String = line.chars().filter(|&c| !is_blank(c)).collect();
    let digits = text.chars().filter(|&c| digit(c).is_some()).count();
    let rest: String = text.chars().filter(|&c| digit(c).is_none()).collect();
    let is_dash = |c| matches!(c, '-' | '—' | '–' | '－' | '―' | '─' | '·');
    let between = text.trim_matches(is_dash);
    let is_dashed = between.len() < text.len() && between.chars().all(|c| digit(c).is_some());
    let is_said = matches!(rest.as_str(), "第页" | "第页共页" | "第页,共页" | "第页，共页" | "第页/共页" | "/");
    (1..=6).contains(&digits) && (is_dashed || is_said)
}

/// The number a line consists of: a page has three digits at most, and none before the first.
fn number(line: &str) -> Option<u32> {
    let text = line.trim_matches(is_blank);
    let is_short = !text.is_empty() && !text.starts_with(['0', '０']) && text.chars().take(4).count() <= 3;
    is_short.then(|| text.chars().try_fold(0, |sum, c| Some(sum * 10 + digit(c)?)))?
}

/// The lines of the bare numbers that count pages: from 1 or 2 on, one after the other, far apart.
fn pages(bare: &[(usize, u32)]) -> Vec<usize> {
    let mut pages: Vec<(usize, u32)> = Vec::new();
    for &(index, number) in bare {
        let counts = match pages.last() {
            Some((last, before)) => number == before + 1 && index - last >= LEAST_LINES,
            None => number <= 2,
        };
        if counts {
            pages.push((index, number));
        }
    }
    if pages.len() > 1 { pages.into_iter().map(|(index, _)| index).collect() } else { Vec::new() }
}
