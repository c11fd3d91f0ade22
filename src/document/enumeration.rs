//! Lists that a text announces with their length: 以下四个方面：一是……二是……

mod claim;

use std::cell::OnceCell;

use self::claim::claim;
use super::{Block, Document, Heading, Inline, Origin, Paragraph, PlainText};
use crate::characters::leads::Leads;
use crate::characters::pairs;
use crate::outline::numbering::{self, Mark, MarkKind, leading_mark};
use crate::place::Where;

/// A list and the length its announcement gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Announced {
    /// 四个方面, as written.
    pub words: String,
    /// Where that stands.
    pub at: Where,
    /// The length announced.
    pub stated: usize,
    /// Where the items begin.
    pub items: Vec<Where>,
    /// Nothing speaks for another length than that of `items`.
    pub is_clear: bool,
}

impl Document {
    /// The lists of the body and the annexes that are announced with a length and follow their colon directly.
    pub fn announced_lists(&self) -> Vec<Announced> {
        let bodies = std::iter::once(&self.body).chain(self.annexes.iter().map(|annex| &annex.body));
        bodies.flat_map(|body| of_lines(&lines(body))).collect()
    }
}

/// What a line is on the page.
enum Source<'d> {
    Heading(&'d Heading),
    Paragraph(&'d Paragraph),
    /// A numbered list as a whole.
    List,
}

/// A paragraph, a heading, or a numbered list as a whole.
struct Line<'d> {
    source: Source<'d>,
    /// Filled by [`plain`](Self::plain): most lines announce nothing and follow nothing that does.
    plain: OnceCell<PlainText>,
    /// The items of a numbered list.
    listed: Vec<Where>,
    /// Filled by [`openings`](Self::openings): few lines are asked.
    openings: OnceCell<Vec<Opening>>,
}

/// A mark that may open an item.
struct Opening {
    at: usize,
    mark: Mark,
    /// Supplied by the program: 一是 of a measure.
    is_composed: bool,
}

impl Opening {
    /// Whether two marks may be of one list.
    fn is_like(&self, other: &Self) -> bool {
        self.mark.kind == other.mark.kind && self.is_composed == other.is_composed
    }
}

impl<'d> Line<'d> {
    fn new(source: Source<'d>, listed: Vec<Where>) -> Self {
        Self { source, plain: OnceCell::new(), listed, openings: OnceCell::new() }
    }

    fn plain(&self) -> &PlainText {
        self.plain.get_or_init(|| match self.source {
            Source::Heading(heading) => PlainText::of(&heading.content),
            Source::Paragraph(paragraph) => PlainText::of_paragraph(paragraph),
            Source::List => PlainText::default(),
        })
    }

    fn text(&self) -> &str {
        &self.plain().text
    }

    /// The level of the heading that it is or opens with; 0 for none.
    fn level(&self) -> u8 {
        match self.source {
            Source::Heading(heading) => heading.level,
            Source::Paragraph(paragraph) => paragraph.heading.as_ref().map_or(0, |heading| heading.level),
            Source::List => 0,
        }
    }

    /// Whether a colon is in it, behind which a list may follow.
    fn has_colon(&self) -> bool {
        let heading = match self.source {
            Source::Heading(heading) => Some(heading),
            Source::Paragraph(paragraph) => paragraph.heading.as_ref(),
            Source::List => None,
        };
        let content = if let Source::Paragraph(paragraph) = self.source { &paragraph.content[..] } else { &[] };
        heading.is_some_and(|heading| has_colon(&heading.content)) || has_colon(content)
    }

    /// The marks in it that may open an item, in order.
    fn openings(&self) -> &[Opening] {
        self.openings.get_or_init(|| openings(self.plain()))
    }

    /// Those before a place, and those from it on.
    fn openings_around(&self, at: usize) -> (&[Opening], &[Opening]) {
        let openings = self.openings();
        openings.split_at(openings.partition_point(|opening| opening.at < at))
    }

    /// The mark it begins with.
    fn opening(&self) -> Option<&Opening> {
        self.openings().first().filter(|opening| self.text()[..opening.at].trim().is_empty())
    }
}

/// Whether a content has a colon; the remark on a gap has one of its own.
fn has_colon(content: &[Inline]) -> bool {
    content.iter().any(|inline| match inline {
        // The last two bytes of ： and : itself.
        Inline::Text(run) => pairs::any(&run.text, |a, b| (a == b':') | ((a == 0xbc) & (b == 0x9a))),
        Inline::Strong { content } | Inline::Emphasis { content } | Inline::Link { content, .. } => has_colon(content),
        Inline::Unfilled { .. } => true,
        Inline::Break | Inline::Note { .. } => false,
    })
}

fn lines(blocks: &[Block]) -> Vec<Line<'_>> {
    let whole = |line: &Line| line.plain().locate(0..line.text().len());
    let lines = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(Line::new(Source::Heading(heading), Vec::new())),
        Block::Paragraph(paragraph) => Some(Line::new(Source::Paragraph(paragraph), Vec::new())),
        Block::List(list) => {
            let first = |item: &Vec<Block>| lines(&item[..item.len().min(1)]).first().map(whole);
            let listed = list.start.map_or_else(Vec::new, |_| list.items.iter().filter_map(first).collect());
            Some(Line::new(Source::List, listed))
        }
        Block::Table(_) | Block::Picture(_) => None,
    });
    lines.collect()
}

fn openings(plain: &PlainText) -> Vec<Opening> {
    let text = &plain.text;
    let mut openings: Vec<Opening> = Vec::new();
    let mut starts = true;
    let mut pieces = plain.pieces.iter().peekable();
    for (at, c) in text.char_indices() {
        while pieces.next_if(|(range, _)| range.end <= at).is_some() {}
        let opens = starts || matches!(c, '（' | '(' | '①'..='⒛' | '㈠'..='㈩' | '❶'..='❿');
        if let Some(mark) = opens.then(|| leading_mark(&text[at..])).flatten()
            && (starts || stands_anywhere(mark.kind) && !text[..at].ends_with(['第', '条', '款', '》']))
            // 一、 in a sentence is one of 一、二、三.
            && (mark.kind != MarkKind::Han || text[..at].trim().is_empty())
            && openings.last().is_none_or(|before| before.at + before.mark.length <= at)
        {
            let is_composed = pieces.peek().is_some_and(|(_, origin)| matches!(origin, Origin::Composed { .. }));
            openings.push(Opening { at, mark, is_composed });
        }
        starts = "：；。，、！？:;,!?\n".contains(c) || starts && c.is_whitespace();
    }
    openings
}

/// Marks that may stand without punctuation before them.
fn stands_anywhere(kind: MarkKind) -> bool {
    matches!(kind, MarkKind::Circled | MarkKind::HanParenthesis | MarkKind::ArabicParenthesis)
}

const COLONS: Leads = Leads::of(&['：', ':']);

fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

fn of_lines(lines: &[Line]) -> Vec<Announced> {
    let mut found = Vec::new();
    // Of the heading that a line stands under.
    let mut level = 0;
    for (index, line) in lines.iter().enumerate() {
        level = if line.level() > 0 { line.level() } else { level };
        if !line.has_colon() {
            continue;
        }
        let text = line.text();
        for (colon, mark) in COLONS.each(text).filter(|(_, c)| is_colon(*c)) {
            let Some((range, stated)) = claim(&text[..colon]) else { continue };
            let items = items(lines, index, level, colon + mark.len_utf8(), stated);
            let Some((items, is_clear)) = items.filter(|(items, _)| items.len() > 1) else { continue };
            found.push(Announced {
                words: text[range.clone()].to_owned(),
                at: line.plain().locate(range),
                stated,
                items,
                is_clear,
            });
        }
    }
    found
}

/// The items of the list that follows the colon which ends at `end` of a line, and whether that is all of them.
fn items(lines: &[Line], index: usize, level: u8, end: usize, stated: usize) -> Option<(Vec<Where>, bool)> {
    let line = &lines[index];
    if let Some(first) = line.openings_around(end).1.first() {
        let follows = line.text()[end..first.at].trim().is_empty() && first.mark.number == 1;
        return follows.then(|| sequence(lines, index, first, stated));
    }
    let next = lines.get(index + 1).filter(|_| line.text()[end..].trim().is_empty())?;
    if next.level() > 0 {
        // Many more headings than announced are those of another list: what a hand miscounts is off by one or two.
        let headings = (next.level() > level).then(|| headings(&lines[index + 1..], next.level()))?;
        let is_clear = headings.len() <= stated + MISCOUNTED;
        return Some((headings, is_clear));
    }
    if !next.listed.is_empty() {
        // Another list right after it may be its rest, parted by a paragraph.
        let rest = lines[index + 2..].iter().take_while(|line| line.level() == 0).take(REACH);
        return Some((next.listed.clone(), rest.into_iter().all(|line| line.listed.is_empty())));
    }
    next.opening().filter(|first| first.mark.number == 1).map(|first| sequence(lines, index + 1, first, stated))
}

/// By how many a hand miscounts the sections below.
const MISCOUNTED: usize = 2;

/// The headings of one level, from the first on until a higher one.
fn headings(lines: &[Line], level: u8) -> Vec<Where> {
    let within = lines.iter().take_while(|line| line.level() == 0 || line.level() >= level);
    let own = within.filter(|line| line.level() == level);
    own.map(|line| line.plain().locate(0..line.text().len())).collect()
}

/// How many lines around are looked at for an item that was parted from its list.
const REACH: usize = 12;

/// The items that count on from the first, in its line and in those right after it that begin with the next mark; and
/// whether that is certainly all of them.
fn sequence(lines: &[Line], index: usize, first: &Opening, stated: usize) -> (Vec<Where>, bool) {
    let mut items = Vec::new();
    let mut is_clear = true;
    let mut last = (index, first.at);
    let outer = outer(lines, index, first);
    'lines: for (at_line, line) in lines.iter().enumerate().skip(index) {
        let mut own = line.openings();
        if at_line == index {
            own = line.openings_around(first.at).1;
        } else if !line.opening().is_some_and(|opening| {
            line.level() == 0 && opening.is_like(first) && opening.mark.number == items.len() + 1
        }) {
            break;
        }
        for Opening { at, mark, .. } in own.iter().filter(|opening| opening.is_like(first)) {
            if mark.number == items.len() + 1 {
                is_clear &= outer.is_none_or(|outer| mark.number != outer + 1);
                items.push(line.plain().locate(*at..at + mark.length));
                last = (at_line, at + mark.length);
            } else {
                // A list of its own, after its own colon; any other number is a slip in this one.
                is_clear &= mark.number == 1 && line.text()[..*at].trim_end().ends_with(['：', ':']);
                break 'lines;
            }
        }
    }
    is_clear &= ends(lines, last, first, items.len(), stated);
    (items, is_clear)
}

/// The number of the item of an outer list with like marks that the list stands in.
fn outer(lines: &[Line], index: usize, first: &Opening) -> Option<usize> {
    let is_like = |opening: &&Opening| opening.is_like(first);
    let before = lines[index].openings_around(first.at).0.iter().rev().find(is_like);
    let earlier = || {
        let section = lines[..index].iter().rev().take_while(|line| line.level() == 0).take(REACH);
        section.flat_map(|line| line.openings().iter().rev()).find(is_like)
    };
    before.or_else(earlier).map(|opening| opening.mark.number)
}

/// How many bytes after the last item are looked at for one more in other words.
const REST: usize = 3_000;

/// Whether nothing after the last item looks like one more.
fn ends(lines: &[Line], last: (usize, usize), first: &Opening, count: usize, stated: usize) -> bool {
    if count >= stated {
        return true;
    }
    let rest = &lines[last.0].text()[last.1..];
    let rest = &rest[..rest.floor_char_boundary(rest.len().min(REST))];
    let next = numbering::han(count + 1);
    let loose = [format!("{next}是"), format!("{next}要"), format!("{}、", count + 1), format!("{}.", count + 1)];
    let other = ["最后", "此外", "另外", "还有", "再次", "再者", "…", "等等", "同时要"];
    let says_more = loose.iter().any(|mark| rest.contains(mark)) || other.iter().any(|word| rest.contains(word));
    let section = lines[last.0 + 1..].iter().take_while(|line| line.level() == 0).take(REACH);
    let goes_on = |line: &Line| {
        !line.listed.is_empty()
            || line.openings().iter().any(|opening| opening.is_like(first) && opening.mark.number == count + 1)
            || loose.iter().chain([&next]).any(|mark| line.text().starts_with(mark))
    };
    !says_more && !section.into_iter().any(goes_on)
}
