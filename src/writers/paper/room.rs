//! The room for text on a page, by GB/T 9704—2012 5.2 or by the house style.

use super::{Chars, Twips};
use crate::document::Style;
use crate::document::style::Margins;

/// 版心 156 mm wide.
pub(in crate::writers) const WIDTH: Twips = 8844;

/// A line: 225 mm hold 22 of them.
pub(in crate::writers) const LINE: Twips = 579;

/// 天头 37 mm, 订口 28 mm, the text 156 mm by 225 mm (5.2.1).
pub(in crate::writers) const MARGINS: Margins = Margins { top: 2098, right: 1474, bottom: 1984, left: 1588 };

/// The room for text on a page.
#[derive(Clone, Copy, Debug)]
pub(in crate::writers) struct Room {
    pub width: Twips,
    pub height: Twips,
    /// How high a line of the body is.
    pub line: Twips,
}

impl Room {
    /// What a style leaves: A4 less its margins.
    pub fn of(style: &Style) -> Self {
        let (width, height) = sheet(style);
        let margins = style.margins.unwrap_or(MARGINS);
        let width = match (style.margins, style.landscape) {
            // The millimetres of the standard, rounded one by one, leave a hair less.
            (None, false) => WIDTH,
            _ => width.saturating_sub(margins.left + margins.right),
        };
        let height = height.saturating_sub(margins.top + margins.bottom);
        Self { width, height, line: style.line_pitch.unwrap_or(LINE) }
    }

    /// How many characters of the body a line holds.
    pub const fn measure(self) -> Chars {
        chars_in(self.width)
    }
}

/// A4, width and height.
pub(in crate::writers) const fn sheet(style: &Style) -> (Twips, Twips) {
    if style.landscape { (16838, 11906) } else { (11906, 16838) }
}

/// How many characters of the body a length holds.
pub(in crate::writers) const fn chars_in(length: Twips) -> Chars {
    length * 2800 / WIDTH
}
