//! Blanks that a scan or a PDF left between the characters of words.

use crate::characters::han::is_han;
use std::borrow::Cow;

/// A text has such blanks where at least one of so many gaps between characters of running text is one.
const ONE_IN: usize = 30;
/// Fewer of them are typed: between two names, before a signature.
const LEAST: usize = 10;
/// A line of so many characters is running text.
const LONG: usize = 20;

/// Whether blanks stand inside the words of a text.
pub fn are_scattered<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> bool {
    if lines.clone().flat_map(|line| line.match_indices(' ')).take(LEAST).count() < LEAST {
        return false;
    }
    let (mut gaps, mut blanks) = (0, 0);
    for line in lines.filter(|line| line.chars().take(LONG).count() == LONG && line.contains(['，', '。', ',', '、']))
    {
        let characters: Vec<char> = line.chars().collect();
        gaps += characters.windows(2).filter(|pair| is_han(pair[0]) && is_han(pair[1])).count();
        blanks += characters.windows(3).filter(|three| is_scattered(three)).count();
    }
    blanks >= LEAST && blanks * ONE_IN >= gaps
}

/// The line without such blanks.
pub fn closed(line: &str) -> Cow<'_, str> {
    let characters: Vec<char> = line.chars().collect();
    let is_kept = |at: &usize| {
        let three = at.checked_sub(1).and_then(|start| characters.get(start..start + 3));
        !three.is_some_and(is_scattered)
    };
    if !line.contains(' ') {
        return Cow::Borrowed(line);
    }
    Cow::Owned((0..characters.len()).filter(is_kept).map(|at| characters[at]).collect())
}

/// One blank between two characters that need none.
fn is_scattered(three: &[char]) -> bool {
    let [before, ' ', after] = three else { return false };
    is_wide(*before) && is_wide(*after)
        || is_wide(*before) && after.is_ascii_digit()
        || before.is_ascii_digit() && is_wide(*after)
}

/// A Han character or a mark that goes with one.
fn is_wide(c: char) -> bool {
    is_han(c) || "，。；：、！？（）《》“”‘’〔〕—…,;:()".contains(c)
}
