//! Styles: what they say of heading levels, lists and looks.

use indexmap::IndexMap;

use super::xml::{self, Element, Token};

/// How deep a style may rest on others.
const DEEPEST: usize = 20;

/// What a style says, with the styles it rests on.
#[derive(Clone, Debug, Default)]
pub struct Style {
    pub outline: Option<u8>,
    pub list: Option<(String, usize)>,
    /// It is one of Word's own headings, or rests on one.
    pub is_heading: bool,
    pub is_centered: bool,
    pub is_indented: bool,
    pub is_strong: bool,
    /// A line of a table of contents.
    pub is_contents: bool,
    base: Option<String>,
}

/// The styles of a document by their ids.
#[derive(Default)]
pub struct Styles {
    styles: IndexMap<String, Style>,
}

impl Styles {
    /// Reads the styles part.
    pub fn read(text: &str) -> Self {
        let mut styles: IndexMap<String, Style> = IndexMap::new();
        let mut open: Option<(String, Style)> = None;
        for token in xml::tokens(text) {
            match token {
                Token::Start(element) if element.name() == "style" => {
                    open = element.attribute("styleId").map(|id| (id, Style::default()));
                }
                Token::Start(element) => open.iter_mut().for_each(|(_, style)| style.read(&element)),
                Token::End(end) if xml::local(&end) == "style" => styles.extend(open.take()),
                _ => {}
            }
        }
        let resolved = styles.iter().map(|(id, style)| (id.clone(), resolve(style, &styles))).collect();
        Self { styles: resolved }
    }

    /// What a style says.
    pub fn get(&self, id: &str) -> Style {
        self.styles.get(id).cloned().unwrap_or_default()
    }

    /// Whether a style of characters is bold.
    pub fn is_strong(&self, id: &str) -> bool {
        self.styles.get(id).is_some_and(|style| style.is_strong)
    }
}

impl Style {
    fn read(&mut self, element: &Element) {
        let value = element.value();
        let value = value.as_deref();
        match element.name() {
            "name" => {
                let name = value.unwrap_or_default().to_lowercase();
                let level =
                    ["heading ", "标题 "].iter().find_map(|start| name.strip_prefix(start)?.trim().parse::<u8>().ok());
                self.outline = self.outline.or(level.and_then(|level| level.checked_sub(1)));
                self.is_heading = level.is_some();
                self.is_contents = name.starts_with("toc ") || name == "toc heading";
            }
            "basedOn" => self.base = value.map(str::to_owned),
            "outlineLvl" => self.outline = value.and_then(|level| level.parse().ok()),
            "numId" => self.list = value.map(|id| (id.to_owned(), self.list.as_ref().map_or(0, |&(_, level)| level))),
            "ilvl" => {
                let id = self.list.take().map(|(id, _)| id).unwrap_or_default();
                self.list = value.and_then(|level| level.parse().ok()).map(|level| (id, level));
            }
            "jc" => self.is_centered = value == Some("center"),
            "ind" => {
                let indents = ["firstLineChars", "firstLine"].map(|name| element.attribute(name));
                self.is_indented = indents.into_iter().flatten().any(|indent| indent != "0");
            }
            "b" => self.is_strong = !matches!(value, Some("0" | "false" | "off")),
            _ => {}
        }
    }
}

/// A style with what it takes from those it rests on.
fn resolve(style: &Style, styles: &IndexMap<String, Style>) -> Style {
    let mut resolved = style.clone();
    let mut base = style.base.clone();
    for _ in 0..DEEPEST {
        let Some(next) = base.and_then(|id| styles.get(&id)) else { break };
        resolved.outline = resolved.outline.or(next.outline);
        resolved.is_heading |= next.is_heading;
        if resolved.list.is_none() {
            resolved.list.clone_from(&next.list);
        }
        resolved.is_indented |= next.is_indented;
        base = next.base.clone();
    }
    resolved
}
