//! The measures of GB/T 9704—2012 in the units of Word: twentieths of a point and hundredths of a character.

use crate::writers::paper::Chars;

/// 版心 156 mm wide.
pub(super) const WIDTH: u32 = 8844;

/// A line: 225 mm hold 22 of them.
pub(super) const LINE: u32 = 579;

/// How many characters of the body a length in twips holds.
pub(super) const fn chars(twips: u32) -> Chars {
    twips * 2800 / WIDTH
}

/// The length of `chars` in the body.
pub(super) const fn twips(chars: Chars) -> u32 {
    chars * WIDTH / 2800
}
