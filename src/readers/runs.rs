//! A line under construction: pieces of text, each with its look.

use std::rc::Rc;

use super::{is_blank, run};
use crate::document::Inline;

/// How a piece of a line looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    pub strong: bool,
    pub emphasis: bool,
    pub href: Option<Rc<str>>,
}

enum Piece {
    Text(String, Look),
    Break,
    #[cfg(feature = "docx")]
    Note(usize),
}

/// The pieces of a line, in order.
#[derive(Default)]
pub struct Runs {
    pieces: Vec<Piece>,
}

/// A finished line.
pub struct Finished {
    pub content: Vec<Inline>,
    /// Blanks stood before it.
    pub is_indented: bool,
    /// All of it is a link.
    pub is_linked: bool,
}

impl Runs {
    /// Adds text; of the same look it joins the piece before.
    pub fn push(&mut self, text: &str, look: &Look) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(last, same)) if same == look => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned(), look.clone())),
        }
    }

    /// This line and one that goes on where it ends.
    #[cfg(feature = "docx")]
    pub fn and(mut self, next: Self) -> Self {
        self.pieces.extend(next.pieces);
        self
    }

    /// Adds a line break.
    pub fn push_break(&mut self) {
        self.pieces.push(Piece::Break);
    }

    /// Adds the mark of a footnote.
    #[cfg(feature = "docx")]
    pub fn push_note(&mut self, index: usize) {
        self.pieces.push(Piece::Note(index));
    }

    /// The last character of the line.
    pub fn last(&self) -> Option<char> {
        match self.pieces.last()? {
            Piece::Text(text, _) => text.chars().next_back(),
            Piece::Break => Some('\n'),
            #[cfg(feature = "docx")]
            Piece::Note(_) => None,
        }
    }

    /// Ends the line without the blanks around it; `None` where there was nothing but blanks.
    pub fn finish(&mut self) -> Option<Finished> {
        let mut pieces = std::mem::take(&mut self.pieces);
        while let Some(Piece::Text(..) | Piece::Break) = pieces.last() {
            match pieces.last_mut() {
                Some(Piece::Text(text, _)) if !text.chars().all(is_blank) => {
                    text.truncate(text.trim_end_matches(is_blank).len());
                    break;
                }
                _ => drop(pieces.pop()),
            }
        }
        let mut is_indented = false;
        let blanks = pieces.iter().take_while(|piece| match piece {
            Piece::Text(text, _) => text.chars().all(is_blank),
            Piece::Break => true,
            #[cfg(feature = "docx")]
            Piece::Note(_) => false,
        });
        let blanks = blanks.count();
        is_indented |= pieces.drain(..blanks).any(|piece| matches!(piece, Piece::Text(..)));
        if let Piece::Text(text, _) = pieces.first_mut()? {
            let rest = text.trim_start_matches(is_blank);
            is_indented |= rest.len() < text.len();
            *text = rest.to_owned();
        }
        let is_linked = pieces.iter().all(|piece| match piece {
            Piece::Text(text, look) => look.href.is_some() || text.chars().all(|c| !c.is_alphanumeric()),
            _ => true,
        });
        let is_linked =
            is_linked && pieces.iter().any(|piece| matches!(piece, Piece::Text(_, look) if look.href.is_some()));
        Some(Finished { content: pieces.into_iter().map(inline).collect(), is_indented, is_linked })
    }
}

fn inline(piece: Piece) -> Inline {
    let (text, look) = match piece {
        Piece::Break => return Inline::Break,
        #[cfg(feature = "docx")]
        Piece::Note(index) => return Inline::Note { index },
        Piece::Text(text, look) => (text, look),
    };
    let mut inline = run(text);
    if look.emphasis {
        inline = Inline::Emphasis { content: vec![inline] };
    }
    if look.strong {
        inline = Inline::Strong { content: vec![inline] };
    }
    match look.href {
        Some(href) => Inline::Link { href: href.to_string(), content: vec![inline] },
        None => inline,
    }
}
