//! Who stands in the red head, by GB/T 9704—2012 7.2.

use super::{Chars, chars};
use crate::document::Letterhead;

/// The size in points that sets so many characters in `width` points, neither shouting nor smaller than the title.
pub(in crate::writers) fn mark_points(chars: Chars, width: u32) -> u32 {
    (width * 100 / (chars + 100)).clamp(22, 52)
}

/// A line of names, with a label where they begin.
pub(in crate::writers) struct SignerRow<'a> {
    pub label: &'static str,
    pub names: &'a [String],
}

/// 签发人 and 会签人, two names a line.
pub(in crate::writers) fn signer_rows(letterhead: &Letterhead) -> Vec<SignerRow<'_>> {
    let groups = [("签发人：", &letterhead.signers), ("会签人：", &letterhead.cosigners)];
    let rows = groups.into_iter().flat_map(|(label, names)| {
        let labels = std::iter::once(label).chain(std::iter::repeat(""));
        names.chunks(2).zip(labels).map(|(names, label)| SignerRow { label, names })
    });
    rows.collect()
}

/// Where the signers stand: one character in from the right, their names under one another.
pub(in crate::writers) struct SignerBlock {
    /// Where the labels begin.
    pub start: Chars,
    /// How wide the first names are.
    pub first: Chars,
}

impl SignerBlock {
    /// Of these lines.
    pub fn of(rows: &[SignerRow]) -> Self {
        let widest = |column: usize| rows.iter().filter_map(|row| row.names.get(column)).map(|name| chars(name)).max();
        let first = widest(0).unwrap_or_default();
        let second = widest(1).map_or(0, |width| width + GAP);
        let start = 2700_u32.saturating_sub(LABEL + first + second).max(1000);
        Self { start, first }
    }
}

/// The width of 签发人：
pub(in crate::writers) const LABEL: Chars = 400;

/// Between two names on a line.
pub(in crate::writers) const GAP: Chars = 100;
