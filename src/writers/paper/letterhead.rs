//! Who stands in the red head, by GB/T 9704—2012 7.2.

use super::{Chars, Room, Twips, chars, front};
use crate::document::{Document, Letterhead};

/// 发文机关标志.
pub(in crate::writers) struct Mark {
    /// An organ a line; with 文件 where it is one.
    pub lines: Vec<String>,
    pub longest: Chars,
    /// 文件 to the right of joint organs; empty where it stands in the line.
    pub beside: String,
    /// The size in points.
    pub size: u32,
    /// From the upper edge of the text down to its foot.
    pub height: Twips,
    /// From there to the title.
    pub below: Twips,
}

impl Mark {
    /// Of a document with a red head: as large as fits the line, neither shouting nor smaller than the title. Joint organs
    /// are smaller where they would else drive the text off the first page (7.2.4, 7.3.3).
    pub fn of(document: &Document, room: Room) -> Option<Self> {
        let letterhead = document.letterhead.as_ref()?;
        let Letterhead { mark, suffix, .. } = letterhead;
        let (lines, beside) = match mark.as_slice() {
            [] if suffix.is_empty() => (Vec::new(), ""),
            [] => (vec![suffix.clone()], ""),
            [mark] => (vec![format!("{mark}{suffix}")], ""),
            marks => (marks.to_vec(), suffix.as_str()),
        };
        // Two lines above the number, 4 mm to the rule, two lines above the title.
        let below = (2 + signer_rows(letterhead).len().max(1) as u32 + 2) * room.line + 240;
        let text = (front::lines(document) + u32::from(document.addressee.is_some()) + LEAST_LINES) * room.line;
        let longest = lines.iter().map(|line| chars(line)).max().unwrap_or_default();
        let by_width = room.width / 20 * 100 / (longest + chars(beside) + 100);
        let count = lines.len() as u32;
        let by_height = room.height.saturating_sub(FROM_TOP + below + text) / count.max(1) * 3 / 4 / 20;
        let is_crowded = count > 1 && (SMALLEST..by_width).contains(&by_height);
        let size = if is_crowded { by_height } else { by_width }.clamp(SMALLEST, 52);
        // A line of its own face is a third higher than its size.
        let height = if count == 0 { 0 } else { FROM_TOP + count * size * 20 * 4 / 3 };
        Some(Self { lines, longest, beside: beside.to_owned(), size, height, below })
    }

    /// How wide the organs are, all as the longest, and 文件 beside them.
    pub fn widths(&self) -> [Twips; 2] {
        [self.longest, chars(&self.beside)].map(|chars| chars * self.size / 5)
    }
}

/// 7.2.4: 发文机关标志 stands 35 mm below the upper edge of the text.
pub(in crate::writers) const FROM_TOP: Twips = 1984;

/// 2号, that of the title.
const SMALLEST: u32 = 22;

/// Lines of text the first page shows.
const LEAST_LINES: u32 = 2;

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
