//! The properties of a paragraph, in the order the schema asks for.

use super::measure::{LINE, twips};
use super::xml::Xml;
use crate::writers::paper::Chars;

/// What a paragraph sets beside its style.
#[derive(Clone, Debug, Default)]
pub(super) struct Format {
    pub style: &'static str,
    /// On the page of the next paragraph.
    pub keep_next: bool,
    pub page_break_before: bool,
    /// Never leaves a line of it alone on a page.
    pub widow_control: bool,
    /// 红色分隔线, 4 mm below.
    pub red_rule: bool,
    pub tabs: Vec<Tab>,
    pub before: Space,
    /// Blank lines after it.
    pub after: u32,
    pub indent: Indent,
    pub justification: Option<&'static str>,
}

/// A tab stop, from the left edge in twips.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tab {
    pub kind: &'static str,
    pub at: u32,
}

/// The space before a paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Space {
    #[default]
    None,
    Lines(u32),
    Twips(u32),
}

/// The indents of a paragraph; `None` leaves what the style says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Indent {
    pub left: Option<Chars>,
    pub right: Option<Chars>,
    /// How far the first line hangs out to the left of the others.
    pub hanging: Option<Chars>,
    pub character: Character,
}

/// Whose characters indents are counted in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Character {
    /// 3号
    #[default]
    Body,
    /// 4号
    Imprint,
}

impl Character {
    const fn twips(self, chars: Chars) -> u32 {
        match self {
            Self::Body => twips(chars),
            Self::Imprint => twips(chars) * 14 / 16,
        }
    }
}

impl Format {
    /// A paragraph as its style says.
    pub fn of(style: &'static str) -> Self {
        Self { style, ..Self::default() }
    }

    /// Writes `w:pPr`; returns where its content ends.
    pub fn write(&self, xml: &mut Xml) -> usize {
        xml.open("w:pPr", &[]);
        xml.empty("w:pStyle", &[("w:val", self.style)]);
        if self.keep_next {
            xml.empty("w:keepNext", &[]);
        }
        if self.page_break_before {
            xml.empty("w:pageBreakBefore", &[]);
        }
        if self.widow_control {
            xml.empty("w:widowControl", &[]);
        }
        if self.red_rule {
            xml.raw(RED_RULE);
        }
        self.write_tabs(xml);
        self.write_spacing(xml);
        self.indent.write(xml);
        if let Some(justification) = self.justification {
            xml.empty("w:jc", &[("w:val", justification)]);
        }
        let end = xml.len();
        xml.close("w:pPr");
        end
    }

    fn write_tabs(&self, xml: &mut Xml) {
        if self.tabs.is_empty() {
            return;
        }
        xml.open("w:tabs", &[]);
        for tab in &self.tabs {
            xml.empty("w:tab", &[("w:val", tab.kind), ("w:pos", &tab.at.to_string())]);
        }
        xml.close("w:tabs");
    }

    fn write_spacing(&self, xml: &mut Xml) {
        let mut attributes = Vec::new();
        match self.before {
            Space::None => {}
            Space::Lines(lines) => {
                attributes.push(("w:beforeLines", (lines * 100).to_string()));
                attributes.push(("w:before", (lines * LINE).to_string()));
            }
            Space::Twips(twips) => attributes.push(("w:before", twips.to_string())),
        }
        if self.after > 0 {
            attributes.push(("w:afterLines", (self.after * 100).to_string()));
            attributes.push(("w:after", (self.after * LINE).to_string()));
        }
        write_numbers(xml, "w:spacing", &attributes);
    }
}

impl Indent {
    fn write(self, xml: &mut Xml) {
        let sides = [
            ("w:leftChars", "w:left", self.left),
            ("w:rightChars", "w:right", self.right),
            ("w:hangingChars", "w:hanging", self.hanging),
        ];
        let mut attributes = Vec::new();
        for (chars_name, name, chars) in sides {
            if let Some(chars) = chars {
                attributes.push((chars_name, chars.to_string()));
                attributes.push((name, self.character.twips(chars).to_string()));
            }
        }
        write_numbers(xml, "w:ind", &attributes);
    }
}

/// Writes an element unless it would say nothing.
fn write_numbers(xml: &mut Xml, name: &str, attributes: &[(&str, String)]) {
    if !attributes.is_empty() {
        let attributes: Vec<_> = attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
        xml.empty(name, &attributes);
    }
}

/// GB/T 9704—2012 7.2.7: 4 mm below the number, as wide as the text.
const RED_RULE: &str = r#"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>"#;
