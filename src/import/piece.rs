//! The pieces of a manuscript: paragraphs, headings and tables, marks broken off their text put back.

use std::cell::OnceCell;

use super::content::Content;
use super::{heading, organ, title};
use crate::document::{Block, Table};
use crate::model::date;
use crate::outline::numbering::{MarkKind, leading_mark};
use crate::readers::{Hint, Manuscript, is_blank};

/// A block of the manuscript.
#[derive(Clone, Debug)]
pub struct Piece {
    pub content: Content,
    pub shape: Shape,
    pub hint: Hint,
    /// Filled by [`length`](Self::length), when all of the text is there.
    length: OnceCell<usize>,
}

/// What a piece is in its source.
#[derive(Clone, Debug)]
pub enum Shape {
    Paragraph,
    /// The source says it is a heading of this level.
    Heading(u8),
    Table(Table),
}

impl Piece {
    fn new(content: Content, shape: Shape, hint: Hint) -> Self {
        Self { content, shape, hint, length: OnceCell::new() }
    }

    /// The text without markup.
    pub fn text(&self) -> &str {
        self.content.plain()
    }

    /// The level the source gives it as a heading.
    pub fn level(&self) -> Option<u8> {
        match self.shape {
            Shape::Heading(level) => Some(level),
            _ => None,
        }
    }

    /// Whether it is a table or an item of a list.
    pub fn is_structure(&self) -> bool {
        matches!(self.shape, Shape::Table(_)) || self.hint.item.is_some()
    }

    /// The number of characters that are no blanks.
    pub fn length(&self) -> usize {
        *self.length.get_or_init(|| self.text().chars().filter(|&c| !is_blank(c)).count())
    }
}

/// The pieces of a manuscript.
pub fn pieces(manuscript: &Manuscript) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(manuscript.hints.len());
    for (block, &hint) in manuscript.document.body.iter().zip(&manuscript.hints) {
        let (content, shape) = match block {
            Block::Paragraph(paragraph) => (Content::new(&paragraph.content), Shape::Paragraph),
            Block::Heading(heading) => (Content::new(&heading.content), Shape::Heading(heading.level)),
            Block::Table(table) => (Content::default(), Shape::Table(table.clone())),
            Block::Picture(picture) => (Content::as_typed(&picture.typed), Shape::Paragraph),
            Block::List(_) => continue,
        };
        let content = content.slice(0..content.plain().len());
        if content.plain().is_empty() && !matches!(shape, Shape::Table(_)) {
            continue;
        }
        match pieces.last_mut() {
            Some(last) if last.hint.is_outside == hint.is_outside && belongs_to_mark(last, &content, &shape) => {
                last.content.join(&content);
                if let (Shape::Paragraph, Shape::Heading(_)) = (&last.shape, &shape) {
                    last.shape = shape;
                }
            }
            _ => split_lines(&mut pieces, Piece::new(content, shape, hint)),
        }
    }
    split_run_together(pieces)
}

/// Puts headings that were run together back on lines of their own: 一、主要举措（一）加强领导, and a text that has lost
/// all its line ends.
fn split_run_together(pieces: Vec<Piece>) -> Vec<Piece> {
    let has_lost_lines = has_lost_lines(&pieces);
    let mut last = [0; 3];
    let mut split = Vec::with_capacity(pieces.len());
    let end = pieces.len();
    // Lines that were wrapped lose the end of a title that is as long as they are.
    const FIRST: usize = 6;
    let has_title = pieces.iter().any(|piece| title::is_title(piece.text()));
    for (index, piece) in pieces.into_iter().enumerate() {
        let mut starts = starts(&piece, has_lost_lines, &mut last);
        if !has_title && index < FIRST && !piece.is_structure() {
            starts.extend(after_title(piece.text()));
        }
        if index * 2 > end || index + 1 == end {
            starts.extend(signed(piece.text()).into_iter().flatten());
        }
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).copied().chain([piece.text().len()]);
        let parts: Vec<Piece> = starts.iter().copied().zip(ends).map(|(start, end)| part(&piece, start, end)).collect();
        if parts.len() > 1 { split.extend(parts) } else { split.push(piece) }
    }
    split
}

/// Whether a text has lost its line ends: no paragraph starts with 一、 but one holds both 一、 and 二、.
fn has_lost_lines(pieces: &[Piece]) -> bool {
    let is_heading = |piece: &Piece| leading_mark(piece.text()).is_some_and(|mark| mark.kind == MarkKind::Han);
    let holds = |piece: &Piece| {
        let marks = piece.text().match_indices(['。', '：', ':']).filter_map(|(at, stop)| {
            let rest = &piece.text()[at + stop.len()..];
            leading_mark(&rest[..rest.floor_char_boundary(40)]).filter(|mark| mark.kind == MarkKind::Han)
        });
        marks.map(|mark| mark.number).take(2).eq([1, 2])
    };
    !pieces.iter().any(is_heading) && pieces.iter().any(holds)
}

fn part(piece: &Piece, start: usize, end: usize) -> Piece {
    Piece::new(piece.content.slice(start..end), piece.shape.clone(), piece.hint)
}

/// Where the paragraphs of a piece start; `last` are the numbers of 一、 and （一） and 1. so far.
fn starts(piece: &Piece, has_lost_lines: bool, last: &mut [usize; 3]) -> Vec<usize> {
    /// The longest heading that （一） follows in the same line, in bytes: some 40 characters.
    const LONGEST: usize = 120;
    let text = piece.text();
    let mut starts = vec![0];
    // The character before, and the last one that is no blank.
    let (mut before, mut inked) = (None, None);
    // （一） stands behind 一、 in this line.
    let mut is_nested = false;
    for (at, c) in text.char_indices() {
        let is_start = matches!(c, '（' | '(' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
        let is_start = is_start || has_lost_lines && c.is_ascii_digit() && !before.is_some_and(is_of_number);
        // The 一） of （一） is none.
        let is_start = is_start && !matches!(before, Some('（' | '('));
        let mark = is_start.then(|| leading_mark(&text[at..text.floor_char_boundary(at + 40)])).flatten();
        let kind = mark.as_ref().and_then(|mark| match mark.kind {
            MarkKind::Han => Some(0),
            MarkKind::HanParenthesis => Some(1),
            MarkKind::Arabic if has_lost_lines => Some(2),
            _ => None,
        });
        if let (Some(mark), Some(kind)) = (mark, kind) {
            let counts_on = mark.number == last[kind] + 1 || mark.number == 1;
            let stops = inked.is_none_or(|c| matches!(c, '。' | '；' | '：' | ':' | ';' | '！'));
            let follows_heading = kind == 1
                && mark.number == 1
                && leading_mark(text).is_some_and(|own| {
                    own.kind == MarkKind::Han && (own.length + 1..own.length + LONGEST).contains(&at)
                });
            // （一）抓学习　（二）抓落实
            let own = leading_mark(text).filter(|own| own.kind == mark.kind && mark.number == last[kind] + 1);
            let counts_under = is_nested && kind == 1 && mark.number == last[kind] + 1 && stops;
            let follows_fellow = own.is_some() && before.is_some_and(is_blank) || counts_under;
            // （二）依法履行职能1.严格执行条例
            let heads = || {
                let heading = &text[starts.last().copied().unwrap_or_default()..at];
                heading.len() < LONGEST && !heading.contains('。') && leading_mark(heading).is_some()
            };
            let opens = || stops || mark.number == 1 && (kind == 1 || kind == 2 && heads());
            let is_own = follows_fellow || at > 0 && counts_on && (has_lost_lines && opens() || follows_heading);
            if is_own && !(follows_heading && !has_lost_lines && stops) {
                starts.push(at);
                is_nested |= follows_heading;
            }
            if at == 0 || is_own {
                last[kind] = mark.number;
                last[kind + 1..].fill(0);
            }
        }
        before = Some(c);
        inked = if is_blank(c) { inked } else { before };
    }
    starts
}

/// Whether what comes behind a character is part of a number: 1.2, 2021年.
fn is_of_number(before: char) -> bool {
    before.is_ascii_digit() || matches!(before, '.' | '．')
}

/// Where the text starts that a title was run together with: ……情况的报告2022年，…….
fn after_title(text: &str) -> Option<usize> {
    /// The longest title, in bytes.
    const LONGEST: usize = 300;
    let head = &text[..text.floor_char_boundary(LONGEST)];
    let ends =
        ["报告", "总结", "情况"].iter().flat_map(|noun| head.match_indices(noun).map(|(at, noun)| at + noun.len()));
    let opens = |rest: &str| {
        let rest = rest.trim_start_matches(is_blank);
        rest.starts_with("20")
            || rest.starts_with("二〇")
            || ["今年", "近年", "一年来", "为", "根据", "按照"].iter().any(|start| rest.starts_with(start))
    };
    let is_title = |end: usize| title::is_title(&head[..end]) && !head[..end].contains(['，', ',']);
    ends.filter(|&end| is_title(end) && opens(&text[end..])).min()
}

/// Where the signature and the date start that stand behind the last full stop: ……。甲县人民政府 2023年1月12日.
fn signed(text: &str) -> Option<[usize; 2]> {
    let stop = text.rfind('。').map(|at| at + '。'.len_utf8())?;
    let tail = &text[stop..];
    let date = tail.find(|c: char| c.is_ascii_digit() || c == '二')?;
    let is_signed = organ::is_organ(&tail[..date]) && date::parse(tail[date..].trim_matches(is_blank)).is_some();
    is_signed.then_some([stop, stop + date])
}

/// Whether what comes next belongs to a piece that is nothing but a mark, or the start of one.
fn belongs_to_mark(last: &Piece, content: &Content, shape: &Shape) -> bool {
    let (start, rest) = (last.text(), content.plain());
    if matches!(last.shape, Shape::Table(_)) || matches!(shape, Shape::Table(_)) || start.chars().count() > 6 {
        return false;
    }
    match leading_mark(start) {
        None if heading::is_part_alone(start) => !rest.contains('。') && leading_mark(rest).is_none(),
        Some(mark) => mark.length == start.len() && leading_mark(rest).is_none_or(|next| next.kind != mark.kind),
        None => {
            let is_start = |c: char| "（(第〇零一二三四五六七八九十百".contains(c) || c.is_ascii_digit();
            let whole = || format!("{start}{rest}");
            start.chars().all(is_start) && leading_mark(&whole()).is_some_and(|mark| mark.length > start.len())
        }
    }
}

/// Adds a piece; one of several lines, each of which opens a paragraph, is as many pieces.
fn split_lines(pieces: &mut Vec<Piece>, piece: Piece) {
    let opens = |line: &str| line.starts_with(is_blank) || leading_mark(line).is_some();
    let mut start = 0;
    let breaks: Vec<usize> = piece.text().match_indices('\n').map(|(at, _)| at).collect();
    for at in breaks {
        if opens(&piece.text()[at + 1..]) {
            pieces.push(Piece::new(piece.content.slice(start..at), Shape::Paragraph, piece.hint));
            start = at + 1;
        }
    }
    if start > 0 {
        let rest = piece.content.slice(start..piece.text().len());
        pieces.push(Piece::new(rest, Shape::Paragraph, piece.hint));
    } else {
        pieces.push(piece);
    }
}
