//! What the printed page decides before any file format does: widths, breaks, who stands where (GB/T 9704—2012).
//!
//! Word and PDF set the same page from it.

mod chart;
mod extent;
mod front;
mod imprint;
mod letterhead;
mod link;
mod picture;
mod room;
mod signature;
mod table;

pub(super) use chart::{row_height, sheets};
pub(super) use front::{title_breaks, under_title};
pub(super) use imprint::{Foot, Imprint};
pub(super) use letterhead::{FROM_TOP, GAP, LABEL, Mark, SignerBlock, signer_rows};
pub(super) use link::target;
pub(super) use picture::{ABOVE, printed_size};
pub(super) use room::{LINE, MARGINS, Room, WIDTH, chars_in, sheet};
pub(super) use signature::edges;
pub(super) use table::{MOST_COLUMNS, columns, weights};

use unicode_width::UnicodeWidthStr;

/// Hundredths of a character of the body: 28 of them fill a line.
pub(super) type Chars = u32;

/// Lengths in twentieths of a point.
pub(super) type Twips = u32;

/// Deeper lists are not indented further: the line would have no room.
pub(super) const DEEPEST: u32 = 8;

/// How wide a text is set: Han characters and full-width marks are one character, letters and digits half of one.
pub(super) fn chars(text: &str) -> Chars {
    u32::try_from(text.width_cjk()).unwrap_or(u32::MAX / 100).saturating_mul(50).min(MOST)
}

/// No indent is longer than what two lines hold, so that sums of widths stay small.
const MOST: Chars = 5600;
