//! How large a picture is printed.

use super::{Room, Twips};
use crate::picture::Image;

/// Of a pixel, where 96 of them are an inch, as programs show what says no size of its own.
const PIXEL: u64 = 15;

/// The space above it.
pub(in crate::writers) const ABOVE: Twips = 140;

/// Width and height of a picture: its own, where it is no wider than the text and no higher than two thirds of a page,
/// so that its words and a signature stand on its page; never nothing.
pub(in crate::writers) fn printed_size(image: &Image, room: Room) -> (Twips, Twips) {
    let own = (u64::from(image.width()) * PIXEL, u64::from(image.height()) * PIXEL);
    let most = (u64::from(room.width), u64::from(room.height * 2 / 3));
    // The side that is too long by more decides.
    let (part, whole) = if own.0 * most.1 > own.1 * most.0 { (most.0, own.0) } else { (most.1, own.1) };
    let fitted = |side: u64| if part < whole { (side * part / whole).max(1) } else { side };
    let twips = |side: u64| Twips::try_from(fitted(side)).unwrap_or(Twips::MAX);
    (twips(own.0), twips(own.1))
}
