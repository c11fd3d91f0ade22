//! Headings whose numbers stand on lines of their own, as pages for telephones have them: 01 above 主要举措.

use super::heading;
use super::piece::{Piece, Shape};
use crate::readers::is_blank;

/// Makes headings of the lines behind such numbers; the numbers are no part of the text.
pub fn settle(pieces: &mut [Piece]) {
    let mut numbered: Vec<usize> = Vec::new();
    for at in 0..pieces.len().saturating_sub(1) {
        let is_next = number(pieces[at].text()) == Some(numbered.len() + 1);
        let is_heading =
            || matches!(pieces[at + 1].shape, Shape::Paragraph) && heading::bare(&pieces[at + 1]).is_some();
        if is_next && is_heading() {
            numbered.push(at);
        }
    }
    if numbered.len() < 2 {
        return;
    }
    for at in numbered {
        pieces[at].hint.is_outside = true;
        pieces[at + 1].shape = Shape::Heading(1);
    }
}

/// The number a line consists of: 01, PART 01. A bare 1 may be that of a page.
fn number(text: &str) -> Option<usize> {
    let line: String = text.chars().filter(|&c| !is_blank(c)).take(8).collect::<String>().to_ascii_uppercase();
    let named = ["PART", "NO"].iter().find_map(|word| line.strip_prefix(word));
    let digits = named.map_or(line.as_str(), |rest| rest.trim_start_matches(['.', '-']));
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number && (named.is_some() || digits.len() == 2))
}
