//! Headings without a number: short lines before paragraphs, and lines that a list's mark opens (◆加强组织领导).

use super::heading::{self, Kind, Opening};
use super::piece::Piece;

/// What stands before headings and items that are not counted.
const BULLETS: [char; 18] = ['◆', '◇', '■', '□', '●', '○', '▶', '►', '▷', '▲', '△', '★', '☆', '♦', '❖', '➤', '•', '▪'];

/// Adds the headings without a number to the openings.
pub fn add(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let is_outer = |opening: &Opening| matches!(opening.kind, Kind::Part | Kind::Han | Kind::HanAgain | Kind::Bare);
    if !openings.iter().flatten().any(is_outer) {
        add_outer(pieces, openings);
    }
    add_bulleted(pieces, openings);
    add_under_numbers(pieces, openings);
}

/// Headings of a text that has no outer ones.
fn add_outer(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let found: Vec<(usize, Opening)> = (0..pieces.len().saturating_sub(1))
        .filter(|&index| openings[index].is_none() && !pieces[index].is_structure())
        .filter(|&index| openings[index + 1].is_some() || is_prose(pieces[index + 1]))
        .filter_map(|index| Some((index, heading::bare(pieces[index])?)))
        .collect();
    set(openings, found);
}

/// ◆加强组织领导 before its paragraph; before another ● it is an item.
fn add_bulleted(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let bullet = |index: usize| pieces[index].text().chars().next().filter(|c| BULLETS.contains(c));
    let found: Vec<(usize, Opening)> = (0..pieces.len().saturating_sub(1))
        .filter(|&index| openings[index].is_none() && !pieces[index].is_structure())
        .filter(|&index| bullet(index + 1).is_none() && openings[index + 1].is_none())
        .filter(|&index| is_prose(pieces[index + 1]) || pieces[index + 1].text().ends_with('。'))
        .filter_map(|index| {
            let bullet = bullet(index)?;
            let start = pieces[index].content.slice(bullet.len_utf8()..pieces[index].text().len());
            let start = pieces[index].text().len() - start.plain().len();
            let opening = heading::bare(pieces[index])?;
            Some((index, Opening { kind: Kind::Under, start, ..opening }))
        })
        .collect();
    set(openings, found);
}

/// Short lines under one numbered heading, each between whole paragraphs: a wrapped line is none.
fn add_under_numbers(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    /// The longest such heading, in characters.
    const LONGEST: usize = 24;
    let mut found: Vec<(usize, Opening)> = Vec::new();
    let mut group: Vec<(usize, Opening)> = Vec::new();
    let mut is_numbered = false;
    for index in 0..pieces.len() {
        if let Some(opening) = &openings[index] {
            is_numbered = opening.kind.is_numbered() && !opening.is_run_in;
            found.extend(several(&mut group));
            continue;
        }
        let (piece, next) = (pieces[index], pieces.get(index + 1));
        let follows = |before: usize| openings[before].is_some() || ends_paragraph(pieces[before]);
        let stands = is_numbered
            && !piece.is_structure()
            && (4..=LONGEST).contains(&piece.length())
            && !piece.text().contains(['，', ',', '、', '：', ':'])
            && index.checked_sub(1).is_some_and(follows)
            && next.is_some_and(|next| is_prose(next) && ends_paragraph(next))
            && openings.get(index + 1).is_some_and(Option::is_none);
        if let Some(opening) = stands.then(|| heading::bare(piece)).flatten() {
            group.push((index, Opening { kind: Kind::Under, ..opening }));
        }
    }
    found.extend(several(&mut group));
    set(openings, found);
}

/// What was gathered, where it is more than one.
fn several<T>(group: &mut Vec<T>) -> Vec<T> {
    let gathered = std::mem::take(group);
    if gathered.len() > 1 { gathered } else { Vec::new() }
}

/// Takes lines for headings where there are several.
fn set(openings: &mut [Option<Opening>], found: Vec<(usize, Opening)>) {
    if found.len() >= 2 {
        for (index, opening) in found {
            openings[index] = Some(opening);
        }
    }
}

/// Whether a piece is running text.
fn is_prose(piece: &Piece) -> bool {
    piece.length() > 24 && piece.text().contains(['。', '，', ','])
}

fn ends_paragraph(piece: &Piece) -> bool {
    piece.text().ends_with(['。', '！', '；', '：', ';', ':', '”', '）', ')'])
}
