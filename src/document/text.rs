//! CommonMark of one text to blocks: the only place that names `pulldown_cmark`.
//!
//! Paragraphs, bold, italics, links, lists, tables and footnotes are markup. A list has two items or more, marked by
//! `-` or `*`, or numbered `1.` and on; a backslash before a mark makes it text, at the end of a line it breaks the
//! line, a paragraph such as 表1 before a table is its caption. A picture is a paragraph, or a line, of its own, outside
//! lists and notes. Everything else shows as typed.

mod neutral;
mod pieces;

use std::ops::Range;

use indexmap::IndexSet;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::block::Alignment;
use super::{Block, Inline, List, Note, Paragraph, Picture, Role, Table, link, plain};
use crate::figures::placeholder::{Expansion, Piece};
use crate::place::Place;
use neutral::Neutral;
use pieces::{Pieces, STAND_IN, push_merged};

/// How deep bold, italics and links may lie in one another; deeper marks are text. Bounds the stack on hostile texts.
const MAX_DEPTH: usize = 8;

/// The blocks of one text, and the footnotes it defines. Note indices count from `first_note`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    pub blocks: Vec<Block>,
    pub notes: Vec<Note>,
}

/// Reads one text alone: nothing in it can reach into another.
///
/// Paragraphs, bold, italics, links, lists, tables, footnotes and pictures of CommonMark are markup; everything else a
/// person types shows as typed. No picture has its image yet.
pub fn parse(expansion: &Expansion, place: Place, first_note: usize) -> Parsed {
    let pieces = Pieces::new(expansion, place);
    if has_no_markup(&pieces.text) {
        let mut content = Vec::new();
        pieces.push_lines(0..pieces.text.len(), &mut content, &mut None);
        let paragraph = Paragraph { role: Role::Text, heading: None, content, place };
        return Parsed { blocks: vec![Block::Paragraph(paragraph)], notes: Vec::new() };
    }
    let neutral = Neutral::new(&pieces.text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events: Vec<_> = Parser::new_ext(&neutral.text, options).into_offset_iter().collect();
    let labels = note_labels(&events);
    let mut assembly = Assembly {
        events: &events,
        at: 0,
        neutral: &neutral,
        pieces: &pieces,
        place,
        first_note,
        notes: vec![None; labels.len()],
        labels,
        in_note: false,
        last: None,
    };
    let blocks = assembly.blocks(0);
    let notes = assembly.notes.into_iter().map(|body| Note { body: body.unwrap_or_default() }).collect();
    Parsed { blocks, notes }
}

/// Whether a text is one line of words and marks that mean nothing to CommonMark, as most measures are: it is not worth
/// a parser. When in doubt it is not.
fn has_no_markup(text: &str) -> bool {
    let is_letter = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | 'A'..='Z' | 'a'..='z' | STAND_IN);
    // Dashes, quotes and dots; Chinese marks and brackets; full-width forms.
    let is_wide = |c: char| matches!(c, '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3015}' | '\u{ff01}'..='\u{ff5e}');
    let is_narrow = |c: char| matches!(c, '0'..='9' | ' ' | ',' | '.' | ':' | ';' | '(' | ')' | '%' | '/');
    let is_plain = |c: char| is_letter(c) || is_wide(c) || is_narrow(c);
    text.starts_with(is_letter) && text.trim_end_matches('\n').chars().all(is_plain)
}

/// Reads a text without markup, such as a heading or a line of the title; several lines are joined.
pub fn line(expansion: &Expansion, place: Place) -> Vec<Inline> {
    let pieces = Pieces::new(expansion, place);
    let mut content = Vec::new();
    pieces.push_lines(0..pieces.text.len(), &mut content, &mut None);
    content
}

/// Writes a line so that [`parse`] shows it as it stands.
///
/// Blanks at its ends, which no paragraph has, are not kept.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (offset, c) in text.char_indices() {
        let opens_list = (offset == 0 && c == '-') || (offset == digits && digits > 0 && c == '.');
        if opens_list || matches!(c, '\\' | '*' | '_' | '[' | ']' | '|') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

type Placed<'e> = (Event<'e>, Range<usize>);

/// The labels of notes that are both marked and defined, lower case, in the order of their first marks. A mark inside
/// a note does not count: notes have no notes.
fn note_labels(events: &[Placed]) -> IndexSet<String> {
    let defined: IndexSet<String> = events
        .windows(2)
        .filter_map(|pair| match (&pair[0].0, &pair[1].0) {
            // A note that says nothing is none.
            (_, Event::End(TagEnd::FootnoteDefinition)) => None,
            (Event::Start(Tag::FootnoteDefinition(label)), _) => Some(label.to_lowercase()),
            _ => None,
        })
        .collect();
    let mut depth = 0_usize;
    let mut marked = IndexSet::new();
    for (event, _) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => depth += 1,
            Event::End(TagEnd::FootnoteDefinition) => depth -= 1,
            Event::FootnoteReference(label) if depth == 0 && defined.contains(&label.to_lowercase()) => {
                marked.insert(label.to_lowercase());
            }
            _ => {}
        }
    }
    marked
}

/// Puts events together to blocks.
struct Assembly<'e> {
    events: &'e [Placed<'e>],
    at: usize,
    neutral: &'e Neutral,
    pieces: &'e Pieces<'e>,
    place: Place,
    first_note: usize,
    labels: IndexSet<String>,
    notes: Vec<Option<Vec<Block>>>,
    in_note: bool,
    /// The last character printed in the paragraph at hand.
    last: Option<char>,
}

impl<'e> Assembly<'e> {
    fn next(&mut self) -> Option<&'e Placed<'e>> {
        let event = self.events.get(self.at);
        self.at += usize::from(event.is_some());
        event
    }

    /// Blocks up to the end of the container they are in, which is taken too.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.next() {
            self.last = None;
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph) => match if depth == 0 { self.picture() } else { None } {
                    Some(picture) => blocks.push(Block::Picture(picture)),
                    None => {
                        let content = self.inlines(0);
                        self.paragraph(content, &mut blocks);
                    }
                },
                Event::Start(Tag::List(start)) if depth < 4 * MAX_DEPTH => self.list(*start, depth, &mut blocks),
                Event::Start(Tag::FootnoteDefinition(label)) if !self.in_note => {
                    self.definition(label, range, depth, &mut blocks);
                }
                Event::Start(Tag::Table(alignments)) => {
                    let alignments = alignments.iter().copied().map(alignment).collect();
                    let caption = take_caption(&mut blocks);
                    blocks.push(Block::Table(Table { caption, ..self.table(alignments) }));
                }
                event if is_inline(event) => {
                    // The text of a tight list item has no paragraph around it.
                    self.at -= 1;
                    let content = self.inlines(0);
                    self.paragraph(content, &mut blocks);
                }
                event => {
                    let content = self.as_typed(event, range);
                    self.paragraph(content, &mut blocks);
                }
            }
        }
        blocks
    }

    fn paragraph(&self, content: Vec<Inline>, blocks: &mut Vec<Block>) {
        if !content.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { role: Role::Text, heading: None, content, place: self.place }));
        }
    }

    /// The picture that the paragraph just begun is, its end taken; `None` where it is none, with nothing taken. One with
    /// a title, or with a path that is not filled, is none.
    fn picture(&mut self) -> Option<Picture> {
        let (Event::Start(Tag::Image { link_type: LinkType::Inline, dest_url, title, .. }), range) =
            self.events.get(self.at)?
        else {
            return None;
        };
        let inside = &self.events[self.at + 1..];
        let length = inside.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Image)))?;
        let (words, behind) = inside.split_at(length);
        let is_alone = matches!(behind.get(1), Some((Event::End(TagEnd::Paragraph), _)));
        let is_nested = words.iter().any(|(event, _)| matches!(event, Event::Start(Tag::Image { .. })));
        if !is_alone || is_nested || !title.is_empty() {
            return None;
        }
        let words_end = words.iter().map(|(_, range)| range.end).max().unwrap_or(range.start + "![".len());
        let path = self.href(dest_url, words_end..range.end)?.trim().to_owned();
        if path.is_empty() {
            return None;
        }
        let mut typed = Vec::new();
        self.source(range.clone(), &mut typed);
        self.last = None;
        self.at += 1;
        let caption = self.inlines(1);
        self.at += 1;
        Some(Picture { caption, path, typed, place: self.place, image: None })
    }

    /// What stands in the source for an event that is no markup of ours, and for all inside it.
    fn as_typed(&mut self, event: &Event, range: &Range<usize>) -> Vec<Inline> {
        if matches!(event, Event::Start(_)) {
            self.skip();
        }
        let mut content = Vec::new();
        self.source(range.clone(), &mut content);
        content
    }

    /// Goes on behind the end that matches a start already taken.
    fn skip(&mut self) {
        let mut open = 1_usize;
        while open > 0
            && let Some((event, _)) = self.next()
        {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
    }

    /// Appends the source of a range as typed, its lines joined.
    fn source(&mut self, range: Range<usize>, content: &mut Vec<Inline>) {
        for original in self.neutral.original(range) {
            self.pieces.push_lines(original, content, &mut self.last);
        }
    }

    /// Appends the source of a range within a line as it is, blanks too.
    fn verbatim(&mut self, range: Range<usize>, content: &mut Vec<Inline>) {
        for original in self.neutral.original(range) {
            self.pieces.push(original, content, &mut self.last);
        }
    }

    /// Inlines up to the end of what they are in, which is taken, or up to a block, which is not.
    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut content = Vec::new();
        // Ranges of bold and italics too deep to be kept: their marks are text.
        let mut flattened: Vec<Range<usize>> = Vec::new();
        while let Some((event, range)) = self.events.get(self.at) {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(_) if !is_inline(event) => break,
                _ => {}
            }
            self.at += 1;
            match event {
                Event::End(end) => match flattened.pop() {
                    Some(range) => self.verbatim(range.end - mark_length(end)..range.end, &mut content),
                    None => break,
                },
                Event::Text(_) => self.verbatim(range.clone(), &mut content),
                Event::SoftBreak => self.soft_break(&mut content),
                Event::HardBreak if self.neutral.text[range.clone()].starts_with('\\') => {
                    content.push(Inline::Break);
                    self.last = None;
                }
                Event::HardBreak => self.soft_break(&mut content),
                Event::FootnoteReference(label) => self.note_mark(label, range, &mut content),
                Event::Start(tag @ (Tag::Strong | Tag::Emphasis)) if depth >= MAX_DEPTH => {
                    self.verbatim(range.start..range.start + mark_length(&tag.to_end()), &mut content);
                    flattened.push(range.clone());
                }
                Event::Start(Tag::Strong) => content.push(Inline::Strong { content: self.inlines(depth + 1) }),
                Event::Start(Tag::Emphasis) => content.push(Inline::Emphasis { content: self.inlines(depth + 1) }),
                Event::Start(Tag::Link { dest_url, .. }) => self.link(dest_url, range, depth, &mut content),
                event => content.extend(self.as_typed(event, range)),
            }
        }
        content
    }

    fn soft_break(&mut self, content: &mut Vec<Inline>) {
        let next = self.next_char();
        self.pieces.join(next, content, &mut self.last);
    }

    /// The next character of the paragraph that will be printed.
    fn next_char(&self) -> Option<char> {
        for (event, range) in &self.events[self.at..] {
            match event {
                Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. })
                | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => {}
                Event::Start(tag) if !is_inline_tag(tag) => return None,
                Event::End(_) | Event::FootnoteReference(_) => return None,
                _ => {
                    let original = self.neutral.original(range.clone()).next()?;
                    return self.pieces.char_at(original.start);
                }
            }
        }
        None
    }

    fn note_mark(&mut self, label: &str, range: &Range<usize>, content: &mut Vec<Inline>) {
        match self.labels.get_index_of(&label.to_lowercase()) {
            Some(index) if !self.in_note => content.push(Inline::Note { index: self.first_note + index }),
            _ => self.verbatim(range.clone(), content),
        }
    }

    fn link(&mut self, target: &str, range: &Range<usize>, depth: usize, content: &mut Vec<Inline>) {
        let mut inner = Vec::new();
        let first = self.at;
        // A link that may not be one keeps its brackets: they are printed before what is inside.
        self.verbatim(range.start..range.start + 1, &mut inner);
        let opening = inner.len();
        inner.extend(self.inlines(depth + 1));
        let inside = &self.events[first..self.at.saturating_sub(1).max(first)];
        let inner_end = inside.iter().map(|(_, range)| range.end).max().unwrap_or(range.start + 1);
        let rest = inner_end..range.end;
        // Without words nothing of a link would be printed: it shows as typed.
        let is_blank = |inline: &Inline| matches!(inline, Inline::Text(run) if run.text.trim().is_empty());
        let has_words = !inner[opening..].iter().all(is_blank);
        match self.href(target, rest.clone()).filter(|href| has_words && link::is_allowed(href)) {
            Some(href) => {
                inner.drain(..opening);
                content.push(Inline::Link { href, content: inner });
            }
            None => {
                inner.into_iter().for_each(|inline| push_merged(inline, content));
                self.source(rest, content);
            }
        }
    }

    /// The target of a link with its placeholders filled in; none while one of them is unfilled.
    fn href(&self, target: &str, rest: Range<usize>) -> Option<String> {
        let mut stand_ins = self.neutral.original(rest).flat_map(|original| {
            let text = &self.pieces.text[original.clone()];
            text.match_indices(STAND_IN).map(move |(offset, _)| original.start + offset).collect::<Vec<_>>()
        });
        let mut href = String::with_capacity(target.len());
        for c in target.chars() {
            match (c == STAND_IN).then(|| stand_ins.next()).flatten().and_then(|at| self.pieces.value(at)) {
                Some(Piece::Value { text, .. }) => href.push_str(text),
                Some(_) => return None,
                None => href.push(c),
            }
        }
        Some(href)
    }

    fn list(&mut self, start: Option<u64>, depth: usize, blocks: &mut Vec<Block>) {
        let mut marks = Vec::new();
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), range)) = self.next() {
            marks.push(self.list_mark(range));
            items.push(self.blocks(depth + 1));
        }
        if self.is_list(&marks) {
            blocks.push(Block::List(List { start, items, place: self.place }));
            return;
        }
        for (mark, item) in marks.into_iter().zip(items) {
            self.prefixed(mark, item, blocks);
        }
    }

    /// Where the mark of a list item stands, with one blank after it.
    fn list_mark(&self, item: &Range<usize>) -> Range<usize> {
        let text = &self.neutral.text[item.clone()];
        let start = text.len() - text.trim_start().len();
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let end = (start + digits + 1).min(text.len());
        let blank = usize::from(text[end..].starts_with(' '));
        item.start + start..item.start + end + blank
    }

    /// Whether items make a list: two or more, their numbers all the same or one after the other.
    fn is_list(&self, marks: &[Range<usize>]) -> bool {
        let number = |mark: &Range<usize>| {
            let digits = self.neutral.text[mark.clone()].trim_end_matches(['.', ' ']);
            digits.parse::<u64>().ok()
        };
        let step = |step: u64| {
            marks.windows(2).all(|pair| number(&pair[1]) == number(&pair[0]).map(|number| number.saturating_add(step)))
        };
        marks.len() >= 2 && (step(0) || step(1))
    }

    /// Appends blocks that a mark stands before which is only text.
    fn prefixed(&mut self, mark: Range<usize>, mut following: Vec<Block>, blocks: &mut Vec<Block>) {
        let mut content = Vec::new();
        self.verbatim(mark, &mut content);
        if let Some(Block::Paragraph(paragraph)) = following.first_mut() {
            let rest = std::mem::take(&mut paragraph.content);
            rest.into_iter().for_each(|inline| push_merged(inline, &mut content));
            paragraph.content = content;
        } else {
            self.paragraph(content, blocks);
        }
        blocks.append(&mut following);
    }

    fn definition(&mut self, label: &str, range: &Range<usize>, depth: usize, blocks: &mut Vec<Block>) {
        self.in_note = true;
        let body = self.blocks(depth + 1);
        self.in_note = false;
        let index = self.labels.get_index_of(&label.to_lowercase());
        match index.map(|index| &mut self.notes[index]) {
            Some(note @ None) => *note = Some(body),
            // Without a mark, or defined before: nothing of it may vanish.
            _ => {
                let text = &self.neutral.text[range.clone()];
                let length = text.find("]:").map_or(0, |at| at + 2);
                let blank = usize::from(text[length..].starts_with(' '));
                self.prefixed(range.start..range.start + length + blank, body, blocks);
            }
        }
    }

    fn table(&mut self, alignments: Vec<Alignment>) -> Table {
        let mut table = Table { alignments, place: self.place, ..Table::default() };
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => table.head = self.row(range, table.alignments.len()),
                Event::Start(Tag::TableRow) => {
                    let row = self.row(range, table.alignments.len());
                    table.rows.push(row);
                }
                _ => break,
            }
        }
        table
    }

    /// The cells of a row, as many as the table has columns; what is typed beyond them stays in the last.
    fn row(&mut self, range: &Range<usize>, columns: usize) -> Vec<Vec<Inline>> {
        let mut cells = Vec::with_capacity(columns);
        let mut end = range.start;
        while let Some((Event::Start(Tag::TableCell), cell)) = self.next() {
            self.last = None;
            cells.push(self.inlines(0));
            end = end.max(cell.end);
        }
        let rest = &self.neutral.text[end.min(range.end)..range.end];
        let extra = rest.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if !extra.is_empty()
            && let Some(last) = cells.last_mut()
        {
            let start = end + (rest.len() - rest.trim_start_matches(|c: char| c == '|' || c.is_whitespace()).len());
            last.push(Inline::composed(" ", self.place));
            self.source(start..start + extra.len(), last);
        }
        cells.resize(columns, Vec::new());
        cells
    }
}

/// The caption of a table that follows: a short paragraph such as 表1 or 附表二, which is taken from the blocks.
fn take_caption(blocks: &mut Vec<Block>) -> Vec<Inline> {
    match blocks.pop() {
        Some(Block::Paragraph(paragraph)) if is_caption(&plain(&paragraph.content)) => paragraph.content,
        before => {
            blocks.extend(before);
            Vec::new()
        }
    }
}

/// Whether a text is the caption of a table: it starts with 表 and a number or a colon, and is no sentence.
fn is_caption(text: &str) -> bool {
    const LENGTH: usize = 50;
    let number = |c: char| c.is_numeric() || "一二三四五六七八九十：: 　".contains(c);
    let rest = text.strip_prefix('附').unwrap_or(text).strip_prefix('表');
    rest.is_some_and(|rest| rest.starts_with(number))
        && !text.contains(['。', '；', '\n'])
        && text.chars().count() <= LENGTH
}

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => is_inline_tag(tag),
        Event::Text(_) | Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_) => true,
        Event::Code(_) | Event::InlineHtml(_) | Event::InlineMath(_) | Event::DisplayMath(_) => true,
        _ => false,
    }
}

fn is_inline_tag(tag: &Tag) -> bool {
    matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. })
}

/// The bytes of the mark on either side of bold or italics.
fn mark_length(end: &TagEnd) -> usize {
    match end {
        TagEnd::Strong => 2,
        _ => 1,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
