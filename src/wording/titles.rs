//! The titles in a text: what stands between 《 and 》.

use std::ops::Range;

/// Every title of at most so many bytes, without its marks, in order; of one in another only the inner is a title.
/// Linear in the length of the text.
pub fn titles(text: &str, longest: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('《').filter_map(move |(at, mark)| {
        let start = at + mark.len();
        let reach = text.floor_char_boundary((start + longest).min(text.len()));
        let length = text[start..reach].find(['》', '《']).filter(|end| text[start + end..].starts_with('》'))?;
        Some(start..start + length)
    })
}
