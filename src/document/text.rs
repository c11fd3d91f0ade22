//! CommonMark of one text to blocks; only here and below is `pulldown_cmark` named.
//!
//! Paragraphs, bold, italics, links, lists, tables and footnotes are markup. A list has two items or more, marked by
//! `-` or `*`, or numbered `1.` and on; a backslash before a mark makes it text, at the end of a line it breaks the
//! line, a paragraph such as 表1 before a table is its caption. A picture is a paragraph, or a line, of its own, outside
//! lists and notes. Everything else shows as typed.

mod assembly;
mod inlines;
mod list;
mod neutral;
mod pieces;
mod table;

use pulldown_cmark::{Options, Parser};

use super::{Block, Inline, Note, Paragraph, Role};
use crate::characters::leads::Leads;
use crate::figures::placeholder::Expansion;
use crate::place::Place;
use assembly::Assembly;
use neutral::Neutral;
use pieces::{Pieces, STAND_IN};

/// The blocks of one text, and the footnotes it defines. Note indices count from `first_note`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    pub blocks: Vec<Block>,
    pub notes: Vec<Note>,
}

/// Reads one text alone: nothing in it can reach into another.
///
/// Paragraphs, bold, italics, links, lists, tables, footnotes and pictures of CommonMark are markup; everything else a
/// person types shows as typed. No picture has its image yet.
pub fn parse(expansion: &Expansion, place: Place, first_note: usize) -> Parsed {
    let pieces = Pieces::new(expansion, place);
    if has_no_markup(&pieces.text) {
        let mut content = Vec::new();
        pieces.push_lines(0..pieces.text.len(), &mut content, &mut None);
        let paragraph = Paragraph { role: Role::Text, heading: None, content, place };
        return Parsed { blocks: vec![Block::Paragraph(paragraph)], notes: Vec::new() };
    }
    let neutral = Neutral::new(&pieces.text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events: Vec<_> = Parser::new_ext(&neutral.text, options).into_offset_iter().collect();
    Assembly::new(&events, &neutral, &pieces, place, first_note).parsed()
}

/// Whether a text is one line of words and marks that mean nothing to CommonMark, as most measures are: it is not worth
/// a parser. When in doubt it is not.
fn has_no_markup(text: &str) -> bool {
    let is_letter = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | 'A'..='Z' | 'a'..='z' | STAND_IN);
    // Dashes, quotes and dots; Chinese marks and brackets; full-width forms.
    let is_wide = |c: char| matches!(c, '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3015}' | '\u{ff01}'..='\u{ff5e}');
    let is_narrow = |c: char| matches!(c, '0'..='9' | ' ' | ',' | '.' | ':' | ';' | '(' | ')' | '%' | '/');
    let is_plain = |c: char| is_letter(c) || is_wide(c) || is_narrow(c);
    // What begins as a common Han character does is no mark, whatever it is.
    const OTHERS: Leads = Leads::but_han();
    text.starts_with(is_letter) && OTHERS.each(text.trim_end_matches('\n')).all(|(_, c)| is_plain(c))
}

/// Reads a text without markup, such as a heading or a line of the title; several lines are joined.
pub fn line(expansion: &Expansion, place: Place) -> Vec<Inline> {
    let pieces = Pieces::new(expansion, place);
    let mut content = Vec::new();
    pieces.push_lines(0..pieces.text.len(), &mut content, &mut None);
    content
}

/// Writes a line so that [`parse`] shows it as it stands.
///
/// Blanks at its ends, which no paragraph has, are not kept.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (offset, c) in text.char_indices() {
        let opens_list = (offset == 0 && c == '-') || (offset == digits && digits > 0 && c == '.');
        if opens_list || matches!(c, '\\' | '*' | '_' | '[' | ']' | '|') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
