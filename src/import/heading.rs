//! What a paragraph opens: a heading, alone or run in, or a measure.

mod glue;

use crate::import::piece::Piece;
use crate::outline::numbering::{MarkKind, leading_mark};
use crate::readers::is_blank;
use glue::{before_account, before_measures, glue};

/// The kinds of headings, the outermost first as reports usually have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 第一部分
    Part,
    /// 一、
    Han,
    /// 一、 under a heading 一、
    HanAgain,
    /// （一）
    HanParenthesis,
    /// 1. or 1、
    Arabic,
    /// （1）
    ArabicParenthesis,
    /// ①
    Circled,
    /// 第一，
    Ordinal,
    /// Without a mark.
    Bare,
    /// Without a number, under a heading that may have one.
    Under,
}

impl Kind {
    /// The number of kinds with a number.
    pub const MARKED: usize = 8;

    /// Whether its headings are counted.
    pub const fn is_numbered(self) -> bool {
        (self as usize) < Self::MARKED
    }

    /// The kind of the headings that carry a mark.
    pub fn of(mark: MarkKind) -> Option<Self> {
        Some(match mark {
            MarkKind::Han => Self::Han,
            MarkKind::HanParenthesis => Self::HanParenthesis,
            MarkKind::Arabic => Self::Arabic,
            MarkKind::ArabicParenthesis => Self::ArabicParenthesis,
            MarkKind::Circled => Self::Circled,
            MarkKind::Ordinal => Self::Ordinal,
            MarkKind::Measure => return None,
        })
    }
}

/// How surely a paragraph opens with a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Short, and followed by a full stop, a line end or a change of the look.
    Likely,
    /// Likely, but for the ； it ends with: an item where its fellow follows at once.
    Listed,
    /// A mark before a whole sentence: a heading only where its fellows are.
    Doubtful,
}

/// A paragraph that may open a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub kind: Kind,
    /// What the source says it is; 0 where it has no number.
    pub number: usize,
    /// Bytes of the text up to the heading.
    pub start: usize,
    /// Bytes of the text up to the end of the heading.
    pub end: usize,
    /// Bytes of the text up to what follows in the paragraph.
    pub rest: usize,
    /// The heading and what follows are one paragraph with a full stop between them.
    pub is_run_in: bool,
    pub certainty: Certainty,
}

/// The longest heading that a text is run into, and the longest that stands alone, in characters.
const LONGEST_RUN_IN: usize = 45;
const LONGEST: usize = 64;
/// The longest one that stands alone and ends with a full stop.
const LONGEST_SENTENCE: usize = 30;

/// What a piece opens, where it starts with a mark or is a heading by its looks.
pub fn opening(piece: &Piece) -> Option<Opening> {
    let text = piece.text();
    if text.is_empty() {
        return None;
    }
    let (kind, number, start) = match mark(text) {
        Some(mark) => mark,
        None if piece.level().is_some() => (Kind::Bare, 0, 0),
        None if piece.content.is_strong() => return bare(piece),
        None => return None,
    };
    let rest = &text[start..];
    if rest.is_empty() || lists_on(rest, kind, number) {
        return None;
    }
    let (end, rest_start, is_run_in, certainty) = cut(piece, start);
    if !text[start..end].contains(char::is_alphanumeric) {
        return None;
    }
    Some(Opening { kind, number, start, end, rest: rest_start, is_run_in, certainty })
}

/// A short line without a full stop, which may be a heading without a mark.
pub fn bare(piece: &Piece) -> Option<Opening> {
    let text = piece.text();
    let ends = |c: char| "。，、；：！？,;:!?.".contains(c);
    let is_short = (3..=36).contains(&piece.length()) && !text.ends_with(ends) && !text.contains(['。', '；', '\n']);
    let end = text.len();
    is_short.then_some(Opening {
        kind: Kind::Bare,
        number: 0,
        start: 0,
        end,
        rest: end,
        is_run_in: false,
        certainty: Certainty::Likely,
    })
}

/// Whether the next mark of its kind stands in the same paragraph: （一）……。（二）……。 is a list, no heading.
fn lists_on(rest: &str, kind: Kind, number: usize) -> bool {
    let stops = rest.match_indices(['。', '；', ';', '，', '、']).map(|(at, stop)| &rest[at + stop.len()..]);
    let mut marks = stops.filter_map(|rest| mark(&rest[..rest.floor_char_boundary(40)]));
    number > 0 && marks.any(|(other, next, _)| other == kind && next == number + 1)
}

/// The number of a measure's mark, and where its text starts.
pub fn measure(text: &str) -> Option<(usize, usize)> {
    let mark = leading_mark(text).filter(|mark| mark.kind == MarkKind::Measure)?;
    Some((mark.number, mark.length))
}

/// The mark a text starts with: its kind, its number, its length.
fn mark(text: &str) -> Option<(Kind, usize, usize)> {
    if let Some(part) = part(text) {
        return Some(part);
    }
    let Some(mark) = leading_mark(text) else { return decimal(text) };
    Some((Kind::of(mark.kind)?, mark.number, mark.length))
}

/// 1.1 加强领导: a short line alone, for 1.1万件 is a quantity.
fn decimal(text: &str) -> Option<(Kind, usize, usize)> {
    /// The longest such heading, in bytes: some 30 characters.
    const LONGEST: usize = 100;
    let is_plain = text.len() <= LONGEST && text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains('。');
    let (outer, rest) = text.split_once(['.', '．']).filter(|_| is_plain)?;
    let inner = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let heading = rest[inner..].trim_start_matches(is_blank);
    let is_apart = heading.len() < rest[inner..].len() && heading.starts_with(|c: char| c.is_alphabetic());
    let is_number = |number: &str| (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let number = rest[..inner].parse().ok().filter(|_| is_apart && is_number(outer) && is_number(&rest[..inner]))?;
    Some((Kind::ArabicParenthesis, number, text.len() - heading.len()))
}

/// 第一部分, 第二章, 第三篇
fn part(text: &str) -> Option<(Kind, usize, usize)> {
    let rest = text.strip_prefix('第')?;
    let length: usize =
        rest.chars().take(4).take_while(|&c| "一二三四五六七八九十".contains(c)).map(char::len_utf8).sum();
    let after = ["部分", "章", "篇"].iter().find_map(|word| rest[length..].strip_prefix(word))?;
    // The numeral is read where the numbering reads them: before a 、.
    let number = leading_mark(&format!("{}、", &rest[..length]))?.number;
    let heading = after.trim_start_matches(|c| is_blank(c) || matches!(c, '、' | '：' | ':' | '.'));
    let is_apart = heading.len() < after.len() || heading.chars().count() <= 30;
    is_apart.then(|| (Kind::Part, number, text.len() - heading.len()))
}

/// Whether a text is nothing but such a number.
pub fn is_part_alone(text: &str) -> bool {
    let text = text.trim_end_matches(|c| is_blank(c) || matches!(c, '：' | ':'));
    part(text).is_some_and(|(_, _, length)| length == text.len())
}

/// Where a heading that starts at `start` ends, where the rest of its paragraph starts, and how the two are joined.
fn cut(piece: &Piece, start: usize) -> (usize, usize, bool, Certainty) {
    let text = piece.text();
    let rest = &text[start..];
    if let Some(cut) = cut_by_look(piece, start) {
        return cut;
    }
    let length = |end: usize| rest[..end].chars().filter(|&c| !is_blank(c)).count();
    let stop = first_stop(rest);
    let whole = stop.map_or(rest.len(), |(at, _)| at);
    let after = stop.map_or(rest.len(), |(at, c)| at + c.len_utf8());
    let is_alone = after == rest.len();
    let is_plain = !rest[..whole].contains(['；', '\n']) && !names_measures(&rest[..whole]);
    if let Some(at) = before_measures(&rest[..whole]) {
        return (start + at, start + at, false, Certainty::Likely);
    }
    let is_listed = rest.ends_with(['；', ';']);
    let is_sentence = stop.is_some() || is_listed;
    let is_short = !is_sentence || length(whole) <= LONGEST_SENTENCE && rest.matches(['，', ',']).count() <= 1;
    let is_plain_item = is_plain || is_listed && rest.matches(['；', ';']).count() == 1 && !names_measures(rest);
    if is_alone && is_plain_item && is_short && length(whole) <= LONGEST {
        let certainty = if is_listed { Certainty::Listed } else { Certainty::Likely };
        return (text.len(), text.len(), false, certainty);
    }
    if let Some(at) = before_account(&rest[..whole]) {
        return (start + at, start + at, false, Certainty::Likely);
    }
    if !is_alone && is_plain && reads_as_heading(&rest[..whole]) {
        return (start + whole, start + after, true, Certainty::Likely);
    }
    if let Some(at) = glue(&rest[..whole]) {
        return (start + at, start + at, false, Certainty::Likely);
    }
    match is_alone {
        true => (text.len(), text.len(), false, Certainty::Doubtful),
        false => (start + whole, start + after, true, Certainty::Doubtful),
    }
}

/// Whether a sentence that text follows reads as a heading: short, or a little longer and without figures.
fn reads_as_heading(sentence: &str) -> bool {
    let length = sentence.chars().filter(|&c| !is_blank(c)).count();
    let commas = sentence.matches(['，', ',']).count();
    let is_figure = |c: char| c.is_ascii_digit();
    let figures = sentence.split(|c: char| !is_figure(c)).filter(|digits| !digits.is_empty()).count();
    length <= LONGEST_RUN_IN && (commas < 2 || figures < 2) || length <= LONGEST && commas <= 3 && figures == 0
}

/// A heading in bold before text that is not.
fn cut_by_look(piece: &Piece, start: usize) -> Option<(usize, usize, bool, Certainty)> {
    let text = piece.text();
    let strong = piece.content.strong_start();
    let bold = text.get(start..strong)?.trim_end_matches(is_blank);
    let heading = bold.trim_end_matches(['。', '：', ':']);
    let length = heading.chars().count();
    let inner = first_stop(heading).is_some() || names_measures(heading);
    if !(2..=LONGEST).contains(&length) || inner {
        return None;
    }
    let after = &text[start + bold.len()..];
    let blanks = after.len() - after.trim_start_matches(is_blank).len();
    let has_stop = bold.ends_with('。') || after[blanks..].starts_with('。');
    let stop = if bold.ends_with('。') || !has_stop { 0 } else { '。'.len_utf8() };
    let end = if has_stop { start + heading.len() } else { start + bold.len() };
    Some((end, start + bold.len() + blanks + stop, has_stop, Certainty::Likely))
}

/// The first full stop that stands in no quotation and no parenthesis.
fn first_stop(text: &str) -> Option<(usize, char)> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '“' | '《' | '（' | '「' | '『' | '〈' => depth += 1,
            '”' | '》' | '）' | '」' | '』' | '〉' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' if depth == 0 => return Some((at, c)),
            _ => {}
        }
    }
    // A mark that is never closed must not hide the full stop.
    text.char_indices().find(|&(_, c)| matches!(c, '。')).filter(|_| depth > 0)
}

/// Whether 一是 and 二是 stand in a sentence.
fn names_measures(text: &str) -> bool {
    text.contains("一是") && text.contains("二是")
}

/// A text without the number it starts with.
pub fn without_mark(text: &str) -> &str {
    leading_mark(text).map_or(text, |mark| &text[mark.length..])
}
