//! Word's automatic numbers: what a paragraph of a list shows before its text.

use indexmap::IndexMap;

use super::xml::{self, Element, Token};
use crate::outline::numbering::han;

/// The levels a list has.
const LEVELS: usize = 9;

/// What stands before a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The number as Word prints it: 一、
    Number(String),
    /// A bullet, with the level of its list.
    Bullet(usize),
}

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub struct Numbering {
    /// By the id of the abstract list.
    lists: IndexMap<String, List>,
    /// By the id paragraphs name.
    instances: IndexMap<String, Instance>,
}

#[derive(Default)]
struct List {
    levels: [Level; LEVELS],
    counters: [Option<usize>; LEVELS],
}

/// A level of a list.
#[derive(Clone)]
struct Level {
    start: usize,
    format: String,
    /// `（%2）`: a number is `%` and its level from 1.
    text: String,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new() }
    }
}

/// A list that paragraphs name.
#[derive(Default)]
struct Instance {
    list: String,
    /// Where levels start anew, until the first paragraph of the instance has used it.
    restarts: Vec<(usize, usize)>,
}

impl Numbering {
    /// Reads the numbering part.
    pub fn read(text: &str) -> Self {
        let mut numbering = Self::default();
        let (mut list, mut instance) = (None, None);
        let mut level = 0;
        for token in xml::tokens(text) {
            let Token::Start(element) = token else { continue };
            let value = element.value().unwrap_or_default();
            match element.name() {
                "abstractNum" => (list, instance) = (element.attribute("abstractNumId"), None),
                "num" => (list, instance) = (None, element.attribute("numId")),
                "abstractNumId" => {
                    let id = instance.clone().unwrap_or_default();
                    numbering.instances.entry(id).or_default().list = value;
                }
                "lvl" | "lvlOverride" => level = level_of(&element),
                "startOverride" => {
                    let id = instance.clone().unwrap_or_default();
                    let start = value.parse().unwrap_or(1);
                    numbering.instances.entry(id).or_default().restarts.push((level, start));
                }
                name => {
                    // A level that an instance changes: the whole list is taken to have it.
                    let own = instance.as_ref().and_then(|id| numbering.instances.get(id)).map(|own| own.list.clone());
                    let Some(id) = list.clone().or(own) else { continue };
                    numbering.lists.entry(id).or_default().levels[level].read(name, value);
                }
            }
        }
        numbering
    }

    /// What stands before the next paragraph of a list; `None` where the list shows nothing.
    pub fn next(&mut self, id: &str, level: usize) -> Option<Mark> {
        let level = level.min(LEVELS - 1);
        let instance = self.instances.get_mut(id)?;
        let list = self.lists.get_mut(&instance.list)?;
        for (level, start) in instance.restarts.drain(..) {
            list.counters[level] = start.checked_sub(1).filter(|&before| before > 0);
        }
        let own = &list.levels[level];
        if own.format == "bullet" {
            return Some(Mark::Bullet(level));
        }
        if own.format == "none" || own.text.is_empty() {
            return None;
        }
        let number = list.counters[level].map_or(own.start, |last| last.saturating_add(1));
        list.counters[level] = Some(number);
        list.counters[level + 1..].fill(None);
        Some(Mark::Number(list.mark(level)))
    }
}

fn level_of(element: &Element) -> usize {
    element.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0_usize).min(LEVELS - 1)
}

impl Level {
    fn read(&mut self, name: &str, value: String) {
        match name {
            "start" => self.start = value.parse().unwrap_or(1),
            "numFmt" => self.format = value,
            "lvlText" => self.text = value,
            _ => {}
        }
    }
}

impl List {
    /// The text of a level with the numbers it names.
    fn mark(&self, level: usize) -> String {
        let mut mark = String::new();
        let mut characters = self.levels[level].text.chars().peekable();
        while let Some(c) = characters.next() {
            let named = characters.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
            match named {
                Some(digit) => {
                    characters.next();
                    let index = (digit as usize - 1).min(LEVELS - 1);
                    let number = self.counters[index].unwrap_or(self.levels[index].start);
                    mark.push_str(&number_in(&self.levels[index].format, number));
                }
                None => mark.push(c),
            }
        }
        mark
    }
}

/// A number as a format of Word writes it; formats that no report has count in digits.
fn number_in(format: &str, number: usize) -> String {
    let letter = |first: u8| char::from(first + ((number.max(1) - 1) % 26) as u8).to_string();
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "ideographDigital"
        | "japaneseDigitalTenThousand"
        | "koreanCounting" => han(number),
        "decimalFullWidth" | "decimalFullWidth2" => {
            number.to_string().chars().filter_map(|c| char::from_u32(c as u32 + 0xfee0)).collect()
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if (1..=20).contains(&number) => {
            char::from_u32('①' as u32 + number as u32 - 1).map(String::from).unwrap_or_default()
        }
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        _ => number.to_string(),
    }
}
