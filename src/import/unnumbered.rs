//! Headings without a number as numbers are written: short lines before paragraphs, lines that a list's mark opens
//! (◆加强组织领导), and numbers whose mark was lost (一 主要做法).

use super::heading::{self, Kind, Opening};
use super::piece::Piece;
use crate::outline::numbering::leading_mark;
use crate::readers::is_blank;

/// What stands before headings and items that are not counted.
const BULLETS: [char; 18] = ['◆', '◇', '■', '□', '●', '○', '▶', '►', '▷', '▲', '△', '★', '☆', '♦', '❖', '➤', '•', '▪'];

/// What a caption begins with: 图为培训现场, 表1.
const CAPTIONS: [char; 2] = ['图', '表'];

/// Adds the headings without a number to the openings.
pub fn add(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let is_outer = |opening: &Opening| matches!(opening.kind, Kind::Part | Kind::Han | Kind::HanAgain | Kind::Bare);
    if !openings.iter().flatten().any(is_outer) {
        add_outer(pieces, openings);
    }
    add_left_out(pieces, openings);
    add_bulleted(pieces, openings);
    add_under_numbers(pieces, openings);
}

/// Headings of a text that has no outer ones.
fn add_outer(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let mut found: Vec<(usize, Opening)> = (0..pieces.len().saturating_sub(1))
        .filter(|&index| openings[index].is_none() && !pieces[index].is_structure())
        .filter(|&index| openings[index + 1].is_some() || is_prose(pieces[index + 1]))
        .filter_map(|index| Some((index, heading::bare(pieces[index])?)))
        .collect();
    number_loosely(pieces, &mut found);
    set(openings, found);
}

/// Counts headings whose numbers have lost their mark: 一 主要做法, 二 存在问题.
fn number_loosely(pieces: &[&Piece], found: &mut [(usize, Opening)]) {
    let numbers: Vec<Option<(usize, usize)>> =
        found.iter().map(|(index, _)| loose_number(pieces[*index].text())).collect();
    let counted = numbers.iter().flatten().map(|&(number, _)| number);
    if numbers.iter().flatten().count() < 2 || !counted.eq(1..=numbers.iter().flatten().count()) {
        return;
    }
    for ((_, opening), number) in found.iter_mut().zip(numbers) {
        if let Some((number, start)) = number {
            *opening = Opening { kind: Kind::Han, number, start, ..opening.clone() };
        }
    }
}

/// The number a line starts with, whatever stands behind it, and where the heading starts.
fn loose_number(text: &str) -> Option<(usize, usize)> {
    let length: usize = text.chars().take_while(|c| "一二三四五六七八九十".contains(*c)).map(char::len_utf8).sum();
    let number = leading_mark(&format!("{}、", &text[..length]))?.number;
    let heading = text[length..].trim_start_matches(|c| is_blank(c) || "，,：:.．".contains(c));
    Some((number, text.len() - heading.len()))
}

/// The one heading between 一、 and 三、 that has lost its number.
fn add_left_out(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let mut last: Option<(usize, usize)> = None;
    for index in 0..pieces.len() {
        let Some(number) = openings[index].as_ref().filter(|own| own.kind == Kind::Han).map(|own| own.number) else {
            continue;
        };
        if let Some((before, outer)) = last.filter(|&(_, outer)| outer + 2 == number) {
            let mut fitting = (before + 1..index).filter(|&at| stands_between(pieces, openings, at));
            if let (Some(at), None) = (fitting.next(), fitting.next()) {
                let opening = heading::bare(pieces[at]);
                openings[at] = opening.map(|opening| Opening { kind: Kind::Han, number: outer + 1, ..opening });
            }
        }
        last = Some((index, number));
    }
}

/// ◆加强组织领导 before its paragraph; before another ● it is an item.
fn add_bulleted(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let bullet = |index: usize| pieces[index].text().chars().next().filter(|c| BULLETS.contains(c));
    let found: Vec<(usize, Opening)> = (0..pieces.len().saturating_sub(1))
        .filter(|&index| openings[index].is_none() && !pieces[index].is_structure())
        .filter(|&index| bullet(index + 1).is_none() && openings[index + 1].is_none())
        .filter(|&index| index.checked_sub(1).is_none_or(|before| bullet(before).is_none()))
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

/// Short lines under one numbered heading, each between whole paragraphs.
fn add_under_numbers(pieces: &[&Piece], openings: &mut [Option<Opening>]) {
    let mut found: Vec<(usize, Opening)> = Vec::new();
    let mut group: Vec<(usize, Opening)> = Vec::new();
    let mut is_numbered = false;
    for index in 0..pieces.len() {
        if let Some(opening) = &openings[index] {
            is_numbered = opening.kind.is_numbered() && !opening.is_run_in;
            found.extend(several(&mut group));
            continue;
        }
        if is_numbered && stands_between(pieces, openings, index) {
            group.extend(heading::bare(pieces[index]).map(|opening| (index, Opening { kind: Kind::Under, ..opening })));
        }
    }
    found.extend(several(&mut group));
    set(openings, found);
}

/// Whether a short line stands between whole paragraphs: one of wrapped text does not.
fn stands_between(pieces: &[&Piece], openings: &[Option<Opening>], index: usize) -> bool {
    /// The longest such heading, in characters.
    const LONGEST: usize = 24;
    let (piece, next) = (pieces[index], pieces.get(index + 1));
    let follows = |before: usize| openings[before].is_some() || ends_paragraph(pieces[before]);
    openings[index].is_none()
        && !piece.is_structure()
        && (4..=LONGEST).contains(&piece.length())
        && !piece.text().contains(['，', ',', '、', '：', ':'])
        && !piece.text().starts_with(CAPTIONS)
        && heading::bare(piece).is_some()
        && index.checked_sub(1).is_some_and(follows)
        && next.is_some_and(|next| is_prose(next) && ends_paragraph(next))
        && openings.get(index + 1).is_some_and(Option::is_none)
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

/// Whether a piece is running text: long, or a whole sentence.
fn is_prose(piece: &Piece) -> bool {
    let least = if piece.text().ends_with('。') { 12 } else { 25 };
    piece.length() >= least && piece.text().contains(['。', '，', ','])
}

fn ends_paragraph(piece: &Piece) -> bool {
    piece.text().ends_with(['。', '！', '；', '：', ';', ':', '”', '）', ')'])
}
