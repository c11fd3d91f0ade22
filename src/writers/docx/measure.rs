//! The measures of GB/T 9704—2012 in the units of Word: twentieths of a point and hundredths of a character.

use unicode_width::UnicodeWidthStr;

/// 版心 156 mm wide.
pub(super) const WIDTH: u32 = 8844;

/// A line: 225 mm hold 22 of them.
pub(super) const LINE: u32 = 579;

/// Hundredths of a character of the body: 28 of them fill a line.
pub(super) type Chars = u32;

/// The length of `chars` in the body.
pub(super) const fn twips(chars: Chars) -> u32 {
    chars * WIDTH / 2800
}

/// How wide a text is set: Han characters and full-width marks are one character, letters and digits half of one.
pub(super) fn chars(text: &str) -> Chars {
    u32::try_from(text.width_cjk()).unwrap_or(u32::MAX / 100).saturating_mul(50).min(MOST)
}

/// No indent is longer than what two lines hold, so that sums of widths stay small.
const MOST: Chars = 5600;
