//! Where 署名 and 成文日期 stand, by GB/T 9704—2012 7.3.5.

use super::{Chars, chars};
use crate::document::Document;

/// How far from the right edge organs and date end.
pub(in crate::writers) struct Edges {
    pub organs: Vec<Chars>,
    pub date: Chars,
    /// A seal lies on each organ's name.
    pub is_sealed: bool,
}

/// Where organs and date end, by 7.3.5.
pub(in crate::writers) fn edges(document: &Document) -> Edges {
    let is_sealed = document.letterhead.as_ref().is_some_and(|letterhead| letterhead.seal);
    let organs: Vec<Chars> = document.signature.iter().map(|line| chars(&line.plain())).collect();
    let date = document.date.as_ref().map_or(0, |line| chars(&line.plain()));
    if is_sealed {
        // 7.3.5.1: the date ends four characters in, each organ stands centred over it.
        let middle = |organ: &Chars| (400 + date / 2).saturating_sub(organ / 2);
        return Edges { organs: organs.iter().map(middle).collect(), date: 400, is_sealed };
    }
    // 7.3.5.2: the organ ends two characters in, the date begins two characters right of where the organ begins; were
    // it to end less than two characters in, it ends there and the organ moves left.
    let longest = organs.iter().copied().max().unwrap_or_default();
    if organs.is_empty() || date + 200 > longest {
        let organ = (400 + date).saturating_sub(longest).max(200);
        return Edges { organs: vec![organ; organs.len()], date: 200, is_sealed };
    }
    Edges { organs: vec![200; organs.len()], date: longest - date, is_sealed }
}
