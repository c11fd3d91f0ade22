//! What a Word file holds beside the text a reader sees: hidden text, tracked changes, comments.

use super::xml::{self, Element, Token};
use crate::map::Map;
use crate::readers::{Comment, Leftover, LeftoverKind, kept};

/// Tracked changes of text.
const ADDED: [&str; 2] = ["ins", "moveTo"];
const REMOVED: [&str; 2] = ["del", "moveFrom"];
/// Elements whose text stands twice, or is no text.
const SILENT: [&str; 4] = ["Fallback", "rt", "instrText", "delInstrText"];

/// What is left in the main part; `comments` are those of the file with their ids.
pub fn leftovers(main: &str, comments: &[(String, Comment)]) -> Vec<Leftover> {
    let texts = comments.iter().map(|(id, comment)| (id.as_str(), comment.text.as_str())).collect();
    let mut scan = Scan::new(texts);
    xml::tokens(main).for_each(|token| scan.token(&token));
    scan.found
}

/// A paragraph while it is read.
#[derive(Default)]
struct Open {
    /// What a reader sees of it.
    text: String,
    found: Vec<(LeftoverKind, String)>,
}

struct Scan<'a> {
    /// Their texts by their ids.
    comments: Map<&'a str, &'a str>,
    open: Vec<Open>,
    /// The last paragraph with text: what is left of a paragraph that is all removed stands behind it.
    last: String,
    found: Vec<Leftover>,
    added: usize,
    removed: usize,
    silent: usize,
    in_properties: bool,
    is_hidden: bool,
    in_text: bool,
}

impl<'a> Scan<'a> {
    fn new(comments: Map<&'a str, &'a str>) -> Self {
        Self {
            comments,
            open: Vec::new(),
            last: String::new(),
            found: Vec::new(),
            added: 0,
            removed: 0,
            silent: 0,
            in_properties: false,
            is_hidden: false,
            in_text: false,
        }
    }

    fn token(&mut self, token: &Token) {
        match token {
            Token::Start(element) => self.start(element),
            Token::End(end) => self.end(xml::local(end)),
            Token::Text(text) if self.in_text && self.silent == 0 => self.text(text),
            Token::Text(_) => {}
        }
    }

    fn start(&mut self, element: &Element) {
        let name = element.name();
        let open = usize::from(!element.is_empty);
        match name {
            _ if SILENT.contains(&name) => self.silent += open,
            "p" if !element.is_empty => self.open.push(Open::default()),
            "r" => self.is_hidden = false,
            "rPr" => self.in_properties = !element.is_empty,
            "vanish" if self.in_properties => {
                self.is_hidden = !matches!(element.value().as_deref(), Some("0" | "false" | "off" | "none"));
            }
            "t" | "delText" => self.in_text = !element.is_empty,
            "commentReference" => {
                let id = element.attribute("id").unwrap_or_default();
                if let Some(&text) = self.comments.get(id.as_str()) {
                    self.note(LeftoverKind::Comment, text);
                }
            }
            _ if ADDED.contains(&name) => self.added += open,
            _ if REMOVED.contains(&name) => self.removed += open,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            _ if SILENT.contains(&name) => self.silent = self.silent.saturating_sub(1),
            "p" => self.end_paragraph(),
            "rPr" => self.in_properties = false,
            "t" | "delText" => self.in_text = false,
            _ if ADDED.contains(&name) => self.added = self.added.saturating_sub(1),
            _ if REMOVED.contains(&name) => self.removed = self.removed.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let text: String = text.chars().filter_map(kept).collect();
        let kind = match () {
            () if self.removed > 0 => Some(LeftoverKind::Removed),
            () if self.is_hidden => Some(LeftoverKind::Hidden),
            () if self.added > 0 => Some(LeftoverKind::Added),
            () => None,
        };
        if matches!(kind, None | Some(LeftoverKind::Added))
            && let Some(paragraph) = self.open.last_mut()
        {
            paragraph.text.push_str(&text);
        }
        if let Some(kind) = kind.filter(|_| !text.trim().is_empty()) {
            self.note(kind, &text);
        }
    }

    /// Notes a leftover of the paragraph; runs of one change are one.
    fn note(&mut self, kind: LeftoverKind, text: &str) {
        let Some(paragraph) = self.open.last_mut() else { return };
        match paragraph.found.last_mut() {
            Some((last, known)) if *last == kind && kind != LeftoverKind::Comment => known.push_str(text),
            _ => paragraph.found.push((kind, text.to_owned())),
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        if !paragraph.text.trim().is_empty() {
            self.last.clone_from(&paragraph.text);
        }
        let stand = &self.last;
        let leftover = |(kind, text)| Leftover { kind, text, paragraph: stand.clone() };
        self.found.extend(paragraph.found.into_iter().map(leftover));
    }
}
