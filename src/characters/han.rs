//! Which characters are Han.

/// Whether a character is in the block that reports are written in; all but rare names are.
#[inline]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Whether a character is an ideograph of any block: rare ones stand in names of people and places.
///
/// ```
/// use fazhi::characters::han::{is_han, is_ideograph};
/// assert!(is_han('郏') && is_ideograph('郏'));
/// assert!(!is_han('\u{20bb7}') && is_ideograph('\u{20bb7}'));
/// assert!(!"，1Aの〇".chars().any(is_ideograph));
/// ```
pub const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
