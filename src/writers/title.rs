//! Where a long title breaks: by meaning, in lines that form a trapezium or a lozenge (GB/T 9704—2012 7.3.1).

mod cost;
mod search;

use unicode_width::UnicodeWidthChar;

use cost::costs;
use search::Search;

/// The offsets at which `title` breaks into lines of at most `longest` columns (a Han character is two).
///
/// A title that fits is not broken. A break never parts a word we know, a number and its unit, or, while there is
/// another way, what stands in 《》.
///
/// ```
/// use fazhi::writers::title::lines;
/// assert_eq!(
///     lines("郏县人民政府关于2021年度法治政府建设情况的报告", 36),
///     ["郏县人民政府", "关于2021年度法治政府建设情况的报告"],
/// );
/// ```
pub fn breaks(title: &str, longest: usize) -> Vec<usize> {
    let characters: Vec<(usize, char)> = title.char_indices().collect();
    let columns = edges(&characters);
    let total = columns.last().copied().unwrap_or_default();
    if total <= longest || longest == 0 {
        return Vec::new();
    }
    let costs = costs(&characters);
    let fewest = total.div_ceil(longest);
    let search = Search::new(&columns, &costs, longest);
    let found = if fewest <= MOST_LINES { search.best(fewest) } else { None };
    let positions = found.unwrap_or_else(|| search.greedy());
    positions.into_iter().map(|position| characters[position].0).collect()
}

/// The lines of a title; see [`breaks`].
pub fn lines(title: &str, longest: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in breaks(title, longest) {
        lines.push(&title[start..at]);
        start = at;
    }
    lines.push(&title[start..]);
    lines
}

/// A longer title is no title: its lines are filled one after the other.
const MOST_LINES: usize = 4;

/// The column at which each character begins, and the end.
fn edges(characters: &[(usize, char)]) -> Vec<usize> {
    let mut at = 0;
    let mut edges = vec![0];
    for (_, character) in characters {
        at += character.width_cjk().unwrap_or_default();
        edges.push(at);
    }
    edges
}
