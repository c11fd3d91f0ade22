//! The measures of GB/T 9704—2012 in the units of Word: twentieths of a point and hundredths of a character.

use crate::writers::paper::Chars;
pub(super) use crate::writers::paper::{WIDTH, chars_in as chars};

/// A line: 225 mm hold 22 of them.
pub(super) const LINE: u32 = 579;

/// The length of `chars` in the body.
pub(super) const fn twips(chars: Chars) -> u32 {
    chars * WIDTH / 2800
}
