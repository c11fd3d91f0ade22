//! 版记, by GB/T 9704—2012 7.4.

use super::{Room, Twips, chars_in, extent};
use crate::document::{Document, Letterhead, Line};

/// What stands in 版记; a line without text is not there.
pub(in crate::writers) struct Imprint {
    /// 抄送, the whole line.
    pub copies: String,
    pub printer: String,
    /// 印发日期, with 印发.
    pub printed: String,
}

/// Where 版记 stands.
///
/// The last rule is the lower edge of the text on the last face of the paper (7.4.1), which is printed on both sides
/// (6.2): an even page. A text that ends on an odd one is followed by a page with nothing but 版记; one that fills an
/// even page, by a blank page before. The blank page and that of 版记 bear no number then (7.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::writers) enum Foot {
    /// On the last page of the text.
    OfText,
    /// On the page after it.
    OfNext,
    /// On a page after a blank one; or nobody can tell before the pages are laid out.
    AfterBlank,
}

impl Imprint {
    /// Of a document; the organs that get a copy are those of the letterhead or else of the edition.
    pub fn of(document: &Document) -> Option<Self> {
        let none = Letterhead::default();
        let letterhead = document.letterhead.as_ref().unwrap_or(&none);
        let copies = match letterhead.copies.is_empty() {
            false => letterhead.copies.join("，"),
            true => document.copies.iter().map(Line::plain).collect::<Vec<_>>().join("，"),
        };
        let framed = |before: &str, text: &str, after: &str| match text {
            "" => String::new(),
            text => format!("{before}{text}{after}"),
        };
        let imprint = Self {
            copies: framed("抄送：", &copies, "。"),
            printer: letterhead.printer.clone(),
            printed: framed("", &letterhead.printed, "印发"),
        };
        let is_there = !imprint.copies.is_empty() || imprint.is_printed();
        is_there.then_some(imprint)
    }

    /// Whether 印发机关 or 印发日期 is there.
    pub fn is_printed(&self) -> bool {
        !self.printer.is_empty() || !self.printed.is_empty()
    }

    /// How many lines it takes: 4号, one character in on both sides, further organs under the first.
    pub fn lines(&self, width: Twips) -> u32 {
        let copies = match self.copies.as_str() {
            "" => 0,
            copies => extent::count(copies, (chars_in(width) * 16 / 14).saturating_sub(100), 100, 400),
        };
        copies + u32::from(self.is_printed())
    }

    /// Where it stands in a file whose pages are not laid out yet.
    pub fn foot(&self, document: &Document, room: Room) -> Foot {
        let end = extent::end(document, room);
        let is_reached = end.used >= end.less;
        let most = end.used + end.more;
        // A blank line stands above.
        let height = (self.lines(room.width) + 1) * room.line;
        match end.page % 2 {
            0 if is_reached && !end.noted && most + height <= room.height => Foot::OfText,
            1 if is_reached && most <= room.height => Foot::OfNext,
            _ => Foot::AfterBlank,
        }
    }
}
