//! House style on the page: fonts, pitch and margins that differ from GB/T 9704—2012, as the Word file has them.

use super::family::ROLES;
use super::fonts::Fonts;
use super::page::{Sheet, Sides};
use crate::document::Style;
use crate::document::style::Margins;
use crate::message::Message;

/// Which faces set the parts of the page a house style may change: roles, or families as the book calls them.
pub(super) struct House {
    pub title: &'static str,
    pub body: &'static str,
    /// Of the first, the second and all other levels; none where they are set like the text.
    headings: [Option<&'static str>; 3],
    /// Of digits and Latin letters, where it is not that of the text around them.
    digits: Option<&'static str>,
    /// Families asked for that this system does not have.
    missing: Vec<String>,
}

impl House {
    /// What a style asks for, as far as the system has it.
    pub fn of(style: &Style, fonts: &'static Fonts) -> Self {
        let mut missing: Vec<String> = Vec::new();
        let mut family = |name: Option<&String>| {
            let name = name.filter(|name| !name.is_empty())?;
            let found = fonts.family(name).or_else(|| role(name));
            if found.is_none() && !missing.contains(name) {
                missing.push(name.clone());
            }
            found
        };
        let title = family(style.title_font.as_ref()).unwrap_or("title");
        let body = family(style.body_font.as_ref()).unwrap_or("body");
        let mut heading = |level: usize| family(style.heading_fonts.get(level));
        let headings = [heading(0).or(Some("hei")), heading(1).or(Some("kai")), heading(2)];
        let digits = family(style.digit_font.as_ref());
        Self { title, body, headings, digits, missing }
    }

    /// The face of headings of a level (7.3.3: 一、 in 黑体, （一） in 楷体); none where they are set like the text.
    pub const fn heading(&self, level: u8) -> Option<&'static str> {
        match level {
            0 | 1 => self.headings[0],
            2 => self.headings[1],
            _ => self.headings[2],
        }
    }

    /// What is said of families the system does not have.
    pub fn notes(&self) -> impl Iterator<Item = Message> {
        self.missing.iter().map(|name| crate::message!("writers.pdf_house_font_missing", font = name.as_str()))
    }

    /// The page as the template takes it.
    pub fn sheet(&self, style: &Style, fonts: &Fonts) -> Sheet {
        let faces = ROLES.iter().map(|role| role.id).chain([self.title, self.body]);
        let mut thicken: Vec<_> = faces.chain(self.headings.into_iter().flatten()).collect();
        thicken.retain(|face| fonts.lacks_bold(face));
        Sheet {
            title: self.title,
            body: self.body,
            digits: self.digits,
            thicken,
            line: style.line_pitch.map_or(LINE, points),
            margins: style.margins.map_or(STANDARD, |Margins { top, right, bottom, left }| Sides {
                top: millimetres(top),
                right: millimetres(right),
                bottom: millimetres(bottom),
                left: millimetres(left),
            }),
            numbered: !style.unnumbered,
        }
    }
}

/// 22 lines a page, in points.
const LINE: f64 = 28.95;

/// 天头 37 mm, 订口 28 mm, the text 156 mm by 225 mm (5.2.1).
const STANDARD: Sides = Sides { top: 37.0, right: 26.0, bottom: 35.0, left: 28.0 };

/// The role whose face goes by this name: something stands in for it where the system does not have it.
fn role(name: &str) -> Option<&'static str> {
    ROLES.iter().find(|role| role.proper.iter().any(|proper| proper.eq_ignore_ascii_case(name))).map(|role| role.id)
}

fn millimetres(twips: u32) -> f64 {
    points(twips) * 25.4 / 72.0
}

fn points(twips: u32) -> f64 {
    f64::from(twips) / 20.0
}
