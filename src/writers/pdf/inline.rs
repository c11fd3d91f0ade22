//! Inlines as runs: flat, each with its face, every character one the fonts can set.

use super::fonts::Fonts;
use super::house::House;
use super::page::{Face, Run};
use crate::document::{Document, Inline, plain};
use crate::picture::Image;
use crate::writers::paper::{Chars, Room};
use crate::writers::{paper, printable};

/// Sets the texts of one document.
pub(super) struct Setter {
    pub fonts: &'static Fonts,
    pub house: House,
    /// For each note whether its mark stands already; a second mark is a raised number.
    marked: Vec<bool>,
    /// Characters no font knows, in the order they are first met.
    pub unknown: Vec<char>,
    /// How many letters of one word a line surely holds: Typst tears no word, it would stand out of the page.
    pub letters: usize,
    pub room: Room,
    /// The images that are printed, in the order of their files.
    pub images: Vec<Image>,
}

/// The file of the image at a place of the list.
pub(super) fn image_file(place: usize) -> String {
    format!("image{}", place + 1)
}

/// A letter is narrower than this, as are most; the widest are not met side by side.
const LETTER: Chars = 60;

/// How many letters a line of so many characters holds.
pub(super) const fn letters_in(line: Chars) -> usize {
    (line / LETTER) as usize
}

/// Stands for a character no font knows, as printers have it: never an empty box.
const UNKNOWN: char = '〓';

impl Setter {
    /// A setter of a document in its house style.
    pub fn new(fonts: &'static Fonts, document: &Document) -> Self {
        let house = House::of(&document.style, fonts);
        let (marked, room) = (vec![false; document.notes.len()], Room::of(&document.style));
        let letters = letters_in(room.measure().saturating_sub(FIRST_LINE));
        Self { fonts, house, marked, unknown: Vec::new(), letters, room, images: Vec::new() }
    }

    /// The name of the file that an image is in.
    pub fn file(&mut self, image: &Image) -> String {
        self.images.push(image.clone());
        image_file(self.images.len() - 1)
    }

    /// Marks in notes are raised numbers: a note has no notes.
    pub fn close_notes(&mut self) {
        self.marked.clear();
    }

    /// Text of the body's face.
    pub fn text(&mut self, text: &str) -> String {
        self.text_in(self.house.body, text)
    }

    /// Text in the face of a role.
    pub fn text_in(&mut self, role: &str, text: &str) -> String {
        text.chars().filter_map(printable).map(|c| self.known(role, c)).collect()
    }

    fn known(&mut self, role: &str, character: char) -> char {
        let is_known = is_invisible(character) || (!is_private(character) && self.fonts.knows(role, character));
        if is_known {
            return character;
        }
        if !self.unknown.contains(&character) && self.unknown.len() < MOST_UNKNOWN {
            self.unknown.push(character);
        }
        UNKNOWN
    }

    /// Inlines in the face of a role, `None` being that of the body.
    pub fn runs(&mut self, role: Option<&'static str>, content: &[Inline]) -> Vec<Run> {
        let mut runs = Vec::new();
        self.push(&mut runs, content, &Face { font: role, ..Face::default() });
        runs
    }

    /// Appends inlines.
    pub fn push(&mut self, runs: &mut Vec<Run>, content: &[Inline], face: &Face) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.push_text(runs, &run.text, face),
                Inline::Strong { content } => self.push(runs, content, &Face { strong: true, ..face.clone() }),
                Inline::Emphasis { content } => {
                    self.push(runs, content, &Face { font: Some("kai"), ..face.clone() });
                }
                Inline::Link { href, content } => self.push_link(runs, href, content, face),
                Inline::Note { index } => self.push_note(runs, *index, face),
                Inline::Break => runs.push(Run::Break),
                Inline::Unfilled { .. } => {
                    let text = plain(std::slice::from_ref(inline));
                    self.push_text(runs, &text, &Face { unfilled: true, ..face.clone() });
                }
            }
        }
    }

    /// Appends text, to the last run where it looks the same.
    pub fn push_text(&mut self, runs: &mut Vec<Run>, text: &str, face: &Face) {
        let set = self.text_in(face.font.unwrap_or(self.house.body), text);
        for (index, piece) in pieces(&set, self.letters).into_iter().enumerate() {
            if index > 0 {
                runs.push(Run::Seam);
            }
            match runs.last_mut() {
                Some(Run::Text { text, face: last }) if last == face => text.push_str(piece),
                _ if piece.is_empty() => {}
                _ => runs.push(Run::Text { text: piece.to_owned(), face: face.clone() }),
            }
        }
    }

    /// A link; one inside another is text.
    fn push_link(&mut self, runs: &mut Vec<Run>, href: &str, content: &[Inline], face: &Face) {
        let link = match &face.link {
            Some(outer) => Some(outer.clone()),
            None => paper::target(href).filter(|target| target.len() <= LONGEST_LINK).map(|target| ascii(&target)),
        };
        self.push(runs, content, &Face { link, ..face.clone() });
    }

    fn push_note(&mut self, runs: &mut Vec<Run>, index: usize, face: &Face) {
        match self.marked.get_mut(index) {
            Some(marked) if !*marked => {
                *marked = true;
                runs.push(Run::Note { index });
            }
            _ => {
                let number = index.saturating_add(1).to_string();
                self.push_text(runs, &number, &Face { raised: true, ..face.clone() });
            }
        }
    }
}

/// A text cut at every letter of a word that has more than `most`.
fn pieces(text: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut word = 0;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        if character.is_ascii_graphic() {
            continue;
        }
        if at - word > most {
            pieces.push(&text[start..word]);
            pieces.extend((word..at - 1).map(|letter| &text[letter..=letter]));
            start = at - 1;
        }
        word = at + character.len_utf8();
    }
    pieces.push(&text[start..]);
    pieces
}

/// So many unknown characters are named; a page that has more wants another font, not a longer list.
const MOST_UNKNOWN: usize = 20;

/// Typst and readers of PDF take no longer address.
const LONGEST_LINK: usize = 2000;

/// A PDF holds addresses in ASCII: what is beyond as `%XX`.
fn ascii(target: &str) -> String {
    let mut uri = String::with_capacity(target.len());
    for byte in target.bytes() {
        if byte.is_ascii() {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// The indent of a paragraph.
const FIRST_LINE: Chars = 200;

/// Joiners, marks of direction and the like have no shape of their own.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Characters without an agreed meaning, which an archived PDF may not hold.
const fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}
