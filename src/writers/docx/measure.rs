//! The measures of GB/T 9704—2012 in the units of Word: twentieths of a point and hundredths of a character.

use crate::writers::paper::Chars;
pub(super) use crate::writers::paper::{LINE, WIDTH, chars_in as chars};

/// The length of `chars` in the body.
pub(super) const fn twips(chars: Chars) -> u32 {
    chars * WIDTH / 2800
}
