//! Lines that a page has above or below its text, or across it as a watermark: the same on every page.

use crate::map::Map;
use crate::outline::numbering::leading_mark;
use crate::readers::is_blank;

/// No such line has more bytes, or fewer.
const LONGEST: usize = 150;
const SHORTEST: usize = 12;
/// A line of so many characters is one of running text.
const RUNNING: usize = 16;
/// It comes so often where pages have no numbers.
const LEAST: usize = 3;

/// Which lines stand on page after page; `is_page` tells those that are the number of a page.
///
/// A line that comes again beside the number of a page is one, and so is a line that cuts sentences in two again and
/// again. Where it stands before all text it may be the title, and stays.
pub fn lines(lines: &[&str], is_page: &[bool]) -> Vec<usize> {
    let mut places: Map<String, Vec<usize>> = Map::default();
    let mut start = None;
    for (index, line) in lines.iter().enumerate() {
        let line = line.trim_matches(is_blank);
        if start.is_none() && is_running(line) {
            start = Some(index);
        }
        if !is_page[index] && (SHORTEST..=LONGEST).contains(&line.len()) && !is_sentence(line) {
            let letters = line.chars().filter(|&c| !is_blank(c)).collect();
            places.entry(letters).or_default().push(index);
        }
    }
    let start = start.unwrap_or(lines.len());
    let near = Near::of(lines, is_page);
    let is_repeated = |places: &[usize]| {
        let beside = places.iter().filter(|&&at| near.is_beside_page(at)).count();
        let cutting = || places.iter().filter(|&&at| near.cuts(lines, at)).count();
        beside > 1 || places.len() >= LEAST && cutting() > 1
    };
    let mut found: Vec<usize> =
        places.into_values().filter(|places| places.len() > 1 && is_repeated(places)).flatten().collect();
    found.retain(|&at| at > start);
    found.sort_unstable();
    found
}

/// The next line with text before and behind each.
struct Near<'a> {
    before: Vec<Option<usize>>,
    behind: Vec<Option<usize>>,
    is_page: &'a [bool],
}

impl<'a> Near<'a> {
    fn of(lines: &[&str], is_page: &'a [bool]) -> Self {
        let has_text = |at: &usize| !lines[*at].trim_matches(is_blank).is_empty();
        let last = |last: &mut Option<usize>, at: usize| {
            let own = *last;
            *last = Some(at).filter(has_text).or(own);
            Some(own)
        };
        let before = (0..lines.len()).scan(None, last).collect();
        let mut behind: Vec<_> = (0..lines.len()).rev().scan(None, last).collect();
        behind.reverse();
        Self { before, behind, is_page }
    }

    /// Whether a line stands at the edge of a page: beside its number, or at the start of all.
    fn is_beside_page(&self, at: usize) -> bool {
        let is_page = |near: Option<usize>| near.is_some_and(|near| self.is_page[near]);
        self.before[at].is_none() || is_page(self.before[at]) || is_page(self.behind[at])
    }

    /// Whether the text before a line stops in the midst of a sentence that the text behind it goes on with.
    fn cuts(&self, lines: &[&str], at: usize) -> bool {
        let line = |at: Option<usize>| at.map(|at| lines[at].trim_matches(is_blank)).unwrap_or_default();
        let (before, behind) = (line(self.before[at]), line(self.behind[at]));
        is_running(before)
            && before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '，' | '、' | ','))
            && leading_mark(before).is_none_or(|_| before.contains('。'))
            && leading_mark(behind).is_none()
            && behind.contains(['，', '。', ',', '；'])
    }
}

fn is_running(line: &str) -> bool {
    line.chars().nth(RUNNING).is_some() && line.contains(['，', '。', ',', '；', '、'])
}

/// Whether a line stops as a sentence does, or is counted: no line that a page repeats.
fn is_sentence(line: &str) -> bool {
    line.contains(['，', '。', '；', '：', ',', ';', ':']) || leading_mark(line).is_some()
}
