//! Years as texts name them: 2023年.

use std::ops::Range;

/// The years a text names as 2023年, outside 《》 and not as the end of a span (2021—2025年, 到2025年).
pub fn named(text: &str) -> Vec<(i16, Range<usize>)> {
    let mut found = Vec::new();
    let mut in_name = false;
    for (at, c) in text.char_indices() {
        match c {
            '《' => in_name = true,
            '》' => in_name = false,
            '年' if !in_name => found.extend(year_before(text, at)),
            _ => {}
        }
    }
    found
}

/// The four digits that end at `end`, where they are a year of their own.
fn year_before(text: &str, end: usize) -> Option<(i16, Range<usize>)> {
    let start = end.checked_sub(4)?;
    let year = text.get(start..end)?.parse::<i16>().ok().filter(|year| (1900..2100).contains(year))?;
    let spans = |c: char| c.is_ascii_digit() || "—-－–～~至到".contains(c);
    (!text[..start].ends_with(spans)).then_some((year, start..end))
}
