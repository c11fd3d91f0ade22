//! Years as texts name them: 2023年.

use std::ops::Range;

use super::day::Day;

/// The years a text names as 2023年, outside 《》 and not as the end of a span (2021—2025年, 到2025年).
pub fn named(text: &str) -> Vec<(i16, Range<usize>)> {
    let mut found = Vec::new();
    let mut in_name = false;
    for (at, c) in text.char_indices() {
        match c {
            '《' => in_name = true,
            '》' => in_name = false,
            '年' if !in_name => found.extend(of_its_own(text, at)),
            _ => {}
        }
    }
    found
}

/// The year whose 年 stands at a byte, where it ends no span.
fn of_its_own(text: &str, at: usize) -> Option<(i16, Range<usize>)> {
    let Day { year, range, .. } = Day::ending(text, at + '年'.len_utf8())?;
    (!ends_span(text, range.start)).then_some((year?, range.start..at))
}

/// Whether what starts at a byte is the end of a span: 2021—2025年, 到2025年.
pub fn ends_span(text: &str, start: usize) -> bool {
    text[..start].ends_with(|c: char| c.is_ascii_digit() || "—-－–～~至到".contains(c))
}
