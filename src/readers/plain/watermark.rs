//! Words that a file was stamped with and that stand in the midst of its sentences: 某某网www.example.com, 仅供征求意见.

use std::borrow::Cow;
use std::ops::Range;

use crate::map::Map;

/// What such words begin with, or have in them.
const LEADS: [&str; 8] = ["www.", "WWW.", "http", "仅供", "注意保存", "注意保密", "严禁外传", "请勿外传"];
/// They come so often, or they are the text's.
const LEAST: usize = 3;
/// So many characters of them may stand before and behind such a lead.
const REACH: usize = 24;

/// Where such words stand in a text, in order.
pub fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut groups: Map<&str, Vec<usize>> = Map::default();
    for lead in LEADS {
        for (at, _) in text.match_indices(lead) {
            groups.entry(token(&text[at..], lead)).or_default().push(at);
        }
    }
    groups.retain(|_, places| places.len() >= LEAST);
    let mut found: Vec<Range<usize>> =
        groups.into_iter().flat_map(|(token, places)| group(text, token, &places)).collect();
    found.sort_unstable_by_key(|stretch| (stretch.start, std::cmp::Reverse(stretch.end)));
    found.dedup_by(|next, before| next.start < before.end);
    found
}

/// The text without such words; line ends stay.
pub fn without(text: &str) -> (Cow<'_, str>, Vec<Range<usize>>) {
    let stretches = stretches(text);
    if stretches.is_empty() {
        return (Cow::Borrowed(text), stretches);
    }
    let mut kept = String::with_capacity(text.len());
    let mut reached = 0;
    for stretch in &stretches {
        kept.push_str(&text[reached..stretch.start]);
        reached = stretch.end;
    }
    kept.push_str(&text[reached..]);
    (Cow::Owned(kept), stretches)
}

/// The words themselves: of an address all of it, but for the number that the text goes on with.
fn token<'a>(rest: &'a str, lead: &'a str) -> &'a str {
    if !lead.is_ascii() {
        return lead;
    }
    let end = rest.find(|c: char| !c.is_ascii_graphic()).unwrap_or(rest.len());
    rest[..end].trim_end_matches(|c: char| !c.is_ascii_alphabetic())
}

/// The stretches of one token: with what stands around it each time; none where it cuts no sentences.
fn group(text: &str, token: &str, places: &[usize]) -> Vec<Range<usize>> {
    let before = |at: usize| text[..at].chars().rev().take_while(|&c| c != '\n').take(REACH).collect();
    let behind = |at: usize| text[at + token.len()..].chars().take_while(|&c| c != '\n').take(REACH).collect();
    let left = common(places.iter().map(|&at| before(at)));
    let right = common(places.iter().map(|&at| behind(at)));
    let stretches = places.iter().map(|&at| at - left..at + token.len() + right);
    let stretches: Vec<Range<usize>> = stretches.collect();
    let cutting = stretches.iter().filter(|stretch| cuts(text, stretch)).count();
    if cutting > 1 && cutting * 2 >= stretches.len() { stretches } else { Vec::new() }
}

/// How many bytes all of some texts begin with.
fn common(mut texts: impl Iterator<Item = Vec<char>>) -> usize {
    let Some(mut common) = texts.next() else { return 0 };
    for text in texts {
        let length = common.iter().zip(&text).take_while(|(own, other)| own == other).count();
        common.truncate(length);
    }
    common.into_iter().map(char::len_utf8).sum()
}

/// Whether words are written on before and behind a stretch.
fn cuts(text: &str, stretch: &Range<usize>) -> bool {
    let before = text[..stretch.start].chars().next_back();
    let behind = text[stretch.end..].chars().next();
    before.is_some_and(char::is_alphanumeric) && behind.is_some_and(char::is_alphanumeric)
}
